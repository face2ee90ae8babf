import type { Instant } from '../../../shared/model/dates.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Hourly for a day, daily for a month, weekly after: until which age, in milliseconds, how far apart those kept are. */
const spans = [
  { until: DAY, apart: HOUR },
  { until: 31 * DAY, apart: DAY },
  { until: Number.POSITIVE_INFINITY, apart: 7 * DAY },
] as const;

/**
 * Which automatic backups to keep, by when they were made: of each hour of the last day, of each day of the last 31, and
 * of each week before that the newest. The newest of all is always kept, and so is whatever a clock that was wrong dates
 * to after `now`. Days and weeks are those of UTC, so that the answer is the same wherever the laptop travels.
 */
export function backupsToKeep(made: readonly Instant[], now: Instant): ReadonlySet<Instant> {
  const kept = new Set<Instant>();
  const taken = new Set<string>();
  const at = Date.parse(now);
  const newestFirst = [...made].sort().reverse();
  for (const [place, instant] of newestFirst.entries()) {
    const time = Date.parse(instant);
    const age = at - time;
    const apart = spans.find(({ until }) => age < until)?.apart ?? DAY;
    // The week begins on a Monday; day 0 of the clock was a Thursday.
    const slot = `${apart} ${Math.floor((apart === 7 * DAY ? time + 3 * DAY : time) / apart)}`;
    if (place > 0 && age >= 0 && taken.has(slot)) continue;
    taken.add(slot);
    kept.add(instant);
  }
  return kept;
}
