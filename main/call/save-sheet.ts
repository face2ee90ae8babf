import path from 'node:path';
import { countOf } from '../../shared/model/counts.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { SheetFormat, WrittenFile } from '../../shared/views/page.ts';
import type { WorkOptions } from '../files/progress.ts';
import { runJob } from '../jobs/run.ts';
import type { WorkbookSheet } from '../spreadsheets/write/cells.ts';
import { csvFilter, workbookFilter } from './dialogs.ts';
import type { Workbench } from './handler.ts';

/**
 * Asks where to, and saves a list as a workbook or as CSV; null where the person thought better of it. The dialog offers
 * both, the wanted one first; the name that was chosen has the last word.
 */
export async function saveSheet(
  desk: Workbench,
  sheet: WorkbookSheet,
  suggestedName: string,
  format: SheetFormat = 'xlsx',
): Promise<Result<WrittenFile | null>> {
  const title = sheet.title ?? sheet.name;
  const label = `Exporting ${title}`;
  const dated = { ...sheet, asOf: sheet.asOf ?? desk.facts().today };
  const options: WorkOptions = {
    signal: desk.signal,
    onProgress: ({ done: rows, total }) => desk.progress(label, total > 0 ? rows / total : null),
  };
  if (desk.isForPreview) {
    const made = await desk.writePaper({ title, fileName: suggestedName }, (target) => {
      desk.progress(label, null);
      return runJob('writeListPaper', { ...target, sheet: dated }, options);
    });
    if (!made.ok || made.value === null) return made.ok ? done(null) : made;
    return done(listFile(made.value.file, made.value.value.rows));
  }
  const file = await desk.dialogs.saveFile({
    title: `Export ${title}`,
    suggestedName: `${fileName(suggestedName)}.${format}`,
    filters: format === 'csv' ? [csvFilter, workbookFilter] : [workbookFilter, csvFilter],
  });
  if (file === null) return done(null);
  desk.progress(label, null);
  const written = isPaper(file)
    ? await runJob('writeListPaper', { file, sheet: dated }, options)
    : formatOf(file, format) === 'csv'
      ? await runJob('writeCsv', { file, sheet: dated }, options)
      : await runJob('writeWorkbook', { file, sheets: [dated] }, options);
  if (!written.ok) return written;
  desk.written.add(file);
  return done(listFile(file, written.value.rows));
}

/**
 * Saves several sheets under a name that a person chose: as a workbook, or, where the name says CSV, as CSV, which holds
 * one sheet only.
 */
export async function writeSheets(
  file: string,
  sheets: readonly WorkbookSheet[],
  options: WorkOptions,
): Promise<Result<{ readonly rows: number }>> {
  if (formatOf(file, 'xlsx') !== 'csv') return runJob('writeWorkbook', { file, sheets: [...sheets] }, options);
  const [sheet, ...others] = sheets;
  if (!sheet || others.length > 0) {
    return refuse(`A CSV file holds one sheet, and this has ${sheets.length}. Give it a name that ends in .xlsx.`);
  }
  return runJob('writeCsv', { file, sheet }, options);
}

const listFile = (file: string, rows: number): WrittenFile => ({
  file,
  holds: countOf(rows, 'row'),
  notes: [],
});

/** Whether a file is to hold a list as pages: a name may ask for that too. */
const isPaper = (file: string): boolean => path.extname(file).toLowerCase() === '.pdf';

/** The format that a file's name asks for; a name that asks for neither gets the one that was wanted. */
function formatOf(file: string, wanted: SheetFormat): SheetFormat {
  const ending = path.extname(file).toLowerCase();
  return ending === '.csv' ? 'csv' : ending === '.xlsx' ? 'xlsx' : wanted;
}

/** A name that every file system takes. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
