import type { LoggedCommand } from '../../shared/model/history.ts';
import type { CommandId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/** A command with its place in the log. */
export interface StoredCommand extends LoggedCommand {
  readonly sequence: number;
}

/** Whether a command did something itself, took something back, or brought it back. */
export type Turn = 'done' | 'undo' | 'redo';

/** A command of the log by its id. */
export const commandOf = (database: ReadableDatabase, id: CommandId): StoredCommand | undefined =>
  database.get<StoredCommand>('SELECT * FROM logCommand WHERE id = ?', id);

/**
 * The command that took this one back and still stands; null where this one does. An undo is a command as well, and
 * an undo of an undo is a redo, so the question goes up the chain.
 */
export function undoOf(database: ReadableDatabase, id: CommandId): CommandId | null {
  const undo = database.get<{ id: CommandId }>(
    'SELECT id FROM logCommand WHERE undoes = ? ORDER BY sequence DESC LIMIT 1',
    id,
  );
  return undo !== undefined && undoOf(database, undo.id) === null ? undo.id : null;
}

/** Whether what a command did still stands: no undo of it does. */
export const isInEffect = (database: ReadableDatabase, id: CommandId): boolean => undoOf(database, id) === null;

/** The command at the start of a chain of undos and redos, and whether taking this one back does that one again. */
export function rootOf(
  database: ReadableDatabase,
  command: LoggedCommand,
): { readonly root: LoggedCommand; readonly again: boolean } {
  const undone = command.undoes === null ? undefined : commandOf(database, command.undoes);
  if (!undone) return { root: command, again: false };
  const { root, again } = rootOf(database, undone);
  return { root, again: !again };
}

/** What a command is by what it takes back: every undo of an undo turns it round. */
export function turnOf(database: ReadableDatabase, undoes: CommandId | null): Turn {
  const undone = undoes === null ? undefined : commandOf(database, undoes);
  if (!undone) return undoes === null ? 'done' : 'undo';
  return rootOf(database, undone).again ? 'redo' : 'undo';
}

/** The last thing a person did that still stands, which Undo takes back; null where there is none. */
export function lastUndoable(database: ReadableDatabase): StoredCommand | null {
  const commands = database.each<StoredCommand>('SELECT * FROM logCommand WHERE undoes IS NULL ORDER BY sequence DESC');
  for (const command of commands) if (isInEffect(database, command.id)) return command;
  return null;
}

/**
 * What Redo would bring back, and the undo that took it back: the last one that still stands, unless something new was
 * done after it; null where there is none.
 */
export function lastRedoable(
  database: ReadableDatabase,
): { readonly undo: StoredCommand; readonly original: StoredCommand } | null {
  const undos = database.each<StoredCommand>(
    `SELECT * FROM logCommand
     WHERE sequence > (SELECT coalesce(max(sequence), 0) FROM logCommand WHERE undoes IS NULL) ORDER BY sequence DESC`,
  );
  for (const undo of undos) {
    const original = undo.undoes === null ? undefined : commandOf(database, undo.undoes);
    if (original?.undoes === null && isInEffect(database, undo.id)) return { undo, original };
  }
  return null;
}
