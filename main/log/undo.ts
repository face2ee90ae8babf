import type { CommandId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Change, Deciding } from './change.ts';
import type { Fields } from './combine.ts';
import { namesInEffect } from './depending.ts';
import { lookInTheWay } from './in-the-way.ts';
import { commandOf, isInEffect, lastRedoable, lastUndoable, rootOf, type StoredCommand } from './standing.ts';
import { mineInStretch, placeOf, type Stretch, stretchesOf } from './stretches.ts';
import { sayTaken } from './taken.ts';

interface StoredEntry {
  readonly tableName: TableName;
  readonly rowId: string;
  readonly before: string | null;
  readonly wasRemoved: number;
}

/**
 * Decides to take a command back: the one named, or the last one in effect. Taking an undo back does again what it
 * undid. Refuses, naming the later commands, where one touched the same field of the same row or depends on a row
 * that would go, and where another record has meanwhile what only one may have; nothing newer is ever overwritten.
 */
export function* decideUndo(database: ReadableDatabase, commandId: CommandId | null): Deciding<{ label: string }> {
  const command = commandId === null ? lastUndoable(database) : commandOf(database, commandId);
  if (!command)
    return refuse(
      commandId === null ? 'There is nothing to undo.' : 'That step is not in the history of this database.',
    );
  return yield* inverse(database, command);
}

/** Decides to do again what was undone last; refuses where something was done since. */
export function* decideRedo(database: ReadableDatabase): Deciding<{ label: string }> {
  const last = lastRedoable(database);
  if (!last) return refuse('There is nothing to redo: nothing was undone, or something was done since.');
  return yield* inverse(database, last.undo);
}

function* inverse(database: ReadableDatabase, command: StoredCommand): Deciding<{ label: string }> {
  const { root, again } = rootOf(database, command);
  const name = `“${root.label}”`;
  if (!isInEffect(database, command.id)) {
    return refuse(
      again ? `${name} has been brought back already.` : `${name} has been undone already. Redo brings it back.`,
    );
  }
  const stretches = stretchesOf(database, command);
  const { touching, pointing, missed, holders } = yield* lookInTheWay(database, command, stretches);
  const cannot = `${name} can’t be ${again ? 'brought back' : 'undone'}, because`;
  const later = namesInEffect(database, [...touching, ...pointing]);
  if (later.length > 0) {
    const did = namesInEffect(database, touching).length > 0 ? 'touched the same records' : 'depends on it';
    return refuse(`${cannot} later work ${did}. Undo that first.`, later);
  }
  const gone = namesInEffect(database, missed);
  if (gone.length > 0)
    return refuse(`${cannot} records that it needs are gone. Take back first what took them away.`, gone);
  const taken = sayTaken(database, holders);
  if (taken.length > 0) {
    return refuse(`${cannot} something else stands in its place by now. Change or take back that first.`, taken);
  }
  const label = `${again ? 'Redid' : 'Undid'} ${name}`;
  return { ok: true, label, changes: inverted(database, stretches), value: { label }, undoes: command.id };
}

/** The changes that take a command's entries back, the last one first, read as they are asked for. */
function* inverted(database: ReadableDatabase, stretches: readonly Stretch[]): Generator<Change> {
  for (const stretch of stretches.toReversed()) {
    const entries = database.all<StoredEntry>(
      `SELECT tableName, rowId, before, after IS NULL AS wasRemoved FROM logEntry mine
       WHERE ${mineInStretch} ORDER BY sequence DESC`,
      ...placeOf(stretch),
    );
    yield* entries.map(invert);
  }
}

/** The change that takes an entry of the log back. */
function invert(entry: StoredEntry): Change {
  const { tableName: table, rowId: id } = entry;
  const before = parse(entry.before);
  if (before === null) return trust({ kind: 'remove', table, id });
  if (entry.wasRemoved === 1) return trust({ kind: 'insert', table, id, row: before });
  return trust({ kind: 'update', table, id, fields: before });
}

const parse = (text: string | null): Fields | null => (text === null ? null : (JSON.parse(text) as Fields));

/** The log's own rows have the shape of their tables, since `commit` wrote them. */
const trust = (change: object): Change => change as Change;
