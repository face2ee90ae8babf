import { z } from 'zod';
import { presenceStandings } from './attendance.ts';
import type { CertificateDesignId } from './certificate-designs.ts';
import { ParticipantStatus } from './cohorts.ts';
import { CivilDate } from './dates.ts';
import { Reason } from './decision.ts';
import { feeStates } from './fees.ts';
import { type CertificateId, CourseId, type ParticipantId, type PolicyVersionId, SessionId } from './ids.ts';
import type { JsonText } from './json.ts';
import { Cents } from './money.ts';

/** What the rule on graduation sees of one session. */
export const SeenSession = z
  .strictObject({
    sessionId: SessionId,
    courseId: CourseId,
    heldOn: CivilDate,
    /** Whether it is held for the participant's own cohort, or was attended with the one they came from. */
    own: z.boolean(),
    /** Whether a lead assigned it to the participant as a make-up. */
    assigned: z.boolean(),
    standing: z.enum(presenceStandings),
    /** Whether a lead accepted that the person missed it, or the rest of it. */
    excused: z.boolean(),
    /** Hours of it that count for the person, and hours that the whole session counts for. */
    hours: z.number(),
    ofHours: z.number(),
    /** On the day of the session itself: whether it was over, or went on past midnight. Unsaid: its day tells. */
    moment: z.enum(['over', 'under-way']).optional(),
  })
  .readonly();
export type SeenSession = z.infer<typeof SeenSession>;

/** What the rule on graduation sees of a participant. */
export const GraduationFacts = z
  .strictObject({
    status: ParticipantStatus,
    /** The last day of the participant's cohort; null: not set. */
    endsOn: CivilDate.nullable(),
    /** Sessions of one's own cohort, those that lie ahead, and those of other cohorts that say something of the person. */
    sessions: z.array(SeenSession).readonly(),
  })
  .readonly();
export type GraduationFacts = z.infer<typeof GraduationFacts>;

export const courseStandings = [
  'attended',
  'made-up',
  'excused',
  'partly',
  'missed',
  'to-come',
  'not-planned',
] as const;
/** How a participant stands with a course. */
export type CourseStanding = (typeof courseStandings)[number];

/** How a standing with a course reads. */
export const sayCourseStanding: Record<CourseStanding, string> = {
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
  readonly standing: CourseStanding;
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

export type GraduationVerdict =
  | 'may-graduate'
  | 'on-the-way'
  | 'courses-missing'
  /** Every course is completed, and the fee or a requirement is still open. */
  | 'requirements-missing'
  | 'graduated'
  | 'not-enrolled';

/** Whether a participant can graduate, course by course. */
export interface Graduation {
  readonly verdict: GraduationVerdict;
  /** The courses that are completed, and those that a certificate still asks for. */
  readonly attended: readonly CourseId[];
  readonly missing: readonly CourseId[];
  /** What else is asked for and still open, by title: the fee, and requirements of the leads' checklist. */
  readonly lacking: readonly string[];
  /** Every course of the policy, in its order. */
  readonly courses: readonly CourseProgress[];
  /** Whether one can still graduate with the cohort, and what it takes, as one sentence. */
  readonly sentence: string;
  readonly reasons: readonly Reason[];
}

export const sayGraduation: Record<GraduationVerdict, string> = {
  'may-graduate': 'Ready to graduate',
  'on-the-way': 'In progress',
  'courses-missing': 'Can’t finish',
  'requirements-missing': 'Requirements missing',
  graduated: 'Graduated',
  'not-enrolled': 'Not enrolled',
};

/** A requirement that was ticked off for a participant. */
const MetRequirement = z.strictObject({ requirementId: z.string(), metOn: CivilDate, note: z.string().nullable() });

/** What the rule on graduation sees besides the courses. */
export const FurtherFacts = z
  .strictObject({
    /** Where the fee is; null: none was ever asked of this person, as of someone from an old list. */
    fee: z.strictObject({ state: z.enum(feeStates), owes: Cents }).nullable(),
    met: z.array(MetRequirement).readonly(),
  })
  .readonly();
export type FurtherFacts = z.infer<typeof FurtherFacts>;

/** The decision that a certificate rests on, kept with what it saw, so that it can be made again years later. */
export const StoredGraduation = z.strictObject({
  facts: GraduationFacts,
  decidedOn: CivilDate,
  /** Courses that the rule asked for still; none, unless a lead overruled it. */
  missing: z.array(CourseId),
  reasons: z.array(Reason),
  /** What was seen of the fee and the checklist, and what of it was still open; absent: nothing of it was asked for. */
  further: FurtherFacts.optional(),
  lacking: z.array(z.string()).optional(),
});
export type StoredGraduation = z.infer<typeof StoredGraduation>;

/**
 * How certificates look. A new look is a new name here: what was issued under the old one is drawn by it for good. One of
 * the leads’ own designs is named by the certificate’s `designId`.
 */
const certificateDesigns = ['engraved', 'classic-a4', 'plain', 'plain-a4', 'own'] as const;
export type CertificateDesign = (typeof certificateDesigns)[number];

const printed = z.string().max(2_000);

/** Everything that a certificate says besides its name, number and day, and how it looks, as it was issued. */
export const CertificatePaper = z
  .strictObject({
    design: z.enum(certificateDesigns),
    program: printed,
    organization: printed,
    cohort: printed,
    title: printed,
    /** With its fields in braces: a certificate that is reissued to another name says the rest as before. */
    statement: printed,
    signatories: z.array(z.strictObject({ name: printed, role: printed })).readonly(),
  })
  .readonly();
export type CertificatePaper = z.infer<typeof CertificatePaper>;

/** A certificate as it was issued; what it says does not change when the person or the policy does. */
export interface Certificate {
  readonly id: CertificateId;
  readonly participantId: ParticipantId;
  /** Such as `AL-CTO-100072`. */
  readonly number: string;
  readonly name: string;
  readonly issuedOn: CivilDate;
  readonly policyVersionId: PolicyVersionId;
  /**
   * What it comes after: `first` for the one of a graduation, or the id of the certificate that it replaces or that was
   * revoked before it. Null: issued before certificates said so.
   */
  readonly follows: string | null;
  /** Why a lead graduated the person against the rule; null: the rule was met. */
  readonly overruleReason: string | null;
  /** Null: the certificate was issued before decisions were kept. */
  readonly decision: JsonText<StoredGraduation> | null;
  /** Null: issued before papers were kept; it says what the policy version that it names says. */
  readonly paper: JsonText<CertificatePaper> | null;
  /** The version of the leads’ own design that it is drawn by; null: one that comes with the app. */
  readonly designId: CertificateDesignId | null;
}
