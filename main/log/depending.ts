import type { Reference } from '../../shared/model/tables/table.ts';
import { type TableName, tableNames, tables } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { isInEffect, rootOf, type StoredCommand } from './in-effect.ts';
import { compareInLog, isLater, placeInLog } from './order.ts';
import { mineInStretch, type Stretch, stretchValues } from './stretches.ts';

// Each question is asked of one stretch of a command's entries at a time, and every stretch answers it with one
// statement. The joins are CROSS JOINs, which SQLite takes in the order they are written, and `+` keeps it from finding
// a row's entries by anything but the row: by the command or the table it would read all of them for every row.

/** A column of one table that holds the id of a row of another. */
interface Pointer {
  readonly child: TableName;
  readonly field: string;
  readonly parent: TableName;
}

/** Every reference from one table to another. */
export const pointers: readonly Pointer[] = tableNames.flatMap((child) =>
  Object.entries<Reference>(tables[child].references).map(([field, { to }]) => ({ child, field, parent: to })),
);

/**
 * The later commands that made a row point to one that this command brought: without it theirs would point nowhere.
 * Rows that this command brought or pointed there itself are not in its way.
 */
export function pointingTo(
  database: ReadableDatabase,
  command: StoredCommand,
  stretch: Stretch,
  { child, field, parent }: Pointer,
): readonly StoredCommand[] {
  return database.all<StoredCommand>(
    `SELECT DISTINCT logCommand.* FROM logEntry mine
     CROSS JOIN "${child}" child ON child."${field}" = mine.rowId
     CROSS JOIN logEntry later ON later.rowId = child.id AND +later.tableName = '${child}'
       AND later.after ->> '${field}' = mine.rowId
     CROSS JOIN logCommand ON logCommand.sequence = later.commandSequence
     WHERE ${mineInStretch} AND mine.tableName = '${parent}' AND mine.before IS NULL
       AND logCommand.undoes IS NULL AND logCommand.id <> ?
       AND NOT EXISTS (SELECT 1 FROM logEntry own
         WHERE own.rowId = child.id AND +own.tableName = '${child}' AND +own.commandSequence = mine.commandSequence
           AND (own.before IS NULL OR json_type(own.before, '$.${field}') IS NOT NULL))`,
    ...stretchValues(stretch),
    rootOf(database, command).root.id,
  );
}

/**
 * The later commands that took away rows to which this command's own would point again; an undo counts where it
 * stands, since it takes rows away too.
 */
export function missedBy(
  database: ReadableDatabase,
  stretch: Stretch,
  { child, field, parent }: Pointer,
): readonly StoredCommand[] {
  return database.all<StoredCommand>(
    `SELECT DISTINCT logCommand.* FROM logEntry mine
     CROSS JOIN logEntry gone ON gone.rowId = mine.before ->> '${field}' AND +gone.tableName = '${parent}'
       AND gone.after IS NULL
     CROSS JOIN logCommand ON logCommand.sequence = gone.commandSequence
     WHERE ${mineInStretch} AND mine.tableName = '${child}' AND mine.before IS NOT NULL
       AND logCommand.sequence <> mine.commandSequence
       AND NOT EXISTS (SELECT 1 FROM "${parent}" WHERE id = gone.rowId)
       AND NOT EXISTS (SELECT 1 FROM logEntry own
         WHERE own.rowId = gone.rowId AND +own.commandSequence = mine.commandSequence AND own.after IS NULL)`,
    ...stretchValues(stretch),
  );
}

/** The later commands that touched what this one did: the same field of the same row, or, where a row came or went, anything of that row. */
export function laterCommandsOn(
  database: ReadableDatabase,
  command: StoredCommand,
  stretch: Stretch,
): readonly StoredCommand[] {
  return database.all<StoredCommand>(
    `SELECT DISTINCT logCommand.* FROM logEntry mine
     CROSS JOIN logEntry later ON later.rowId = mine.rowId AND +later.tableName = mine.tableName
       AND later.commandSequence <> mine.commandSequence
     CROSS JOIN logCommand ON logCommand.sequence = later.commandSequence AND ${isLater}
     WHERE ${mineInStretch} AND logCommand.undoes IS NULL AND logCommand.id <> ?
       AND (mine.before IS NULL OR mine.after IS NULL OR later.before IS NULL OR later.after IS NULL OR EXISTS (
         SELECT 1 FROM json_each(mine.after) a JOIN json_each(later.after) b ON a.key = b.key))`,
    ...placeInLog(command),
    ...stretchValues(stretch),
    rootOf(database, command).root.id,
  );
}

/** So many steps in the way are named. */
const mostNamed = 5;

/** The labels of those commands that still stand, newest first; where there are many, that there are more. */
export function namesInEffect(database: ReadableDatabase, commands: readonly StoredCommand[]): readonly string[] {
  const byId = new Map(commands.map((command) => [command.id, command]));
  const names: string[] = [];
  for (const { id, label } of [...byId.values()].sort((a, b) => compareInLog(b, a))) {
    if (!isInEffect(database, id)) continue;
    if (names.length === mostNamed) return [...names, 'and earlier steps'];
    names.push(`“${label}”`);
  }
  return names;
}
