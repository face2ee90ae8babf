import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { isTableName, type TableName } from '../../shared/model/tables.ts';
import { commitLarge } from '../database/commit-large.ts';
import { explainStorageError } from '../database/errors.ts';
import type { WritableDatabase } from '../database/handles.ts';
import { mustBeInPlace } from '../database/held-files.ts';
import { type Admitted, admit } from './append-gate.ts';
import type { CommitProgress } from './commit.ts';
import type { Here } from './far-ahead.ts';
import { logCommand, logDevice, logEntry, nextPlace } from './keep.ts';
import { Pace } from './pace.ts';
import { type RowName, settle } from './settle.ts';

/** What another laptop's changes did here. */
interface Appended {
  /** How many of them were new. */
  readonly commands: number;
  readonly entries: number;
  /** The tables of which rows changed. */
  readonly tables: readonly TableName[];
  /** Why some stayed out, because a clock is far ahead; null: all are in. */
  readonly heldBack: string | null;
}

/**
 * Appends commands of another laptop to this one's log, and brings the rows that they are about to what the whole log
 * makes of them (settle.ts), in one transaction: all of it or nothing. What is here already changes nothing, so that the
 * same may be sent twice. Refuses, with a sentence, another program's changes, a newer version's, gaps, two laptops that
 * go by one name, and whatever is not as its laptop wrote it; what a clock far ahead has dated stays out. Wants the writer's connection for itself, as `commit` does.
 */
export async function append(
  database: WritableDatabase,
  here: Here,
  sent: unknown,
  progress?: CommitProgress,
): Promise<Result<Appended>> {
  try {
    mustBeInPlace(database);
    database.exec('BEGIN IMMEDIATE');
    const admitted = admit(database, here, sent);
    if (!admitted.ok || admitted.value.commands.length === 0) {
      database.exec('ROLLBACK');
      return admitted.ok ? done({ commands: 0, entries: 0, tables: [], heldBack: null }) : admitted;
    }
    const steps = write(database, admitted.value);
    const pace = new Pace();
    for (;;) {
      const step = steps.next();
      if (step.done) {
        await commitLarge(database);
        return done(step.value);
      }
      if (!pace.isOver()) continue;
      progress?.onProgress(step.value);
      await nextTurn();
      if (progress?.signal.aborted) {
        database.exec('ROLLBACK');
        return refuse('Canceled: nothing was taken in.');
      }
    }
  } catch (error) {
    return recover(database, error);
  }
}

/** A refusal of the disk is a value, and so is a record that no table takes; anything else is a bug. */
function recover(database: WritableDatabase, error: unknown): Result<Appended> {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
  if (error instanceof Error && 'code' in error && /^SQLITE_(CONSTRAINT|MISMATCH)/.test(String(error.code))) {
    return refuse(
      'These changes make a record that Cohort Desk can’t keep, so none was taken in. Update both laptops to the same version, then try again.',
      [error.message],
    );
  }
  const explained = explainStorageError(error, path.basename(database.file));
  if (explained) return explained;
  throw error;
}

/** A change an entry or a row; each says how much is done, from 0 to 1. */
function* write(
  database: WritableDatabase,
  { device, isNewDevice, commands, heldBack }: Admitted,
): Generator<number, Appended> {
  database.exec('PRAGMA defer_foreign_keys = ON');
  if (isNewDevice) logDevice(database, device, device.since);
  const touched: RowName[] = [];
  const total = commands.reduce((sum, command) => sum + command.entries.length, 0);
  for (const { entries, seal, ...command } of commands) {
    const sequence = nextPlace(database);
    for (const entry of entries) {
      logEntry(database, sequence, entry);
      if (isTableName(entry.tableName)) touched.push({ table: entry.tableName, id: entry.rowId });
      yield touched.length / total / 4;
    }
    logCommand(database, { ...command, deviceId: device.id, sequence }, seal);
  }
  const settling = settle(database, touched);
  for (let looked = 0; ; looked += 1) {
    const step = settling.next();
    if (step.done) return { commands: commands.length, entries: total, tables: [...step.value], heldBack };
    // Each row is looked at, followed and written, and of some more rows no one knows beforehand.
    yield Math.min(0.25 + looked / total / 4, 1);
  }
}
