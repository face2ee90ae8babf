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
 * Combines a command's changes, one after the other, so that each row has one.
 * A row that is inserted and removed again leaves nothing.
 */
export class RowChanges {
  /** Every row's place in the order in which rows were first named, a map a table: no key has to be put together. */
  readonly #places = new Map<TableName, Map<string, number>>();
  readonly #inOrder: (RowChange | null)[] = [];

  /** Joins a change to what was wanted of its row before. */
  add(change: Change): void {
    const { table, id } = change;
    let places = this.#places.get(table);
    if (!places) {
      places = new Map();
      this.#places.set(table, places);
    }
    const place = places.get(id);
    const next = join(place === undefined ? null : (this.#inOrder[place] ?? null), change);
    if (place !== undefined && next) {
      this.#inOrder[place] = next;
      return;
    }
    if (place !== undefined) {
      this.#inOrder[place] = null;
      places.delete(id);
    }
    if (next) places.set(id, this.#inOrder.push(next) - 1);
  }

  /** One change a row, in the order in which rows were first named. */
  inOrder(): readonly RowChange[] {
    return this.#inOrder.filter((change) => change !== null);
  }
}

function join(earlier: RowChange | null, change: Change): RowChange | null {
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

/** A row as it is, or a copy without what is left undefined: an import's 300,000 rows have nothing to leave out. */
function fieldsOf(row: object): Fields {
  return isFields(row) ? row : Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

/** Whether a row holds nothing but what SQLite stores: strings, numbers and null. Anything else but undefined is a bug. */
function isFields(row: object): row is Fields {
  let isWhole = true;
  for (const value of Object.values(row)) {
    if (value === null || typeof value === 'string' || typeof value === 'number') continue;
    if (value !== undefined) throw new Error(`A field holds ${typeof value}, which no column can.`);
    isWhole = false;
  }
  return isWhole;
}
