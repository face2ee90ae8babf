import { done, type Result } from '../../shared/model/result.ts';
import type { WrittenFile } from '../../shared/views/page.ts';
import { workbookFilter } from '../dialogs.ts';
import type { WorkbookSheet } from '../documents/cells.ts';
import type { Workbench } from '../handler.ts';
import { runJob } from '../jobs/run.ts';

/** Asks where to, and saves a list as a workbook; null where the person thought better of it. */
export async function saveSheet(
  desk: Workbench,
  sheet: WorkbookSheet,
  suggestedName: string,
): Promise<Result<WrittenFile | null>> {
  const file = await desk.dialogs.saveFile({
    title: `Export ${sheet.title ?? sheet.name}`,
    suggestedName: `${fileName(suggestedName)}.xlsx`,
    filters: [workbookFilter],
  });
  if (file === null) return done(null);
  const label = `Exporting ${sheet.title ?? sheet.name}`;
  desk.progress(label, null);
  const written = await runJob(
    'writeWorkbook',
    { file, sheets: [sheet] },
    {
      signal: desk.signal,
      onProgress: ({ done: rows, total }) => desk.progress(label, total > 0 ? rows / total : null),
    },
  );
  if (!written.ok) return written;
  desk.written.add(file);
  const { rows } = written.value;
  return done({ file, holds: `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`, notes: [] });
}

/** A name that every file system takes. */
export const fileName = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
