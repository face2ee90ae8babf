import { expect, test } from 'vitest';
import { isBackupDue } from '../../../../main/rules/backups/due.ts';
import { backupsToKeep } from '../../../../main/rules/backups/thinning.ts';
import { type Instant, instantOf } from '../../../../shared/model/dates.ts';

const at = (text: string): Instant => instantOf(new Date(text));
/** Friday afternoon. */
const now = at('2026-11-27T20:30:00.000Z');
const back = (hours: number): Instant => instantOf(new Date(Date.parse(now) - hours * 3_600_000));
function kept(made: readonly Instant[], when = now): readonly Instant[] {
  const keep = backupsToKeep(made, when);
  return made.filter((each) => keep.has(each));
}

test.each([
  ['none', [], []],
  ['the only one, however old', ['2019-03-01T12:00:00Z'], ['2019-03-01T12:00:00Z']],
  [
    'the newest of each hour of the last day',
    ['2026-11-27T18:05:00Z', '2026-11-27T18:55:00Z', '2026-11-27T19:05:00Z', '2026-11-27T19:10:00Z'],
    ['2026-11-27T18:55:00Z', '2026-11-27T19:10:00Z'],
  ],
  [
    'the newest of each day of the last 31',
    ['2026-11-20T14:00:00Z', '2026-11-20T22:00:00Z', '2026-11-21T14:00:00Z', '2026-11-27T20:00:00Z'],
    ['2026-11-20T22:00:00Z', '2026-11-21T14:00:00Z', '2026-11-27T20:00:00Z'],
  ],
  [
    'the newest of each week before that',
    [
      '2026-09-07T14:00:00Z',
      '2026-09-09T14:00:00Z',
      '2026-09-13T23:00:00Z',
      '2026-09-14T01:00:00Z',
      '2026-11-27T20:00:00Z',
    ],
    ['2026-09-13T23:00:00Z', '2026-09-14T01:00:00Z', '2026-11-27T20:00:00Z'],
  ],
  [
    'what a wrong clock dates to the future, and the newest of now',
    ['2031-01-01T00:00:00Z', '2031-01-01T00:10:00Z', '2026-11-27T20:00:00Z'],
    ['2031-01-01T00:00:00Z', '2031-01-01T00:10:00Z', '2026-11-27T20:00:00Z'],
  ],
])('keeps %s', (_, made, expected) => {
  expect(kept(made.map(at))).toEqual(expected.map(at));
});

test('a year of hourly backups thins to a day of hours, a month of days, and weeks', () => {
  const year = Array.from({ length: 365 * 24 }, (_, hours) => back(hours));
  const left = kept(year);
  const within = (from: number, to: number) => left.filter((each) => each <= back(from) && each > back(to)).length;
  expect(within(0, 24)).toBe(24);
  // Thirty whole days, and the rest of the one that the last 24 hours cut.
  expect(within(24, 31 * 24)).toBe(31);
  expect(within(31 * 24, 365 * 24)).toBeGreaterThanOrEqual(47);
  expect(left.length).toBeLessThan(24 + 32 + 50);
});

test('thinning what was thinned before takes nothing more', () => {
  const year = Array.from({ length: 90 * 24 }, (_, hours) => back(hours));
  expect(kept(kept(year))).toEqual(kept(year));
});

test('hour by hour, the newest is never thinned, and no gap is wider than its span allows', () => {
  let made: readonly Instant[] = [];
  for (let hour = 60 * 24; hour >= 0; hour -= 1) {
    const when = back(hour);
    made = kept([...made, when], when);
    expect(made.at(-1)).toBe(when);
  }
  const gaps = made.slice(1).map((each, place) => Date.parse(each) - Date.parse(made[place] ?? each));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(14 * 24 * 3_600_000);
  expect(made.length).toBeLessThan(24 + 32 + 8);
});

test.each([
  ['nothing was ever done', { step: 0 }, false],
  ['none was made yet', { lastAt: null, lastStep: null }, true],
  ['nothing was done since the last one', { lastStep: 7, lastAt: back(30) }, false],
  ['nothing was done since, and the app is left', { lastStep: 7, isLeaving: true }, false],
  ['something was done since, an hour ago', { lastAt: back(1) }, true],
  ['something was done since, half an hour ago', { lastAt: back(0.5) }, false],
  ['something was done since, half an hour ago, and the app is left', { lastAt: back(0.5), isLeaving: true }, true],
  ['the clock went back behind the last one', { lastAt: back(-48) }, true],
])('where %s, a backup is due: %s', (_, facts, due) => {
  const usual = { lastAt: back(0.1), lastStep: 5, step: 7, now, isLeaving: false };
  expect(isBackupDue({ ...usual, ...facts })).toBe(due);
});
