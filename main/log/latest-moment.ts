import { Instant } from '../../shared/model/dates.ts';
import type { ReadableDatabase } from '../database/handles.ts';
import { readClock } from './clock.ts';

/**
 * The latest moment that any laptop's clock has shown in the log; null: nothing was done yet. It is read from the log's
 * own clock, which never goes back, so that one entry by a wrong clock does not hide the others.
 */
export function latestMoment(database: ReadableDatabase): Instant | null {
  const latest = database.get<{ clock: string }>('SELECT clock FROM logCommand ORDER BY clock DESC LIMIT 1')?.clock;
  return latest === undefined ? null : Instant.parse(readClock(latest).wall);
}
