import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { ColumnKind } from '../../shared/model/roster.ts';
import { type Cell, cellOf, cleanText, type WallClock, type WorkbookSheet, wallClockOf } from './cells.ts';
import { breathe, type WorkOptions } from './progress.ts';
import { replaceFile } from './replace-file.ts';
import {
  cellStyle,
  fixedParts,
  type LaidColumn,
  lettersOf,
  sheetHead,
  sheetTail,
  tabNames,
  xml,
} from './workbook-parts.ts';
import { ZipFile } from './zip.ts';

/** The most rows that a spreadsheet's sheet holds below its header. */
export const mostRows = 1_048_575;

const chunkLength = 128 * 1024;
const narrowest = 6;
const widest = 48;
// The arrow of the filter stands over the end of a title.
const arrow = 3;
// In points; 409 is the most that a spreadsheet's row may have.
const lineHeight = 15;
const highest = 405;
const rightAligned = new Set<ColumnKind>(['number', 'money']);

/**
 * Writes tables as an XLSX workbook, a sheet each, row by row in the memory of a few chunks. Days are real days,
 * numbers numbers, money dollars; every text stays a text, also one that looks like a formula or begins with zeros.
 * Refuses where a sheet has no column or too many rows, and where the file can't be written.
 *
 * hucre's own streaming writer has no filter, no header of its own look, no page setup and one sheet only, and
 * takes twice as long; hucre reads back what this one writes in the tests.
 */
export async function writeWorkbook(
  file: string,
  sheets: readonly WorkbookSheet[],
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<{ readonly rows: number }>> {
  const refusal = whyNot(sheets);
  if (refusal !== null) return refuse(refusal);
  const total = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const areas = sheets.map((sheet) => ({ last: lettersOf(sheet.columns.length - 1), row: sheet.rows.length + 1 }));
  const written = await replaceFile(
    file,
    async (handle) => {
      const zip = new ZipFile(handle);
      let before = 0;
      const tell = (rows: number): void => onProgress?.({ done: before + rows, total });
      for (const [index, sheet] of sheets.entries()) {
        await zip.add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0, tell, signal), signal);
        before += sheet.rows.length;
      }
      const title = sheets[0]?.title ?? sheets[0]?.name ?? '';
      const absolute = areas.map(({ last, row }) => `$A$1:$${last}$${row}`);
      const parts = fixedParts(tabNames(sheets), absolute, cleanText(title));
      for (const [path, part] of parts) await zip.add(path, [part], signal);
      await zip.finish();
    },
    signal,
  );
  return written.ok ? done({ rows: total }) : written;
}

function whyNot(sheets: readonly WorkbookSheet[]): string | null {
  if (sheets.length === 0) return 'There is nothing to export: choose at least one list.';
  for (const { name, columns, rows } of sheets) {
    if (columns.length === 0) return `“${name}” has no columns: show at least one, then export again.`;
    if (rows.length > mostRows) {
      return `“${name}” has ${rows.length.toLocaleString('en-US')} rows; a spreadsheet holds ${mostRows.toLocaleString('en-US')}. Filter the list, or export it as CSV.`;
    }
  }
  return null;
}

async function* sheetXml(
  sheet: WorkbookSheet,
  first: boolean,
  tell: (rows: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const clock = wallClockOf(sheet.zone ?? 'UTC');
  const columns = await layOut(sheet, signal);
  const area = `A1:${columns.at(-1)?.letters ?? 'A'}${sheet.rows.length + 1}`;
  const titles = columns.map((column) => {
    const style = rightAligned.has(column.kind) ? cellStyle.headRight : cellStyle.head;
    return textCell(`${column.letters}1`, style, cleanText(column.title));
  });
  let chunk = `${sheetHead(columns, area, first)}<row r="1">${titles.join('')}</row>`;
  let number = 1;
  for (const row of sheet.rows) {
    number++;
    let cells = '';
    let lines = 1;
    for (const column of columns) {
      const cell = cellOf(column.kind, row[column.key], clock);
      if (cell.kind === 'empty') continue;
      if (cell.kind === 'text' && column.style === cellStyle.textWrapped) {
        lines = Math.max(lines, linesOf(cell.text, column.width));
      }
      cells += cellXml(`${column.letters}${number}`, column, cell);
    }
    // Not every spreadsheet measures wrapped rows of a file when it opens it, so that their height is said here.
    const height = lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight, highest)}" customHeight="1"`;
    chunk += `<row r="${number}"${height}>${cells}</row>`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
    tell(number - 1);
    await breathe(signal);
  }
  yield chunk + sheetTail(area, sheet.title ?? sheet.name, sheet.subtitle ?? '');
  tell(sheet.rows.length);
}

function cellXml(reference: string, column: LaidColumn, cell: Exclude<Cell, { kind: 'empty' }>): string {
  if (cell.kind !== 'text') return `<c r="${reference}" s="${column.style}"><v>${cell.value}</v></c>`;
  const wrapped = column.style === cellStyle.textWrapped;
  return textCell(reference, wrapped ? cellStyle.textWrapped : cellStyle.text, cell.text);
}

const textCell = (reference: string, style: number, text: string): string =>
  /^\s|\s$|\n|\s\s/.test(text)
    ? `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`;

const styleOf: Record<Exclude<ColumnKind, 'text' | 'yes-no'>, number> = {
  number: cellStyle.number,
  date: cellStyle.date,
  instant: cellStyle.instant,
  money: cellStyle.money,
};

/** Measures every cell: a column is as wide as its longest one, up to a limit past which its texts wrap. */
async function layOut(sheet: WorkbookSheet, signal: AbortSignal | undefined): Promise<LaidColumn[]> {
  const longest = sheet.columns.map((column) => widthOfText(column.title) + arrow);
  const several = sheet.columns.map(() => false);
  const utc: WallClock = (time) => time;
  for (const [at, row] of sheet.rows.entries()) {
    if (at % 10_000 === 9_999) await breathe(signal);
    for (const [index, { key, kind }] of sheet.columns.entries()) {
      const value = row[key];
      if (value === null || value === undefined) continue;
      if (typeof value === 'string' && (kind === 'text' || kind === 'yes-no')) {
        if (value.includes('\n') || value.includes('\r')) several[index] = true;
        if (value.length + 1 <= (longest[index] ?? 0) && value.length < 2) continue;
        longest[index] = Math.max(longest[index] ?? 0, widthOfText(value));
      } else {
        longest[index] = Math.max(longest[index] ?? 0, widthOfCell(cellOf(kind, value, utc)));
      }
    }
  }
  return sheet.columns.map(({ key, title, kind, width }, index): LaidColumn => {
    const fitting = Math.min(Math.max((longest[index] ?? 0) + 1.5, narrowest), widest);
    const wraps = several[index] === true || (longest[index] ?? 0) + 1.5 > (width ?? widest);
    const text = wraps ? cellStyle.textWrapped : cellStyle.text;
    const style = kind === 'text' || kind === 'yes-no' ? text : styleOf[kind];
    return { key, title, kind, letters: lettersOf(index), width: width ?? fitting, style };
  });
}

/** How many lines a text takes in a column so many characters wide: words do not break, so a little more than it needs. */
function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n', highest / lineHeight)) {
    lines += Math.max(1, Math.ceil((line.length + doubled(line)) / (width * 0.94)));
  }
  return lines;
}

function widthOfCell(cell: Cell): number {
  switch (cell.kind) {
    case 'empty':
      return 0;
    case 'text':
      return widthOfText(cell.text);
    case 'number':
      return String(cell.value).length;
    case 'date':
      return 'Sep 30, 2024'.length;
    case 'instant':
      return 'Sep 30, 2024 10:30 AM'.length;
    case 'money':
      return cell.value.toLocaleString('en-US').length + 4;
  }
}

// Han, kana, hangul and full-width forms are two digits wide in a spreadsheet's measure.
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g;

const doubled = (line: string): number => (/[\u1100-\uFFFF]/.test(line) ? (line.match(wide)?.length ?? 0) : 0);

/** The width of a text's longest line, in characters; never more than one past the widest column. */
function widthOfText(text: string): number {
  let longest = 0;
  for (const line of text.slice(0, 4 * widest).split(/[\r\n]/)) {
    longest = Math.max(longest, line.length + doubled(line));
  }
  return Math.min(longest, widest + 1);
}
