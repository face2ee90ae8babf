import type { ReadableDatabase } from '../database/handles.ts';
import { isInEffect, rootOf, type StoredCommand } from './standing.ts';

/** A column of one table that holds the id of a row of another. */
interface Pointer {
  readonly child: string;
  readonly field: string;
  readonly parent: string;
}

const pointers = (database: ReadableDatabase): readonly Pointer[] =>
  database.all<Pointer>(
    `SELECT sqlite_schema.name AS child, pointer."from" AS field, pointer."table" AS parent
     FROM sqlite_schema JOIN pragma_foreign_key_list(sqlite_schema.name) pointer
     WHERE sqlite_schema.type = 'table' AND sqlite_schema.name NOT LIKE 'log%'`,
  );

/**
 * The later commands that made a row point to one that this command brought: without it theirs would point nowhere.
 * Rows that this command brought or pointed there itself are not in its way.
 */
export function pointingTo(database: ReadableDatabase, command: StoredCommand): readonly StoredCommand[] {
  const brought = tablesOf(database, command.sequence, 'before IS NULL');
  return pointers(database)
    .filter(({ parent }) => brought.has(parent))
    .flatMap(({ child, field }) =>
      database.all<StoredCommand>(
        `SELECT DISTINCT logCommand.* FROM logEntry mine
         JOIN "${child}" child ON child."${field}" = mine.rowId
         JOIN logEntry later ON later.rowId = child.id AND later.tableName = '${child}'
           AND later.after ->> '${field}' = mine.rowId
         JOIN logCommand ON logCommand.sequence = later.commandSequence
         WHERE mine.commandSequence = ? AND mine.before IS NULL
           AND logCommand.undoes IS NULL AND logCommand.id <> ?
           AND NOT EXISTS (SELECT 1 FROM logEntry own
             WHERE own.rowId = child.id AND own.tableName = '${child}' AND own.commandSequence = mine.commandSequence
               AND (own.before IS NULL OR json_type(own.before, '$.${field}') IS NOT NULL))`,
        command.sequence,
        rootOf(database, command).root.id,
      ),
    );
}

/**
 * The later commands that took away rows to which this command's own would point again; an undo counts where it
 * stands, since it takes rows away too.
 */
export function missedBy(database: ReadableDatabase, command: StoredCommand): readonly StoredCommand[] {
  const touched = tablesOf(database, command.sequence, 'before IS NOT NULL');
  return pointers(database)
    .filter(({ child }) => touched.has(child))
    .flatMap(({ child, field, parent }) =>
      database.all<StoredCommand>(
        `SELECT DISTINCT logCommand.* FROM logEntry mine
         JOIN logEntry gone ON gone.rowId = mine.before ->> '${field}' AND gone.tableName = '${parent}'
           AND gone.after IS NULL
         JOIN logCommand ON logCommand.sequence = gone.commandSequence
         WHERE mine.commandSequence = ? AND mine.tableName = '${child}' AND mine.before IS NOT NULL
           AND logCommand.sequence <> mine.commandSequence
           AND NOT EXISTS (SELECT 1 FROM "${parent}" WHERE id = gone.rowId)
           AND NOT EXISTS (SELECT 1 FROM logEntry own
             WHERE own.rowId = gone.rowId AND own.commandSequence = mine.commandSequence AND own.after IS NULL)`,
        command.sequence,
      ),
    );
}

function tablesOf(database: ReadableDatabase, sequence: number, which: string): ReadonlySet<string> {
  const rows = database.all<{ tableName: string }>(
    `SELECT DISTINCT tableName FROM logEntry WHERE commandSequence = ? AND ${which}`,
    sequence,
  );
  return new Set(rows.map(({ tableName }) => tableName));
}

/** The later commands that touched what this one did: the same field of the same row, or, where a row came or went, anything of that row. */
export function laterCommandsOn(database: ReadableDatabase, command: StoredCommand): readonly StoredCommand[] {
  return database.all<StoredCommand>(
    `SELECT DISTINCT logCommand.* FROM logEntry mine
     JOIN logEntry later ON later.rowId = mine.rowId AND later.tableName = mine.tableName AND later.sequence > mine.sequence
     JOIN logCommand ON logCommand.sequence = later.commandSequence
     WHERE mine.commandSequence = ? AND logCommand.undoes IS NULL AND logCommand.id <> ?
       AND (mine.before IS NULL OR mine.after IS NULL OR later.before IS NULL OR later.after IS NULL OR EXISTS (
         SELECT 1 FROM json_each(mine.after) a JOIN json_each(later.after) b ON a.key = b.key))`,
    command.sequence,
    rootOf(database, command).root.id,
  );
}

/** So many steps in the way are named. */
const mostNamed = 5;

/** The labels of those commands that still stand, newest first; where there are many, that there are more. */
export function namesInEffect(database: ReadableDatabase, commands: readonly StoredCommand[]): readonly string[] {
  const byId = new Map(commands.map((command) => [command.id, command]));
  const names: string[] = [];
  for (const { id, label } of [...byId.values()].sort((a, b) => b.sequence - a.sequence)) {
    if (!isInEffect(database, id)) continue;
    if (names.length === mostNamed) return [...names, 'and earlier steps'];
    names.push(`“${label}”`);
  }
  return names;
}
