import type { Instant } from '../../../shared/model/dates.ts';
import { instantOf } from '../../../shared/model/dates.ts';
import { type DayOrder, findDay } from '../imports/day-parts.ts';
import { parseTimestamp, type Zone } from '../imports/times.ts';

// Moments from 2000 to 2100: other numbers of ten digits are telephones.
const [firstSecond, lastSecond] = [946_684_800, 4_102_444_800];

/** The moment that seconds or milliseconds since 1970 stand for; null: it is another number. */
export function readEpoch(text: string): Instant | null {
  const [, seconds, more = ''] = /^(\d{10})(\d{3}|\.\d+)?$/.exec(text.trim()) ?? [];
  if (seconds === undefined || Number(seconds) < firstSecond || Number(seconds) > lastSecond) return null;
  const rest = more.startsWith('.') ? Number(`0${more}`) * 1_000 : Number(more || 0);
  return instantOf(new Date(Number(seconds) * 1_000 + Math.trunc(rest)));
}

/** `20241021124012` as scanners without a keyboard write it. */
const withMarks = (text: string): string =>
  text.replace(/^(\d{4})(\d{2})(\d{2})[T ]?(\d{2}):?(\d{2}):?(\d{2})?(?=$|Z|[+-])/, (_, ...parts: string[]) => {
    const [year, month, day, hour, minute, second = '00'] = parts;
    return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  });

/** Moments as scanners' programs turn them round: `Mon Oct 21 07:40:12 CDT 2024`, `7:40 AM, 10/21/2024`, `2024/10/21-07:40:12:123`. */
function inOrder(text: string): string {
  const even = text
    .replace(/^(?:[a-z]{3},? )?([a-z]{3} +\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?)( [a-z]{2,5})? (\d{4})$/i, '$1 $4 $2$3')
    .replace(/^(\d{4}[-/.]\d{2}[-/.]\d{2})[-_](?=\d{1,2}:)/, '$1 ')
    .replace(/(:\d{2}):(\d{3})$/, '$1.$2');
  const [, clock, day] = /^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?),? +(\S.*)$/i.exec(even) ?? [];
  return clock !== undefined && day !== undefined && /^[\w/.,-]+(?: \w+,? \w+)?$/.test(day) && /\d{4}|\d\/\d/.test(day)
    ? `${day} ${clock}`
    : even;
}

const hasClock = (text: string): boolean => /\d:\d{2}|\d\s*[ap]\.?m?\.?$/i.test(text);

/** The moment that a cell writes; a time without a zone is the program’s. Null: it is none, or a day without a time. */
export function readMoment(cell: string, zone: Zone, order: DayOrder): Instant | null {
  const text = inOrder(withMarks(cell.trim()));
  if (!hasClock(text) && !/^\d{5}\.\d+$/.test(text)) return readEpoch(text);
  // Minutes and seconds have two digits wherever they are whole: `12:5` was cut off.
  return /:\d(?!\d)/.test(text) ? null : parseTimestamp(text, zone, order).value;
}

/** Whether a cell is a day alone: `10/21/2024`, `20241021`. */
export const isDayAlone = (cell: string): boolean => findDay(withDashes(cell))?.rest === '';

/** `20241021` as a day that is read elsewhere. */
const withDashes = (cell: string): string => cell.trim().replace(/^(20\d{2})(\d{2})(\d{2})$/, '$1-$2-$3');

/** Whether a cell is a time of day alone: `7:40:12 AM`, `124012`. */
export const isTimeAlone = (cell: string): boolean =>
  /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m?\.?)?(\s*(z|[+-]\d{2}:?\d{2}|[a-z]{2,4}))?$/i.test(cell.trim()) ||
  /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/.test(cell.trim());

/** The moment of a day in one column and a time in another. */
export function joinMoment(day: string, time: string, zone: Zone, order: DayOrder): Instant | null {
  if (!isDayAlone(day) || !isTimeAlone(time)) return null;
  const clock = time.trim().replace(/^(\d{2})(\d{2})(\d{2})$/, '$1:$2:$3');
  return readMoment(`${withDashes(day)} ${clock}`, zone, order);
}
