import { type Instant, instantOf } from '../../../shared/model/dates.ts';
import type { KioskNote } from '../../../shared/model/kiosk.ts';

/** So many tries that match no one are forgiven: people mistype, and the next in line does too. */
const forgiven = 5;
const firstWait = 5;
const longestWait = 60;
/** After so long without one, in seconds, they are forgotten. */
const forgottenAfter = 600;

type Missed = Pick<KioskNote, 'missed' | 'missedAt'>;

/** For how many seconds nothing typed is tried after so many misses: 5 after the fifth, then twice as long each time, a minute at most. */
const missWait = (missed: number): number =>
  missed < forgiven ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(10, missed - forgiven));

/** How many misses count still. */
export function missesThatCount({ missed, missedAt }: Missed, now: Instant): number {
  if (missedAt === null) return 0;
  return Math.abs(Date.parse(now) - Date.parse(missedAt)) > forgottenAfter * 1_000 ? 0 : missed;
}

/** Until when nothing typed is tried; null: something may be. A clock that was set back makes no one wait longer. */
export function triesAgainAt(note: Missed, now: Instant): Instant | null {
  if (note.missedAt === null) return null;
  const moment = Date.parse(now);
  const until = Math.min(Date.parse(note.missedAt), moment) + missWait(missesThatCount(note, now)) * 1_000;
  return until > moment ? instantOf(new Date(until)) : null;
}
