import { copyFileSync, linkSync, lstatSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { cancelled } from '../files/cancelled.ts';
import { previousOf, putBack } from '../files/leftovers.ts';
import { temporaryName } from '../files/maker.ts';
import { keepPrivate, PRIVATE_FILE } from '../files/private.ts';
import type { WorkOptions } from '../files/progress.ts';
import { sayFileError } from '../files/replace-file.ts';
import { syncFile, syncFolder } from '../files/sync.ts';
import { checkTarget } from './backup-target.ts';
import { explainStorageError } from './errors.ts';
import { damageOf, openForReading } from './open.ts';

/** A copy that lies under its name, with how many entries of the log it holds. */
export interface PlacedCopy {
  readonly rows: number;
}

/** A finished copy under a temporary name, and where it belongs. */
export interface DraftCopy {
  readonly draft: string;
  readonly file: string;
  /** The database that was copied, by its name; the file itself may have gone. */
  readonly database: string;
  /** How many entries the log had when it was copied. */
  readonly entries: number;
  /** What is wrong with the database itself, and so with a true copy of it; left out: nothing may be. */
  readonly flaws?: readonly string[];
}

let count = 0;

/** A temporary name beside a file, for the copy that will become it. */
export const draftFor = (file: string): string => {
  count += 1;
  return path.join(path.dirname(file), temporaryName(`${threadId}-${count}.part`));
};

/**
 * Checks a copy whole, gives it its name, and opens it under that name to check it again. The file that it replaces
 * stays until then, and comes back where the check fails.
 */
export async function placeCopy(
  copy: DraftCopy,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<PlacedCopy>> {
  const { draft, file, database } = copy;
  asOneFile(draft);
  const damage = damageOfCopy(draft, copy);
  if (damage.length > 0) return refuse(notWhole, damage);
  syncFile(draft);
  if (signal?.aborted) return cancelled();
  // It was looked at before the copy was made, which may have taken minutes.
  const target = checkTarget(file, database);
  if (!target.ok) return target;
  const previous = keepPrevious(file);
  renameSync(draft, file);
  keepPrivate(file, PRIVATE_FILE);
  syncFolder(path.dirname(file));
  // All that is left is to look at it again.
  onProgress?.({ done: 3, total: 4 });
  const broken = damageOfCopy(file, copy);
  if (broken.length > 0) {
    if (previous === null) rmSync(file, { force: true });
    else await putBack(file);
    return refuse(notWhole, broken);
  }
  if (previous !== null) rmSync(previous, { force: true });
  syncFolder(path.dirname(file));
  return done({ rows: copy.entries });
}

const notWhole =
  'The copy is incomplete, so no backup was kept. Try another disk; if that fails too, choose “Check this desk”: it says what to do.';

/** A database that keeps a write-ahead log would lie in three files as soon as it is opened: a copy is one. */
function asOneFile(file: string): void {
  const connection = new Database(file, { fileMustExist: true });
  try {
    connection.pragma('journal_mode = DELETE');
  } finally {
    connection.close();
  }
}

function damageOfCopy(file: string, { entries, flaws = [] }: DraftCopy): readonly string[] {
  let copy: ReturnType<typeof openForReading> | undefined;
  try {
    copy = openForReading(file);
    const damage = damageOf(copy).filter((each) => !flaws.includes(each));
    if (damage.length > 0) return damage;
    const kept = copy.get<{ n: number }>('SELECT count(*) AS n FROM logEntry')?.n ?? 0;
    return kept === entries ? [] : [`It has ${kept} entries of the log instead of ${entries}.`];
  } catch (error) {
    // No database any more, or none that can be read so far.
    if (error instanceof Database.SqliteError) return [error.message];
    throw error;
  } finally {
    copy?.close();
  }
}

/** Keeps the file that is about to be replaced under another name; null: there is none. */
function keepPrevious(file: string): string | null {
  if (!lstatSync(file, { throwIfNoEntry: false })) return null;
  const previous = previousOf(file);
  rmSync(previous, { force: true });
  try {
    // A second name, so that there is never a moment without a file under the first.
    linkSync(file, previous);
  } catch {
    // A stick's file system knows one name for a file only. Half a copy must never be put back.
    const half = draftFor(file);
    copyFileSync(file, half);
    syncFile(half);
    renameSync(half, previous);
  }
  return previous;
}

/** Why a copy could not be written, as a refusal; null: a bug of ours. */
export function explainCopyError(error: unknown, file: string, database: string) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const asFileError = fileErrors.find(([pattern]) => pattern.test(code))?.[1];
  const why = sayFileError(file, asFileError ? Object.assign(new Error(code), { code: asFileError }) : error);
  return why === null ? explainStorageError(error, database) : refuse(why);
}

/** What SQLite says of the disk, as the disk would say it: a backup is a file like others. */
const fileErrors = [
  [/^SQLITE_FULL/, 'ENOSPC'],
  [/^SQLITE_IOERR/, 'EIO'],
  [/^SQLITE_(READONLY|CANTOPEN|PERM)/, 'EACCES'],
] as const;
