import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { insertRow } from './apply.ts';
import { type FoldedEntry, fold } from './fold.ts';
import { type KeptEntry, lift } from './lift.ts';
import type { PlaceInLog } from './order.ts';
import { reindexPeople } from './search.ts';

/** Makes every row again in an empty database from the log of another: rows are what the log says, and nothing else. */
export function replayLog(from: ReadableDatabase, into: WritableDatabase): void {
  into.exec('BEGIN IMMEDIATE');
  try {
    into.exec('PRAGMA defer_foreign_keys = ON');
    for (const { table, id, entries } of rowsInLog(from)) {
      const { row } = fold(entries);
      if (row) insertRow(into, table, id, row);
    }
    reindexPeople(into);
    into.exec('COMMIT');
  } catch (error) {
    into.exec('ROLLBACK');
    throw error;
  }
}

interface RowInLog {
  readonly table: TableName;
  readonly id: string;
  readonly entries: readonly FoldedEntry[];
}

/** Every row that the log has ever had, with its entries, one row at a time. */
function* rowsInLog(from: ReadableDatabase): Generator<RowInLog> {
  let table: TableName | null = null;
  let id = '';
  let entries: FoldedEntry[] = [];
  for (const entry of from.each<KeptEntry & PlaceInLog>(
    `SELECT tableName, rowId, before, after, schemaVersion, clock, deviceId, deviceSequence
     FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence ORDER BY tableName, rowId`,
  )) {
    const { tableName, rowId, clock, deviceId, deviceSequence } = entry;
    if (table !== tableName || id !== rowId) {
      if (table !== null) yield { table, id, entries };
      [table, id, entries] = [tableName, rowId, []];
    }
    const { before, after } = lift(entry);
    entries.push({ before, after, clock, deviceId, deviceSequence });
  }
  if (table !== null) yield { table, id, entries };
}
