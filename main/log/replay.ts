import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { insertRow, updateRow } from './apply.ts';
import { type KeptEntry, type LiftedEntry, lift } from './lift.ts';
import { entriesOldestFirst } from './order.ts';
import { reindexPeople } from './search.ts';

/** Makes every row again in an empty database from the log of another: rows are what the log says, and nothing else. */
export function replay(from: ReadableDatabase, into: WritableDatabase): void {
  into.exec('BEGIN IMMEDIATE');
  try {
    into.exec('PRAGMA defer_foreign_keys = ON');
    for (const entry of from.each<KeptEntry>(
      `SELECT tableName, rowId, before, after, schemaVersion
       FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence ORDER BY ${entriesOldestFirst}`,
    )) {
      replayEntry(into, lift(entry));
    }
    reindexPeople(into);
    into.exec('COMMIT');
  } catch (error) {
    into.exec('ROLLBACK');
    throw error;
  }
}

function replayEntry(into: WritableDatabase, { tableName, rowId, before, after }: LiftedEntry): void {
  if (after === null) into.run(`DELETE FROM "${tableName}" WHERE id = ?`, rowId);
  else if (before === null) insertRow(into, tableName, rowId, after);
  else updateRow(into, tableName, rowId, after);
}
