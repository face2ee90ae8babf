import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { insertRow, updateRow } from './apply.ts';
import type { Fields } from './combine.ts';
import { reindexPeople } from './search.ts';

interface ReplayedEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Makes every row again in an empty database from the log of another: rows are what the log says, and nothing else. */
export function replay(from: ReadableDatabase, into: WritableDatabase): void {
  into.exec('BEGIN IMMEDIATE');
  try {
    into.exec('PRAGMA defer_foreign_keys = ON');
    for (const entry of from.each<ReplayedEntry>(
      'SELECT tableName, rowId, before, after FROM logEntry ORDER BY sequence',
    )) {
      replayEntry(into, entry);
    }
    reindexPeople(into);
    into.exec('COMMIT');
  } catch (error) {
    into.exec('ROLLBACK');
    throw error;
  }
}

function replayEntry(into: WritableDatabase, entry: ReplayedEntry): void {
  if (entry.after === null) {
    into.run(`DELETE FROM "${entry.tableName}" WHERE id = ?`, entry.rowId);
    return;
  }
  // The log's own text, which `commit` wrote.
  const after = JSON.parse(entry.after) as Fields;
  if (entry.before === null) insertRow(into, entry.tableName, entry.rowId, after);
  else updateRow(into, entry.tableName, entry.rowId, after);
}
