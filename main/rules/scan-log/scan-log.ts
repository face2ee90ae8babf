import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { ScanOutcome } from '../../../shared/model/scan-log.ts';

/** When a session is on, in minutes of its day. */
export interface SessionHours {
  readonly start: number;
  readonly end: number;
}

/** People come so long before a session and are scanned so long after it, in minutes. */
const before = 120;
const after = 60;
/** A session that expects someone may be so much farther from the scan, in minutes, and is still the one that is meant. */
const expectedReach = 60;

/**
 * How far a scan lies from a session, in minutes: 0 while it is on; before it begins counts as it is, after it has
 * ended twice. Null: too far to belong to it.
 */
export function distanceTo({ start, end }: SessionHours, minute: number): number | null {
  if (minute < start - before || minute > end + after) return null;
  return minute < start ? start - minute : minute > end ? (minute - end) * 2 : 0;
}

/** The session of a day that a scan belongs to; of two the one that expects the person, then the nearer. Null: none. */
export function sessionOfScan<Session extends SessionHours>(
  sessions: readonly Session[],
  minute: number,
  expects: (session: Session) => boolean,
): Session | null {
  let best: { readonly session: Session; readonly cost: number } | null = null;
  for (const session of sessions) {
    const distance = distanceTo(session, minute);
    if (distance === null) continue;
    const cost = distance + (expects(session) ? 0 : expectedReach);
    if (best === null || cost < best.cost) best = { session, cost };
  }
  return best?.session ?? null;
}

/** What is known of a scan once its session is. */
interface ScanFacts {
  /** Null: the code belongs to no one. `status` null: in no cohort. */
  readonly person: { readonly status: ParticipantStatus | null } | null;
  /** Of a cohort that the session is held for, or making the course up there. */
  readonly expected: boolean;
  /** The same person, or the same unknown code, was scanned at this session earlier in the log. */
  readonly scannedBefore: boolean;
  /** In at this session already, or the unknown code is kept there already. */
  readonly alreadyIn: boolean;
  /** This very scan was imported before, and a lead has taken it back. */
  readonly takenBack: boolean;
  /** A lead lets people of other cohorts in. */
  readonly guests: boolean;
}

/** What becomes of a scan. The first obstacle counts; who is in already is never checked in again. */
export function decideScan(facts: ScanFacts): ScanOutcome {
  const { person, expected, scannedBefore, alreadyIn, takenBack, guests } = facts;
  if (alreadyIn || takenBack) return 'already-in';
  if (scannedBefore) return 'double';
  if (person === null) return 'keep-code';
  if (person.status === null) return 'no-cohort';
  if (person.status === 'withdrawn' || person.status === 'deferred') return 'withdrawn';
  return expected || guests ? 'check-in' : 'other-cohort';
}
