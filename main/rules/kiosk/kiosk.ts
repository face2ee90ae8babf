import { type Instant, instantOf } from '../../../shared/model/dates.ts';
import type { KioskNote } from '../../../shared/model/kiosk.ts';

/** So many wrong PINs are forgiven: a lead’s finger slips. */
const forgiven = 3;
const firstWait = 5;
const longestWait = 300;

/** For how many seconds no PIN is tried after so many wrong ones in a row: 5 after the third, then twice as long each time, 5 minutes at most. */
export const waitAfter = (wrong: number): number =>
  wrong < forgiven ? 0 : Math.min(longestWait, firstWait * 2 ** Math.min(10, wrong - forgiven));

/**
 * Until when no PIN is tried; null: one may be tried now. A clock that was set back meanwhile makes no one wait longer
 * than the wait itself.
 */
export function waitsUntil({ wrong, triedAt }: Pick<KioskNote, 'wrong' | 'triedAt'>, now: Instant): Instant | null {
  if (triedAt === null) return null;
  const moment = Date.parse(now);
  const until = Math.min(Date.parse(triedAt), moment) + waitAfter(wrong) * 1_000;
  return until > moment ? instantOf(new Date(until)) : null;
}
