import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CivilDate, ClockTime, Instant } from '../../../shared/model/dates.ts';
import {
  hasEnded,
  minutesBetween,
  minuteWithin,
  momentsOf,
  overlap,
  skippedTo,
  spanOf,
} from '../../../shared/model/session-hours.ts';

const zone = 'America/Chicago';
const forward = CivilDate.parse('2024-03-10');
const back = CivilDate.parse('2024-11-03');
const plain = CivilDate.parse('2024-10-21');
const hours = (from: string, to: string) => ({ startsAt: ClockTime.parse(from), endsAt: ClockTime.parse(to) });
const session = (heldOn: CivilDate, from: string, to: string) => ({ heldOn, ...hours(from, to) });

describe('a session lasts', () => {
  test.each([
    ['on a plain day as long as the clock says', plain, '08:00', '15:30', 7.5],
    ['past midnight', plain, '20:00', '02:00', 6],
    ['an hour less by the night when clocks go forward', forward, '00:30', '04:30', 3],
    ['an hour more by the night when they go back', back, '00:30', '04:30', 5],
    ['past a midnight after which they go forward', CivilDate.parse('2024-03-09'), '22:00', '04:00', 5],
    ['as long as the clock says in the afternoon of such a day', forward, '13:00', '17:00', 4],
  ] as const)('%s', (_, day, from, to, expected) => {
    const { start, end } = spanOf(hours(from, to));
    expect(minutesBetween(day, start, end, zone) / 60).toBe(expected);
    const { startsAt, endsAt } = momentsOf(session(day, from, to), zone);
    expect((Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000).toBe(expected);
  });

  test('whatever lies between two times, the parts of it make the whole', () => {
    const minute = fc.integer({ min: 0, max: 2_879 });
    fc.assert(
      fc.property(fc.constantFrom(forward, back, plain), minute, minute, minute, (day, a, b, c) => {
        expect(minutesBetween(day, a, b, zone) + minutesBetween(day, b, c, zone)).toBe(minutesBetween(day, a, c, zone));
      }),
    );
  });
});

test('a time after midnight is within an evening that goes on past it', () => {
  const night = hours('20:00', '02:00');
  expect([minuteWithin(night, ClockTime.parse('21:00')), minuteWithin(night, ClockTime.parse('01:00'))]).toEqual([
    1_260, 1_500,
  ]);
});

test('sessions that touch don’t overlap; past midnight they do', () => {
  expect(overlap(hours('08:00', '12:00'), hours('12:00', '15:00'))).toBe(false);
  expect(overlap(hours('20:00', '02:00'), hours('23:00', '23:30'))).toBe(true);
  expect(overlap(hours('20:00', '02:00'), hours('08:00', '12:00'))).toBe(false);
});

test('a session is over at its end, not before and not the next day', () => {
  const evening = session(plain, '20:00', '02:00');
  expect(hasEnded(evening, zone, Instant.parse('2024-10-22T06:59:00.000Z'))).toBe(false);
  expect(hasEnded(evening, zone, Instant.parse('2024-10-22T07:00:00.000Z'))).toBe(true);
});

test('a time that the clock skips is told, with what it shows instead', () => {
  expect(skippedTo(forward, ClockTime.parse('02:30'), zone)).toBe('03:30');
  expect(skippedTo(forward, ClockTime.parse('03:00'), zone)).toBeNull();
  expect(skippedTo(back, ClockTime.parse('01:30'), zone)).toBeNull();
  expect(skippedTo(plain, ClockTime.parse('02:30'), zone)).toBeNull();
});
