import { addDays, CivilDate, ClockTime, type Instant, instantAt, sayDate } from '../../shared/model/dates.ts';

const midnight = ClockTime.parse('00:00');
const dayLength = 86_400_000;

/** Days from one day to another; negative when `to` is before `from`. Plain arithmetic, for rules asked 100,000 times. */
export const daysFrom = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / dayLength;

/** The calendar of a zone, remembering the days that it was asked for: a hundred thousand moments cost a few look-ups. */
export interface ZoneCalendar {
  /** The day it is at a moment, as `dayOf` gives it. */
  readonly dayOf: (instant: Instant) => CivilDate;
  /** The first moment of a day. */
  readonly startOf: (day: CivilDate) => Instant;
  /** The first moment after a day. */
  readonly endOf: (day: CivilDate) => Instant;
  /** A day as `sayDate` writes it. */
  readonly say: (day: CivilDate) => string;
}

/** Opens the calendar of a zone such as `America/Chicago`. Moments compare as text, which `Instant` promises. */
export function calendarOf(zone: string): ZoneCalendar {
  const starts = new Map<CivilDate, Instant>();
  const startOf = (day: CivilDate): Instant => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start = instantAt(day, midnight, zone);
    starts.set(day, start);
    return start;
  };

  const ends = new Map<CivilDate, Instant>();
  const endOf = (day: CivilDate): Instant => {
    const known = ends.get(day);
    if (known !== undefined) return known;
    const end = startOf(addDays(day, 1));
    ends.set(day, end);
    return end;
  };

  // No zone is a whole day away from UTC: a moment's day is the one it has in UTC, the one before or the one after.
  const around = new Map<string, readonly [CivilDate, CivilDate, CivilDate]>();
  const daysAround = (utcDay: string): readonly [CivilDate, CivilDate, CivilDate] => {
    const known = around.get(utcDay);
    if (known !== undefined) return known;
    const day = CivilDate.parse(utcDay);
    const days = [addDays(day, -1), day, addDays(day, 1)] as const;
    around.set(utcDay, days);
    return days;
  };

  const dayOf = (instant: Instant): CivilDate => {
    const [before, same, after] = daysAround(instant.slice(0, 10));
    if (instant < endOf(before)) return before;
    return instant < endOf(same) ? same : after;
  };

  const said = new Map<CivilDate, string>();
  const say = (day: CivilDate): string => {
    const words = said.get(day) ?? sayDate(day);
    said.set(day, words);
    return words;
  };
  return { dayOf, startOf, endOf, say };
}
