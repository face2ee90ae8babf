import { guardFormula } from '../../../shared/model/formulas.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import { breathe, type WorkOptions } from '../../files/progress.ts';
import { replaceFile } from '../../files/replace-file.ts';
import {
  type Cell,
  cellOf,
  cleanText,
  sayNumberedDay,
  sayNumberedTime,
  type WallClock,
  type WorkbookSheet,
  wallClockOf,
} from './cells.ts';

const rowsAtOnce = 2_000;

/**
 * A text as a field of a CSV: where a spreadsheet would run it as a formula, an apostrophe goes before it, which our
 * own import takes off again; quotes where the format needs them.
 */
export function csvField(text: string): string {
  const safe = guardFormula(cleanText(text));
  return /[",\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes a table as CSV: UTF-8 with its mark, so that Excel reads accents; CRLF after each row.
 * Days are `2024-04-01`, moments `2024-04-01 16:33` on the sheet's clock, times `16:33`, money `75.00`.
 */
export async function writeCsv(
  file: string,
  sheet: WorkbookSheet,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<{ readonly rows: number }>> {
  const total = sheet.rows.length;
  const clock = wallClockOf(sheet.zone ?? 'UTC');
  const written = await replaceFile(
    file,
    async (handle) => {
      await handle.writeFile(`\uFEFF${sheet.columns.map((column) => csvField(column.title)).join(',')}\r\n`);
      for (let from = 0; from < total; from += rowsAtOnce) {
        const rows = sheet.rows.slice(from, from + rowsAtOnce);
        await handle.writeFile(rows.map((row) => `${csvRow(sheet.columns, row, clock)}\r\n`).join(''));
        onProgress?.({ done: from + rows.length, total });
        await breathe(signal);
      }
    },
    signal,
  );
  return written.ok ? done({ rows: total }) : written;
}

const csvRow = (columns: readonly TableColumn[], row: TableRow, clock: WallClock): string =>
  columns.map(({ key, kind }) => csvCell(cellOf(kind, row[key], clock))).join(',');

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return csvField(cell.text);
    case 'number':
      return String(cell.value);
    case 'money':
      return cell.value.toFixed(2);
    case 'clock':
      return sayNumberedTime(cell.value);
    case 'date':
    case 'instant':
      return sayNumberedDay(cell.value, cell.kind === 'instant');
  }
}
