import { type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import type { ReadSheet } from './read-sheet.ts';
import { type ReadingLimits, ReadingStopped, trimSheet } from './reading.ts';
import { type MergedCells, markupOf } from './sheet-markup.ts';
import type { ZipEntry } from './zip-directory.ts';

/** What unpacked workbooks may take together, in bytes: far above 250,000 rows, far below the memory. */
const unpackedLimit = 1_500_000_000;
/** What a cell's mark-up takes beside its text, in bytes; only the progress bar depends on it. */
const markupOfCell = 28;

/**
 * Reads every sheet of a workbook, cells as text; cells merged over several rows have their value in each. Dates are civil: the days and times that the sheet shows, in no
 * zone. Throws `ReadingStopped` where it is too big, damaged, or was cancelled.
 */
export async function readWorkbook(
  file: string,
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > unpackedLimit) throw new ReadingStopped('too-big');
  const sheetBytes = entries
    .filter((entry) => entry.name.startsWith('xl/worksheets/'))
    .reduce((sum, entry) => sum + entry.size, 0);
  const names = await namesOfSheets(bytes);
  const markup = await markupOf(bytes, entries);
  const sheets: ReadSheet[] = [];
  let read = 0;
  for (const [index, { name, hidden }] of names.entries()) {
    const rows: string[][] = [];
    let seen = 0;
    for await (const row of rowsOfSheet(bytes, index)) {
      seen += 1;
      // Not every empty row is worth a look at the signal.
      if (seen % 2_000 === 0) limits.count(0, 0);
      const cells = row.values.slice(0, filledLength(row.values)).map(textOfCell);
      // Formats reach far below and beside what is filled in: cells without a value are none.
      if (cells.length === 0) continue;
      limits.count(1 + Math.max(0, row.index - rows.length), cells.length);
      // Rows that the file leaves out are blank rows: the numbers must stay those of the spreadsheet.
      while (rows.length < row.index) rows.push([]);
      rows[row.index] = cells;
      read += cells.reduce((sum, cell) => sum + cell.length + markupOfCell, markupOfCell);
      if (limits.rows % 2_000 === 0) limits.report(Math.min(0.99, read / Math.max(1, sheetBytes)));
    }
    // A hidden row without a cell hides nobody.
    const unseen = (markup[index]?.hiddenRows ?? []).filter((row) => (rows[row - 1]?.length ?? 0) > 0);
    for (const merge of markup[index]?.merged ?? []) fillDown(rows, merge);
    sheets.push({
      name,
      rows: trimSheet(rows),
      ...(hidden && { hidden: true as const }),
      ...(unseen.length > 0 && { hiddenRows: unseen }),
    });
  }
  limits.report(1);
  return { file, format: 'xlsx', encoding: null, delimiter: null, sheets };
}

/** Puts the value of merged cells into every row that they reach over: each of those rows shows it. */
function fillDown(rows: string[][], { column, from, to }: MergedCells): void {
  const value = rows[from - 1]?.[column] ?? '';
  if (value === '') return;
  for (const row of rows.slice(from, to)) {
    // A row without a cell of its own is none.
    if (row.length === 0) continue;
    while (row.length <= column) row.push('');
    row[column] = value;
  }
}

function filledLength(values: readonly CellValue[]): number {
  let length = values.length;
  while (length > 0 && (values[length - 1] ?? '') === '') length -= 1;
  return length;
}

/** The sheets' names in their order; nothing of the sheets themselves is read. */
async function namesOfSheets(bytes: Buffer): Promise<{ readonly name: string; readonly hidden: boolean }[]> {
  const names: { readonly name: string; readonly hidden: boolean }[] = [];
  const sheets = (info: {
    readonly name: string;
    readonly hidden?: boolean;
    readonly veryHidden?: boolean;
  }): boolean => {
    names.push({ name: info.name, hidden: info.hidden === true || info.veryHidden === true });
    return false;
  };
  try {
    await readXlsx(bytes, { sheets });
  } catch (problem) {
    throw damaged(problem);
  }
  return names;
}

/** The rows of one sheet. Only what reading them throws is caught here: what its caller throws passes by. */
async function* rowsOfSheet(bytes: Buffer, sheet: number): ReturnType<typeof streamXlsxRows> {
  try {
    yield* streamXlsxRows(bytes, { sheet });
  } catch (problem) {
    throw damaged(problem);
  }
}

/** Whatever the library throws over a file's bytes, of its own classes or plain errors, is the file's damage. */
const damaged = (problem: unknown): ReadingStopped => new ReadingStopped('damaged', { cause: problem });

function textOfCell(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return textOfNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return textOfDate(value);
}

/** Workbooks keep 17 digits and show 15: `0.30000000000000004` was typed as 0.3. */
function textOfNumber(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/**
 * The day and time that a date cell shows, to the nearest second: workbooks keep days as fractions that fall a little
 * short. The Date's UTC reading is the sheet's own reading, so that no zone can move it.
 */
function textOfDate(value: Date): string {
  const seconds = Math.round(value.getTime() / 1000);
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  // A time without a day counts from the day before the calendar's first.
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day}T${time}`;
}
