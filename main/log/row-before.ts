import { shapeOf } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Fields } from './combine.ts';
import { fold } from './fold.ts';
import { type KeptEntry, type LiftedEntry, lift } from './lift.ts';
import { isEarlier, type PlaceInLog, placeInLog } from './order.ts';

/** Whether more than one laptop has written in this log. */
export const isShared = (database: ReadableDatabase): boolean =>
  database.get(
    `SELECT 1 FROM (SELECT min(deviceId) AS first FROM logCommand) CROSS JOIN (SELECT max(deviceId) AS last FROM logCommand)
     WHERE first <> last`,
  ) !== undefined;

/**
 * An entry with what it would have seen if everything before it in the log's true order had been there already: what
 * another laptop had set, and this one's command overwrote without having heard of it, is what an undo gives back.
 */
export function withAllBefore(database: ReadableDatabase, command: PlaceInLog, entry: LiftedEntry): LiftedEntry {
  const row = rowBefore(database, command, entry);
  if (row === null) return entry;
  const { before, after } = entry;
  if (before === null) return { ...entry, before: withoutId(row), after: {} };
  if (after === null) return { ...entry, before: { ...before, ...row } };
  return {
    ...entry,
    before: Object.fromEntries(Object.keys(before).map((field) => [field, row[field] ?? null])),
  };
}

function rowBefore(database: ReadableDatabase, command: PlaceInLog, { tableName, rowId }: LiftedEntry): Fields | null {
  const entries = database.all<KeptEntry & PlaceInLog>(
    `SELECT tableName, rowId, before, after, schemaVersion, clock, deviceId, deviceSequence
     FROM logEntry CROSS JOIN logCommand ON logCommand.sequence = commandSequence AND ${isEarlier}
     WHERE rowId = ? AND +tableName = ?`,
    ...placeInLog(command),
    rowId,
    tableName,
  );
  return fold(
    entries.map((kept) => ({ ...placeOf(kept), ...lift(kept) })),
    shapeOf(tableName).keepsFirst,
  ).row;
}

const placeOf = ({ clock, deviceId, deviceSequence }: PlaceInLog): PlaceInLog => ({ clock, deviceId, deviceSequence });

const withoutId = ({ id: _, ...fields }: Fields): Fields => fields;
