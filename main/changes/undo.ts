import type { LoggedCommand } from '../../shared/model/history.ts';
import type { CommandId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Change, Decision } from './change.ts';
import type { Fields } from './combine.ts';
import { isInEffect, lastRedoable, lastUndoable, laterCommandsOn } from './standing.ts';

interface StoredEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Decides to take a command back: the one named, or the last one in effect. Refuses, naming the later command, where
 * that one touched the same field of the same row; nothing newer is ever overwritten.
 */
export function decideUndo(database: ReadableDatabase, commandId: CommandId | null): Decision<{ label: string }> {
  const command = commandId === null ? lastUndoable(database) : findCommand(database, commandId);
  if (!command)
    return refuse(
      commandId === null ? 'There is nothing to undo.' : 'That step is not in the history of this database.',
    );
  if (!isInEffect(database, command.id))
    return refuse(`“${command.label}” has been undone already. Redo brings it back.`);
  return inverse(
    database,
    command,
    command.undoes === null ? `Undid “${command.label}”` : `Took back “${command.label}”`,
  );
}

/** Decides to do again what was undone last; refuses where something was done since. */
export function decideRedo(database: ReadableDatabase): Decision<{ label: string }> {
  const undo = lastRedoable(database);
  if (!undo) return refuse('There is nothing to redo: nothing was undone, or something was done since.');
  const original = undo.undoes === null ? undefined : findCommand(database, undo.undoes);
  return inverse(database, undo, `Redid “${original?.label ?? undo.label}”`);
}

function findCommand(database: ReadableDatabase, id: CommandId): LoggedCommand | undefined {
  return database.get<LoggedCommand>('SELECT * FROM logCommand WHERE id = ?', id);
}

function inverse(database: ReadableDatabase, command: LoggedCommand, label: string): Decision<{ label: string }> {
  const entries = database.all<StoredEntry>(
    `SELECT tableName, rowId, before, after FROM logEntry
     WHERE commandSequence = (SELECT sequence FROM logCommand WHERE id = ?) ORDER BY sequence DESC`,
    command.id,
  );
  const blockers = laterCommandsOn(database, command.id);
  if (blockers.length > 0) {
    return refuse(
      `“${command.label}” can’t be undone, because later work touched the same records. Undo that first.`,
      blockers.map((blocker) => `“${blocker}”`),
    );
  }
  return { ok: true, label, changes: entries.map(invert), value: { label }, undoes: command.id };
}

/** The change that takes an entry of the log back. */
function invert(entry: StoredEntry): Change {
  const { tableName: table, rowId: id } = entry;
  const before = parse(entry.before);
  if (before === null) return trust({ kind: 'remove', table, id });
  if (entry.after === null) return trust({ kind: 'insert', table, id, row: before });
  return trust({ kind: 'update', table, id, fields: before });
}

const parse = (text: string | null): Fields | null => (text === null ? null : (JSON.parse(text) as Fields));

/** The log's own rows have the shape of their tables, since `commit` wrote them. */
const trust = (change: object): Change => change as Change;
