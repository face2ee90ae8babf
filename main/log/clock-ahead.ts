import type { Instant } from '../../shared/model/dates.ts';
import type { DeviceId } from '../../shared/model/ids.ts';
import type { ReadableDatabase } from '../database/handles.ts';

/** A moment that a laptop's clock showed when it recorded a command; `letter` null: this laptop. */
export interface ShownMoment {
  readonly at: Instant;
  readonly letter: string | null;
}

/**
 * A laptop whose clock was ahead of `now`, by what its own commands say of when they were made; null: there is none.
 * The log's clock can't tell: a command that was made after another laptop's is ahead with it (clock.ts), though made by
 * a clock that was right. Another laptop counts by its last command, so that the doubt ends once its clock was set right.
 */
export function clockAhead(
  database: ReadableDatabase,
  own: DeviceId,
  now: Instant,
  isAhead: (at: Instant) => boolean,
): ShownMoment | null {
  const others = database.all<ShownMoment>(
    `SELECT letter, (SELECT at FROM logCommand WHERE deviceId = logDevice.id ORDER BY deviceSequence DESC LIMIT 1) AS at
     FROM logDevice WHERE id <> ? ORDER BY letter`,
    own,
  );
  const mine = database.get<{ at: Instant }>(
    'SELECT at FROM logCommand WHERE clock > ? AND deviceId = ? ORDER BY clock LIMIT 1',
    now,
    own,
  );
  const shown: readonly ShownMoment[] = [...others, ...(mine ? [{ at: mine.at, letter: null }] : [])];
  return shown.find(({ at }) => at !== null && isAhead(at)) ?? null;
}
