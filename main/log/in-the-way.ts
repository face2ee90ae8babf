import type { ReadableDatabase } from '../database/handles.ts';
import { laterCommandsOn, missedBy, pointers, pointingTo } from './depending.ts';
import type { StoredCommand } from './in-effect.ts';
import { type Stretch, tablesIn } from './stretches.ts';
import { type Holder, holdersOf, uniques } from './taken.ts';

/** What may keep a command from being taken back; whether the commands still stand, no one has asked yet. */
interface InTheWay {
  /** Later commands that touched the same. */
  readonly touching: readonly StoredCommand[];
  /** Later commands that point to rows which would go. */
  readonly pointing: readonly StoredCommand[];
  /** Commands that took away rows to which its own would point again. */
  readonly missed: readonly StoredCommand[];
  /** Rows that have what only one may have. */
  readonly holders: readonly Holder[];
}

/**
 * Looks for what may keep a command from being taken back, a stretch of its entries after the other. Says after every
 * statement how far it is, from 0 to 1.
 */
export function* lookInTheWay(
  database: ReadableDatabase,
  command: StoredCommand,
  stretches: readonly Stretch[],
): Generator<number, InTheWay> {
  const touching = new Found<StoredCommand>();
  const pointing = new Found<StoredCommand>();
  const missed = new Found<StoredCommand>();
  const holders = new Found<Holder>();
  for (const [at, stretch] of stretches.entries()) {
    const soFar = at / stretches.length;
    const { brought, touched } = tablesIn(database, stretch);
    touching.add(laterCommandsOn(database, command, stretch));
    yield soFar;
    for (const pointer of pointers.filter(({ parent }) => brought.has(parent))) {
      pointing.add(pointingTo(database, command, stretch, pointer));
      yield soFar;
    }
    for (const pointer of pointers.filter(({ child }) => touched.has(child))) {
      missed.add(missedBy(database, stretch, pointer));
      yield soFar;
    }
    for (const unique of uniques.filter(({ table }) => touched.has(table))) {
      holders.add(holdersOf(database, stretch, unique));
      yield soFar;
    }
  }
  return { touching: touching.all(), pointing: pointing.all(), missed: missed.all(), holders: holders.all() };
}

/** Each thing once, whichever stretches find it. */
class Found<Thing extends { readonly id: string }> {
  readonly #byId = new Map<string, Thing>();

  add(things: readonly Thing[]): void {
    for (const thing of things) this.#byId.set(thing.id, thing);
  }

  all(): readonly Thing[] {
    return [...this.#byId.values()];
  }
}
