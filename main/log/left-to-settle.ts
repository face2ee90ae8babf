import { shapeOf } from '../../shared/model/tables.ts';
import type { WritableDatabase } from '../database/handles.ts';
import { readRow } from './apply.ts';
import type { RowChange } from './combine.ts';

/**
 * Whether a change of a log with more than one laptop in it can only be logged, and its row is then what settle.ts makes
 * of it: a row that is added again though it is back already, because another laptop's points to it; a name that is
 * given back though another laptop's row has it. Only an undo or a redo does that; commands see the rows and refuse.
 */
export function isLeftToSettle(database: WritableDatabase, { table, id, kind, fields }: RowChange): boolean {
  if (kind === 'remove') return false;
  if (kind === 'insert' && readRow(database, table, id) !== undefined) return true;
  return shapeOf(table).unique.some(({ columns, collision }) => {
    if (collision !== 'lead-decides' || !columns.every((column) => column in fields)) return false;
    const same = columns.map((column) => `"${column}" = ?`).join(' AND ');
    const values = columns.map((column) => fields[column] ?? null);
    return database.get(`SELECT 1 FROM "${table}" WHERE ${same} AND id <> ?`, ...values, id) !== undefined;
  });
}
