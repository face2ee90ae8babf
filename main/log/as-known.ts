import type { Instant } from '../../shared/model/dates.ts';
import { shapeOf, type TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { openScratch, withLive } from '../database/snapshot.ts';
import { insertRow } from './apply.ts';
import { type FoldedEntry, fold } from './fold.ts';
import { type KeptEntry, lift } from './lift.ts';
import type { PlaceInLog } from './order.ts';
import { indexPeople } from './search.ts';

/**
 * Some tables as they were known up to a moment: what was recorded later is not in them, whatever day it is about. They
 * are in memory and can only be read. SQLite copies the present tables whole, with their indexes; then only the rows that
 * later entries touched are folded again from the earlier ones, so that the work grows with what has changed since.
 */
export function tablesAsKnown(from: ReadableDatabase, tables: readonly TableName[], until: Instant): ReadableDatabase {
  const into = openScratch();
  // Only some tables are copied, and what their rows point to may not be among them. Every row was checked when it was
  // written, and a copy that fails is thrown away whole.
  into.exec('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA journal_mode = OFF');
  for (const index of goneWithout) into.exec(`DROP INDEX "${index}"`);
  withLive(into, from, () => {
    into.exec(`BEGIN; ${laterRows}`);
    into.run(noteLater, until, JSON.stringify(tables));
    for (const table of tables) copyWhole(into, table);
    if (tables.includes('person')) copyWhole(into, 'personSearchKey');
    const renamed = othersNamed(into);
    for (const table of tables)
      into.run(`DELETE FROM main."${table}" WHERE id IN (SELECT rowId FROM temp.laterRow WHERE tableName = ?)`, table);
    foldLater(into, until);
    for (const _ of indexPeople(into, renamed));
    into.exec('DROP TABLE temp.laterRow; COMMIT');
  });
  return into;
}

/** Indexes that no question about an earlier day goes by: they would take a third of the time. */
const goneWithout = ['personEmail', 'personOrganization', 'participantApplication'];

/** The rows that entries after the moment touched. */
const laterRows =
  'CREATE TABLE temp.laterRow (tableName TEXT, rowId TEXT, PRIMARY KEY (tableName, rowId)) WITHOUT ROWID';

const noteLater = `INSERT OR IGNORE INTO temp.laterRow
  SELECT tableName, rowId FROM live.logCommand CROSS JOIN live.logEntry ON commandSequence = logCommand.sequence
  WHERE at > ? AND tableName IN (SELECT value FROM json_each(?))`;

/**
 * Copies a table into its empty twin: both are as the migrations build them. Said in these words, without columns or a
 * condition, SQLite carries the rows and the indexes over as they are, ten times as fast as row by row.
 */
const copyWhole = (into: WritableDatabase, table: TableName | 'personSearchKey'): void =>
  into.exec(`INSERT INTO main."${table}" SELECT * FROM live."${table}"`);

/** The people whose names, or whose school system's name, were others, or of whom no one knew. */
const othersNamed = (into: WritableDatabase): string[] =>
  into
    .all<{ id: string }>(
      `SELECT rowId AS id FROM temp.laterRow WHERE tableName = 'person'
       UNION SELECT id FROM main.person
         WHERE organizationId IN (SELECT rowId FROM temp.laterRow WHERE tableName = 'organization')`,
    )
    .map(({ id }) => id);

/** Makes the rows again that later entries touched, each from its entries up to the moment; a later row has none. */
function foldLater(into: WritableDatabase, until: Instant): void {
  const kept = into.all<KeptEntry & PlaceInLog>(
    `SELECT logEntry.tableName, logEntry.rowId, before, after, schemaVersion, clock, deviceId, deviceSequence
     FROM temp.laterRow CROSS JOIN live.logEntry USING (rowId, tableName)
     CROSS JOIN live.logCommand ON logCommand.sequence = commandSequence WHERE at <= ?`,
    until,
  );
  for (const ofRow of Map.groupBy(kept, ({ tableName, rowId }) => `${tableName} ${rowId}`).values()) {
    const [first] = ofRow;
    if (!first) continue;
    const { tableName, rowId } = first;
    const { row } = fold(ofRow.map(foldedEntry), shapeOf(tableName).keepsFirst);
    if (row) insertRow(into, tableName, rowId, row);
  }
}

function foldedEntry(entry: KeptEntry & PlaceInLog): FoldedEntry {
  const { clock, deviceId, deviceSequence } = entry;
  const { before, after } = lift(entry);
  return { before, after, clock, deviceId, deviceSequence };
}
