import { columnsOf, shapeOf, type TableName } from '../../shared/model/tables.ts';
import type { Scalar, WritableDatabase } from '../database/handles.ts';
import type { Fields, RowChange } from './combine.ts';

/** What the log keeps of one change: the changed fields as they were and as they became; null where there was no row. */
export interface LogEntry {
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** What to log of one change of one row; null where the row is so already. Nothing is written. */
export function entryOf(database: WritableDatabase, change: RowChange): LogEntry | null {
  if (change.kind === 'insert') return { before: null, after: change.fields };
  const row = readRow(database, change.table, change.id);
  if (!row) throw new Error(`A command ${change.kind}s a row of ${change.table} that is not there.`);
  if (change.kind === 'remove') return { before: row, after: null };
  const changed = Object.keys(change.fields).filter((name) => row[name] !== change.fields[name]);
  if (changed.length === 0) return null;
  const told = withTheirOwn(change.table, changed);
  return { before: pick(row, told), after: pick({ ...row, ...change.fields }, told) };
}

/** Writes the row of a change as its entry says. */
export function writeRow(database: WritableDatabase, { table, id, kind }: RowChange, { after }: LogEntry): void {
  if (after === null) database.run(`DELETE FROM "${table}" WHERE id = ?`, id);
  else if (kind === 'insert') insertRow(database, table, id, after);
  else updateRow(database, table, id, after);
}

/** Changed fields with those that make sense only together with them: no laptop may change one half, and another the other. */
function withTheirOwn(table: TableName, changed: readonly string[]): readonly string[] {
  const { together = [] } = shapeOf(table);
  const more = together.filter((group) => group.some((name) => changed.includes(name))).flat();
  return more.length === 0 ? changed : [...new Set([...changed, ...more])];
}

/** A row as it stands, whatever its table. */
export const readRow = (database: Pick<WritableDatabase, 'get'>, table: TableName, id: string): Fields | undefined =>
  database.get<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id);

/** Writes a whole row, as replaying the log does. */
export function insertRow(database: WritableDatabase, table: TableName, id: string, fields: Fields): void {
  const names = columnsOf(table);
  const strange = Object.keys(fields).find((name) => !names.includes(name));
  if (strange) throw new Error(`The table ${table} has no column ${strange}.`);
  if (fields['id'] !== id) throw new Error(`A row of ${table} has another id than its change.`);
  const values: Scalar[] = names.map((name) => fields[name] ?? null);
  database.run(insertSql(table), ...values);
}

/** Writes some fields of a row, as replaying the log does. */
export function updateRow(database: WritableDatabase, table: TableName, id: string, fields: Fields): void {
  const known = columnsOf(table);
  const names = Object.keys(fields);
  const strange = names.find((name) => name === 'id' || !known.includes(name));
  if (strange) throw new Error(`The table ${table} has no column ${strange} to change.`);
  const assignments = names.map((name) => `"${name}" = ?`).join(', ');
  database.run(`UPDATE "${table}" SET ${assignments} WHERE id = ?`, ...names.map((name) => fields[name] ?? null), id);
}

/** Made once a table: an import writes the same text some 100,000 times. */
const insertSqls = new Map<TableName, string>();

function insertSql(table: TableName): string {
  let sql = insertSqls.get(table);
  if (!sql) {
    const names = columnsOf(table);
    sql = `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    insertSqls.set(table, sql);
  }
  return sql;
}

const pick = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
