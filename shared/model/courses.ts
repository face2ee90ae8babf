import type { CivilDate, ClockTime } from './dates.ts';
import type { CohortId, ConferenceId, CourseId, SessionCohortId, SessionId } from './ids.ts';

/** A course of the program, as its policy names it. */
export interface Course {
  readonly id: CourseId;
  readonly number: number;
  readonly title: string;
}

/** A conference around which sessions are held. */
export interface Conference {
  readonly id: ConferenceId;
  readonly name: string;
  readonly startsOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly place: string | null;
}

/** One day of one course in one room. Times are the program's own zone. */
export interface Session {
  readonly id: SessionId;
  readonly courseId: CourseId;
  readonly conferenceId: ConferenceId | null;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly room: string | null;
  /** Who teaches it, as it stands on the schedule. */
  readonly instructors: string | null;
  /** Hours that it counts for; null: as long as it lasts. */
  readonly hours: number | null;
  /** How many the room holds; null: no limit is known. */
  readonly capacity: number | null;
}

/** A cohort that a session is held for; more than one may share a room. */
export interface SessionCohort {
  readonly id: SessionCohortId;
  readonly sessionId: SessionId;
  readonly cohortId: CohortId;
}
