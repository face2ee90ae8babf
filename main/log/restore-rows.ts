import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { commitLarge } from '../database/commit-large.ts';
import { explainStorageError } from '../database/errors.ts';
import type { WritableDatabase } from '../database/handles.ts';
import { mustBeInPlace } from '../database/held-files.ts';
import type { CommitProgress } from './commit.ts';
import { Pace } from './pace.ts';
import { reindexInSteps } from './search.ts';
import { type RowName, settle } from './settle.ts';

/**
 * Brings rows that another program changed back to what the log makes of them, all of them or none, and the index of
 * names with them. `find` says which rows, and is asked while no one can write: what it finds is what is restored. The log
 * itself gets no entry, since it said all along what these rows are now: an entry would claim a change that it never
 * saw. Gives back how many rows were named. Wants the writer's connection for itself, as `commit` does.
 */
export async function restoreRows(
  database: WritableDatabase,
  find: () => Promise<Result<readonly RowName[]>>,
  { signal, onProgress }: CommitProgress,
): Promise<Result<number>> {
  try {
    mustBeInPlace(database);
    database.exec('BEGIN IMMEDIATE');
    const found = await find();
    // The desk may have been closed meanwhile; closing has rolled back.
    if (!database.isOpen()) return stopped;
    if (!found.ok || found.value.length === 0) {
      database.exec('ROLLBACK');
      return found.ok ? done(0) : found;
    }
    const pace = new Pace();
    for (const part of restoring(database, found.value)) {
      if (!pace.isOver()) continue;
      onProgress(part);
      await nextTurn();
      if (!database.isOpen()) return stopped;
      if (!signal.aborted) continue;
      database.exec('ROLLBACK');
      return stopped;
    }
    const [dangling] = database.all<{ table: string }>('PRAGMA foreign_key_check');
    if (dangling) {
      database.exec('ROLLBACK');
      return refuse(
        `The log leaves a record of “${dangling.table}” that points to nothing, so no record was restored. Go on from your latest backup.`,
      );
    }
    await commitLarge(database);
    return done(found.value.length);
  } catch (error) {
    if (database.isOpen()) rollBack(database);
    const explained = explainStorageError(error, path.basename(database.file));
    if (explained) return explained;
    throw error;
  }
}

const stopped = refuse('Canceled: no record was restored.');

/** Says how much is done, from 0 to 1. */
function* restoring(database: WritableDatabase, rows: readonly RowName[]): Generator<number> {
  let looked = 0;
  for (const _ of settle(database, rows)) {
    looked += 1;
    yield Math.min(looked / (3 * rows.length), 1) / 2;
  }
  const people = database.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n ?? 0;
  for (const indexed of reindexInSteps(database)) yield 0.5 + indexed / people / 2;
}

function rollBack(database: WritableDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
}
