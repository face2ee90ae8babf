import { type Cohort, type ParticipantStatus, sayParticipantStatus } from '../model/cohorts.ts';
import { type CivilDate, type ClockTime, sayDate } from '../model/dates.ts';
import type { Reason } from '../model/decision.ts';
import { type CourseProgress, type GraduationVerdict, sayCourseStanding, sayGraduation } from '../model/graduates.ts';
import type { CohortId, CourseId, MakeUpId, ParticipantId, PersonId, SessionId } from '../model/ids.ts';
import type { TableColumn } from '../model/roster.ts';
import type { HistoryLine, ListSlice } from './page.ts';

/** The parts of the matrix: everyone, and by what it still takes to graduate. */
export const progressShows = ['everyone', 'may-graduate', 'on-the-way', 'make-up-needed', 'courses-missing'] as const;
export type ProgressShow = (typeof progressShows)[number];

/** How the parts of the matrix are called. */
export const sayProgressShow: Record<ProgressShow, string> = {
  everyone: 'Everyone',
  'may-graduate': 'Ready to graduate',
  'on-the-way': 'In progress',
  'make-up-needed': 'Make-up needed',
  'courses-missing': 'Can’t finish with this cohort',
};

/** Where a participant stands in progress to graduation: `on-the-way` needs no more than what is already scheduled. */
export type ProgressStanding = Exclude<GraduationVerdict, 'requirements-missing'> | 'make-up-needed';

/** How such a standing reads. */
const sayProgress: Record<ProgressStanding, string> = {
  ...sayGraduation,
  'make-up-needed': 'Make-up needed',
  'courses-missing': 'Can’t finish',
};

export const progressColumns = [
  'name',
  'organization',
  'courses',
  'attended',
  'standing',
  'missing',
  'sentence',
] as const;
export type ProgressColumn = (typeof progressColumns)[number];

/** Every column of the matrix; `courses` is a column for each course, on the screen and on paper. */
export const progressTable: readonly TableColumn<ProgressColumn>[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'courses', title: 'Courses', kind: 'text' },
  { key: 'standing', title: 'Standing', kind: 'text' },
  { key: 'attended', title: 'Completed', kind: 'number' },
  { key: 'missing', title: 'Missing', kind: 'text' },
  { key: 'sentence', title: 'What it takes', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
];

/** The columns that the matrix shows until someone chooses others. */
export const usualProgressColumns: readonly ProgressColumn[] = ['name', 'courses', 'standing', 'attended'];

/** A participant of the matrix. */
export interface ProgressRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly status: ParticipantStatus;
  readonly standing: ProgressStanding;
  /** Every course of the policy, in its order. */
  readonly courses: readonly CourseProgress[];
  /** How many of the courses that a graduate needs are completed. */
  readonly attended: number;
  /** The titles of those that are not; empty for graduates and for who has left. */
  readonly missing: string;
  /** What it takes to graduate, in words. */
  readonly sentence: string;
}

/** A course as the matrix heads its column. */
export interface ProgressCourse {
  readonly id: CourseId;
  readonly number: number;
  readonly title: string;
  readonly required: boolean;
}

export interface ProgressAnswer extends ListSlice<ProgressRow> {
  readonly cohort: Cohort;
  readonly courses: readonly ProgressCourse[];
  readonly counts: Readonly<Record<ProgressShow, number>>;
  /** Courses that someone needs to make up and that no make-up is assigned for, with how many people do. */
  readonly makeUps: readonly { readonly courseId: CourseId; readonly people: number }[];
}

/** A cell of the matrix in words, as it is copied and exported: `Attended`, `Missed, make-up on Feb 11, 2025`. */
export const sayProgressCell = ({ standing, makeUpOn }: Pick<CourseProgress, 'standing' | 'makeUpOn'>): string =>
  makeUpOn === null ? sayCourseStanding[standing] : `${sayCourseStanding[standing]}, make-up on ${sayDate(makeUpOn)}`;

/** Where a participant stands in words; who has left, by how. */
export const sayProgressOf = ({ standing, status }: Pick<ProgressRow, 'standing' | 'status'>): string =>
  standing === 'not-enrolled' ? sayParticipantStatus[status] : sayProgress[standing];

/** A coming session of another cohort at which a course can be made up. */
export interface MakeUpOffer {
  readonly sessionId: SessionId;
  readonly courseId: CourseId;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly room: string | null;
  readonly cohorts: readonly { readonly id: CohortId; readonly name: string }[];
  /** Who is expected already, make-ups of others included. */
  readonly expected: number;
  readonly capacity: number | null;
  /** How many more the room holds; null: no limit is known. */
  readonly seatsLeft: number | null;
  /** Why no one can be assigned to it; null: people can. */
  readonly whyNot: string | null;
}

/** A make-up that a participant is assigned to. */
export interface AssignedMakeUp {
  readonly makeUpId: MakeUpId;
  readonly courseId: CourseId;
  readonly sessionId: SessionId;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly room: string | null;
  readonly cohorts: string;
  readonly note: string | null;
  readonly isPast: boolean;
}

export interface ProgressDetail {
  readonly row: ProgressRow;
  readonly cohort: { readonly id: CohortId; readonly name: string };
  readonly courses: readonly ProgressCourse[];
  readonly reasons: readonly Reason[];
  readonly makeUps: readonly AssignedMakeUp[];
  /** The coming sessions of other cohorts for each course that is not completed. */
  readonly offers: readonly MakeUpOffer[];
  readonly history: readonly HistoryLine[];
}

/** What assigning one session to several people would do. */
export interface MakeUpPreview {
  readonly course: { readonly id: CourseId; readonly title: string };
  /** Every coming session of the course with another cohort, the next first. */
  readonly offers: readonly MakeUpOffer[];
  /** Whom it would be assigned to, and who would be left out and why. */
  readonly people: readonly {
    readonly participantId: ParticipantId;
    readonly name: string;
    readonly organization: string;
    /** A sentence; null: the session can be assigned. */
    readonly whyNot: string | null;
  }[];
  /** What assigning would do or why it can't be done, a sentence each; empty while no session is chosen. */
  readonly lines: readonly string[];
}
