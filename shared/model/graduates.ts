import type { SessionPresence } from './attendance.ts';
import type { ParticipantStatus } from './cohorts.ts';
import type { CivilDate } from './dates.ts';
import type { Reason } from './decision.ts';
import type { CertificateId, CourseId, ParticipantId, PolicyVersionId, SessionId } from './ids.ts';

/** What the rule on graduation sees of one session. */
export interface SeenSession {
  readonly sessionId: SessionId;
  readonly courseId: CourseId;
  readonly heldOn: CivilDate;
  /** Whether it is held for the participant's own cohort. */
  readonly own: boolean;
  /** Whether a lead assigned it to the participant as a make-up. */
  readonly assigned: boolean;
  readonly standing: SessionPresence['standing'];
  /** Whether a lead accepted that the person missed it, or the rest of it. */
  readonly excused: boolean;
  /** Hours of it that count for the person, and hours that the whole session counts for. */
  readonly hours: number;
  readonly ofHours: number;
}

/** What the rule on graduation sees of a participant. */
export interface GraduationFacts {
  readonly status: ParticipantStatus;
  /** The last day of the participant's cohort; null: not set. */
  readonly endsOn: CivilDate | null;
  /** Sessions of one's own cohort, those that lie ahead, and those of other cohorts that say something of the person. */
  readonly sessions: readonly SeenSession[];
}

export const standings = ['attended', 'made-up', 'excused', 'partly', 'missed', 'to-come', 'not-planned'] as const;
/** How a participant stands with a course. */
export type Standing = (typeof standings)[number];

/** How a standing with a course reads. */
export const sayStanding: Record<Standing, string> = {
  attended: 'Attended',
  'made-up': 'Made up',
  excused: 'Excused',
  partly: 'Partly',
  missed: 'Missed',
  'to-come': 'To come',
  'not-planned': 'Not planned',
};

/**
 * How a course can still be completed: it is, with the own cohort's sessions, with a make-up that is assigned, with one
 * that can be assigned, or not as things are planned.
 */
export type CourseOutlook = 'completed' | 'own-sessions' | 'assigned' | 'make-up' | 'closed';

/** How far a participant has come with one course, and what it still takes. */
export interface CourseProgress {
  readonly courseId: CourseId;
  /** Whether a graduate needs it. */
  readonly required: boolean;
  readonly standing: Standing;
  readonly outlook: CourseOutlook;
  /** The day that the standing is about: attended, missed, or to come. */
  readonly heldOn: CivilDate | null;
  /** How much is done and how much it takes, in the policy's measure. */
  readonly done: number;
  readonly needed: number;
  readonly measure: 'sessions' | 'hours';
  /** The day of a make-up that is assigned and lies ahead; null: none is. */
  readonly makeUpOn: CivilDate | null;
}

export type GraduationVerdict = 'may-graduate' | 'on-the-way' | 'courses-missing' | 'graduated' | 'not-enrolled';

/** Whether a participant may graduate, course by course. */
export interface Graduation {
  readonly verdict: GraduationVerdict;
  /** The courses that are completed, and those that a certificate still asks for. */
  readonly attended: readonly CourseId[];
  readonly missing: readonly CourseId[];
  /** Every course of the policy, in its order. */
  readonly courses: readonly CourseProgress[];
  /** Whether one can still graduate with the cohort, and what it takes, as one sentence. */
  readonly sentence: string;
  readonly reasons: readonly Reason[];
}

export const sayGraduation: Record<GraduationVerdict, string> = {
  'may-graduate': 'May graduate',
  'on-the-way': 'On the way',
  'courses-missing': 'Courses missing',
  graduated: 'Graduated',
  'not-enrolled': 'Not enrolled',
};

/** A certificate as it was issued; what it says does not change when the person does. */
export interface Certificate {
  readonly id: CertificateId;
  readonly participantId: ParticipantId;
  /** Such as `AL-CTO-Foxtrot-007`. */
  readonly number: string;
  readonly name: string;
  readonly issuedOn: CivilDate;
  readonly policyVersionId: PolicyVersionId;
}
