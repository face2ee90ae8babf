import type { Spreadsheet } from '../../../shared/model/imports.ts';
import type { ReadSheet } from './read-sheet.ts';
import { type ReadingLimits, ReadingStopped, trimSheet } from './reading.ts';
import { readBook } from './workbook/book.ts';
import type { CellContext } from './workbook/cell-text.ts';
import { dateStyles } from './workbook/number-formats.ts';
import { WorkbookParts } from './workbook/parts.ts';
import { sharedStrings } from './workbook/shared-strings.ts';
import { SheetCells } from './workbook/sheet.ts';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Reads every sheet of a workbook that has cells, each as text; cells merged over several rows have their value in
 * each. Dates are civil: the days and times that the sheet shows, in no zone. Throws `ReadingStopped` where it is too
 * much, damaged, or was canceled.
 */
export async function readWorkbook(
  file: string,
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: ReadingLimits,
): Promise<Spreadsheet> {
  const parts = new WorkbookParts(bytes, entries, limits);
  const book = await readBook(parts, limits);
  // Sheets that share a part unpack it again and again, to any size; no program that saves workbooks makes them.
  if (new Set(book.sheets.map(({ part }) => part)).size < book.sheets.length) throw new ReadingStopped('unpacked');
  const context: CellContext = {
    strings: await sharedStrings(parts, book.strings, limits),
    dates: await dateStyles(parts, book.styles),
    from1904: book.from1904,
  };
  const claimed = book.sheets.reduce((sum, { part }) => sum + parts.claimedSize(part), 0);
  let unpacked = 0;
  const onProgress = (): void => limits.report(Math.min(0.99, unpacked / Math.max(1, claimed)));
  const sheets: ReadSheet[] = [];
  for (const { name, hidden, part } of book.sheets) {
    const cells = new SheetCells(name, context, limits, onProgress);
    await parts.read(part, cells, (piece) => {
      unpacked += piece;
    });
    cells.fillMerged();
    // A hidden row without a cell hides no one.
    const hiddenRows = [...cells.hiddenRows].filter((row) => (cells.rows[row - 1]?.length ?? 0) > 0);
    sheets.push({
      name,
      rows: trimSheet(cells.rows),
      ...(hidden && { hidden: true as const }),
      ...(hiddenRows.length > 0 && { hiddenRows }),
      ...(book.from1904 && { from1904: true as const }),
    });
  }
  limits.report(1);
  return { file, format: 'xlsx', encoding: null, delimiter: null, sheets };
}
