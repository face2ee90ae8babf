import { addDays, addMonths, addYears, CivilDate } from '../../../shared/model/dates.ts';
import type { Span } from '../../../shared/model/recertification/amounts.ts';

/** Days that were asked for already: a hundred thousand graduates share a few thousand days. */
const known = new Map<string, CivilDate>();
const mostKnown = 200_000;

function remembered(key: string, reckon: () => CivilDate): CivilDate {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const day = reckon();
  known.set(key, day);
  return day;
}

/**
 * A day so many spans later, reckoned at once and not span by span: two cycles of two years after February 29 end on the
 * 29th again. Months and years end on the last day of a month that has none of that number.
 */
export function later(day: CivilDate, { unit, count }: Span, times = 1): CivilDate {
  const steps = count * times;
  if (steps === 0) return day;
  return remembered(`${day}${unit}${steps}`, () => {
    if (unit === 'days') return addDays(day, steps);
    return unit === 'months' ? addMonths(day, steps) : addYears(day, steps);
  });
}

export const earlier = (day: CivilDate, span: Span): CivilDate => later(day, span, -1);

const oneDay: Span = { unit: 'days', count: 1 };
export const dayAfter = (day: CivilDate): CivilDate => later(day, oneDay);
export const dayBefore = (day: CivilDate): CivilDate => later(day, oneDay, -1);

const yearOf = (day: CivilDate): number => Number(day.slice(0, 4));

/** A day of a year, or the last one of its month where the month is shorter. */
export const dayOfYear = (year: number, month: number, day: number): CivilDate =>
  remembered(`${year}/${month}/${day}`, () => {
    const last = new Date(Date.UTC(2000, 0, 1));
    // setUTCFullYear, because Date.UTC takes the years up to 99 for those of the last century. Day 0 is the month before's last.
    last.setUTCFullYear(year, month, 0);
    const within = Math.min(day, last.getUTCDate());
    const two = (number: number) => String(number).padStart(2, '0');
    return CivilDate.parse(
      `${String(Math.min(9_999, Math.max(0, year))).padStart(4, '0')}-${two(month)}-${two(within)}`,
    );
  });

/** The first day of a year’s kind, such as every June 30, that is not before a day. */
export function yearDayFrom(from: CivilDate, month: number, day: number): CivilDate {
  const year = yearOf(from);
  const same = dayOfYear(year, month, day);
  return same >= from ? same : dayOfYear(year + 1, month, day);
}

/** The same in the calendar year of a day. */
export const yearDayIn = (within: CivilDate, month: number, day: number): CivilDate =>
  dayOfYear(yearOf(within), month, day);

/** Whole months from one day to the day after another, both included: from January 1 to March 31 three. */
export function wholeMonths(first: CivilDate, last: CivilDate): number {
  const end = dayAfter(last);
  let months = (yearOf(end) - yearOf(first)) * 12 + Number(end.slice(5, 7)) - Number(first.slice(5, 7));
  if (later(first, { unit: 'months', count: 1 }, months) > end) months -= 1;
  return Math.max(0, months);
}

/** How many years have begun from one day to another: 1 within the first. */
export function yearsBegun(from: CivilDate, to: CivilDate): number {
  let years = Math.max(0, yearOf(to) - yearOf(from));
  if (later(from, { unit: 'years', count: 1 }, years) <= to) years += 1;
  return Math.max(1, years);
}

/** The years of a stretch, counted back from its last day: the first of them last. A part of a year at the front is none. */
export function yearsBack(
  first: CivilDate,
  last: CivilDate,
): readonly { readonly from: CivilDate; readonly to: CivilDate }[] {
  const years: { from: CivilDate; to: CivilDate }[] = [];
  const end = dayAfter(last);
  for (let back = 1; back <= 99; back += 1) {
    const from = later(end, { unit: 'years', count: 1 }, -back);
    if (from < first) break;
    years.push({ from, to: dayBefore(later(end, { unit: 'years', count: 1 }, 1 - back)) });
  }
  return years.toReversed();
}
