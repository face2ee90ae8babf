import type { TableName } from '../../shared/model/tables.ts';
import type { Scalar } from '../database/handles.ts';
import type { Change } from './change.ts';

/** A row's fields, whatever its table. */
export type Fields = Readonly<Record<string, Scalar>>;

/** All that one command wants of one row. */
export interface RowChange {
  readonly table: TableName;
  readonly id: string;
  /** insert and remove are about the whole row; update about some fields. */
  readonly kind: 'insert' | 'update' | 'remove';
  readonly fields: Fields;
}

/**
 * Combines a command's changes so that each row has one, in the order in which rows were first named.
 * A row that is inserted and removed again leaves nothing.
 */
export function combine(changes: Iterable<Change>): Iterable<RowChange> {
  const byRow = new Map<string, RowChange>();
  for (const change of changes) {
    const key = `${change.table} ${change.id}`;
    const next = join(byRow.get(key), change);
    if (next) byRow.set(key, next);
    else byRow.delete(key);
  }
  return byRow.values();
}

function join(earlier: RowChange | undefined, change: Change): RowChange | null {
  const { table, id } = change;
  if (earlier?.kind === 'remove') throw new Error(`A command changes a row of ${table} that it has removed.`);
  switch (change.kind) {
    case 'insert':
      return { table, id, kind: 'insert', fields: fieldsOf(change.row) };
    case 'update':
      return { table, id, kind: earlier?.kind ?? 'update', fields: { ...earlier?.fields, ...fieldsOf(change.fields) } };
    case 'remove':
      return earlier?.kind === 'insert' ? null : { table, id, kind: 'remove', fields: {} };
  }
}

/** Model rows hold nothing but what SQLite stores: strings, numbers and null. */
function fieldsOf(row: object): Fields {
  const fields: Record<string, Scalar> = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    if (value !== null && typeof value !== 'string' && typeof value !== 'number') {
      throw new Error(`The field ${name} holds ${typeof value}, which no column can.`);
    }
    fields[name] = value;
  }
  return fields;
}
