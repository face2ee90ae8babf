import { rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type Result, refuse } from '../../shared/model/result.ts';
import { cancelled } from '../files/cancelled.ts';
import { makePrivateFile } from '../files/private.ts';
import type { WorkOptions } from '../files/progress.ts';
import { checkTarget } from './backup-target.ts';
import { wrap } from './handles.ts';
import { whyBackupIsKept } from './older-backup.ts';
import { damageOf } from './open.ts';
import { draftFor, explainCopyError, type PlacedCopy, placeCopy } from './place-copy.ts';

/** So many pages are copied before the thread looks whether someone cancelled: four megabytes. */
const PAGES_AT_ONCE = 1_000;

/** What is copied, and where to. */
export interface BackUpInput {
  readonly database: string;
  readonly file: string;
  /** Whether a database of which rows point to nothing is copied too: to be kept, before that is put right. */
  readonly asItIs?: boolean;
}

/**
 * Copies a database as it was last committed to a file, checks the copy whole and gives it its name. Has a read-only
 * connection of its own, so that it runs in a thread while commands are written, also during a long one.
 */
export async function backUp(
  { database, file, asItIs = false }: BackUpInput,
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<PlacedCopy>> {
  const target = checkTarget(file, database);
  if (!target.ok) return target;
  const draft = draftFor(file);
  let source: Database.Database | undefined;
  try {
    makePrivateFile(draft);
    source = new Database(database, { fileMustExist: true, readonly: true });
    // What is read stays as it is now: without this, every command of the window's would start the copy again.
    source.exec('BEGIN');
    const kept = whyBackupIsKept(file, wrap(source));
    if (kept !== null) return refuse(kept);
    const entries = source.prepare<[], { n: number }>('SELECT count(*) AS n FROM logEntry').get()?.n ?? 0;
    await source.backup(draft, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted();
        // The check that follows takes about as long.
        onProgress?.({ done: totalPages - remainingPages, total: 2 * totalPages });
        return PAGES_AT_ONCE;
      },
    });
    const flaws = asItIs ? damageOf(wrap(source)) : [];
    source.close();
    return await placeCopy({ draft, file, database, entries, flaws }, { signal, onProgress });
  } catch (error) {
    if (signal?.aborted) return cancelled();
    const explained = explainCopyError(error, file, path.basename(database));
    if (explained) return explained;
    throw error;
  } finally {
    source?.close();
    for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  }
}
