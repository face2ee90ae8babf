import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { reindexPeople } from './search.ts';
import { type RowName, settlementOf, write } from './settle.ts';

/** Makes every row again in an empty database from the log of another: rows are what the log says, and nothing else. */
export function replayLog(from: ReadableDatabase, into: WritableDatabase): void {
  into.exec('BEGIN IMMEDIATE');
  try {
    into.exec('PRAGMA defer_foreign_keys = ON');
    const { rows } = finish(settlementOf({ log: from, desk: into }, everyRow(from)));
    finish(write(into, rows));
    reindexPeople(into);
    into.exec('COMMIT');
  } catch (error) {
    into.exec('ROLLBACK');
    throw error;
  }
}

/** Every row that the log has ever had. */
const everyRow = (from: ReadableDatabase): readonly RowName[] =>
  from.all<RowName>('SELECT DISTINCT tableName AS "table", rowId AS id FROM logEntry');

function finish<Value>(steps: Generator<void, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
