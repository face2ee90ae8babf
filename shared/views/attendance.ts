import type { CheckInMethod } from '../model/attendance.ts';
import type { Instant } from '../model/dates.ts';
import type { AttendanceEventId, ParticipantId, PersonId } from '../model/ids.ts';
import type { SessionRow } from './cohorts.ts';

export interface AttendeeRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  readonly present: boolean;
  readonly at: Instant | null;
  readonly eventId: AttendanceEventId | null;
}

/** One of the last check-ins, newest first; an unknown code has no person. */
export interface RecentCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId | null;
  readonly name: string;
  readonly organization: string;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly annulled: boolean;
}

export interface SessionView {
  readonly session: SessionRow;
  readonly people: readonly AttendeeRow[];
  readonly recent: readonly RecentCheckIn[];
}

/** Somebody that three letters, an e-mail address or a code may mean. */
export interface CheckInMatch {
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  readonly expected: boolean;
  readonly inSince: Instant | null;
}

/** What check-in answers: always a sentence, and whether a lead may confirm what was held back. */
export interface CheckInAnswer {
  readonly answer: 'checked-in' | 'already-in' | 'not-on-the-list' | 'wrong-cohort' | 'withdrawn' | 'wrong-day';
  readonly sentence: string;
  readonly mayConfirm: boolean;
  readonly eventId: AttendanceEventId | null;
  readonly name: string | null;
  readonly expected: number;
  readonly present: number;
}
