import { z } from 'zod';
import type { ParticipantStatus } from './cohorts.ts';
import type { CivilDate, ClockTime, Instant } from './dates.ts';
import type { Reason } from './decision.ts';
import type { AttendanceEventId, PersonId, SessionId } from './ids.ts';
import type { Cents } from './money.ts';

export const CheckInMethod = z.enum(['typed', 'scanned', 'camera', 'kiosk', 'sheet', 'log']);
export type CheckInMethod = z.infer<typeof CheckInMethod>;

/**
 * What can happen at a session. `late` and `left` say by the clock when someone came or went, `hours` how many hours
 * count whatever the clock says, `excused` that a lead accepts the absence; an annulment takes any of these back.
 */
export const attendanceEventKinds = ['check-in', 'late', 'left', 'hours', 'excused', 'annulment'] as const;
export type AttendanceEventKind = (typeof attendanceEventKinds)[number];

/** Something that happened at the door. Events are added, never changed: presence is what follows from them. */
export interface AttendanceEvent {
  readonly id: AttendanceEventId;
  readonly sessionId: SessionId;
  readonly kind: AttendanceEventKind;
  /** Null: a code that no one on any list has; kept for later. */
  readonly personId: PersonId | null;
  /** What was scanned or typed; null where a lead picked a name. */
  readonly code: string | null;
  readonly method: CheckInMethod;
  readonly at: Instant;
  /** The event that an annulment takes back. */
  readonly annulsId: AttendanceEventId | null;
  readonly reason: string | null;
  /** When someone came late or left, on the program's clock; null with every other kind. */
  readonly clock: ClockTime | null;
  /** The hours that count; null with every kind but `hours`. */
  readonly hours: number | null;
}

/** The kinds that say more of someone's being there than that they came. */
export type ShadeKind = Exclude<AttendanceEventKind, 'check-in' | 'annulment'>;

/** Ways in which someone can stand at a session. `not-in`: nothing that stands says that they came. */
export const presenceStandings = ['present', 'partly', 'excused', 'not-in'] as const;

/** How someone stands at one session, as its events add up. */
export interface SessionPresence {
  readonly standing: (typeof presenceStandings)[number];
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

const presences = ['present', 'absent', 'to-come'] as const;
export type Presence = (typeof presences)[number];

export const sayPresence: Record<Presence, string> = { present: 'Attended', absent: 'Missed', 'to-come': 'To come' };

/** Doubts about the moment itself; a lead who dispels one at a session need not do so again for whoever comes next. */
export const MomentDoubt = z.enum(['wrong-day', 'wrong-time', 'clock-wrong']);
export type MomentDoubt = z.infer<typeof MomentDoubt>;

/** What the rule at the door sees when someone is about to be checked in. */
export interface CheckInFacts {
  /** Null: the code or the name belongs to no one. */
  readonly person: { readonly name: string } | null;
  /** The person's place in a cohort, the session's own where there are several; null: in none. */
  readonly participant: { readonly cohortName: string; readonly status: ParticipantStatus } | null;
  /** Whether the person is to make up the course at this session. */
  readonly makesUp: boolean;
  readonly session: {
    readonly cohortNames: readonly string[];
    readonly heldOn: CivilDate;
    readonly startsAt: ClockTime;
    readonly endsAt: ClockTime;
    readonly title: string;
    /** How many the room holds; null: no one said. */
    readonly capacity: number | null;
    /** How many are in, walk-ins among them who are matched to no one yet. */
    readonly here: number;
  };
  readonly today: CivilDate;
  /** What the clock on the wall shows. */
  readonly clock: ClockTime;
  /** When the last entry of the log was made, as it is read aloud, where the laptop's clock is before it; else null. */
  readonly clockIsBefore: string | null;
  /** When the person came in, as it is read aloud: `7:40 AM`; null: not in yet. */
  readonly alreadyInSince: string | null;
  /** Another session of this day at which the person is expected, as it is read aloud; null: there is none. */
  readonly elsewhere: { readonly title: string; readonly where: string } | null;
  /** When the person's own cohort has this course, as it is read aloud; null: it is not planned. */
  readonly ownSession: string | null;
  /** What is still to come in of the course fee. */
  readonly owes: Cents;
  readonly feeAtTheDoor: 'remind' | 'ask';
  /** So long after the beginning someone comes late by the clock; null: only a lead says so. */
  readonly lateAfterMinutes: number | null;
  /** What a lead has said is right at this session. */
  readonly granted: readonly MomentDoubt[];
}

const checkInOutcomes = [
  'checked-in',
  'already-in',
  'not-on-the-list',
  'other-program',
  'misread',
  'blank-badge',
  'wrong-cohort',
  'wrong-session',
  'withdrawn',
  'fee-owed',
  ...MomentDoubt.options,
] as const;
export type CheckInOutcome = (typeof checkInOutcomes)[number];

/** What a lead should know besides when someone comes in. */
export interface DoorNote {
  readonly kind: 'fee-owed' | 'over-capacity' | 'late';
  readonly sentence: string;
}

/** What to say and to do at the door. */
export interface CheckInDecision {
  readonly answer: CheckInOutcome;
  /** Whether a lead may let the person in anyway. */
  readonly mayConfirm: boolean;
  readonly reasons: readonly Reason[];
  /** What happened and what to do next, to be read at arm's length. */
  readonly sentence: string;
  /** What holds once the person is in. */
  readonly notes: readonly DoorNote[];
  /** Whether the clock says that the person comes late. */
  readonly isLate: boolean;
}

/** How an answer at the door reads. */
export const sayCheckInAnswer: Record<CheckInOutcome, string> = {
  'checked-in': 'Checked in',
  'already-in': 'Already in',
  'not-on-the-list': 'Not on the list',
  'other-program': 'Another program’s code',
  misread: 'Misread',
  'blank-badge': 'Blank badge',
  'wrong-cohort': 'Another cohort',
  'wrong-session': 'Another session',
  withdrawn: 'Withdrawn',
  'fee-owed': 'Fee owed',
  'wrong-day': 'Another day',
  'wrong-time': 'Another time',
  'clock-wrong': 'Clock seems wrong',
};
