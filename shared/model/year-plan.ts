import type { Conference, Session } from './courses.ts';
import type { CivilDate } from './dates.ts';
import type { CohortId, ConferenceId, CourseId } from './ids.ts';

/** What can stand against a plan. */
type PlanConflictKind =
  | 'cohort-twice'
  | 'course-twice'
  | 'room-twice'
  | 'instructor-twice'
  | 'over-capacity'
  | 'outside-cohort'
  | 'in-the-past'
  | 'no-day-yet'
  | 'conference-past'
  | 'conferences-overlap';

/** Something that stands against a plan, as a sentence that says what can be done. */
export interface PlanConflict {
  readonly kind: PlanConflictKind;
  readonly sentence: string;
  /** The sessions, courses of a plan, or conferences that it is about, by their keys. */
  readonly about: readonly string[];
  /** True: it can’t be written so. False: a lead may decide to have it so. */
  readonly stops: boolean;
}

/** What a kind of conflict is called in a word or two. */
export const sayConflict: Record<PlanConflictKind, string> = {
  'cohort-twice': 'Two sessions at once',
  'course-twice': 'Course twice a day',
  'room-twice': 'Room taken',
  'instructor-twice': 'Instructor taken',
  'over-capacity': 'Over capacity',
  'outside-cohort': 'Outside the cohort’s dates',
  'in-the-past': 'In the past',
  'no-day-yet': 'No day yet',
  'conference-past': 'Has passed',
  'conferences-overlap': 'Overlaps',
};

/** A cohort as a plan sees it. */
export interface PlanCohort {
  readonly id: CohortId;
  readonly name: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
  /** How many hold a place in it. */
  readonly expected: number;
}

/** A session as far as others can be in its way: one that is planned, or one that a plan would write. */
export interface BookedSession extends Omit<Session, 'id' | 'hours'> {
  /** The id of a planned session, or the key of a course that is laid. */
  readonly key: string;
  readonly title: string;
  readonly cohorts: readonly Omit<PlanCohort, 'expected'>[];
  readonly expected: number;
}

/** A day before or after a conference, on which a course may be held. */
export interface YearSlot {
  readonly conferenceId: ConferenceId;
  readonly side: 'before' | 'after';
  readonly day: CivilDate;
}

/** A course of a plan that is not written yet, by its course; without a day it is unscheduled. */
export interface LaidCourse extends Omit<Session, 'id' | 'heldOn'> {
  readonly courseId: CourseId;
  readonly cohortIds: readonly CohortId[];
  readonly heldOn: CivilDate | null;
}

/** What a session is given unless someone says otherwise. */
export type UsualSession = Pick<Session, 'startsAt' | 'endsAt' | 'room' | 'capacity'>;

/** What laying a year looks at. */
export interface YearFacts {
  readonly today: CivilDate;
  /** The cohorts that the plan is for. */
  readonly cohorts: readonly PlanCohort[];
  readonly courses: readonly { readonly id: CourseId; readonly number: number; readonly title: string }[];
  /** The conferences that the plan is laid around. */
  readonly conferences: readonly Conference[];
  /** Every session that is planned, of other cohorts too. */
  readonly sessions: readonly BookedSession[];
  readonly usual: UsualSession;
}
