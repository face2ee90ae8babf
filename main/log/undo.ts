import type { CommandId, DeviceId } from '../../shared/model/ids.ts';
import { refuse } from '../../shared/model/result.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { Change, Deciding } from './change.ts';
import { namesInEffect } from './depending.ts';
import { commandOf, isInEffect, lastRedoable, lastUndoable, rootOf, type StoredCommand } from './in-effect.ts';
import { lookInTheWay } from './in-the-way.ts';
import { type KeptEntry, type LiftedEntry, lift } from './lift.ts';
import { isShared, withAllBefore } from './row-before.ts';
import { mineInStretch, type Stretch, stretchesOf, stretchValues } from './stretches.ts';
import { sayTaken } from './taken.ts';

/**
 * Decides to take a command back: the one named, or this laptop’s own last one in effect. Taking an undo back does again what it
 * undid. Refuses, naming the later commands, where one touched the same field of the same row or depends on a row
 * that would go, and where another record has meanwhile what only one may have; nothing newer is ever overwritten.
 */
export function* decideUndo(
  database: ReadableDatabase,
  commandId: CommandId | null,
  device: DeviceId,
): Deciding<{ label: string }> {
  const command = commandId === null ? lastUndoable(database, device) : commandOf(database, commandId);
  if (!command)
    return refuse(commandId === null ? 'There is nothing to undo.' : 'That step is not in this program’s history.');
  return yield* inverse(database, command);
}

/** Decides to do again what was undone last on this laptop; refuses where something was done since. */
export function* decideRedo(database: ReadableDatabase, device: DeviceId): Deciding<{ label: string }> {
  const last = lastRedoable(database, device);
  if (!last) return refuse('There is nothing to redo: nothing was undone, or something was done since.');
  return yield* inverse(database, last.undo);
}

function* inverse(database: ReadableDatabase, command: StoredCommand): Deciding<{ label: string }> {
  const { root, again } = rootOf(database, command);
  const name = `“${root.label}”`;
  if (!isInEffect(database, command.id)) {
    return refuse(again ? `${name} was already redone.` : `${name} was already undone. Redo brings it back.`);
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
  if (gone.length > 0) return refuse(`${cannot} records that it needs are gone. First undo what removed them.`, gone);
  const taken = sayTaken(database, holders);
  if (taken.length > 0) {
    return refuse(`${cannot} something else has taken its place. Change or undo that first.`, taken);
  }
  const label = `${again ? 'Redid' : 'Undid'} ${name}`;
  return { ok: true, label, changes: inverted(database, command, stretches), value: { label }, undoes: command.id };
}

/** The changes that take a command's entries back, the last one first, read as they are asked for; what rows became is not. */
function* inverted(
  database: ReadableDatabase,
  command: StoredCommand,
  stretches: readonly Stretch[],
): Generator<Change> {
  const isAlone = !isShared(database);
  for (const stretch of stretches.toReversed()) {
    const entries = database.all<Omit<KeptEntry, 'schemaVersion'>>(
      `SELECT tableName, rowId, before, iif(after IS NULL, NULL, '{}') AS after FROM logEntry mine
       WHERE ${mineInStretch} ORDER BY sequence DESC`,
      ...stretchValues(stretch),
    );
    for (const kept of entries) {
      const entry = lift({ ...kept, schemaVersion: command.schemaVersion });
      yield invert(isAlone ? entry : withAllBefore(database, command, entry));
    }
  }
}

/** The change that takes an entry of the log back. */
function invert({ tableName: table, rowId: id, before, after }: LiftedEntry): Change {
  if (before === null) return trust({ kind: 'remove', table, id });
  if (after === null) return trust({ kind: 'insert', table, id, row: before });
  return trust({ kind: 'update', table, id, fields: before });
}

/** The log's own rows have the shape of their tables, since `commit` wrote them. */
const trust = (change: object): Change => change as Change;
