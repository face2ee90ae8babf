import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Result, refuse } from '../../shared/model/result.ts';
import type { Workbench } from '../call/handler.ts';
import { checkTarget } from '../database/backup-target.ts';
import { sayTrouble } from '../database/errors.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { fileTrouble } from '../database/held-files.ts';
import { whyBackupIsKept } from '../database/older-backup.ts';
import { draftFor, explainCopyError, type PlacedCopy } from '../database/place-copy.ts';
import { cancelled } from '../files/cancelled.ts';
import { putBack } from '../files/leftovers.ts';
import { makePrivateFile } from '../files/private.ts';
import type { WorkProgress } from '../files/progress.ts';
import { runJob } from '../jobs/run.ts';

/** What a copy of the database is made from, and who waits for it. */
interface Copying {
  /** The database's own name. */
  readonly database: string;
  /** Where the copy shall lie. */
  readonly file: string;
  /** Whether a database in which rows point to nothing is copied too. */
  readonly asItIs?: boolean;
  /** Whether the screens hear nothing of how far it has come: no one asked for it. */
  readonly isQuiet?: boolean;
  readonly signal: AbortSignal;
  readonly progress: Workbench['progress'];
}

/** Copies the database in a thread, on a connection of the thread's own, and checks the copy whole. */
export async function backUpInThread(
  open: ReadableDatabase,
  { database, file, asItIs = false, isQuiet = false, signal, progress }: Copying,
): Promise<Result<PlacedCopy>> {
  // The thread opens the name: it would copy another file, and say that this one is safe.
  const trouble = fileTrouble(open);
  if (trouble !== null) return refuse(sayTrouble(trouble, path.basename(database)));
  const onProgress = isQuiet ? () => undefined : saying('Backing up', progress);
  const result = await runJob('backUp', { database, file, asItIs }, { signal, onProgress });
  // A thread that was stopped by force may have stopped between the old file and the new one.
  if (!result.ok) await putBack(file);
  return result;
}

/** The same on a connection that is open already: a name that leads elsewhere by now can't be opened again. */
export async function copyOpenData(
  open: ReadableDatabase,
  { database, file, signal, progress }: Copying,
): Promise<Result<PlacedCopy>> {
  // What was not in memory would come from the other program's bytes.
  if (fileTrouble(open) === 'written over') return refuse(sayTrouble('written over', path.basename(database)));
  const target = checkTarget(file, database);
  if (!target.ok) return target;
  const kept = whyBackupIsKept(file, open);
  if (kept !== null) return refuse(kept);
  const onProgress = saying('Saving a copy', progress);
  const draft = draftFor(file);
  try {
    makePrivateFile(draft);
    const entries = open.get<{ n: number }>('SELECT count(*) AS n FROM logEntry')?.n ?? 0;
    await open.copyTo(draft, (pages, of) => {
      signal.throwIfAborted();
      onProgress({ done: pages, total: 2 * of });
    });
    const placed = await runJob('placeCopy', { draft, file, database, entries }, { signal, onProgress });
    if (!placed.ok) await putBack(file);
    return placed;
  } catch (error) {
    if (signal.aborted) return cancelled();
    const explained = explainCopyError(error, file, path.basename(database));
    if (explained) return explained;
    throw error;
  } finally {
    for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  }
}

const saying =
  (label: string, progress: Workbench['progress']) =>
  ({ done, total }: WorkProgress): void =>
    progress(label, total > 0 ? done / total : null);
