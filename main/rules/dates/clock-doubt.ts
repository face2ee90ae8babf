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

/** What the log says of when things were done. */
interface LoggedMoments {
  /** The latest that it reaches; null: nothing was done yet. */
  readonly latest: Instant | null;
  /** When a laptop recorded something by a clock that showed more than this one does; `letter` null: this laptop. */
  readonly ahead: { readonly at: Instant; readonly letter: string | null } | null;
}

/**
 * Whether the laptops' clocks can be right, going by the log: a sentence, or null. A clock that is earlier than what was done
 * already is wrong, or the one by which that was done is; one more than a year later may be wrong.
 */
export function clockDoubt(now: Instant, { latest, ahead }: LoggedMoments, zone: string): string | null {
  const shows = `This laptop’s clock shows ${sayInstant(now, zone)}`;
  if (ahead !== null && ahead.letter !== null) {
    return `${shows}, but laptop ${ahead.letter} recorded its latest entry on ${sayInstant(ahead.at, zone)}. Set the clock of the laptop that is wrong in its date and time settings.`;
  }
  const set = 'Set the clock in the system’s date and time settings, if it is wrong.';
  if (ahead !== null) return `${shows}, but an entry was made here on ${sayInstant(ahead.at, zone)}. ${set}`;
  if (latest !== null && Date.parse(now) - Date.parse(latest) > silentDays * day) {
    return `${shows}, more than a year after the latest entry, on ${sayInstant(latest, zone)}. ${set}`;
  }
  return null;
}
