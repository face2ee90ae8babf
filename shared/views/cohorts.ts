import type { Cohort, ParticipantStatus } from '../model/cohorts.ts';
import type { CivilDate, ClockTime } from '../model/dates.ts';
import type { GraduationVerdict } from '../model/graduates.ts';
import type { CohortId, ConferenceId, CourseId, ParticipantId, PersonId, SessionId } from '../model/ids.ts';
import type { Page } from './page.ts';

export interface CohortRow extends Cohort {
  readonly applicants: number;
  readonly participants: number;
  readonly graduates: number;
  readonly sessions: number;
}

export interface CohortsView {
  readonly cohorts: readonly CohortRow[];
  /** The next name in the program's series. */
  readonly nextName: string;
}

/** How a participant stands with one course. */
export interface CourseStanding {
  readonly courseId: CourseId;
  readonly standing: 'attended' | 'made-up' | 'missed' | 'to-come' | 'not-planned';
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
  'attended',
  'missing',
] as const;
export type ParticipantColumn = (typeof participantColumns)[number];

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
  readonly courses: readonly CourseStanding[];
  readonly attended: number;
  /** The missing courses in words; empty when none is. */
  readonly missing: string;
}

export interface ParticipantsPage extends Page<ParticipantRow> {
  readonly cohort: Cohort;
  readonly courses: readonly { readonly id: CourseId; readonly number: number; readonly title: string }[];
}

export interface SessionRow {
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
  readonly expected: number;
  readonly present: number;
  readonly when: 'past' | 'today' | 'coming';
}

export interface YearView {
  readonly cohort: Cohort;
  readonly courses: readonly { readonly id: CourseId; readonly number: number; readonly title: string }[];
  readonly sessions: readonly SessionRow[];
  readonly conferences: readonly {
    readonly id: ConferenceId;
    readonly name: string;
    readonly startsOn: CivilDate;
    readonly endsOn: CivilDate;
    readonly place: string | null;
  }[];
}
