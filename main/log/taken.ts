import { type TableName, tableNames, tables } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import { isInEffect, type StoredCommand } from './in-effect.ts';
import { newestFirst } from './order.ts';
import { mineInStretch, type Stretch, stretchValues } from './stretches.ts';

/** Columns of a table of which no two rows may have the same values, and how it reads where another row has them. */
interface UniqueOf {
  readonly table: TableName;
  readonly columns: readonly string[];
  readonly taken: (row: Fields) => string;
}

/** A row that has what a row which comes back would have. */
export interface Holder {
  readonly id: string;
  readonly unique: UniqueOf;
}

/** Everything that only one row may have. */
export const uniques: readonly UniqueOf[] = tableNames.flatMap((table) =>
  // TypeScript does not follow a table's name to its row; rows come from the table itself.
  tables[table].unique.map(({ columns, taken }) => ({ table, columns, taken: taken as unknown as UniqueOf['taken'] })),
);

/**
 * The rows that have what a command's own would have again, of one stretch of its entries: whole rows that come back,
 * and fields that go back. A row that goes or changes there by the same step makes room itself.
 */
export function holdersOf(database: ReadableDatabase, stretch: Stretch, unique: UniqueOf): readonly Holder[] {
  const { table, columns } = unique;
  const again = (column: string): string =>
    `CASE WHEN json_type(mine.before, '$.${column}') IS NULL THEN standing."${column}" ELSE mine.before ->> '${column}' END`;
  const touches = (entry: string): string =>
    columns.map((column) => `json_type(${entry}.before, '$.${column}') IS NOT NULL`).join(' OR ');
  const rows = database.all<{ id: string }>(
    `SELECT DISTINCT holder.id FROM logEntry mine
     LEFT JOIN "${table}" standing ON standing.id = mine.rowId
     CROSS JOIN "${table}" holder ON ${columns.map((column) => `holder."${column}" = ${again(column)}`).join(' AND ')}
     WHERE ${mineInStretch} AND mine.tableName = '${table}' AND mine.before IS NOT NULL
       AND holder.id <> mine.rowId AND (${touches('mine')})
       AND NOT EXISTS (SELECT 1 FROM logEntry own
         WHERE own.rowId = holder.id AND +own.tableName = '${table}' AND +own.commandSequence = mine.commandSequence
           AND (own.before IS NULL OR ${touches('own')}))
     LIMIT 100`,
    ...stretchValues(stretch),
  );
  return rows.map(({ id }) => ({ id, unique }));
}

/** So many records in the way are named. */
const mostNamed = 5;

/**
 * What stands in the place of rows that would come back, a sentence each: a cohort's name that another cohort has by
 * now, a second application of one person. Where there are many, that there are more.
 */
export function sayTaken(database: ReadableDatabase, holders: readonly Holder[]): readonly string[] {
  const sentences = [...new Set(holders.slice(0, mostNamed * 4).map((holder) => sayHolder(database, holder)))];
  return sentences.length > mostNamed ? [...sentences.slice(0, mostNamed), 'and more like these'] : sentences;
}

/** `Another cohort is named “Golf”, by “Opened Golf”.` */
function sayHolder(database: ReadableDatabase, { id, unique: { table, columns, taken } }: Holder): string {
  const what = taken(database.get<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id) ?? {});
  const by = broughtBy(database, table, id, columns);
  return by === null ? `${what}.` : `${what}, by “${by}”.`;
}

/** The last command in effect that gave a row these values. */
function broughtBy(database: ReadableDatabase, table: string, id: string, columns: readonly string[]): string | null {
  const gave = columns.map((column) => `json_type(after, '$.${column}') IS NOT NULL`).join(' OR ');
  const commands = database.all<StoredCommand>(
    `SELECT logCommand.* FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE rowId = ? AND tableName = ? AND (${gave}) ORDER BY ${newestFirst}`,
    id,
    table,
  );
  return commands.find((command) => isInEffect(database, command.id))?.label ?? null;
}
