import { type Cohort, type ParticipantStatus, sayParticipantStatus } from '../model/cohorts.ts';
import type { CivilDate, ClockTime } from '../model/dates.ts';
import type { FeeState } from '../model/fees.ts';
import { type CourseStanding, type GraduationVerdict, sayGraduation } from '../model/graduates.ts';
import type { CohortId, ConferenceId, CourseId, ParticipantId, PersonId, SessionId } from '../model/ids.ts';
import type { Cents } from '../model/money.ts';
import type { TableColumn } from '../model/roster.ts';
import type { PlanConflict } from '../model/year-plan.ts';
import type { ListSlice } from './page.ts';

export interface CohortRow extends Cohort {
  readonly applicants: number;
  /** Who holds a place: enrolled or graduated. */
  readonly participants: number;
  readonly graduates: number;
  readonly sessions: number;
}

export interface CohortsView {
  readonly cohorts: readonly CohortRow[];
  /** The next name in the program's series. */
  readonly nextName: string;
  /** What the policy in force gives a new cohort. */
  readonly defaults: { readonly seats: number; readonly fee: Cents };
}

/** How a participant stands with one course. */
export interface ParticipantCourse {
  readonly courseId: CourseId;
  readonly standing: CourseStanding;
  readonly heldOn: CivilDate | null;
}

export const participantColumns = [
  'name',
  'organization',
  'certificateName',
  'jobTitle',
  'email',
  'phone',
  'tier',
  'years',
  'status',
  'courses',
  'attended',
  'missing',
  'fee',
] as const;
export type ParticipantColumn = (typeof participantColumns)[number];

/** Every column of the list of participants, the same on the screen and in the exported roster. */
export const participantTable: readonly TableColumn<ParticipantColumn>[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'courses', title: 'Courses', kind: 'text' },
  { key: 'attended', title: 'Attended', kind: 'number' },
  { key: 'status', title: 'Status', kind: 'text' },
  { key: 'missing', title: 'Missed', kind: 'text' },
  { key: 'certificateName', title: 'Name on certificate', kind: 'text' },
  { key: 'jobTitle', title: 'Job title', kind: 'text' },
  { key: 'email', title: 'E-mail', kind: 'text' },
  { key: 'phone', title: 'Phone', kind: 'text' },
  { key: 'tier', title: 'Tier', kind: 'number' },
  { key: 'years', title: 'Years', kind: 'number' },
  { key: 'fee', title: 'Fee', kind: 'text' },
];

/** The columns that a roster has until someone chooses others. */
export const usualParticipantColumns: readonly ParticipantColumn[] = [
  'name',
  'organization',
  'courses',
  'attended',
  'status',
  'missing',
  'fee',
];

export interface ParticipantRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly name: string;
  readonly organization: string;
  readonly certificateName: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly tier: string;
  readonly years: string;
  readonly status: ParticipantStatus;
  readonly graduation: GraduationVerdict;
  readonly courses: readonly ParticipantCourse[];
  readonly attended: number;
  /** Whether a lead overruled the rule, or the order, for the seat. */
  readonly overruled: boolean;
  /** What has changed since they were accepted or graduated, and that the decision stays; empty: nothing it rests on. */
  readonly changedSince: string;
  /** The courses missed so far and not made up, in words; empty when none is. */
  readonly missing: string;
  /** Where the course fee stands; null: none is kept here, as of graduates of an old list. */
  readonly fee: FeeState | null;
}

/** Where someone stands, in a word: enrolled people by how far they are, the others by what became of them. */
export const sayParticipantStanding = ({
  status,
  graduation,
}: Pick<ParticipantRow, 'status' | 'graduation'>): string =>
  status === 'enrolled' && graduation !== 'not-enrolled' ? sayGraduation[graduation] : sayParticipantStatus[status];

/** The same with every mark that the screen shows beside it: what is read aloud, copied and exported. */
export const sayParticipant = (row: ParticipantRow): string =>
  [sayParticipantStanding(row), row.overruled ? 'overruled' : '', row.changedSince === '' ? '' : 'facts changed since']
    .filter((part) => part !== '')
    .join(', ');

export interface ParticipantsAnswer extends ListSlice<ParticipantRow> {
  readonly cohort: Cohort;
  readonly courses: readonly { readonly id: CourseId; readonly number: number; readonly title: string }[];
}

/** A session with whom it is held for and how many it expects. */
export interface SessionOnPlan {
  readonly id: SessionId;
  readonly courseId: CourseId;
  readonly courseNumber: number;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly room: string | null;
  readonly conferenceId: ConferenceId | null;
  readonly conference: string | null;
  readonly cohorts: readonly { readonly id: CohortId; readonly name: string }[];
  /** Participants of its cohorts, those who withdrew or deferred left out. */
  readonly expected: number;
  readonly when: 'past' | 'today' | 'coming';
  /** Whether it has ended: from then on who is not in is absent. */
  readonly isOver: boolean;
}

/** The same with who came. */
export interface SessionRow extends SessionOnPlan {
  /** How many of those expected are checked in. */
  readonly present: number;
  /** How many are in who belong to another cohort or to none. */
  readonly guests: number;
}

/** A session with all that was planned for it. */
export interface PlannedSession extends SessionRow {
  readonly instructors: string | null;
  /** Hours that it counts for; null: as long as it lasts. */
  readonly hours: number | null;
  readonly capacity: number | null;
}

export interface YearView {
  readonly cohort: Cohort;
  readonly courses: readonly { readonly id: CourseId; readonly number: number; readonly title: string }[];
  readonly sessions: readonly PlannedSession[];
  /** What stands against the cohort’s sessions and between its conferences. */
  readonly conflicts: readonly PlanConflict[];
  readonly conferences: readonly {
    readonly id: ConferenceId;
    readonly name: string;
    readonly startsOn: CivilDate;
    readonly endsOn: CivilDate;
    readonly place: string | null;
  }[];
  /** The days around each conference on which a course may be held, with the cohort's sessions on them; none: free. */
  readonly slots: readonly {
    readonly conferenceId: ConferenceId;
    readonly side: 'before' | 'after';
    readonly day: CivilDate;
    readonly sessionIds: readonly SessionId[];
  }[];
}
