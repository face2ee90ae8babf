import { latestMoment } from '../log/latest-moment.ts';
import { clockDoubt } from '../rules/dates/clock-doubt.ts';
import type { Facts } from './facts.ts';

/** Why this laptop's clock can't be right, going by the log, and what to do; null: it can be. */
export const doubtOfClock = ({ database, now, zone }: Facts): string | null =>
  clockDoubt(now, latestMoment(database), zone);
