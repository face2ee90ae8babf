import type { Cohort } from '../../shared/model/cohorts.ts';
import type { Conference, Course } from '../../shared/model/courses.ts';
import { addDays, addYears, type CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { SessionRow, YearView } from '../../shared/views/cohorts.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { sessionRows } from './sessions.ts';

/** The program's courses in their order. */
export const coursesInOrder = ({ database }: Facts): readonly Course[] =>
  database.all<Course>('SELECT id, number, title FROM course ORDER BY number, id');

/** A cohort as it is stored; undefined where there is none. */
export const cohortOf = ({ database }: Facts, id: CohortId): Cohort | undefined =>
  database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', id);

/** What to say where a call names a cohort that is gone. */
export const noSuchCohort = 'That cohort is not in this database. Choose one from the list of cohorts.';

const year: Query<'courses.year'> = (facts, { cohortId }) => {
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const sessions = sessionRows(facts, cohortId);
  const conferences = conferencesAround(facts, cohort, sessions);
  return done({ cohort, courses: coursesInOrder(facts), sessions, conferences, slots: slotsOf(conferences, sessions) });
};

/** The conferences that a cohort's year can be planned around: within its dates, still to come, or in use already. */
function conferencesAround(facts: Facts, cohort: Cohort, sessions: readonly SessionRow[]): readonly Conference[] {
  const from = cohort.startsOn ?? sessions[0]?.heldOn ?? facts.today;
  const to = cohort.endsOn ?? addYears(from, 1);
  const inUse = new Set(sessions.map((session) => session.conferenceId));
  return facts.database
    .all<Conference>('SELECT * FROM conference ORDER BY startsOn, endsOn, name')
    .filter(
      ({ id, startsOn, endsOn }) =>
        inUse.has(id) || endsOn >= facts.today || (startsOn <= addDays(to, 1) && endsOn >= addDays(from, -1)),
    );
}

/** Course dates generally fall on the day before or the day after a conference. */
function slotsOf(conferences: readonly Conference[], sessions: readonly SessionRow[]): YearView['slots'] {
  const on = (day: CivilDate) => sessions.filter((session) => session.heldOn === day).map(({ id }) => id);
  return conferences.flatMap(({ id, startsOn, endsOn }) => {
    const before = addDays(startsOn, -1);
    const after = addDays(endsOn, 1);
    return [
      { conferenceId: id, side: 'before' as const, day: before, sessionIds: on(before) },
      { conferenceId: id, side: 'after' as const, day: after, sessionIds: on(after) },
    ];
  });
}

export const courseQueries: Pick<Handlers, 'courses.year'> = { 'courses.year': year };
