import type { Instant } from '../../../shared/model/dates.ts';
import { columnLetter, type Sheet, type Spreadsheet } from '../../../shared/model/imports.ts';
import { type DayOrder, orderOfDays } from '../imports/day-parts.ts';
import { zoneOfHeader } from '../imports/times.ts';
import { findScanColumns, type ScanColumns } from './columns.ts';
import { joinMoment, readMoment } from './times.ts';

/** One line of a scanner log, understood as far as it can be. */
export interface Scan {
  /** As the file counts, from 1. */
  readonly row: number;
  readonly code: string;
  /** Null: the log has no times, or this line’s can’t be read. */
  readonly at: Instant | null;
  /** Why the line can’t be used; null: it can. */
  readonly problem: string | null;
  /** The log may end in the middle of this code. */
  readonly mayBeCut: boolean;
}

/** A scanner log as it was understood. */
export interface ScanLog {
  readonly scans: readonly Scan[];
  readonly hasTimes: boolean;
  /** Column titles as the file has them, for the rows that are saved. */
  readonly header: readonly string[];
  readonly notes: readonly string[];
}

/** Understands a log: which column has the codes, when each was scanned, and what is wrong with a line. */
export function understandScanLog({ sheets, openEnd = false }: Spreadsheet, zone: string): ScanLog {
  const [sheet, ...others] = sheets.filter(({ rows }) => rows.length > 0);
  const columns = sheet ? findScanColumns(sheet.rows) : null;
  if (!sheet || !columns) return { scans: [], hasTimes: false, header: [], notes: [] };
  const header = sheet.rows[columns.headerRow - 1] ?? [];
  const scans = readScans(sheet, columns, zone, openEnd);
  const notes = [
    sayColumns(columns, header),
    ...(others.length > 0 ? [`Only the sheet “${sheet.name}” was read.`] : []),
    ...(scans.at(-1)?.problem?.includes('cut off')
      ? ['The log ends in the middle of a line: copy it from the scanner again if it is longer there.']
      : []),
  ];
  return { scans, hasTimes: columns.when !== null, header, notes };
}

function readScans(sheet: Sheet, columns: ScanColumns, zone: string, openEnd: boolean): Scan[] {
  const { headerRow, code: codeColumn, when } = columns;
  const data = sheet.rows.slice(headerRow);
  const whenColumn = when === null ? codeColumn : 'moment' in when ? when.moment : when.day;
  const name = (column: number): string => sheet.rows[headerRow - 1]?.[column] ?? '';
  const told = when === null ? '' : 'moment' in when ? name(when.moment) : `${name(when.time)} ${name(when.day)}`;
  const clock = zoneOfHeader(told) ?? zone;
  const order = orderOfLog(data.map((row) => row[whenColumn] ?? ''));
  const usual = usualShape(data, columns);
  const scans: Scan[] = [];
  for (const [index, cells] of data.entries()) {
    if (cells.every((cell) => cell === '')) continue;
    const row = headerRow + index + 1;
    const isLast = index === data.length - 1;
    // A badge with a link to write to its wearer holds the address alone.
    const code = (cells[codeColumn] ?? '').replace(/^mailto:/i, '');
    const written =
      when === null
        ? ''
        : 'moment' in when
          ? (cells[when.moment] ?? '')
          : `${cells[when.day] ?? ''} ${cells[when.time] ?? ''}`.trim();
    const at =
      when === null
        ? null
        : 'moment' in when
          ? readMoment(written, clock, order)
          : joinMoment(cells[when.day] ?? '', cells[when.time] ?? '', clock, order);
    const isShort =
      openEnd && isLast && (cells.length < usual.cells || (written !== '' && written.length < usual.moment));
    const problem = problemOf({ cells, code, written, at, hasTimes: when !== null, isShort, isLast });
    const endsInCode = codeColumn === usual.cells - 1;
    scans.push({ row, code, at: problem === null ? at : null, problem, mayBeCut: openEnd && isLast && endsInCode });
  }
  return scans;
}

/** Scanners that divide their days by dots write the day first, unless a day of the log can only be read otherwise. */
function orderOfLog(cells: readonly string[]): DayOrder {
  const order = orderOfDays(cells);
  return order === 'unsaid' && cells.some((cell) => /^\d{1,2}\.\d{1,2}\./.test(cell)) ? 'day-first' : order;
}

/** How many cells a whole line has, and how short its moment can be; the last line is judged by the others. */
function usualShape(data: readonly (readonly string[])[], { when }: ScanColumns): { cells: number; moment: number } {
  const others = data.slice(0, -1).filter((row) => row.some((cell) => cell !== ''));
  const counts = new Map<number, number>();
  for (const row of others) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const cells = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
  const moments = others.map((row) =>
    when === null ? '' : 'moment' in when ? (row[when.moment] ?? '') : `${row[when.day] ?? ''} ${row[when.time] ?? ''}`,
  );
  const lengths = moments.map((moment) => moment.trim().length).filter((length) => length > 0);
  return { cells, moment: lengths.reduce((least, length) => Math.min(least, length), lengths.length > 0 ? 1_000 : 0) };
}

interface Line {
  readonly cells: readonly string[];
  readonly code: string;
  readonly written: string;
  readonly at: Instant | null;
  readonly hasTimes: boolean;
  readonly isShort: boolean;
  readonly isLast: boolean;
}

function problemOf({ cells, code, written, at, hasTimes, isShort, isLast }: Line): string | null {
  if (isShort) return 'The log is cut off in the middle of this line.';
  if (cells.some((cell) => /^"[^"]*$/.test(cell))) {
    return isLast
      ? 'The log is cut off in the middle of this line: its quotation mark is not closed.'
      : 'A quotation mark is not closed in this line.';
  }
  if (code === '') return 'This line has no code.';
  if (code.length > 200) return 'The code is longer than any badge’s or address.';
  if (!hasTimes || at !== null) return null;
  return written === ''
    ? 'This line has no time.'
    : `“${written.slice(0, 40)}” isn’t a date and time that can be understood.`;
}

function sayColumns({ code, when, unread, headerRow }: ScanColumns, header: readonly string[]): string {
  const name = (column: number): string => (header[column] ? `“${header[column]}”` : `column ${columnLetter(column)}`);
  const times =
    when === null
      ? `${unread === null ? 'It gives no times' : `The times in ${name(unread)} can’t be read`}: each scan counts from the beginning of the session that you choose.`
      : 'moment' in when
        ? `The time is ${name(when.moment)}.`
        : `The day is ${name(when.day)}, the time ${name(when.time)}.`;
  return `${headerRow === 0 ? 'The log has no header. ' : ''}The code is ${name(code)}. ${times}`;
}
