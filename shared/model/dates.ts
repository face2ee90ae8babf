import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A day in the calendar, `YYYY-MM-DD`, without a time or a zone: a due date, a birthday. Sorts as text. */
export const CivilDate = z.iso.date().brand<'CivilDate'>();
export type CivilDate = z.infer<typeof CivilDate>;

/** A moment, ISO 8601 in UTC with milliseconds, `2024-04-01T12:10:31.000Z`. Sorts as text. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A time on a wall clock, `HH:MM` on 24 hours, in the program's own zone. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as 08:00')
  .brand<'ClockTime'>();
export type ClockTime = z.infer<typeof ClockTime>;

/** The moment that a Date names. */
export const instantOf = (date: Date): Instant => Instant.parse(date.toISOString());

/** The day it is at a moment, in a zone such as `America/Chicago`. */
export function dayOf(instant: Instant, zone: string): CivilDate {
  return CivilDate.parse(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString());
}

/** Whether there is a time zone of this name, such as `America/Chicago`. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The moment at which a wall clock in a zone shows a day and a time. In a gap or an overlap the earlier reading of `compatible` holds. */
export function instantAt(day: CivilDate, time: ClockTime, zone: string): Instant {
  const zoned = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone);
  const [first, last] = [Date.parse(`${firstDay}T00:00:00Z`), Date.parse(`${lastDay}T23:59:59.999Z`)];
  return Instant.parse(new Date(Math.min(last, Math.max(first, zoned.epochMilliseconds))).toISOString());
}

// Years have four digits here: a day typed as 9999-12-31, for no end at all, has none after it.
const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

function withinYears(day: Temporal.PlainDate): CivilDate {
  return CivilDate.parse(day.year < 0 ? firstDay : day.year > 9_999 ? lastDay : day.toString());
}

/** A day so many days later, or earlier when negative; never past the last day that there is a way to write. */
export function addDays(day: CivilDate, days: number): CivilDate {
  return withinYears(Temporal.PlainDate.from(day).add({ days }));
}

/** A day so many years later; Feb 29 becomes Feb 28 where the year has none. */
export function addYears(day: CivilDate, years: number): CivilDate {
  return withinYears(Temporal.PlainDate.from(day).add({ years }));
}

/** A day so many months later; the last day of a month that has none of that number. */
export function addMonths(day: CivilDate, months: number): CivilDate {
  return withinYears(Temporal.PlainDate.from(day).add({ months }));
}

/** How many days lie between two days; negative when `to` is before `from`. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const weekdayOf = (day: CivilDate): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';

// As Intl has them in English, which takes forty times as long: lists name thousands of days.

/** A day as people here write it: `Mon, Oct 21, 2024`. */
export const sayDay = (day: CivilDate): string => `${weekdayOf(day)}, ${sayDate(day)}`;
/** A day without its weekday: `Jun 1, 2022`. */
export const sayDate = (day: CivilDate): string => `${sayShortDay(day)}, ${Number(day.slice(0, 4))}`;
/** A day within a year that is clear from elsewhere: `Apr 2`. */
export const sayShortDay = (day: CivilDate): string =>
  `${months[Number(day.slice(5, 7)) - 1] ?? ''} ${Number(day.slice(8, 10))}`;

/** A day soon, with its weekday and without its year: `Fri, Jun 14`. */
export const sayNearDay = (day: CivilDate): string => `${weekdayOf(day)}, ${sayShortDay(day)}`;

/** A clock time as people here write it: `8:00 AM`, `3:30 PM`. */
export function sayClock(time: ClockTime): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** A moment as a day and a time in a zone: `Apr 3, 2024, 4:33 PM`. */
export function sayInstant(instant: Instant, zone: string): string {
  return `${sayDate(dayOf(instant, zone))}, ${sayClock(clockOf(instant, zone))}`;
}

/** What a wall clock in a zone shows at a moment. */
export function clockOf(instant: Instant, zone: string): ClockTime {
  return ClockTime.parse(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5));
}
