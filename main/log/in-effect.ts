import type { LoggedCommand } from '../../shared/model/history.ts';
import type { CommandId, DeviceId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { newestFirst } from './order.ts';

/** A command with the place at which it arrived in this file, which names it in other tables of the log. */
export interface StoredCommand extends LoggedCommand {
  readonly sequence: number;
}

/** Whether a command did something itself, took something back, or brought it back. */
export type Turn = 'done' | 'undo' | 'redo';

/** A command of the log by its id. */
export const commandOf = (database: ReadableDatabase, id: CommandId): StoredCommand | undefined =>
  database.get<StoredCommand>('SELECT * FROM logCommand WHERE id = ?', id);

/** A command or one of its undos and redos; `takesBack`: it leaves the first one undone. */
interface Link {
  readonly id: CommandId;
  readonly takesBack: number;
}

/** A command with all undos of it, undos of those and so on, the newest first. */
const chainOf = (database: ReadableDatabase, root: CommandId): readonly Link[] =>
  database.all<Link>(
    `WITH RECURSIVE chain (id, takesBack) AS (
       SELECT ?, 0 UNION ALL SELECT logCommand.id, 1 - takesBack FROM chain JOIN logCommand ON undoes = chain.id)
     SELECT chain.id, takesBack FROM chain CROSS JOIN logCommand ON logCommand.id = chain.id ORDER BY ${newestFirst}`,
    root,
  );

/**
 * The command that took this one back and still stands; null where this one does. Undos are commands as well, and two
 * laptops may each have undone the same, so the last word on a command has whichever of its undos and redos stands last
 * in the log; on an undo or a redo, whichever turned it round after it.
 */
export function undoOf(database: ReadableDatabase, id: CommandId): CommandId | null {
  const command = commandOf(database, id);
  if (!command) return null;
  if (command.undoes === null) {
    const [last] = chainOf(database, id);
    return last?.takesBack === 1 ? last.id : null;
  }
  const chain = chainOf(database, rootOf(database, command).root.id);
  const at = chain.findIndex((link) => link.id === id);
  return chain.slice(0, at).find(({ takesBack }) => takesBack !== chain[at]?.takesBack)?.id ?? null;
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

/** The last thing done on this laptop that still stands, which Undo takes back; null where there is none. */
export function lastUndoable(database: ReadableDatabase, device: DeviceId): StoredCommand | null {
  const commands = database.each<StoredCommand>(
    'SELECT * FROM logCommand WHERE deviceId = ? AND undoes IS NULL ORDER BY deviceSequence DESC',
    device,
  );
  for (const command of commands) if (isInEffect(database, command.id)) return command;
  return null;
}

/**
 * What Redo would bring back, and the undo that took it back: the last one on this laptop that still stands, unless
 * something new was done here after it; null where there is none.
 */
export function lastRedoable(
  database: ReadableDatabase,
  device: DeviceId,
): { readonly undo: StoredCommand; readonly original: StoredCommand } | null {
  const undos = database.each<StoredCommand>(
    `SELECT * FROM logCommand WHERE deviceId = ? AND deviceSequence > coalesce((
       SELECT deviceSequence FROM logCommand WHERE deviceId = ? AND undoes IS NULL ORDER BY deviceSequence DESC LIMIT 1), 0)
     ORDER BY deviceSequence DESC`,
    device,
    device,
  );
  for (const undo of undos) {
    const original = undo.undoes === null ? undefined : commandOf(database, undo.undoes);
    if (original?.undoes === null && isInEffect(database, undo.id)) return { undo, original };
  }
  return null;
}
