import type { RowSource } from '../slices.ts';

/** The selected rows that a table holds: what can be seen is what can be acted on. */
export function heldRows<Row>(rows: RowSource<Row>, selected: ReadonlySet<string>, idOf: (row: Row) => string): Row[] {
  const held: Row[] = [];
  for (let index = 0; index < rows.total && held.length < selected.size; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && selected.has(idOf(row))) held.push(row);
  }
  return held;
}
