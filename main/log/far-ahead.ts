import { dayOf, daysBetween, type Instant, sayInstant } from '../../shared/model/dates.ts';
import type { DeviceId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import type { BatchCommand } from './batch.ts';
import { readClock } from './clock.ts';

/** This laptop, and what its own clock shows. */
export interface Here {
  readonly id: DeviceId;
  readonly now: Instant;
  /** The program's zone, in which moments are said. */
  readonly zone: string;
}

/** A clock may be a day off, as after a flight with a wrong zone; one that is further off is wrong. In milliseconds. */
const mostAhead = 86_400_000;

/** What of another laptop's changes stays out, and why. */
interface HeldBack {
  /** How many may come in: those before the first that stays out. */
  readonly upTo: number;
  readonly sentence: string;
}

/**
 * The changes of another laptop from the first one on that its clock dated more than a day ahead of this one's; null:
 * there is none. Taken in, they would drag this log's clock along (clock.ts), and whatever anyone does until that day
 * would rank as earlier than they do. Where this laptop's clock is behind its own last entry, that moment counts.
 */
export function heldBack(
  database: ReadableDatabase,
  { id, now, zone }: Here,
  letter: string,
  commands: readonly BatchCommand[],
): HeldBack | null {
  const last = database.get<{ at: Instant }>(
    'SELECT at FROM logCommand WHERE deviceId = ? ORDER BY deviceSequence DESC LIMIT 1',
    id,
  );
  const ours = last !== undefined && last.at > now ? last.at : now;
  const latest = new Date(Date.parse(ours) + mostAhead).toISOString();
  const upTo = commands.findIndex(({ clock }) => readClock(clock).wall > latest);
  const first = commands[upTo];
  if (!first) return null;
  const days = daysBetween(dayOf(ours, zone), dayOf(first.at, zone));
  const ahead = days > 0 ? `, ${days} days ahead of this laptop’s clock` : '';
  const sentence = `Laptop ${letter} dated “${first.label}” ${sayInstant(first.at, zone)}${ahead}. That step and what was done there after it stay out for now. Set the clock that is wrong. If it is this laptop’s, take the changes in again; if it is laptop ${letter}’s, go on there from a backup made before that step.`;
  return { upTo, sentence };
}
