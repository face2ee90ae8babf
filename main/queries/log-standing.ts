import type { CommandId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/** Whether a command did something itself, took something back, or brought it back. */
export type Turn = 'done' | 'undo' | 'redo';

/** What a command is by what it takes back: every undo of an undo turns it round. */
export function turnOf(database: ReadableDatabase, undoes: CommandId | null): Turn {
  if (undoes === null) return 'done';
  const earlier = database.get<{ undoes: CommandId | null }>('SELECT undoes FROM logCommand WHERE id = ?', undoes);
  return turnOf(database, earlier?.undoes ?? null) === 'undo' ? 'redo' : 'undo';
}

/** The command that took this one back and still stands; null where this one does. */
export function undoOf(database: ReadableDatabase, id: CommandId): CommandId | null {
  const undo = database.get<{ id: CommandId }>(
    'SELECT id FROM logCommand WHERE undoes = ? ORDER BY sequence DESC LIMIT 1',
    id,
  );
  return undo !== undefined && undoOf(database, undo.id) === null ? undo.id : null;
}

/** Whether what a command did still stands: no undo of it does. */
export const isInEffect = (database: ReadableDatabase, id: CommandId): boolean => undoOf(database, id) === null;

interface Candidate {
  readonly commandId: CommandId;
  readonly label: string;
}

/** What Undo would take back: the last command that still stands. The commands decide it the same way. */
export function undoCandidate(database: ReadableDatabase): Candidate | null {
  const commands = database.each<Candidate>(
    'SELECT id AS commandId, label FROM logCommand WHERE undoes IS NULL ORDER BY sequence DESC',
  );
  for (const command of commands) if (isInEffect(database, command.commandId)) return command;
  return null;
}

/** What Redo would bring back: the command whose undo came last, unless something was done since. */
export function redoCandidate(database: ReadableDatabase): Candidate | null {
  const undos = database.each<Candidate & { undo: CommandId }>(
    `SELECT original.id AS commandId, original.label, logCommand.id AS undo
     FROM logCommand JOIN logCommand original ON original.id = logCommand.undoes
     WHERE original.undoes IS NULL
       AND logCommand.sequence > (SELECT coalesce(max(sequence), 0) FROM logCommand WHERE undoes IS NULL)
     ORDER BY logCommand.sequence DESC`,
  );
  for (const { undo, commandId, label } of undos) if (isInEffect(database, undo)) return { commandId, label };
  return null;
}
