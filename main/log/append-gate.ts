import type { LoggedCommand } from '../../shared/model/history.ts';
import type { DeviceId } from '../../shared/model/ids.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { columnsOf, isTableName } from '../../shared/model/tables.ts';
import { programIdOf } from '../database/device.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { latestVersion } from '../database/migrate.ts';
import { firstSeal, type SealedEntry, sealOf } from '../database/seal.ts';
import { Batch, type BatchCommand } from './batch.ts';
import type { Fields } from './combine.ts';
import { type Here, heldBack } from './far-ahead.ts';
import { lift } from './lift.ts';

/** What of a batch is new here. */
export interface Admitted {
  readonly device: Batch['device'];
  /** Whether this log has nothing of that laptop yet. */
  readonly isNewDevice: boolean;
  readonly commands: readonly BatchCommand[];
  /** Why later ones stay out; null: none does. */
  readonly heldBack: string | null;
}

/**
 * Looks at what came from another laptop before a byte of it is believed: whether it can be read, is of this program, of
 * tables that this app knows, whole and in order, and what that laptop wrote. Gives back what of it is new.
 */
export function admit(database: ReadableDatabase, here: Here, sent: unknown): Result<Admitted> {
  const parsed = Batch.safeParse(sent);
  if (!parsed.success) return refuse(unreadable, [parsed.error.issues[0]?.message ?? '']);
  const { programId, device, commands } = parsed.data;
  if (programId !== programIdOf(database)) {
    return refuse(
      'These changes are of another program’s desk, so they were not taken in. Take in changes of a laptop that works on this one.',
    );
  }
  const newest = Math.max(...commands.map(({ schemaVersion }) => schemaVersion));
  if (newest > latestVersion) {
    return refuse(
      `These changes were made with a newer version of Cohort Desk (its tables are version ${newest}, this app knows ${latestVersion}). Install the newer version here, then take them in again.`,
    );
  }
  const stranger = whyAStranger(database, device);
  if (stranger !== null) return refuse(stranger);
  const held = commandsOf(database, device.id, commands);
  const gap = whyNotInOrder(device.letter, held, commands);
  if (gap !== null) return refuse(gap);
  const all = commands.filter(({ deviceSequence }) => deviceSequence > held.count);
  const ahead = heldBack(database, here, device.letter, all);
  if (ahead?.upTo === 0) return refuse(ahead.sentence);
  const fresh = ahead ? all.slice(0, ahead.upTo) : all;
  if (here.id === device.id && fresh.length > 0) {
    return refuse(
      'These changes go by the name of this laptop, but were not made in this file. A copy of it is in use elsewhere: go on in one of the two, and open the other one’s backup as a new laptop.',
    );
  }
  const wrong = whyNotWhole(database, device.id, held, fresh);
  if (wrong !== null) return refuse(unreadable, [wrong]);
  const missing = fresh.find(({ undoes }) => undoes !== null && !isKnown(database, undoes, commands));
  if (missing) {
    return refuse(
      `“${missing.label}” is about a change of a third laptop that is not here yet. Take in that laptop’s changes first, then these again.`,
    );
  }
  return done({ device, isNewDevice: held.isNewDevice, commands: fresh, heldBack: ahead?.sentence ?? null });
}

const unreadable =
  'These changes can’t be read as Cohort Desk writes them, so none was taken in. Have the other laptop send them again.';

/** Two laptops of one letter would give the same numbers, and one laptop has one letter for good. */
function whyAStranger(database: ReadableDatabase, { id, letter, name }: Batch['device']): string | null {
  const known = database.all<{ id: string; letter: string; name: string | null }>(
    'SELECT id, letter, name FROM logDevice WHERE id = ? OR letter = ?',
    id,
    letter,
  );
  const other = known.find((device) => device.id !== id || device.letter !== letter);
  if (!other) return null;
  const names = [name, other.name].map((each) => (each === null ? 'a laptop' : `“${each}”`)).join(' and ');
  return `Both ${names} go by the letter ${letter} in this program, so their numbers would be the same and nothing was taken in. Open a backup of this desk on one of them, so that it gets a letter of its own.`;
}

/** What this log has of a laptop. */
interface Held {
  readonly isNewDevice: boolean;
  readonly count: number;
  readonly last: { readonly clock: string; readonly seal: string } | null;
  /** The seals of those that are sent again. */
  readonly seals: ReadonlyMap<number, string>;
}

function commandsOf(database: ReadableDatabase, id: DeviceId, commands: readonly BatchCommand[]): Held {
  const last = database.get<{ deviceSequence: number; clock: string; seal: string }>(
    'SELECT deviceSequence, clock, seal FROM logCommand WHERE deviceId = ? ORDER BY deviceSequence DESC LIMIT 1',
    id,
  );
  const seals = database.all<{ deviceSequence: number; seal: string }>(
    'SELECT deviceSequence, seal FROM logCommand WHERE deviceId = ? AND deviceSequence BETWEEN ? AND ?',
    id,
    commands[0]?.deviceSequence ?? 0,
    commands.at(-1)?.deviceSequence ?? 0,
  );
  return {
    isNewDevice: last === undefined,
    count: last?.deviceSequence ?? 0,
    last: last ?? null,
    seals: new Map(seals.map(({ deviceSequence, seal }) => [deviceSequence, seal])),
  };
}

function whyNotInOrder(letter: string, { count, seals }: Held, commands: readonly BatchCommand[]): string | null {
  const first = commands[0]?.deviceSequence ?? 0;
  if (commands.some(({ deviceSequence }, at) => deviceSequence !== first + at) || first > count + 1) {
    return `Changes of laptop ${letter} are missing between those that are here (${count}) and these (from ${first} on), so none was taken in. Have it send all that it made since.`;
  }
  const forked = commands.find((command) => (seals.get(command.deviceSequence) ?? command.seal) !== command.seal);
  return forked
    ? `Laptop ${letter} has made two different changes as its step ${forked.deviceSequence}: two copies of its file are in use. Nothing was taken in. Go on in one of the two, and open the other one’s backup as a new laptop.`
    : null;
}

/** What is not as that laptop wrote it; null: everything is. */
function whyNotWhole(
  database: ReadableDatabase,
  deviceId: DeviceId,
  { last }: Held,
  fresh: readonly BatchCommand[],
): string | null {
  let [seal, clock] = [last?.seal ?? firstSeal, last?.clock ?? ''];
  for (const command of fresh) {
    const { label } = command;
    if (command.clock <= clock || !command.clock.endsWith(deviceId))
      return `“${label}” has a time that can’t be right.`;
    const logged: LoggedCommand = { ...command, deviceId };
    const expected = sealOf(seal, logged, command.entries);
    if (expected !== command.seal) return `“${label}” was changed on the way.`;
    const rows = new Set<string>();
    for (const entry of command.entries) {
      if (!isWritable(entry, command.schemaVersion)) return `“${label}” names something that no record has.`;
      rows.add(`${entry.tableName} ${entry.rowId}`);
    }
    if (rows.size < command.entries.length) return `“${label}” changes a record twice.`;
    if (isTaken(database, command)) return `“${label}” is here already as another laptop’s.`;
    [seal, clock] = [command.seal, command.clock];
  }
  return null;
}

/** Whether an entry, lifted to today's tables, says something of a row's own columns. */
function isWritable({ tableName, rowId, before, after }: SealedEntry, schemaVersion: number): boolean {
  if (!isTableName(tableName) || (before === null && after === null)) return false;
  if (!isFields(before) || !isFields(after)) return false;
  const known = columnsOf(tableName);
  const lifted = lift({ tableName, rowId, before, after, schemaVersion });
  const named = Object.keys({ ...lifted.before, ...lifted.after });
  if (!named.every((field) => known.includes(field))) return false;
  if (lifted.before === null) return lifted.after?.['id'] === rowId;
  return lifted.after === null ? lifted.before['id'] === rowId : !('id' in lifted.after);
}

function isFields(text: string | null): boolean {
  if (text === null) return true;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && isFlat(value);
  } catch {
    return false;
  }
}

const isFlat = (value: object): value is Fields =>
  Object.values(value).every((each) => each === null || typeof each === 'string' || typeof each === 'number');

const isTaken = (database: ReadableDatabase, { id }: BatchCommand): boolean =>
  database.get('SELECT 1 FROM logCommand WHERE id = ?', id) !== undefined;

const isKnown = (database: ReadableDatabase, id: string, commands: readonly BatchCommand[]): boolean =>
  commands.some((command) => command.id === id) ||
  database.get('SELECT 1 FROM logCommand WHERE id = ?', id) !== undefined;
