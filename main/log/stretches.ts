import type { ReadableDatabase } from '../database/handles.ts';
import type { StoredCommand } from './in-effect.ts';

/** Some entries of one command that follow each other in the log: as many as one statement can look at in milliseconds. */
export interface Stretch {
  readonly command: number;
  /** Entries after this place … */
  readonly after: number;
  /** … and up to this one. */
  readonly upTo: number;
}

const length = 500;

/** Narrows the entries called `mine` to those of a stretch; takes `placeOf(stretch)` as values. */
export const mineInStretch = 'mine.commandSequence = ? AND mine.sequence > ? AND mine.sequence <= ?';

/** The values of `mineInStretch`. */
export const stretchValues = ({ command, after, upTo }: Stretch): [number, number, number] => [command, after, upTo];

/** A command's entries in stretches, first to last; a small command has one. */
export function stretchesOf(database: ReadableDatabase, { sequence }: StoredCommand): readonly Stretch[] {
  const ends = database.get<{ first: number | null; last: number | null }>(
    'SELECT min(sequence) AS first, max(sequence) AS last FROM logEntry WHERE commandSequence = ?',
    sequence,
  );
  const last = ends?.last ?? 0;
  const stretches: Stretch[] = [];
  for (let after = (ends?.first ?? 1) - 1; after < last; after += length) {
    stretches.push({ command: sequence, after, upTo: Math.min(after + length, last) });
  }
  return stretches;
}

/** The tables in which a stretch brought rows, and those of whose rows it changed or removed some. */
export function tablesIn(
  database: ReadableDatabase,
  stretch: Stretch,
): { readonly brought: ReadonlySet<string>; readonly touched: ReadonlySet<string> } {
  const rows = database.all<{ tableName: string; isNew: number }>(
    `SELECT DISTINCT tableName, before IS NULL AS isNew FROM logEntry mine WHERE ${mineInStretch}`,
    ...stretchValues(stretch),
  );
  const named = (isNew: boolean) =>
    new Set(rows.filter((row) => (row.isNew === 1) === isNew).map((row) => row.tableName));
  return { brought: named(true), touched: named(false) };
}
