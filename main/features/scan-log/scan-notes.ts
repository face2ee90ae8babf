import type { ScanOutcome } from '../../../shared/model/scan-log.ts';
import type { SessionOnPlan } from '../../../shared/views/cohorts.ts';
import type { ScannedCode, ScannedPerson } from './scanned-codes.ts';

/** What was decided of a scan, and about whom. */
interface Decided {
  readonly who: ScannedCode;
  readonly person: ScannedPerson | null;
  readonly session: SessionOnPlan;
  readonly takenBack: boolean;
}

/** What a lead should know of a scan besides its outcome; empty: nothing. */
export function noteOf(outcome: ScanOutcome, { who, person, session, takenBack }: Decided): string {
  const cohort = person?.cohort ?? '';
  switch (outcome) {
    case 'keep-code':
      return noteOfCode(who);
    case 'already-in':
      return takenBack ? 'A lead undid this scan.' : '';
    case 'other-cohort':
      return `Of ${cohort}; the session is for ${session.cohorts.map(({ name }) => name).join(' and ') || 'no cohort yet'}. Let guests in to use it.`;
    case 'no-cohort':
      return 'Known, but in no cohort. Enroll them, or check them in at the door.';
    case 'withdrawn':
      return `Has withdrawn or deferred from ${cohort}. A lead can enroll them again.`;
    default:
      return '';
  }
}

/** Why a code is kept as no one’s. */
function noteOfCode({ owner, people }: ScannedCode): string {
  if (people.length > 1) return `${people.length} people share this code. Match it at the session.`;
  switch (owner) {
    case 'walk-in':
      return 'A walk-in who isn’t matched to a person yet.';
    case 'blank-badge':
      return 'A blank badge. Match it at the session.';
    case 'misread':
      return 'A badge of this program, read only in part. Match it at the session.';
    case 'foreign-badge':
      return 'A badge of this program that this laptop does not know. Match it at the session.';
    case 'other-program':
      return 'Not a code from this program. Match it at the session, or drop it.';
    default:
      return 'Not on any list. Match it at the session.';
  }
}
