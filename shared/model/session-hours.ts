import { Temporal } from 'temporal-polyfill';
import type { Session } from './courses.ts';
import { addDays, type CivilDate, type ClockTime, daysBetween, type Instant, instantAt } from './dates.ts';

type Hours = Pick<Session, 'startsAt' | 'endsAt'>;
type DatedHours = Pick<Session, 'heldOn' | 'startsAt' | 'endsAt'>;

const minutesADay = 1_440;

/** Minutes since midnight, as the clock shows them. */
export const minutesOf = (clock: ClockTime): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Whether a session ends on the day after the one it begins on. */
export const isOvernight = ({ startsAt, endsAt }: Hours): boolean => endsAt < startsAt;

/** From when to when a session lasts, in minutes by the clock since the midnight before it. */
export const spanOf = (hours: Hours): { readonly start: number; readonly end: number } => ({
  start: minutesOf(hours.startsAt),
  end: minutesOf(hours.endsAt) + (isOvernight(hours) ? minutesADay : 0),
});

/** A time within a session, in the minutes of `spanOf`: after midnight where the session goes on past it. */
export const minuteWithin = (hours: Hours, clock: ClockTime): number =>
  minutesOf(clock) + (isOvernight(hours) && clock <= hours.endsAt ? minutesADay : 0);

/** What a clock shows on a day, in the minutes of `spanOf` of a session held on another, or the same. */
export const minuteOn = ({ heldOn }: Pick<Session, 'heldOn'>, day: CivilDate, clock: ClockTime): number =>
  daysBetween(heldOn, day) * minutesADay + minutesOf(clock);

/** Whether two sessions of a day are held at the same time; one may begin when the other ends. */
export function overlap(a: Hours, b: Hours): boolean {
  const [one, other] = [spanOf(a), spanOf(b)];
  return one.start < other.end && other.start < one.end;
}

/** The moments at which a session begins and ends. */
export const momentsOf = (
  session: DatedHours,
  zone: string,
): { readonly startsAt: Instant; readonly endsAt: Instant } => ({
  startsAt: instantAt(session.heldOn, session.startsAt, zone),
  endsAt: instantAt(isOvernight(session) ? addDays(session.heldOn, 1) : session.heldOn, session.endsAt, zone),
});

/** Whether a session is over at a moment. */
export const hasEnded = (session: DatedHours, zone: string, now: Instant): boolean =>
  momentsOf(session, zone).endsAt <= now;

/**
 * How many minutes pass between two times by the clock, given since the midnight before a session: an hour is an hour
 * also on the night when clocks change.
 */
export function minutesBetween(heldOn: CivilDate, from: number, to: number, zone: string): number {
  if (!clocksChange(heldOn, zone)) return to - from;
  return (momentOf(heldOn, to, zone) - momentOf(heldOn, from, zone)) / 60_000;
}

const momentOf = (heldOn: CivilDate, minute: number, zone: string): number =>
  Temporal.PlainDate.from(heldOn).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone).epochMilliseconds;

/** By zone, the days on which someone asked whether clocks change: two of a year, and each is asked for thousands of people. */
const known = new Map<string, Map<CivilDate, boolean>>();
const mostKnown = 2_000;

/** Whether clocks change between the midnight before a day and the end of the day after it. */
function clocksChange(day: CivilDate, zone: string): boolean {
  let days = known.get(zone);
  if (!days) {
    days = new Map();
    known.set(zone, days);
  }
  const before = days.get(day);
  if (before !== undefined) return before;
  const changes = momentOf(day, 2 * minutesADay, zone) - momentOf(day, 0, zone) !== 2 * minutesADay * 60_000;
  if (days.size >= mostKnown) days.clear();
  days.set(day, changes);
  return changes;
}

/** What a clock shows instead of a time that it skips on a day, as in the night when clocks go forward; null: it has it. */
export function skippedTo(day: CivilDate, clock: ClockTime, zone: string): ClockTime | null {
  const asked = Temporal.PlainDateTime.from(`${day}T${clock}`);
  const shown = asked.toZonedDateTime(zone).toPlainDateTime();
  // A clock time as Temporal writes it, without seconds.
  return shown.equals(asked) ? null : (shown.toPlainTime().toString().slice(0, 5) as ClockTime);
}

/** Hours as they are read, to the minute or so: `7.5`. */
export const sayHours = (hours: number): string => String(Math.round(hours * 100) / 100);
