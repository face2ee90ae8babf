import { describe, expect, test } from 'vitest';
import { clockDoubt } from '../../../../main/rules/dates/clock-doubt.ts';
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
  test.each([
    ['at the latest entry', '2024-06-03T14:00:00.000Z', null],
    ['a few minutes before it', '2024-06-03T13:51:00.000Z', null],
    ['an hour before it', '2024-06-03T13:00:00.000Z', 'but the latest entry was made on'],
    ['years before it', '2001-01-01T00:00:00.000Z', 'but the latest entry was made on'],
    ['half a year after it', '2024-12-01T00:00:00.000Z', null],
    ['years after it', '2031-06-03T14:00:00.000Z', 'more than a year after the latest entry'],
  ])('%s', (_, at, says) => {
    const doubt = clockDoubt(now(at), last, 'America/Chicago');
    if (says === null) expect(doubt).toBeNull();
    else expect(doubt).toContain(says);
  });

  test('can’t be doubted where nothing was done yet', () =>
    expect(clockDoubt(last, null, 'America/Chicago')).toBeNull());
});
