import type { TableName } from '../../shared/model/tables.ts';
import { latestVersion } from '../database/migrate.ts';
import type { Fields } from './combine.ts';

/** An entry of the log as it is read: the changed fields before and after; null where there was no row. */
export interface LiftedEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** An entry as the log keeps it, with the version of the tables that its command was made under. */
export interface KeptEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly schemaVersion: number;
}

/** What a version of the tables makes of an entry from before it. */
type Lift = (entry: LiftedEntry) => LiftedEntry;

/** What every version makes of them, by the version. */
export type Lifts = ReadonlyMap<number, Lift>;

/**
 * What a version of the tables makes of entries from before it, by that version: the log itself never changes. A column
 * that a version adds is null in older rows by itself, so that none of those so far has anything to do here.
 */
const lifts: Lifts = new Map();

/** Reads an entry as if its command had been made under this app's tables. */
export function lift(kept: KeptEntry, steps: Lifts = lifts, to = latestVersion): LiftedEntry {
  const { tableName, rowId, schemaVersion } = kept;
  const entry = { tableName, rowId, before: parse(kept.before), after: parse(kept.after) };
  return liftRead(entry, schemaVersion, steps, to);
}

/** The same for an entry that was read already, step by step from the version that its command was made under. */
export function liftRead(read: LiftedEntry, madeUnder: number, steps: Lifts = lifts, to = latestVersion): LiftedEntry {
  let entry = read;
  for (let version = madeUnder + 1; version <= to; version += 1) entry = steps.get(version)?.(entry) ?? entry;
  return entry;
}

/** The log's own text, which `commit` wrote. */
const parse = (text: string | null): Fields | null => (text === null ? null : (JSON.parse(text) as Fields));
