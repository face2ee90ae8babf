import { clockOf, dayOf, daysBetween, type Instant, sayClock, sayDate } from '../../shared/model/dates.ts';

/** A moment as it is said today: `today 7:40 AM`, `yesterday 3:02 PM`, `Oct 21, 2024`. */
export function sayAgo(at: Instant, now: Instant, zone: string): string {
  const day = dayOf(at, zone);
  const days = daysBetween(day, dayOf(now, zone));
  const clock = sayClock(clockOf(at, zone));
  if (days === 0) return `today ${clock}`;
  if (days === 1) return `yesterday ${clock}`;
  return sayDate(day);
}
