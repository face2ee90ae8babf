import { type CohortStatus, cohortStatuses } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';

/** What tells how far a cohort is. */
export interface CohortCourse {
  /** As a lead set it last. */
  readonly status: CohortStatus;
  readonly opensOn: CivilDate | null;
  readonly closesOn: CivilDate | null;
  /** The days of its first and last session; null: none is planned. */
  readonly firstSessionOn: CivilDate | null;
  readonly lastSessionOn: CivilDate | null;
  /** How many courses a graduate needs, and of how many of these a session was held. */
  readonly coursesNeeded: number;
  readonly coursesHeld: number;
  /** How many hold a place, and how many of these have not graduated. */
  readonly participants: number;
  readonly enrolled: number;
}

/**
 * How far a cohort is on a day. What a lead set holds until the calendar has gone past it: applications open and close by
 * the window, the first session makes it a running cohort, and once every course was held and everyone has graduated, it is
 * finished. It never goes back by itself.
 */
export function cohortStatusOn(cohort: CohortCourse, today: CivilDate): CohortStatus {
  const byCalendar = calendarStatus(cohort, today);
  return rank(byCalendar) > rank(cohort.status) ? byCalendar : cohort.status;
}

const rank = (status: CohortStatus): number => cohortStatuses.indexOf(status);

function calendarStatus(cohort: CohortCourse, today: CivilDate): CohortStatus {
  const { opensOn, closesOn, firstSessionOn, lastSessionOn, coursesNeeded, coursesHeld, participants, enrolled } =
    cohort;
  const isThrough = coursesHeld >= coursesNeeded && lastSessionOn !== null && lastSessionOn < today;
  if (isThrough && participants > 0 && enrolled === 0) return 'finished';
  if (firstSessionOn !== null && firstSessionOn <= today) return 'running';
  if (opensOn === null || today < opensOn) return 'planned';
  return closesOn === null || today <= closesOn ? 'open' : 'selecting';
}
