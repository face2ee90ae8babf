import { z } from 'zod';
import type { ParticipantStatus } from './cohorts.ts';
import type { CivilDate, ClockTime, Instant } from './dates.ts';
import type { Reason } from './decision.ts';
import type { AttendanceEventId, PersonId, SessionId } from './ids.ts';

export const CheckInMethod = z.enum(['typed', 'scanned', 'camera', 'kiosk', 'sheet', 'log']);
export type CheckInMethod = z.infer<typeof CheckInMethod>;

/**
 * What can happen at a session. `late` and `left` say by the clock when somebody came or went, `hours` how many hours
 * count whatever the clock says, `excused` that a lead accepts the absence; an annulment takes any of these back.
 */
export const attendanceEventKinds = ['check-in', 'late', 'left', 'hours', 'excused', 'annulment'] as const;
export type AttendanceEventKind = (typeof attendanceEventKinds)[number];

/** Something that happened at the door. Events are added, never changed: presence is what follows from them. */
export interface AttendanceEvent {
  readonly id: AttendanceEventId;
  readonly sessionId: SessionId;
  readonly kind: AttendanceEventKind;
  /** Null: a code that nobody on any list has; kept for later. */
  readonly personId: PersonId | null;
  /** What was scanned or typed; null where a lead picked a name. */
  readonly code: string | null;
  readonly method: CheckInMethod;
  readonly at: Instant;
  /** The event that an annulment takes back. */
  readonly annulsId: AttendanceEventId | null;
  readonly reason: string | null;
  /** When somebody came late or left, on the program's clock; null with every other kind. */
  readonly clock: ClockTime | null;
  /** The hours that count; null with every kind but `hours`. */
  readonly hours: number | null;
}

/** How somebody stands at one session, as its events add up. `not-in`: nothing that stands says that they came. */
export interface SessionPresence {
  readonly standing: 'present' | 'partly' | 'excused' | 'not-in';
  /** Hours of the session that count for the person. */
  readonly hours: number;
  /** Hours that the whole session counts for. */
  readonly ofHours: number;
  /** When they came late or left early, on the program's clock; null: they did not. */
  readonly cameAt: ClockTime | null;
  readonly leftAt: ClockTime | null;
  /** Why they are excused, or why other hours count. */
  readonly reason: string | null;
}

export const presences = ['present', 'absent', 'to-come'] as const;
export type Presence = (typeof presences)[number];

export const sayPresence: Record<Presence, string> = { present: 'Attended', absent: 'Missed', 'to-come': 'To come' };

/** What the rule at the door sees when somebody is about to be checked in. */
export interface CheckInFacts {
  /** Null: the code or the name is nobody's. */
  readonly person: { readonly name: string } | null;
  /** The person's place in a cohort, the session's own where there are several; null: in none. */
  readonly participant: { readonly cohortName: string; readonly status: ParticipantStatus } | null;
  readonly session: {
    readonly cohortNames: readonly string[];
    readonly heldOn: CivilDate;
    readonly title: string;
  };
  readonly today: CivilDate;
  /** When the person came in, as it is read aloud: `7:40 a`; null: not in yet. */
  readonly alreadyInSince: string | null;
}

export const checkInAnswers = [
  'checked-in',
  'already-in',
  'not-on-the-list',
  'wrong-cohort',
  'withdrawn',
  'wrong-day',
] as const;
export type CheckInAnswer = (typeof checkInAnswers)[number];

/** What to say and to do at the door. */
export interface CheckInDecision {
  readonly answer: CheckInAnswer;
  /** Whether a lead may let the person in all the same. */
  readonly mayConfirm: boolean;
  readonly reasons: readonly Reason[];
  /** What happened and what to do next, to be read at arm's length. */
  readonly sentence: string;
}

/** How an answer at the door reads. */
export const sayCheckInAnswer: Record<CheckInAnswer, string> = {
  'checked-in': 'Checked in',
  'already-in': 'Already in',
  'not-on-the-list': 'Not on the list',
  'wrong-cohort': 'Another cohort',
  withdrawn: 'Withdrawn',
  'wrong-day': 'Another day',
};
