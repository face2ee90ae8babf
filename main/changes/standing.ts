import type { LoggedCommand } from '../../shared/model/history.ts';
import type { CommandId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/** A command with its place in the log. */
export interface StoredCommand extends LoggedCommand {
  readonly sequence: number;
}

/**
 * Whether what a command did still stands: no undo of it does. An undo is a command as well, and an undo of an undo
 * is a redo, so the question goes up the chain.
 */
export function isInEffect(database: ReadableDatabase, id: CommandId): boolean {
  const undo = database.get<{ id: CommandId }>(
    'SELECT id FROM logCommand WHERE undoes = ? ORDER BY sequence DESC LIMIT 1',
    id,
  );
  return undo === undefined || !isInEffect(database, undo.id);
}

/** The last thing a person did that still stands; null where there is none. */
export function lastUndoable(database: ReadableDatabase): StoredCommand | null {
  for (const command of database.each<StoredCommand>(
    'SELECT * FROM logCommand WHERE undoes IS NULL ORDER BY sequence DESC',
  )) {
    if (isInEffect(database, command.id)) return command;
  }
  return null;
}

/** The last undo that still stands, unless something new was done after it; null where there is none. */
export function lastRedoable(database: ReadableDatabase): StoredCommand | null {
  const undos = database.each<StoredCommand & { original: string | null }>(
    `SELECT logCommand.*, undone.undoes AS original FROM logCommand JOIN logCommand undone ON undone.id = logCommand.undoes
     WHERE logCommand.sequence > (SELECT coalesce(max(sequence), 0) FROM logCommand WHERE undoes IS NULL)
     ORDER BY logCommand.sequence DESC`,
  );
  for (const { original, ...command } of undos) {
    if (original === null && isInEffect(database, command.id)) return command;
  }
  return null;
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

/** The command at the start of a chain of undos and redos, and whether taking this one back does that one again. */
export function rootOf(
  database: ReadableDatabase,
  command: LoggedCommand,
): { readonly root: LoggedCommand; readonly again: boolean } {
  const undone =
    command.undoes === null
      ? undefined
      : database.get<LoggedCommand>('SELECT * FROM logCommand WHERE id = ?', command.undoes);
  if (!undone) return { root: command, again: false };
  const { root, again } = rootOf(database, undone);
  return { root, again: !again };
}
