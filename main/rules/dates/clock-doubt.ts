import { type Instant, sayInstant } from '../../../shared/model/dates.ts';

/** A clock that goes a little wrong, or two commands within a moment, are nothing to speak of. */
const forgivenMinutes = 10;

/** After so many days without an entry the clock, not the leads, may have jumped. */
const silentDays = 400;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Whether a clock lies before what was done already. */
export const isBefore = (now: Instant, latestInLog: Instant): boolean =>
  Date.parse(latestInLog) - Date.parse(now) > forgivenMinutes * minute;

/**
 * Whether the laptop's clock can be right, going by the latest moment in the log: a sentence, or null. A clock that lies
 * before what was done already is wrong; one that lies more than a year after it may be.
 */
export function clockDoubt(now: Instant, latestInLog: Instant | null, zone: string): string | null {
  if (latestInLog === null) return null;
  const ahead = Date.parse(now) - Date.parse(latestInLog);
  const set = 'Set the clock in the system’s date and time settings, if it is wrong.';
  if (isBefore(now, latestInLog)) {
    return `This laptop’s clock shows ${sayInstant(now, zone)}, but the latest entry was made on ${sayInstant(latestInLog, zone)}. ${set}`;
  }
  if (ahead > silentDays * day) {
    return `This laptop’s clock shows ${sayInstant(now, zone)}, more than a year after the latest entry, on ${sayInstant(latestInLog, zone)}. ${set}`;
  }
  return null;
}
