import { columnsOf, shapeOf, type TableName, tableNames } from '../../shared/model/tables.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { insertRow, readRow, updateRow } from './apply.ts';
import type { Fields } from './combine.ts';
import { Meeting, type Why } from './meeting.ts';
import { ByRow, OwnStories } from './own-story.ts';
import { indexPeople, isSearched, peopleOf } from './search.ts';
import { readSignposts } from './signposts.ts';
import { type Sources, Uniting } from './unite.ts';

// What the rows of a program are follows from its log alone, in two steps. Each row is the fold of its own entries; and
// where two laptops' work meets, what single rows say is settled between them: what one removed and the other still
// points to, two rows that are one, one name given twice. On a laptop that never met another there is nothing to settle.

/** A row by its table and id. */
export interface RowName {
  readonly table: TableName;
  readonly id: string;
}

/** A row that is not simply what its own entries say, as `logUnsettled` has it. */
interface Unsettled extends RowName {
  readonly why: Why;
}

/** What the log makes of some rows. */
interface Settlement {
  /** The rows as they shall stand; null: they shall not. */
  readonly rows: readonly (RowName & { readonly fields: Fields | null })[];
  readonly unsettled: readonly Unsettled[];
}

/** The rows that were not simply what their own entries say when the log was settled last. */
export const unsettledRows = (database: ReadableDatabase): readonly Unsettled[] =>
  database.all<Unsettled>('SELECT tableName AS "table", rowId AS id, why FROM logUnsettled');

/** Whether there is any such row, so that a command must look at what it does to them. */
export const isMet = (database: ReadableDatabase): boolean =>
  database.get('SELECT 1 FROM logUnsettled LIMIT 1') !== undefined;

/**
 * Works out what the log makes of these rows, and of all that hangs on them. Of the rows of `from.desk` those named here
 * are taken for nothing; all others are taken as they stand. A change a row, so that others can have their turn.
 */
export function* settlementOf(from: Sources, named: Iterable<RowName>): Generator<void, Settlement> {
  const open = new ByRow<true>();
  for (const { table, id } of named) open.set(table, id, true);
  const stories = new OwnStories(from.log, from.desk, open);
  const signposts = readSignposts(from.desk, stories, open.idsOf('mergedPerson'));
  const meeting = new Meeting(from.desk, stories, signposts);
  for (const table of tableNames) for (const id of open.idsOf(table)) meeting.row(table, id);
  for (const id of signposts.leadNowhere) meeting.row('mergedPerson', id);
  yield* meeting.goOn();
  yield* new Uniting(from, meeting, signposts).steps();
  const met = tableNames.flatMap((table) => [...meeting.rows.of(table)]);
  return {
    rows: met.map(({ table, id, fields }) => ({ table, id, fields })),
    unsettled: met.flatMap(({ table, id, why }) => (why === null ? [] : [{ table, id, why }])),
  };
}

/**
 * Brings rows to what the log makes of them, in the transaction of whoever changed the log, and the index of names with
 * them. Gives back the tables whose rows changed.
 */
export function* settle(database: WritableDatabase, named: Iterable<RowName>): Generator<void, ReadonlySet<TableName>> {
  const before = unsettledRows(database);
  const { rows, unsettled } = yield* settlementOf({ log: database, desk: database }, [...before, ...named]);
  database.exec('PRAGMA defer_foreign_keys = ON');
  const changed = yield* write(database, rows);
  for (const { table, id } of before) {
    database.run('DELETE FROM logUnsettled WHERE tableName = ? AND rowId = ?', table, id);
  }
  for (const { table, id, why } of unsettled) {
    database.run('INSERT INTO logUnsettled (tableName, rowId, why) VALUES (?, ?, ?)', table, id, why);
  }
  for (const _ of indexPeople(database, new Set([...changed.people, ...peopleOf(database, changed.organizations)]))) {
    yield;
  }
  return changed.tables;
}

interface Changed {
  readonly tables: Set<TableName>;
  readonly people: Set<string>;
  readonly organizations: Set<string>;
}

/** Writes rows as they shall stand. What must be unique may pass from one to another, so rows make room before any takes it. */
export function* write(database: WritableDatabase, rows: Settlement['rows']): Generator<void, Changed> {
  const changed: Changed = { tables: new Set(), people: new Set(), organizations: new Set() };
  const later: (() => void)[] = [];
  for (const { table, id, fields } of rows) {
    yield;
    const standing = readRow(database, table, id) ?? null;
    const change = changeOf(table, standing, fields);
    if (!change) continue;
    changed.tables.add(table);
    if (table === 'person' && isSearched(change.kind, { before: standing, after: change.fields }))
      changed.people.add(id);
    if (table === 'organization') changed.organizations.add(id);
    const isTaken = shapeOf(table).unique.some(({ columns }) => columns.some((column) => column in change.fields));
    if (change.kind === 'update' && !isTaken) {
      updateRow(database, table, id, change.fields);
      continue;
    }
    if (standing) database.run(`DELETE FROM "${table}" WHERE id = ?`, id);
    if (fields) later.push(() => insertRow(database, table, id, fields));
  }
  for (const put of later) {
    put();
    yield;
  }
  return changed;
}

function changeOf(table: TableName, standing: Fields | null, fields: Fields | null) {
  if (standing === null && fields === null) return null;
  if (standing === null) return { kind: 'insert', fields: fields ?? {} } as const;
  if (fields === null) return { kind: 'remove', fields: {} } as const;
  const names = columnsOf(table).filter((name) => (standing[name] ?? null) !== (fields[name] ?? null));
  if (names.length === 0) return null;
  return { kind: 'update', fields: Object.fromEntries(names.map((name) => [name, fields[name] ?? null])) } as const;
}
