import type { ReadSheet } from '../../spreadsheets/read/read-sheet.ts';

/** A day of the calendar at a text's beginning, and what stands behind it. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly rest: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const monthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/;
const namedMonthFirst = new RegExp(`^${monthWord}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');
const namedDayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthWord}[,\\s-]+(\\d{4}|\\d{2})(?!\\d)`, 'i');

/**
 * Which of the two numbers before a year is the month: `4/1/2024` in the US is the first of April, also where nothing
 * tells it. `both`: a column has days of either order, so that `4/5/2024` may be either.
 */
export type DayOrder = 'month-first' | 'day-first' | 'unsaid' | 'both';

/**
 * Finds the day that a text begins with: `2024-04-01`, `4/1/2024` in US order unless told, `Jun 8, 2017`,
 * `8 June 2017`. Two-digit years from 70 on are of the last century. Null where there is none, or no such day.
 */
export function findDay(typed: string, order: DayOrder = 'month-first'): DayParts | null {
  const text = typed.replace(weekday, '');
  const found = readYearFirst(text) ?? readMonthFirst(text, order) ?? readNamed(text);
  if (!found) return null;
  const { year, month, day } = found;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= last ? found : null;
}

/**
 * The order in which a column writes its days: the day first where some can only be read so, as `13/4/2024`, the month
 * first as the US write it where some can only be read so; unsaid where all read either way, and both where they
 * contradict each other.
 */
export function orderOfDays(cells: Iterable<string>): DayOrder {
  const seen = new Set<DayOrder>();
  for (const cell of cells) {
    const [, one, two] = monthFirst.exec(cell.trim().replace(weekday, '')) ?? [];
    const [first, second] = [Number(one), Number(two)];
    if (first >= 1 && first <= 12 && second > 12 && second <= 31) seen.add('month-first');
    if (second >= 1 && second <= 12 && first > 12 && first <= 31) seen.add('day-first');
  }
  const [only = 'unsaid'] = seen;
  return seen.size > 1 ? 'both' : only;
}

/** Whether a day has another meaning in the other order, as `4/5/2024` and unlike `4/13/2024`. */
export function readsEitherWay(text: string): boolean {
  const [all, first, second] = monthFirst.exec(text.replace(weekday, '')) ?? [];
  return all !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** Whether a workbook counts its days from 1904, as old programs on the Mac had it; else from the end of 1899. */
export type DayCount = 'from-1900' | 'from-1904';

/** From which day a sheet's workbook counts. */
export const dayCountOf = ({ from1904 }: ReadSheet): DayCount => (from1904 === true ? 'from-1904' : 'from-1900');

/** So many days lie between the two beginnings. */
const daysTo1904 = 1_462;

/**
 * The day and time that a bare number stands for in a workbook: days since the end of 1899, such as 45383.299, from
 * 2000 to 2100. What a spreadsheet program hands out where a cell has lost its date format.
 */
export function findDayNumber(text: string, count: DayCount = 'from-1900'): DayParts | null {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return null;
  const days = Number(text) + (count === 'from-1904' ? daysTo1904 : 0);
  if (days < 36_526 || days > 73_050) return null;
  const moment = new Date(Math.round((days - 25_569) * 86_400) * 1000);
  const time = moment.toISOString().slice(11, 19);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    rest: time === '00:00:00' ? '' : time,
  };
}

const parts = (text: string, length: number, year: string, month: number, day: string): DayParts => ({
  year: year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year),
  month,
  day: Number(day),
  rest: text.slice(length).trim(),
});

function readYearFirst(text: string): DayParts | null {
  const [all, year = '', month, day = ''] = yearFirst.exec(text) ?? [];
  return all === undefined ? null : parts(text, all.length, year, Number(month), day);
}

function readMonthFirst(text: string, order: DayOrder): DayParts | null {
  const [all, first = '', second = '', year = ''] = monthFirst.exec(text) ?? [];
  if (all === undefined) return null;
  const isDayFirst = order === 'day-first' || (order === 'both' && Number(first) > 12);
  const [month, day] = isDayFirst ? [second, first] : [first, second];
  return parts(text, all.length, year, Number(month), day);
}

function readNamed(text: string): DayParts | null {
  const american = namedMonthFirst.exec(text);
  const [all, first = '', second = '', year = ''] = american ?? namedDayFirst.exec(text) ?? [];
  if (all === undefined) return null;
  const [word, day] = american ? [first, second] : [second, first];
  return parts(text, all.length, year, months.indexOf(word.slice(0, 3).toLowerCase()) + 1, day);
}
