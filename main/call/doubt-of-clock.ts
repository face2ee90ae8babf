import { clockAhead } from '../log/clock-ahead.ts';
import { latestMoment } from '../log/latest-moment.ts';
import { clockDoubt, isBefore } from '../rules/dates/clock-doubt.ts';
import type { Facts } from './facts.ts';

/** Why this laptop's clock or another's can't be right, going by the log, and what to do; null: both can be. */
export function doubtOfClock({ database, device, now, zone }: Facts): string | null {
  const ahead = clockAhead(database, device.id, now, (at) => isBefore(now, at));
  return clockDoubt(now, { latest: latestMoment(database), ahead }, zone);
}
