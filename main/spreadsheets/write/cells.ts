import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ColumnKind, TableCell, TableColumn, TableRow } from '../../../shared/model/roster.ts';

/** A table on its way to a file: one sheet of a workbook, or the whole of a CSV. */
export interface WorkbookSheet {
  /** On the sheet's tab; made fit for a spreadsheet where it is not. */
  readonly name: string;
  /** Printed at the head of every page; left out: the name. */
  readonly title?: string;
  /** Printed opposite to the title: the program, the cohort. */
  readonly subtitle?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** The zone whose clock shows moments, such as `America/Chicago`; left out: UTC. */
  readonly zone?: string;
  /** The day as of which the list stands, printed at the foot of every page. */
  readonly asOf?: CivilDate;
}

/** The most characters that a spreadsheet's cell holds, counted as UTF-16. */
const longestCell = 32_767;

/** A cell, understood: its day or moment in days since 1899-12-30 on a wall clock, a time as a part of a day, money in dollars. */
export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number' | 'date' | 'instant' | 'clock' | 'money'; readonly value: number };

const empty: Cell = { kind: 'empty' };
const dayLength = 86_400_000;
const minutesOfDay = 1_440;
// Spreadsheets believe in a February 29, 1900; from March 1 on, all of them agree on a day's number.
const firstSafeDay = 61;
const lastDay = 2_958_465;
const dayZero = Date.UTC(1899, 11, 30);

const civil = /^(\d{4})-(\d\d)-(\d\d)$/;
const onClock = /^([01]\d|2[0-3]):([0-5]\d)$/;
const care = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u;
const unwanted = /(?![\t\n])[\p{Cc}\uFFFE\uFFFF]/gu;

/**
 * A text as a cell can hold it: line ends become LF; other control characters, U+FFFE and U+FFFF go;
 * half a surrogate pair becomes U+FFFD; what is past 32,767 characters goes.
 */
export function cleanText(text: string): string {
  const clean = care.test(text) ? text.replace(/\r\n?/g, '\n').toWellFormed().replace(unwanted, '') : text;
  if (clean.length <= longestCell) return clean;
  const end = /[\uD800-\uDBFF]/.test(clean.charAt(longestCell - 1)) ? longestCell - 1 : longestCell;
  return clean.slice(0, end);
}

/**
 * A value by its column's kind. What does not fit the kind stays as it was typed, as text: nothing is dropped.
 * `wallClock` moves a moment to the clock that shows it.
 */
export function cellOf(kind: ColumnKind, value: TableCell | undefined, wallClock: WallClock): Cell {
  if (value === null || value === undefined || value === '') return empty;
  if (kind === 'yes-no') {
    if (value === 1 || value === 'yes') return { kind: 'text', text: 'Yes' };
    if (value === 0 || value === 'no') return { kind: 'text', text: 'No' };
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return empty;
    if (kind === 'number') return { kind, value };
    if (kind === 'money') return { kind, value: value / 100 };
    return { kind: 'text', text: String(value) };
  }
  if (kind === 'date') {
    const day = dayNumber(value);
    if (day !== null) return { kind, value: day };
  }
  if (kind === 'instant') {
    const moment = momentNumber(value, wallClock);
    if (moment !== null) return { kind, value: moment };
  }
  if (kind === 'clock') {
    const time = onClock.exec(value);
    if (time !== null) return { kind, value: (Number(time[1]) * 60 + Number(time[2])) / minutesOfDay };
  }
  const text = cleanText(value);
  return text === '' ? empty : { kind: 'text', text };
}

function dayNumber(text: string): number | null {
  const match = civil.exec(text);
  if (match === null) return null;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  // February 31 would roll over into March: such a text is no day.
  if (new Date(time).toISOString().slice(0, 10) !== text) return null;
  const day = (time - dayZero) / dayLength;
  return day >= firstSafeDay && day <= lastDay ? day : null;
}

function momentNumber(text: string, wallClock: WallClock): number | null {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  // Whole seconds, which is what a spreadsheet gives on to a CSV.
  const moment = (wallClock(Math.floor(time / 1_000) * 1_000) - dayZero) / dayLength;
  return moment >= firstSafeDay && moment < lastDay + 1 ? moment : null;
}

/** What a clock on the wall shows at a moment, as milliseconds as if that clock were UTC's. */
export type WallClock = (time: number) => number;

/** The wall clock of a zone. Offsets change on a quarter of an hour at most, so each quarter is asked for once. */
export function wallClockOf(zone: string): WallClock {
  if (zone === 'UTC') return (time) => time;
  const quarter = 900_000;
  const offsets = new Map<number, number>();
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (time) => {
    const start = Math.floor(time / quarter) * quarter;
    let offset = offsets.get(start);
    if (offset === undefined) {
      const part: Record<string, number> = {};
      for (const { type, value } of format.formatToParts(start)) part[type] = Number(value);
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - start;
      offsets.set(start, offset);
    }
    return time + offset;
  };
}

/** A part of a day as `HH:MM`. */
export function sayNumberedTime(value: number): string {
  const minutes = Math.round(value * minutesOfDay);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A number of days since 1899-12-30 as `YYYY-MM-DD HH:MM`, or the day alone. */
export function sayNumberedDay(value: number, withTime: boolean): string {
  const iso = new Date(dayZero + Math.round(value * dayLength)).toISOString();
  return withTime ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso.slice(0, 10);
}
