import { expect, test } from 'vitest';
import { CivilDate, sayDate, sayDay, sayNearDay, sayShortDay } from '../../../shared/model/dates.ts';

// The words are our own, for speed; what people here write is what Intl has.
const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
const day = { month: 'short', day: 'numeric' } as const;
const words = [
  ['a day', sayDay, intl({ ...day, weekday: 'short', year: 'numeric' })],
  ['a day without its weekday', sayDate, intl({ ...day, year: 'numeric' })],
  ['a day within a year', sayShortDay, intl(day)],
  ['a day soon', sayNearDay, intl({ ...day, weekday: 'short' })],
] as const;

test.each(words)('says %s as people here write it, through leap years and turns of the century', (_, say, format) => {
  for (let at = Date.UTC(1899, 11, 30); at < Date.UTC(2101, 0, 2); at += 5 * 86_400_000) {
    const date = new Date(at);
    expect(say(CivilDate.parse(date.toISOString().slice(0, 10)))).toBe(format.format(date));
  }
});
