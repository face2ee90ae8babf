import type { RowSource } from './slices.ts';

/** The selected rows that a table holds: what can be seen is what can be acted on. */
export function heldRows<Row>(rows: RowSource<Row>, selected: ReadonlySet<string>, idOf: (row: Row) => string): Row[] {
  const held: Row[] = [];
  for (let index = 0; index < rows.total && held.length < selected.size; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && selected.has(idOf(row))) held.push(row);
  }
  return held;
}

/** The ids of the rows from one place to another, also of those that are not here yet; null: the list became another. */
export async function idsBetween<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  first: number,
  last: number,
): Promise<ReadonlySet<string> | null> {
  if (rows.gather && !(await rows.gather(first, last))) return null;
  return idsHere(rows, idOf, first, last);
}

/** The ids of the rows from one place to another, as far as they are here. */
export function idsHere<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  first: number,
  last: number,
): Set<string> {
  const ids = new Set<string>();
  for (let index = first; index <= last; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined) ids.add(idOf(row));
  }
  return ids;
}
