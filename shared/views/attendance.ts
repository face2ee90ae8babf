import type { CheckInMethod } from '../model/attendance.ts';
import type { ParticipantStatus } from '../model/cohorts.ts';
import type { Instant } from '../model/dates.ts';
import type { AttendanceEventId, ParticipantId, PersonId } from '../model/ids.ts';
import type { SessionRow } from './cohorts.ts';

export interface AttendeeRow {
  /** Null: somebody in no cohort at all, checked in all the same. */
  readonly participantId: ParticipantId | null;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  /** False: of another cohort, such as a make-up. */
  readonly expected: boolean;
  readonly present: boolean;
  readonly at: Instant | null;
  readonly method: CheckInMethod | null;
  readonly eventId: AttendanceEventId | null;
}

/** One of the last check-ins, newest first; an unknown code has no person. */
export interface RecentCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId | null;
  /** Empty for an unknown code. */
  readonly name: string;
  readonly organization: string;
  /** What was scanned or typed; null where a lead picked a name. */
  readonly code: string | null;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly annulled: boolean;
}

export interface SessionView {
  readonly session: SessionRow;
  /** Empty where the caller asked to leave them out. */
  readonly people: readonly AttendeeRow[];
  readonly recent: readonly RecentCheckIn[];
}

/** Somebody that three letters, an e-mail address or a code may mean. */
export interface CheckInMatch {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  /** Empty: in no cohort. */
  readonly cohort: string;
  readonly status: ParticipantStatus | null;
  readonly expected: boolean;
  readonly inSince: Instant | null;
}

/** What check-in answers: always a sentence, and whether a lead may confirm what was held back. */
export interface CheckInAnswer {
  readonly answer: 'checked-in' | 'already-in' | 'not-on-the-list' | 'wrong-cohort' | 'withdrawn' | 'wrong-day';
  readonly sentence: string;
  readonly mayConfirm: boolean;
  readonly eventId: AttendanceEventId | null;
  /** When this was answered. */
  readonly at: Instant;
  readonly personId: PersonId | null;
  readonly name: string | null;
  readonly expected: number;
  readonly present: number;
  readonly guests: number;
}
