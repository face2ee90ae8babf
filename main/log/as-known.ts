import type { Instant } from '../../shared/model/dates.ts';
import { columnsOf, shapeOf, type TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase, Scalar, WritableDatabase } from '../database/handles.ts';
import { openScratch } from '../database/snapshot.ts';
import { insertRow } from './apply.ts';
import { type FoldedEntry, fold } from './fold.ts';
import { type KeptEntry, lift } from './lift.ts';
import type { PlaceInLog } from './order.ts';
import { indexPeople } from './search.ts';

/**
 * Some tables as they were known up to a moment: what was recorded later is not in them, whatever day it is about. They
 * lie in memory and can only be read. The present rows are copied, and those that later entries touched are folded again
 * from the earlier ones, so that the work grows with what has changed since.
 */
export function tablesAsKnown(from: ReadableDatabase, tables: readonly TableName[], until: Instant): ReadableDatabase {
  const into = openScratch();
  // Only some tables are copied, and what their rows point to may not be among them.
  into.exec('PRAGMA foreign_keys = OFF');
  into.exec('BEGIN IMMEDIATE');
  for (const table of tables) copyRows(from, into, table);
  if (tables.includes('person')) copyNames(from, into);
  const touched = from.all<{ tableName: TableName; rowId: string }>(
    `SELECT DISTINCT tableName, rowId FROM logCommand JOIN logEntry ON commandSequence = logCommand.sequence
     WHERE at > ? AND tableName IN (SELECT value FROM json_each(?))`,
    until,
    JSON.stringify(tables),
  );
  for (const { tableName, rowId } of touched) {
    into.run(`DELETE FROM "${tableName}" WHERE id = ?`, rowId);
    const { row } = fold(entriesUntil(from, tableName, rowId, until), shapeOf(tableName).keepsFirst);
    if (row) insertRow(into, tableName, rowId, row);
  }
  const people = touched.flatMap(({ tableName, rowId }) => (tableName === 'person' ? [rowId] : []));
  for (const _ of indexPeople(into, people));
  into.exec('COMMIT');
  return into;
}

function copyRows(from: ReadableDatabase, into: WritableDatabase, table: TableName): void {
  const names = columnsOf(table);
  const list = names.map((name) => `"${name}"`).join(', ');
  const sql = `INSERT INTO "${table}" (${list}) VALUES (${names.map(() => '?').join(', ')})`;
  for (const row of from.each<Readonly<Record<string, Scalar>>>(`SELECT ${list} FROM "${table}"`))
    into.run(sql, ...names.map((name) => row[name] ?? null));
}

/** What people are listed by; it is made from the people, and copying it is quicker than making it again. */
function copyNames(from: ReadableDatabase, into: WritableDatabase): void {
  for (const { key, personId, sortName, words } of from.each<{
    key: number;
    personId: string;
    sortName: string;
    words: string;
  }>('SELECT key, personId, sortName, words FROM personSearchKey'))
    into.run(
      'INSERT INTO personSearchKey (key, personId, sortName, words) VALUES (?, ?, ?, ?)',
      key,
      personId,
      sortName,
      words,
    );
}

/** A row's entries up to a moment. */
const entriesUntil = (from: ReadableDatabase, table: TableName, rowId: string, until: Instant): FoldedEntry[] =>
  from
    .all<KeptEntry & PlaceInLog>(
      `SELECT tableName, rowId, before, after, schemaVersion, clock, deviceId, deviceSequence
       FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE rowId = ? AND tableName = ? AND at <= ?`,
      rowId,
      table,
      until,
    )
    .map((entry) => {
      const { clock, deviceId, deviceSequence } = entry;
      const { before, after } = lift(entry);
      return { before, after, clock, deviceId, deviceSequence };
    });
