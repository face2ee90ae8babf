import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, daysFrom } from '../../../main/rules/days.ts';
import { ordinal, sayList, sayYears } from '../../../main/rules/words.ts';
import { addDays, dayOf, daysBetween, instantOf } from '../../../shared/model/dates.ts';
import { day } from './al-cto.ts';

const moment = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true })
  .map(instantOf);
const zone = fc.constantFrom('America/Chicago', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC');

describe('The calendar of a zone', () => {
  it('gives every moment the day that the slow way gives it', () => {
    fc.assert(
      fc.property(moment, zone, (instant, where) => calendarOf(where).dayOf(instant) === dayOf(instant, where)),
    );
  });

  it('ends a day where the next begins', () => {
    fc.assert(
      fc.property(moment, zone, (instant, where) => {
        const end = calendarOf(where).endOf(dayOf(instant, where));
        expect(instant < end).toBe(true);
        expect(dayOf(end, where)).toBe(addDays(dayOf(instant, where), 1));
      }),
    );
  });

  it('counts days as the slow way does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3_000, max: 3_000 }), (days) => {
        const to = addDays(day('2024-02-28'), days);
        expect(daysFrom(day('2024-02-28'), to)).toBe(daysBetween(day('2024-02-28'), to));
      }),
    );
  });
});

describe('Words', () => {
  it.each([
    [1, '1st'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [102, '102nd'],
    [111, '111th'],
    [1_013, '1013th'],
  ])('read %d as %s', (number, words) => expect(ordinal(number)).toBe(words));

  it('say one year and several', () =>
    expect([1, 0, 2.9].map(sayYears)).toEqual(['1 year', 'less than 1 year', '2.9 years']));

  it('join a row of words', () => {
    expect([[], [3], [3, 5], [1, 3, 5]].map((row) => sayList(row, 'or'))).toEqual(['', '3', '3 or 5', '1, 3 or 5']);
  });
});
