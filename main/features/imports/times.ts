import { Temporal } from 'temporal-polyfill';
import { CivilDate, clockOf, type Instant, instantOf, sayClock } from '../../../shared/model/dates.ts';
import { tidy } from '../../../shared/model/tidy-text.ts';
import { type DayCount, type DayOrder, type DayParts, findDay, findDayNumber, readsEitherWay } from './day-parts.ts';
import type { Understood } from './understood.ts';

const hour = 60;
/** What zone words mean: minutes east of UTC where the word names one offset, a zone where it follows the season. */
const zoneWords = new Map<string, number | string>([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['est', -5 * hour],
  ['edt', -4 * hour],
  ['et', 'America/New_York'],
  ['cst', -6 * hour],
  ['cdt', -5 * hour],
  ['central', 'America/Chicago'],
  ['eastern', 'America/New_York'],
  ['mountain', 'America/Denver'],
  ['pacific', 'America/Los_Angeles'],
  ['ct', 'America/Chicago'],
  ['mst', -7 * hour],
  ['mdt', -6 * hour],
  ['mt', 'America/Denver'],
  ['pst', -8 * hour],
  ['pdt', -7 * hour],
  ['pt', 'America/Los_Angeles'],
  ['akst', -9 * hour],
  ['akdt', -8 * hour],
  ['hst', -10 * hour],
]);

const clockShape = String.raw`(\d{1,2})(?::?(\d{2}))?(?::(\d{2})(?:[.,]\d+)?)?\s*(?:([ap])(?:\.\s?)?(?:m\.?)?)?`;
const zoneShape = String.raw`\(?([a-z]{1,8})?\)?(?: standard| daylight)?(?: time)?\s*([+-]\d{1,2}(?::?\d{2})?)?(?:\s*\([a-z ]+\))?`;
const timeShape = new RegExp(String.raw`^(?:[,T]|at\b)?\s*${clockShape}\s*(?:${zoneShape})$`, 'i');

const unreadable = 'isn’t a date and time that can be understood; find out when it was sent';

/** A zone by its name, or by its minutes east of UTC. */
export type Zone = string | number;

/** The zone that a column's header tells for all its cells, as in `Submit Date (UTC)`; null: none. */
export function zoneOfHeader(header: string): Zone | null {
  const [word] = /\b(?:UTC|GMT|[ECMP][SD]?T|AK[SD]T|HST|Central|Eastern|Mountain|Pacific)\b/.exec(header) ?? [];
  return word === undefined ? null : (zoneWords.get(word.toLowerCase()) ?? null);
}

/**
 * When a form was sent. A zone's word or offset decides; without one the wall clock is that of `zone`, the program's.
 * A day without a time counts from midnight.
 */
export function parseTimestamp(
  typed: string,
  zone: Zone,
  order: DayOrder = 'month-first',
  count: DayCount = 'from-1900',
): Understood<Instant | null> {
  // An offset is often followed by the name of its zone: `-05:00[America/Chicago]`.
  const text = tidy(typed).replace(/\[[\w/+-]+\]$/, '');
  if (text === '' || text === emptyDate) return { value: null, note: 'is empty; find out when it was sent' };
  const counted = findDayNumber(text, count);
  const day = counted ?? findDay(withYearThird(text), order);
  if (!day) return { value: null, note: unreadable };
  if (counted === null && order === 'both' && readsEitherWay(text))
    return { value: null, note: `${eitherWay}; find out when it was sent` };
  const minutes = minutesOf(day.rest);
  const where = minutes && zoneOf(minutes, zone);
  if (!minutes || where === null) return { value: null, note: unreadable };
  const wall = Date.UTC(day.year, day.month - 1, day.day, minutes.hours, minutes.minutes, minutes.seconds);
  const offset = typeof where === 'number' ? where : offsetIn(where, day, wall);
  const value = instantOf(new Date(wall - offset * 60_000));
  if (counted !== null) return { value, note: sayCounted(counted) };
  const doubt = doubtOfOrder(text, day, order) ?? (typeof where === 'string' ? doubtOfClock(where, wall, value) : null);
  return doubt === null ? { value } : { value, note: doubt };
}

/** Why a time was not on any clock: that night clocks went forward past it; null: it was. */
function doubtOfClock(zone: string, wall: number, value: Instant): string | null {
  // Known to be steady, as nearly every day is.
  if (steadyDays.get(zone)?.get(Math.floor(wall / 86_400_000)) !== null) return null;
  const clock = clockOf(value, zone);
  if (new Date(wall).toISOString().slice(11, 16) === clock) return null;
  return `didn’t exist that night, because clocks went forward, and was read as ${sayClock(clock)}; check it`;
}

/** What a workbook shows of a date cell that holds nothing: the first moment of its calendar. */
const emptyDate = '00:00:00';

const eitherWay = 'may have the day or the month first, as other days of the column contradict each other';

/** Why the order of a day and its month is not sure; null: it is, as the US write it with strokes. */
function doubtOfOrder(text: string, day: DayParts, order: DayOrder): string | null {
  if (!readsEitherWay(text)) return null;
  if (order === 'day-first') {
    return `was read as ${isoDay(day)}, as other days of the column can only be read with the day first; check it`;
  }
  const isDotted = order === 'unsaid' && /^\d+\./.test(text);
  return isDotted ? `may have the day or the month first, and was read as ${isoDay(day)}; check it` : null;
}

/** `Mon Apr 01 2024 07:10:31 GMT-0500`, as programs write it, has no comma; nothing else has four digits there. */
const withYearThird = (text: string): string => text.replace(/^[a-z]{3} (?=[a-z]{3} \d{1,2} \d{4} )/i, '');

const sayCounted = (day: DayParts): string =>
  `is a workbook’s number of a day, read as ${isoDay(day)}${day.rest === '' ? '' : ` ${day.rest}`}; check it`;

interface WallClock {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly word: string | undefined;
  readonly offset: string | undefined;
}

function minutesOf(rest: string): WallClock | null {
  if (rest === '') return { hours: 0, minutes: 0, seconds: 0, word: undefined, offset: undefined };
  const found = timeShape.exec(rest);
  if (!found) return null;
  const [, hoursText = '', minutesText, secondsText, half, word, offset] = found;
  if (minutesText === undefined && half === undefined) return null;
  let hours = Number(hoursText);
  const minutes = Number(minutesText ?? 0);
  const seconds = Number(secondsText ?? 0);
  if (half && (hours < 1 || hours > 12)) return null;
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hours > 23 || minutes > 59 || seconds > 59 ? null : { hours, minutes, seconds, word, offset };
}

/** Minutes east of UTC, or a zone's name; null where the word names none. */
function zoneOf(clock: WallClock, zone: Zone): Zone | null {
  const base = clock.word === undefined ? undefined : zoneWords.get(clock.word.toLowerCase());
  if (clock.word !== undefined && base === undefined) return null;
  if (clock.offset === undefined) return base ?? zone;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(clock.offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** By zone, then by day (counted from 1970): the day's offset, or null where the clocks change on it. */
const steadyDays = new Map<string, Map<number, number | null>>();

/** Minutes east of UTC on a wall clock in a zone. Days on which the clocks do not change are computed once. */
function offsetIn(zone: string, day: DayParts, wall: number): number {
  const days = steadyDays.get(zone) ?? new Map<number, number | null>();
  steadyDays.set(zone, days);
  const key = Math.floor(wall / 86_400_000);
  let steady = days.get(key);
  if (steady === undefined) {
    const midnight = Temporal.PlainDateTime.from({ year: day.year, month: day.month, day: day.day });
    const first = minutesAt(midnight, zone);
    steady = minutesAt(midnight.add({ days: 1 }), zone) === first ? first : null;
    if (days.size > 5_000) days.clear();
    days.set(key, steady);
  }
  return steady ?? minutesAt(Temporal.PlainDateTime.from(new Date(wall).toISOString().slice(0, 19)), zone);
}

/** In a gap or an overlap the earlier reading of `compatible` holds, as everywhere in the program. */
function minutesAt(clock: Temporal.PlainDateTime, zone: string): number {
  return (
    (Date.parse(`${clock.toString({ smallestUnit: 'second' })}Z`) - clock.toZonedDateTime(zone).epochMilliseconds) /
    60_000
  );
}

/** A day; null with the words as a remark where something else stands there: `pending`, `moved to Georgia`. */
export function parseDay(
  typed: string,
  order: DayOrder = 'month-first',
  count: DayCount = 'from-1900',
): { readonly value: CivilDate | null; readonly remark: string | null; readonly note?: string } {
  const text = tidy(typed);
  if (text === '' || text === emptyDate) return { value: null, remark: null };
  const counted = findDayNumber(text, count);
  if (counted) return { value: CivilDate.parse(isoDay(counted)), remark: null, note: sayCounted(counted) };
  const day = findDay(text, order);
  // A time behind the day is left out; other words make it a remark.
  if (!day || (day.rest !== '' && minutesOf(day.rest) === null)) return { value: null, remark: text };
  if (order === 'both' && readsEitherWay(text)) return { value: null, remark: text, note: eitherWay };
  const value = CivilDate.parse(isoDay(day));
  const doubt = doubtOfOrder(text, day, order);
  return doubt === null ? { value, remark: null } : { value, remark: null, note: doubt };
}

function isoDay(day: DayParts): string {
  return `${day.year}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}
