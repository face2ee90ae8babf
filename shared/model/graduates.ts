import type { CivilDate } from './dates.ts';
import type { Reason } from './decision.ts';
import type { CertificateId, CourseId, ParticipantId, PolicyVersionId } from './ids.ts';

/** What the rule on graduation sees of a participant. */
export interface GraduationFacts {
  readonly status: 'enrolled' | 'graduated' | 'withdrawn' | 'deferred';
  /** Sessions of each course: attended, held for whom, and whether they lie ahead. */
  readonly sessions: readonly {
    readonly courseId: CourseId;
    readonly heldOn: CivilDate;
    readonly own: boolean;
    readonly present: boolean;
  }[];
}

export type GraduationVerdict = 'may-graduate' | 'on-the-way' | 'courses-missing' | 'graduated' | 'not-enrolled';

/** Whether a participant may graduate, course by course. */
export interface Graduation {
  readonly verdict: GraduationVerdict;
  readonly attended: readonly CourseId[];
  readonly missing: readonly CourseId[];
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
