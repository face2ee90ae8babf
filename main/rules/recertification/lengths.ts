import { CivilDate } from '../../../shared/model/dates.ts';
import type { Span } from '../../../shared/model/recertification/amounts.ts';
import { dayBefore, later, wholeMonths } from './calendar.ts';

/** Days that spans are compared on: an ordinary day, a leap day, and a month's last. */
export const samples = ['2027-06-15', '2028-02-29', '2027-08-31'].map((day) => CivilDate.parse(day));

/** Whether one stretch is longer than another wherever it begins. */
export const isLonger = (one: Span, other: Span): boolean =>
  samples.every((day) => later(day, one) > later(day, other));

/** How many whole months a stretch has, from an ordinary day on. */
export const wholeMonthsOf = (length: Span): number => {
  const [day] = samples;
  return day === undefined ? 0 : wholeMonths(day, dayBefore(later(day, length)));
};
