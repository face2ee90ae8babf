import type { LoggedCommand } from '../../shared/model/history.ts';
import type { CommandId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';

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
export function lastUndoable(database: ReadableDatabase): LoggedCommand | null {
  for (const command of database.each<LoggedCommand>(
    'SELECT * FROM logCommand WHERE undoes IS NULL ORDER BY sequence DESC',
  )) {
    if (isInEffect(database, command.id)) return command;
  }
  return null;
}

/** The last undo that still stands, unless something new was done after it; null where there is none. */
export function lastRedoable(database: ReadableDatabase): LoggedCommand | null {
  const undos = database.each<LoggedCommand & { original: string | null }>(
    `SELECT logCommand.*, undone.undoes AS original FROM logCommand JOIN logCommand undone ON undone.id = logCommand.undoes
     WHERE logCommand.sequence > (SELECT coalesce(max(sequence), 0) FROM logCommand WHERE undoes IS NULL)
     ORDER BY logCommand.sequence DESC`,
  );
  for (const { original, ...command } of undos) {
    if (original === null && isInEffect(database, command.id)) return command;
  }
  return null;
}

/**
 * Labels of the later commands in effect that touched what this one did: the same field of the same row, or, where a
 * row came or went, anything of that row. The first five, newest first.
 */
export function laterCommandsOn(database: ReadableDatabase, id: CommandId): readonly string[] {
  const touching = database.each<LoggedCommand>(
    `WITH mine AS (SELECT logEntry.* FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence WHERE logCommand.id = ?)
     SELECT DISTINCT logCommand.* FROM mine
     JOIN logEntry later ON later.rowId = mine.rowId AND later.tableName = mine.tableName AND later.sequence > mine.sequence
     JOIN logCommand ON logCommand.sequence = later.commandSequence
     WHERE logCommand.undoes IS NULL AND logCommand.id <> ?
       AND (mine.before IS NULL OR mine.after IS NULL OR later.before IS NULL OR later.after IS NULL OR EXISTS (
         SELECT 1 FROM json_each(mine.after) a JOIN json_each(later.after) b ON a.key = b.key))
     ORDER BY logCommand.sequence DESC`,
    id,
    originalOf(database, id),
  );
  const labels: string[] = [];
  for (const command of touching) {
    if (isInEffect(database, command.id)) labels.push(command.label);
    if (labels.length === 5) break;
  }
  return labels;
}

/** The command at the start of a chain of undos and redos: its own entries are not in its way. */
function originalOf(database: ReadableDatabase, id: CommandId): CommandId {
  const undoes = database.get<{ undoes: CommandId | null }>('SELECT undoes FROM logCommand WHERE id = ?', id)?.undoes;
  return undoes ? originalOf(database, undoes) : id;
}
