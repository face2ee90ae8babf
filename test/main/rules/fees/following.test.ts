import { describe, expect, test } from 'vitest';
import { type FeePlace, moneyHome } from '../../../../main/rules/fees/following.ts';
import { ParticipantId } from '../../../../shared/model/ids.ts';

const id = (n: number) => ParticipantId.parse(`0190a000-0000-7000-8000-00000000000${n}`);
const place = (n: number, status: FeePlace['status'], begins: string, fromList = false): FeePlace => ({
  id: id(n),
  status,
  begins,
  fromList,
});

describe('money of a place that somebody left counts', () => {
  test.each<[string, readonly FeePlace[], number | null]>([
    ['where they are enrolled now', [place(1, 'deferred', '2023'), place(2, 'enrolled', '2024')], 2],
    ['where they are enrolled, in whatever order', [place(1, 'enrolled', '2024'), place(2, 'withdrawn', '2023')], 1],
    ['where they graduated', [place(1, 'deferred', '2023'), place(2, 'graduated', '2024')], 2],
    [
      'where they are still under way, before where they graduated',
      [place(1, 'enrolled', '2023'), place(2, 'graduated', '2025'), place(3, 'deferred', '2024')],
      1,
    ],
    ['at the later of two that are under way', [place(1, 'enrolled', '2023'), place(2, 'enrolled', '2024')], 2],
    [
      'at the last place that was left, where there is no other',
      [place(1, 'deferred', '2023'), place(2, 'withdrawn', '2024')],
      2,
    ],
    ['never at a place known from an old list', [place(1, 'graduated', '2020', true), place(2, 'deferred', '2019')], 2],
    ['nowhere, if every place is from an old list', [place(1, 'graduated', '2020', true)], null],
    [
      'at the same place on every laptop, if nothing else tells',
      [place(2, 'deferred', ''), place(1, 'deferred', '')],
      2,
    ],
  ])('%s', (_, places, expected) => {
    expect(moneyHome(places)).toBe(expected === null ? null : id(expected));
  });
});
