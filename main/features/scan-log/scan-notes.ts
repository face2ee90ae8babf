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
      return takenBack ? 'This very scan was taken back by a lead.' : '';
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

/** Why a code is kept as nobody’s. */
function noteOfCode({ owner, people }: ScannedCode): string {
  if (people.length > 1) return `${people.length} people share this code. Say at the session whose it was.`;
  switch (owner) {
    case 'walk-in':
      return 'A walk-in, whom nobody has matched to a person yet.';
    case 'blank-badge':
      return 'A blank badge. Say at the session who wears it.';
    case 'misread':
      return 'A badge of this program, read only in part. Say at the session whose it is.';
    case 'foreign-badge':
      return 'A badge of this program that this laptop does not know. Say at the session whose it is.';
    case 'other-program':
      return 'No code that this program gave out. Say at the session whose it is, or take it back.';
    default:
      return 'On no list. Say at the session whose it is.';
  }
}
