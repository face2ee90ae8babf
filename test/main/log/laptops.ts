import path from 'node:path';
import { Cache, factsOf } from '../../../main/call/facts.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { duplicateCommands } from '../../../main/features/duplicates/commands.ts';
import { append } from '../../../main/log/append.ts';
import { batchOf, heldOf } from '../../../main/log/batch.ts';
import type { Change } from '../../../main/log/change.ts';
import { commit, type Decide, type World } from '../../../main/log/commit.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import { Instant } from '../../../shared/model/dates.ts';
import { type Device, letterAt } from '../../../shared/model/devices.ts';
import type { mergedFields } from '../../../shared/model/duplicates.ts';
import { CommandId, DeviceId, PersonId } from '../../../shared/model/ids.ts';
import { openTestDatabase } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { anyId, type Whim } from './whim.ts';

/** A laptop of a program, on a real file, whose clock and ids follow from what it did. */
export class Laptop {
  readonly database: WritableDatabase;
  readonly device: Device;
  /** Minutes since the program began, by this laptop's own clock. */
  minute = 0;
  /** How many ids it has made up: each is the next one. */
  made = 0;
  readonly #place: number;

  constructor(database: WritableDatabase, place: number) {
    this.database = database;
    // No one pulls the plug here, and the disk would take most of the time.
    database.exec('PRAGMA synchronous = OFF');
    this.#place = place;
    this.device = {
      id: DeviceId.parse(`018f000d-0000-7000-8000-00000000000${place}`),
      letter: letterAt(place),
      name: `laptop-${place}`,
      because: place === 0 ? 'first' : 'other-laptop',
    };
  }

  readonly newId = (): string => {
    this.made += 1;
    return `018f${String(this.#place).padStart(4, '0')}-0000-7000-8000-${String(this.made).padStart(12, '0')}`;
  };

  get world(): World {
    const now = Instant.parse(new Date(Date.UTC(2024, 5, 3, 14, this.minute)).toISOString());
    return { now: () => now, newId: this.newId, device: this.device };
  }

  /** This laptop, as others’ changes find it. */
  get here() {
    return { id: this.device.id, now: this.world.now(), zone: 'America/Chicago' };
  }

  /** Does something by the real writer; false where it can't be done, as the feature's own command would have refused. */
  async does(label: string, decide: Decide<unknown>): Promise<boolean> {
    try {
      return (await commit(this.database, this.world, 'test.does', decide)).ok;
    } catch (error) {
      if (error instanceof Error && 'code' in error && /^SQLITE_CONSTRAINT/.test(String(error.code))) return false;
      throw new Error(`${label}: ${error}`, { cause: error });
    }
  }

  /** Makes one change, or several in one command. */
  makes = (label: string, ...changes: readonly Change[]): Promise<boolean> =>
    this.does(label, () => ({ ok: true, label, changes, value: null }));

  undoes = (commandId: CommandId | null = null): Promise<boolean> =>
    this.does('Undo', (facts) => decideUndo(facts, commandId, this.device.id));

  redoes = (): Promise<boolean> => this.does('Redo', (facts) => decideRedo(facts, this.device.id));

  /** Merges one person into another, by the command that the screen gives. */
  merges(goneId: string, keptId: string, take: readonly (typeof mergedFields)[number][] = []): Promise<boolean> {
    return this.does('Merge', (database) => {
      // A merge asks for no policy, and the ones that tests make up are empty.
      const withoutPolicy = Object.assign(Object.create(null), database, { all: () => [] });
      const { now, newId, device } = this.world;
      const facts = { ...factsOf(withoutPolicy, new Cache(), now(), newId, device), database };
      const input = { keptId: PersonId.parse(keptId), goneId: PersonId.parse(goneId), take: [...take] };
      return duplicateCommands['duplicates.merge'](facts, input);
    });
  }

  /** Hears of commands of a laptop from another one, at most so many; null: there is nothing to hear. */
  async hears(from: Laptop, of: DeviceId, most = 1_000, again = 0) {
    const held = heldOf(this.database).get(of) ?? 0;
    const batch = batchOf(from.database, of, Math.max(0, held - again), most);
    return batch && append(this.database, this.here, batch);
  }

  /** Hears all that another one has, as far as it can be taken in by now. */
  async hearsAll(from: Laptop): Promise<void> {
    for (let heard = true; heard; ) {
      heard = false;
      for (const of of heldOf(from.database).keys()) {
        if (of === this.device.id) continue;
        const result = await this.hears(from, of, 1);
        heard ||= result?.ok === true && result.value.commands > 0;
      }
    }
  }
}

/** A program on so many laptops, which all begin with what the first one has made. */
export async function laptopsWith(count: number, ...changes: readonly Change[]): Promise<readonly Laptop[]> {
  const first = new Laptop(openTestDatabase(), 0);
  if (changes.length > 0 && !(await first.makes('Began', ...changes))) throw new Error('The program can’t begin so.');
  return [first, ...copiesOf(first, count - 1)];
}

/** Other laptops with a copy of what this one has. */
export function copiesOf(laptop: Laptop, count: number): readonly Laptop[] {
  const folder = temporaryFolder();
  return Array.from({ length: count }, (_, at) => {
    const copy = path.join(folder, `laptop-${at + 1}.db`);
    laptop.database.run('VACUUM INTO ?', copy);
    return new Laptop(openTestDatabase(copy), at + 1);
  });
}

/** Everyone hears of everything. */
export async function meet(laptops: readonly Laptop[]): Promise<void> {
  for (let round = 0; round < laptops.length; round += 1) {
    for (const one of laptops) for (const other of laptops) if (one !== other) await one.hearsAll(other);
  }
}

/** What a laptop does by whim: undo, redo, take back a step by name, or merge two people. */
export async function doesByWhim(laptop: Laptop, whim: Whim): Promise<boolean> {
  const commands = laptop.database.all<{ id: string }>('SELECT id FROM logCommand ORDER BY clock, deviceId');
  const [one, other] = [anyId(whim, 'person'), anyId(whim, 'person')];
  const merges = () =>
    one && other && one !== other ? laptop.merges(one, other, whim.one([[], ['phone']])) : laptop.undoes();
  return whim.one([
    merges,
    merges,
    () => laptop.undoes(),
    () => laptop.redoes(),
    () => laptop.undoes(commands.length > 0 ? CommandId.parse(whim.one(commands).id) : null),
  ])();
}
