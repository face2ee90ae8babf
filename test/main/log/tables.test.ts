import { expect, test } from 'vitest';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import type { Collision, Reference } from '../../../shared/model/tables/table.ts';
import { type TableName, tableNames, tables } from '../../../shared/model/tables.ts';
import { openTestDatabase } from '../database-for-test.ts';

const referencesOf = (table: TableName): readonly (readonly [field: string, reference: Reference])[] =>
  Object.entries<Reference>(tables[table].references);
const uniquesOf = (
  table: TableName,
): readonly { readonly columns: readonly string[]; readonly collision: Collision }[] => tables[table].unique;

/** The columns of each of a table's UNIQUE constraints and indexes, as the migrated schema has them. */
function uniqueInSchema(database: ReadableDatabase, table: TableName): readonly string[] {
  const rows = database.all<{ name: string; column: string }>(
    `SELECT list.name, info.name AS "column" FROM pragma_index_list(?) list JOIN pragma_index_info(list.name) info
     WHERE list."unique" = 1 AND list.origin <> 'pk' ORDER BY list.name, info.seqno`,
    table,
  );
  const byIndex = Map.groupBy(rows, ({ name }) => name);
  return [...byIndex.values()].map((columns) => columns.map(({ column }) => column).join());
}

test.each(tableNames)('%s points where its descriptor says', (table) => {
  const inSchema = openTestDatabase().all<{ field: string; to: string }>(
    'SELECT "from" AS field, "table" AS "to" FROM pragma_foreign_key_list(?) ORDER BY "from"',
    table,
  );
  const said = referencesOf(table).map(([field, { to }]) => ({ field, to }));
  expect(said.sort((a, b) => (a.field < b.field ? -1 : 1))).toEqual(inSchema);
});

test.each(tableNames)('%s keeps unique what its descriptor says, in the same order of columns', (table) => {
  const said = uniquesOf(table).map(({ columns }) => columns.join());
  expect(said.toSorted()).toEqual(uniqueInSchema(openTestDatabase(), table).toSorted());
});

test('a table comes after those that it points to, so that rows can be made again in this order', () => {
  const early = tableNames.flatMap((table, at) =>
    referencesOf(table)
      .filter(([, { to }]) => to !== table && tableNames.indexOf(to) > at)
      .map(([field, { to }]) => `${table}.${field} points to ${to}, which comes later`),
  );
  expect(early).toEqual([]);
});

test('of what has an id made from some columns, nothing else can collide: two laptops’ rows would have one id and still collide', () => {
  const both = tableNames.filter(
    (table) =>
      uniquesOf(table).some(({ collision }) => collision === 'same-row') &&
      uniquesOf(table).filter((unique) => unique.collision !== 'cannot-happen').length > 1,
  );
  expect(both).toEqual([]);
});
