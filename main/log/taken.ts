import { sayNumber } from '../../shared/model/devices.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import { newestFirst } from './order.ts';
import { isInEffect, type StoredCommand } from './standing.ts';
import { mineInStretch, placeOf, type Stretch } from './stretches.ts';

/** Columns of a table of which no two rows may have the same values. */
export interface Unique {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A row that has what a row which comes back would have. */
export interface Holder {
  readonly table: string;
  readonly id: string;
  readonly columns: readonly string[];
}

/** What the schema itself says must be unique, but for the ids. */
export function uniquesOf(database: ReadableDatabase): readonly Unique[] {
  const rows = database.all<{ table: string; name: string; column: string }>(
    `SELECT sqlite_schema.name AS "table", list.name, info.name AS "column"
     FROM sqlite_schema JOIN pragma_index_list(sqlite_schema.name) list JOIN pragma_index_info(list.name) info
     WHERE sqlite_schema.type = 'table' AND sqlite_schema.name NOT LIKE 'log%'
       AND list."unique" = 1 AND list.origin = 'u' ORDER BY "table", list.name, info.seqno`,
  );
  const byIndex = new Map<string, { readonly table: string; readonly columns: string[] }>();
  for (const { table, name, column } of rows) {
    const unique = byIndex.get(name);
    if (unique) unique.columns.push(column);
    else byIndex.set(name, { table, columns: [column] });
  }
  return [...byIndex.values()];
}

/**
 * The rows that have what a command's own would have again, of one stretch of its entries: whole rows that come back,
 * and fields that go back. A row that goes or changes there by the same step makes room itself.
 */
export function holdersOf(database: ReadableDatabase, stretch: Stretch, unique: Unique): readonly Holder[] {
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
    ...placeOf(stretch),
  );
  return rows.map(({ id }) => ({ table, id, columns }));
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
function sayHolder(database: ReadableDatabase, { table, id, columns }: Holder): string {
  const row = database.get<Fields>(`SELECT * FROM "${table}" WHERE id = ?`, id) ?? {};
  const values = columns.map((column) => String(row[column] ?? ''));
  const what =
    words[`${table} ${columns.join()}`]?.(values) ?? `Another record of ${table} has the same ${columns.join(' and ')}`;
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

/** How each thing that only one record may have reads where another one has it. */
const words: Readonly<Record<string, (values: readonly string[]) => string>> = {
  'policyVersion number': ([number]) => `The policy has another version ${sayNumber(Number(number))}`,
  'cohort name': ([name]) => `Another cohort is named “${name}”`,
  'application cohortId,personId': () => 'The same person has another application to the same cohort',
  'participant cohortId,personId': () => 'The same person has another place in the same cohort',
  'sessionCohort sessionId,cohortId': () => 'The session is held for this cohort already',
  'certificate number': ([number]) => `Another certificate has the number ${number}`,
  'recertificationDue participantId,cycle': ([, cycle]) => `The graduate has other documents due in cycle ${cycle}`,
  'letterTemplate kind': () => 'The words of this letter were changed anew',
  'notSamePerson personA,personB': () => 'The two are marked as two people already',
  'invoice number': ([number]) => `Another invoice has the number ${number}`,
  'invoiceLine invoiceId,participantId': () => 'The participant stands on this invoice already',
  'savedMapping kind,name': ([, name]) => `Other columns are saved under the name “${name}”`,
  'badge code': ([code]) => `Another badge has the code ${code}`,
  'makeUp participantId,sessionId': () => 'The participant makes the course up in this session already',
  'columnSet list,name': ([, name]) => `Another set of columns is named “${name}”`,
};
