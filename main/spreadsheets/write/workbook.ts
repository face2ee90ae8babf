import { sayCount } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import { runsAsFormula } from '../../../shared/model/formulas.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { ColumnKind } from '../../../shared/model/roster.ts';
import { breathe, type WorkOptions } from '../../files/progress.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { type Cell, cellOf, cleanText, type WorkbookSheet, wallClockOf } from './cells.ts';
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
import { filterArrow, highestRow, layOut, lineHeight, linesOf, linesOfTitle } from './workbook-widths.ts';
import { ZipFile } from './zip.ts';

/** The most rows that a spreadsheet's sheet holds below its header. */
export const mostRows = 1_048_575;

const chunkLength = 128 * 1024;
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
      return `“${name}” has ${sayCount(rows.length)} rows; a spreadsheet holds ${sayCount(mostRows)}. Filter the list, or export it as CSV.`;
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
  const titleLines = Math.max(...columns.map(({ title, width }) => linesOfTitle(title, width - filterArrow)));
  let chunk = `${sheetHead(columns, area, first)}<row r="1"${heightOf(titleLines)}>${titles.join('')}</row>`;
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
    chunk += `<row r="${number}"${heightOf(lines)}>${cells}</row>`;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
    tell(number - 1);
    await breathe(signal);
  }
  const day = sheet.asOf === undefined ? '' : sayDay(sheet.asOf);
  yield chunk + sheetTail(area, sheet.title ?? sheet.name, sheet.subtitle ?? '', day);
  tell(sheet.rows.length);
}

// Not every spreadsheet measures wrapped rows of a file when it opens it, so that their height is said here.
const heightOf = (lines: number): string =>
  lines === 1 ? '' : ` ht="${Math.min(lines * lineHeight, highestRow)}" customHeight="1"`;

function cellXml(reference: string, column: LaidColumn, cell: Exclude<Cell, { kind: 'empty' }>): string {
  if (cell.kind !== 'text') return `<c r="${reference}" s="${column.style}"><v>${cell.value}</v></c>`;
  const wrapped = column.style === cellStyle.textWrapped;
  // As if someone had typed an apostrophe first: the text stays one, also after its cell was edited.
  if (runsAsFormula(cell.text)) {
    return textCell(reference, wrapped ? cellStyle.quotedWrapped : cellStyle.quoted, cell.text);
  }
  return textCell(reference, wrapped ? cellStyle.textWrapped : cellStyle.text, cell.text);
}

const textCell = (reference: string, style: number, text: string): string =>
  /^\s|\s$|\n|\s\s/.test(text)
    ? `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`
    : `<c r="${reference}" s="${style}" t="inlineStr"><is><t>${xml(text)}</t></is></c>`;
