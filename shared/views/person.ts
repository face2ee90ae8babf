import type { ApplicationStatus } from '../model/applicants.ts';
import type { ParticipantStatus } from '../model/cohorts.ts';
import type { CivilDate, Instant } from '../model/dates.ts';
import type { FeeStanding } from '../model/fees.ts';
import type { CourseStanding, GraduationVerdict } from '../model/graduates.ts';
import type { ApplicationId, CohortId, CourseId, LetterId, ParticipantId } from '../model/ids.ts';
import type { RecertificationState } from '../model/recertification.ts';
import type { NoteView } from './notes.ts';
import type { PersonView } from './people.ts';
import type { GivenTag } from './tags.ts';

/** One application of a person. */
export interface PersonApplication {
  readonly applicationId: ApplicationId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly firstSubmittedAt: Instant;
  /** How often the form came in. */
  readonly forms: number;
  readonly status: ApplicationStatus;
  /** Who decided, when, and why; null: no lead has. */
  readonly statusSaid: string | null;
  /** The place in the order that the decision was made on: `Within seats, tier 2, place 14 of 30 seats`; null: none was kept. */
  readonly decided: string | null;
}

/** One course of a person’s place in a cohort. */
export interface PersonCourse {
  readonly courseId: CourseId;
  readonly title: string;
  readonly standing: CourseStanding;
  /** The day that the standing is about. */
  readonly heldOn: CivilDate | null;
  /** Hours of it on record. */
  readonly hours: number;
}

/** One certificate of a person, good or not. */
export interface PersonCertificate {
  readonly number: string;
  readonly name: string;
  readonly issuedOn: CivilDate;
  /** `Revoked Jun 3, 2024: issued by mistake`; null: it is good. */
  readonly ended: string | null;
}

/** One place of a person in a cohort, with all that belongs to it. */
export interface PersonPlace {
  readonly participantId: ParticipantId;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly status: ParticipantStatus;
  readonly verdict: GraduationVerdict | null;
  readonly graduatedOn: CivilDate | null;
  /** Empty: nothing is known of them, as of a graduate from before these records. */
  readonly courses: readonly PersonCourse[];
  /** Null: no fee is asked of someone who is known from an old list alone. */
  readonly fee: FeeStanding | null;
  /** `$75 by check 1042, Jun 3, 2024`, a line a payment, refund, or waiver. */
  readonly payments: readonly string[];
  readonly certificates: readonly PersonCertificate[];
  /** Null: not a graduate, or no due date is set. */
  readonly recertification: {
    readonly state: RecertificationState | null;
    readonly dueOn: CivilDate;
    /** Where the documents stand, as a sentence without its period. */
    readonly said: string;
  } | null;
}

/** One letter that was written to a person. */
export interface PersonLetter {
  readonly letterId: LetterId;
  readonly cohort: string;
  readonly subject: string;
  /** `Accepted, mail draft`. */
  readonly kind: string;
  readonly writtenAt: Instant;
}

/** One thing that happened, on the day on which it did, whenever it was recorded. */
export interface TimelineLine {
  readonly on: CivilDate;
  /** `Oct 21, 2024, 8:02 AM`; without the time where only the day is known. */
  readonly at: string;
  readonly sentence: string;
  readonly who: string | null;
}

/** Everything about one person, across cohorts and years. */
export interface PersonPage {
  /** The record; where another one’s id was asked for, the one that it was merged into. */
  readonly person: PersonView;
  /** Whether the id that was asked for was merged into this person. */
  readonly isMerged: boolean;
  readonly tags: readonly GivenTag[];
  readonly applications: readonly PersonApplication[];
  /** The newest cohort first. */
  readonly places: readonly PersonPlace[];
  readonly letters: readonly PersonLetter[];
  readonly notes: readonly NoteView[];
  /** Newest first. */
  readonly timeline: readonly TimelineLine[];
}
