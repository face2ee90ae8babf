import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Instant } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import type { LoggedCommand } from '../../shared/model/history.ts';
import { CommandId } from '../../shared/model/ids.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { TableName } from '../../shared/model/tables.ts';
import { commitLarge } from '../database/commit-large.ts';
import { explainStorageError } from '../database/errors.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/handles.ts';
import { mustBeInPlace } from '../database/held-files.ts';
import { laptopNote } from '../database/laptop.ts';
import { latestVersion } from '../database/migrate.ts';
import { firstSeal, Sealing } from '../database/seal.ts';
import { entryOf, writeRow } from './apply.ts';
import type { Deciding, Decision } from './change.ts';
import { tick } from './clock.ts';
import { RowChanges } from './combine.ts';
import { logCommand, logDevice, logEntry, nextPlace } from './keep.ts';
import { isLeftToSettle } from './left-to-settle.ts';
import { Pace } from './pace.ts';
import { isShared } from './row-before.ts';
import { indexPeople, isSearched, peopleOf } from './search.ts';
import { isMet, type RowName, settle } from './settle.ts';

/** What a command needs of the world: arguments, so that tests can set them. */
export interface World {
  readonly now: () => Instant;
  readonly newId: () => string;
  /** The laptop that does it. */
  readonly device: Device;
  /** Who does it, where that is not the lead who is named at the laptop, as at a terminal; null: no lead, as at a kiosk. */
  readonly who?: string | null | undefined;
}

/** A command that is on the disk. `commandId` is null where nothing had to change, and then nothing was saved. */
export interface Committed<Value> {
  readonly value: Value;
  readonly commandId: CommandId | null;
  readonly label: string;
  readonly tables: readonly TableName[];
  readonly entries: number;
}

/** Decides what to change: at once, or in steps where there is much to look at. */
export type Decide<Value> = (facts: ReadableDatabase) => Decision<Value> | Deciding<Value>;

/** How far a long command has come, from 0 to 1, and whether it shall go on. */
export interface CommitProgress {
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
}

/** What a decision in steps is of the whole: looking at every row takes about a third as long as changing it. */
const DECIDING = 0.25;

/**
 * The only writer: decides and writes in one transaction, the log's entry and the row together, so that a command is
 * on the disk wholly or not at all. A refusal of the command or of the disk, or Cancel, leaves everything as it was.
 * Wants a connection that no one reads from, and one command at a time.
 */
export async function commit<Value>(
  database: WritableDatabase,
  world: World,
  call: string,
  decide: Decide<Value>,
  progress?: CommitProgress,
): Promise<Result<Committed<Value>>> {
  try {
    mustBeInPlace(database);
    database.exec('BEGIN IMMEDIATE');
    const steps = write(database, world, call, decide);
    for (;;) {
      const step = steps.next();
      if (step.done) {
        const written = step.value.ok && step.value.value.commandId !== null;
        if (written) await commitLarge(database);
        else database.exec('ROLLBACK');
        return step.value;
      }
      progress?.onProgress(step.value);
      await nextTurn();
      if (progress?.signal.aborted) {
        database.exec('ROLLBACK');
        return refuse('Canceled: nothing was changed.');
      }
    }
  } catch (error) {
    return recover(database, error);
  }
}

/** A refusal of the disk is a value; anything else is a bug. Either way nothing stays half written. */
function recover(
  database: WritableDatabase,
  error: unknown,
): { ok: false; problem: { sentence: string; reasons: readonly string[] } } {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself, as it does when the disk is full.
  }
  const explained = explainStorageError(error, path.basename(database.file));
  if (explained) return explained;
  throw error;
}

function* write<Value>(
  database: WritableDatabase,
  world: World,
  call: string,
  decide: Decide<Value>,
): Generator<number, Result<Committed<Value>>> {
  const pace = new Pace();
  const deciding = decide(database);
  const decided = 'next' in deciding ? DECIDING : 0;
  const decision = 'next' in deciding ? yield* paced(deciding, pace, DECIDING) : deciding;
  if (!decision.ok) return decision;
  const { value, label } = decision;
  // Rows of one command may point to each other in any order; all must hold when it ends.
  database.exec('PRAGMA defer_foreign_keys = ON');
  const wanted = new RowChanges();
  for (const change of decision.changes) {
    wanted.add(change);
    if (pace.isOver()) yield decided;
  }
  const changes = wanted.inOrder();
  const tables = new Set<TableName>();
  const people = new Set<string>();
  const renamed = new Set<string>();
  const hasOthers = isShared(database);
  const left: RowName[] = [];
  // A person is written, and then brought into the index of names.
  const all = changes.length + changes.reduce((sum, { table }) => sum + (table === 'person' ? 1 : 0), 0);
  const far = (done: number) => decided + (1 - decided) * (done / all);
  let next: ReturnType<typeof nextCommand> | null = null;
  let entries = 0;
  for (const [index, change] of changes.entries()) {
    const entry = entryOf(database, change);
    if (!entry) continue;
    if (hasOthers && isLeftToSettle(database, change)) left.push({ table: change.table, id: change.id });
    else writeRow(database, change, entry);
    next ??= nextCommand(database, world, {
      id: CommandId.parse(world.newId()),
      call,
      label,
      undoes: decision.undoes ?? null,
    });
    const logged = {
      tableName: change.table,
      rowId: change.id,
      before: entry.before && JSON.stringify(entry.before),
      after: entry.after && JSON.stringify(entry.after),
    };
    logEntry(database, next.command.sequence, logged);
    next.sealing.add(logged);
    entries += 1;
    tables.add(change.table);
    if (change.table === 'person' && isSearched(change.kind, entry)) people.add(change.id);
    if (change.table === 'organization' && change.kind === 'update') renamed.add(change.id);
    if (pace.isOver()) yield far(index + 1);
  }
  for (const indexed of indexPeople(database, new Set([...people, ...peopleOf(database, renamed)]))) {
    if (pace.isOver()) yield far(Math.min(changes.length + indexed, all));
  }
  if (!next) return done({ value, label, commandId: null, tables: [], entries });
  logCommand(database, next.command, next.sealing.seal());
  // Where another laptop's work is here, this command may have settled something between the two, or opened it.
  if (left.length > 0 || isMet(database)) {
    const settling = settle(database, left);
    for (;;) {
      const step = settling.next();
      if (step.done) {
        for (const table of step.value) tables.add(table);
        break;
      }
      if (pace.isOver()) yield 1;
    }
  }
  return done({ value, label, commandId: next.command.id, tables: [...tables], entries });
}

/** Goes through the steps of a decision, which are a share of all that is to be done. */
function* paced<Value>(deciding: Deciding<Value>, pace: Pace, share: number): Generator<number, Decision<Value>> {
  for (;;) {
    const step = deciding.next();
    if (step.done) return step.value;
    if (pace.isOver()) yield step.value * share;
  }
}

/** The next command of this laptop, as the log will keep it. */
function nextCommand(
  database: WritableDatabase,
  world: World,
  command: Pick<LoggedCommand, 'id' | 'call' | 'label' | 'undoes'>,
): { readonly command: LoggedCommand & { readonly sequence: number }; readonly sealing: Sealing } {
  const device = world.device.id;
  const at = world.now();
  const last = database.get<{ deviceSequence: number; seal: string }>(
    'SELECT deviceSequence, seal FROM logCommand WHERE deviceId = ? ORDER BY deviceSequence DESC LIMIT 1',
    device,
  );
  if (!last) logDevice(database, world.device, at);
  const next = {
    ...command,
    sequence: nextPlace(database),
    deviceId: device,
    deviceSequence: (last?.deviceSequence ?? 0) + 1,
    clock: tick(latestClock(database), at, device),
    at,
    who: world.who === undefined ? laptopNote(database, 'leadName') : world.who,
    schemaVersion: latestVersion,
  };
  return { command: next, sealing: new Sealing(last?.seal ?? firstSeal, next) };
}

/** The highest reading of the log's clock, whatever the order in which its commands came to lie. */
const latestClock = (database: ReadableDatabase): string | null =>
  database.get<{ clock: string }>('SELECT clock FROM logCommand ORDER BY clock DESC LIMIT 1')?.clock ?? null;
