import { createHash } from 'node:crypto';
import path from 'node:path';
import { z } from 'zod';
import { FileKey } from '../../shared/model/backups.ts';
import { Instant } from '../../shared/model/dates.ts';
import { readSettings, writeSettings } from './settings-file.ts';

/** So many databases are remembered, the ones opened last. */
const mostRemembered = 10;

const Recent = z.strictObject({ file: z.string().min(1).max(4_096), openedAt: Instant });
const Recents = z.strictObject({ files: z.array(Recent).max(100) });

/** A database that was opened on this laptop. */
export type RecentFile = z.infer<typeof Recent>;

const fileOf = (settings: string): string => path.join(settings, 'recent.json');

/** The databases that were opened on this laptop, the last one first. */
export const recentFiles = (settings: string): readonly RecentFile[] =>
  readSettings(fileOf(settings), Recents)?.files ?? [];

/** Remembers that a database was opened. Never fails: not to be listed is no reason not to open. */
export function rememberOpened(settings: string, file: string, openedAt: Instant): void {
  keep(settings, [{ file, openedAt }, ...recentFiles(settings).filter((each) => each.file !== file)]);
}

/** Forgets a database; the file itself stays. */
export function forgetRecent(settings: string, file: string): void {
  keep(
    settings,
    recentFiles(settings).filter((each) => each.file !== file),
  );
}

function keep(settings: string, files: readonly RecentFile[]): void {
  try {
    writeSettings(fileOf(settings), { files: files.slice(0, mostRemembered) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** The word by which the window names a file that the main process told it of. */
export const keyOfFile = (file: string): FileKey =>
  FileKey.parse(createHash('sha256').update(file).digest('hex').slice(0, 16));
