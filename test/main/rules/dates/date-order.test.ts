import { describe, expect, test } from 'vitest';
import { clockDoubt, isBefore } from '../../../../main/rules/dates/clock-doubt.ts';
import { type DatePairName, datePairs, datesReversed } from '../../../../main/rules/dates/date-order.ts';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';

const [earlier, later] = [CivilDate.parse('2024-05-01'), CivilDate.parse('2024-05-02')];
// The keys of the table are exactly the pairs; Object.keys forgets it.
const pairs = Object.keys(datePairs) as DatePairName[];

describe('Two days that must follow each other', () => {
  test.each(pairs)('%s: in order, on one day and unknown they stand; reversed they are told', (pair) => {
    for (const days of [
      [earlier, later],
      [earlier, earlier],
      [null, later],
      [earlier, null],
    ] as const)
      expect(datesReversed([{ pair, days }])).toEqual([]);
    const [sentence = '', ...more] = datesReversed([{ pair, days: [later, earlier] }]);
    expect(more).toEqual([]);
    expect(sentence).toMatch(/May [12], 2024/);
    expect(sentence).toMatch(/\.$/);
  });

  test('names whose days they are, and says no sentence twice', () => {
    const check = { pair: 'graduated, documents received', days: [later, earlier] } as const;
    expect(datesReversed([{ ...check, whose: 'Ana Alvarez' }, check, check])).toEqual([
      'Ana Alvarez: Documents can’t be received on May 1, 2024, before the graduation on May 2, 2024. Choose a later day.',
      'Documents can’t be received on May 1, 2024, before the graduation on May 2, 2024. Choose a later day.',
    ]);
  });
});

describe('A laptop’s clock', () => {
  const now = (text: string) => Instant.parse(text);
  const last = now('2024-06-03T14:00:00.000Z');
  const doubtAt = (at: string, letter: string | null = null) => {
    const ahead = isBefore(now(at), last) ? { at: last, letter } : null;
    return clockDoubt(now(at), { latest: last, ahead }, 'America/Chicago');
  };
  test.each([
    ['at the latest entry', '2024-06-03T14:00:00.000Z', null],
    ['ten minutes before it', '2024-06-03T13:50:00.000Z', null],
    ['an hour before it', '2024-06-03T13:00:00.000Z', 'but an entry was made here on'],
    ['years before it', '2001-01-01T00:00:00.000Z', 'but an entry was made here on'],
    ['half a year after it', '2024-12-01T00:00:00.000Z', null],
    ['four hundred days after it', '2025-07-08T14:00:00.000Z', null],
    ['years after it', '2031-06-03T14:00:00.000Z', 'more than a year after the latest entry'],
  ])('%s', (_, at, says) => {
    const doubt = doubtAt(at);
    if (says === null) expect(doubt).toBeNull();
    else expect(doubt).toContain(says);
  });

  test('names the other laptop whose clock shows more', () =>
    expect(doubtAt('2023-06-03T14:00:00.000Z', 'B')).toBe(
      'This laptop’s clock shows Jun 3, 2023, 9:00 AM, but laptop B recorded its latest entry on Jun 3, 2024, 9:00 AM. Set the clock of the laptop that is wrong in its date and time settings.',
    ));

  test('can’t be doubted where nothing was done yet', () =>
    expect(clockDoubt(last, { latest: null, ahead: null }, 'America/Chicago')).toBeNull());
});
