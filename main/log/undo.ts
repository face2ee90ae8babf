import type { CommandId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Change, Decision } from './change.ts';
import type { Fields } from './combine.ts';
import { laterCommandsOn, missedBy, namesInEffect, pointingTo } from './depending.ts';
import { commandOf, isInEffect, lastRedoable, lastUndoable, rootOf, type StoredCommand } from './standing.ts';
import { placesTaken } from './taken.ts';

interface StoredEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Decides to take a command back: the one named, or the last one in effect. Taking an undo back does again what it
 * undid. Refuses, naming the later commands, where one touched the same field of the same row or depends on a row
 * that would go, and where another record has meanwhile what only one may have; nothing newer is ever overwritten.
 */
export function decideUndo(database: ReadableDatabase, commandId: CommandId | null): Decision<{ label: string }> {
  const command = commandId === null ? lastUndoable(database) : commandOf(database, commandId);
  if (!command)
    return refuse(
      commandId === null ? 'There is nothing to undo.' : 'That step is not in the history of this database.',
    );
  return inverse(database, command);
}

/** Decides to do again what was undone last; refuses where something was done since. */
export function decideRedo(database: ReadableDatabase): Decision<{ label: string }> {
  const last = lastRedoable(database);
  if (!last) return refuse('There is nothing to redo: nothing was undone, or something was done since.');
  return inverse(database, last.undo);
}

function inverse(database: ReadableDatabase, command: StoredCommand): Decision<{ label: string }> {
  const { root, again } = rootOf(database, command);
  const name = `“${root.label}”`;
  if (!isInEffect(database, command.id)) {
    return refuse(
      again ? `${name} has been brought back already.` : `${name} has been undone already. Redo brings it back.`,
    );
  }
  const cannot = `${name} can’t be ${again ? 'brought back' : 'undone'}, because`;
  const touching = laterCommandsOn(database, command);
  const pointing = pointingTo(database, command);
  const later = namesInEffect(database, [...touching, ...pointing]);
  if (later.length > 0) {
    const did = namesInEffect(database, touching).length > 0 ? 'touched the same records' : 'depends on it';
    return refuse(`${cannot} later work ${did}. Undo that first.`, later);
  }
  const missed = namesInEffect(database, missedBy(database, command));
  if (missed.length > 0)
    return refuse(`${cannot} records that it needs are gone. Take back first what took them away.`, missed);
  const taken = placesTaken(database, command);
  if (taken.length > 0) {
    return refuse(`${cannot} something else stands in its place by now. Change or take back that first.`, taken);
  }
  const entries = database.all<StoredEntry>(
    'SELECT tableName, rowId, before, after FROM logEntry WHERE commandSequence = ? ORDER BY sequence DESC',
    command.sequence,
  );
  const label = `${again ? 'Redid' : 'Undid'} ${name}`;
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
