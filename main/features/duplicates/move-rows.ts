import type { MergedTable, Reference, WhenMerged } from '../../../shared/model/tables/table.ts';
import { type TableName, tableNames, tables } from '../../../shared/model/tables.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type Change, pointTo, removeFrom } from '../../log/change.ts';

/** A column that points to something which two people each have, and what merging them does to its row. */
interface MergedColumn {
  readonly table: TableName;
  readonly column: string;
  readonly whenMerged: WhenMerged;
}

/** Every column that points to such a table, as the tables' descriptors say. */
const columnsTo = (merged: MergedTable): readonly MergedColumn[] =>
  tableNames.flatMap((table) =>
    Object.entries<Reference>(tables[table].references).flatMap(([column, reference]) =>
      reference.to === merged && 'whenMerged' in reference ? [{ table, column, whenMerged: reference.whenMerged }] : [],
    ),
  );

/**
 * Makes whatever points to the row that goes point to the one that stays. What `unites` is left to those who know how two
 * such rows become one; what `refuses` has been looked at before anything is merged.
 */
export function* moveRows(
  database: ReadableDatabase,
  merged: MergedTable,
  kept: string,
  gone: string,
): Generator<Change> {
  for (const { table, column, whenMerged } of columnsTo(merged)) {
    if (whenMerged === 'unites') continue;
    const doubles = whenMerged === 'drops' ? doublesOf(database, table, column, kept, gone) : new Set<string>();
    for (const { id } of database.all<{ id: string }>(
      `SELECT id FROM "${table}" WHERE "${column}" = ? ORDER BY id`,
      gone,
    )) {
      yield doubles.has(id) ? removeFrom(table, id) : pointTo(table, id, column, kept);
    }
  }
}

/** The rows of the one that goes that the one that stays has already: equal in all else that must be unique. */
function doublesOf(
  database: ReadableDatabase,
  table: TableName,
  column: string,
  kept: string,
  gone: string,
): ReadonlySet<string> {
  const found = tables[table].unique
    .map(({ columns }): readonly string[] => columns)
    .filter((columns) => columns.includes(column))
    .flatMap((columns) => {
      const same = columns.filter((each) => each !== column).map((each) => ` AND mine."${each}" = theirs."${each}"`);
      return database.all<{ id: string }>(
        `SELECT theirs.id FROM "${table}" theirs JOIN "${table}" mine ON mine."${column}" = ?${same.join('')}
         WHERE theirs."${column}" = ?`,
        kept,
        gone,
      );
    });
  return new Set(found.map(({ id }) => id));
}
