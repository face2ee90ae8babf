import type { Conference } from '../../../shared/model/courses.ts';
import { addDays, addYears, type CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { BookedSession, PlanCohort, UsualSession, YearFacts } from '../../../shared/model/year-plan.ts';
import type { PlannedSession, YearView } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { sessionConflicts } from '../../rules/courses/session-conflicts.ts';
import {
  conferenceConflicts,
  laidByHand,
  layYear,
  usualConferences,
  yearConflicts,
  yearSlots,
} from '../../rules/courses/year-plan.ts';
import { coursesOf, coursesOfAll } from '../program/promised.ts';
import { cohortOf, noSuchCohort } from './queries.ts';
import { holdsPlace, sessionPlan, sessionsOf, sessionTables } from './sessions.ts';

const year: Query<'courses.year'> = (facts, { cohortId }) => {
  const cohort = cohortOf(facts, cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const sessions = sessionsOf(facts, [cohortId]);
  const conferences = conferencesAround(facts, cohort, sessions);
  return done({
    cohort,
    courses: coursesOf(facts, cohortId),
    sessions,
    conferences,
    conflicts: [...sessionConflictsOf(facts, sessions), ...overlaps(conferences, facts.today)],
    slots: slotsOf(conferences, sessions),
  });
};

/** What stands against a cohort's sessions that are still to come; those that were held are as they are. */
function sessionConflictsOf(facts: Facts, sessions: readonly PlannedSession[]): YearView['conflicts'] {
  const coming = new Set<string>(sessions.filter(({ when }) => when !== 'past').map(({ id }) => id));
  return sessionConflicts(seenSessions(facts), (key) => coming.has(key));
}

/** That a conference has passed needs no saying here: its sessions were held. */
const overlaps = (conferences: readonly Conference[], today: CivilDate): YearView['conflicts'] =>
  conferenceConflicts(conferences, today).filter(({ kind }) => kind === 'conferences-overlap');

/** The conferences that a cohort's year can be planned around: within its dates, still to come, or in use already. */
function conferencesAround(
  facts: Facts,
  cohort: Pick<PlanCohort, 'startsOn' | 'endsOn'>,
  sessions: readonly PlannedSession[],
): readonly Conference[] {
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
function slotsOf(conferences: readonly Conference[], sessions: readonly PlannedSession[]): YearView['slots'] {
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

type CohortDates = Omit<PlanCohort, 'expected'>;

/** Every session as others may be in its way. */
const seenSessions = (facts: Facts): readonly BookedSession[] =>
  facts.cached(`seen sessions ${facts.today}`, sessionTables, () => {
    const dates = new Map(
      facts.database
        .all<CohortDates>('SELECT id, name, startsOn, endsOn FROM cohort')
        .map((cohort) => [cohort.id, cohort]),
    );
    return sessionPlan(facts).map(
      ({ id, cohorts, ...session }): BookedSession => ({
        key: id,
        title: session.title,
        courseId: session.courseId,
        conferenceId: session.conferenceId,
        heldOn: session.heldOn,
        startsAt: session.startsAt,
        endsAt: session.endsAt,
        room: session.room,
        instructors: session.instructors,
        capacity: session.capacity,
        cohorts: cohorts.flatMap((cohort) => dates.get(cohort.id) ?? []),
        expected: session.expected,
      }),
    );
  });

/** A year as it would be laid, or as a lead has laid it, with all that stands against it. */
const proposeYear: Query<'courses.proposeYear'> = (facts, { cohortIds, conferenceIds, laid: given }) => {
  const cohorts = [...new Set(cohortIds)].flatMap((id) => planCohort(facts, id) ?? []);
  if (cohorts.length < new Set(cohortIds).size) return refuse(noSuchCohort);
  const planned = sessionsOf(
    facts,
    cohorts.map(({ id }) => id),
  );
  const known = conferencesOf(facts, cohorts, planned);
  const chosen = conferenceIds
    ? known.filter(({ id }) => conferenceIds.includes(id))
    : usualConferences({ today: facts.today, cohorts, conferences: known });
  const courses = coursesOfAll(
    facts,
    cohorts.map(({ id }) => id),
  );
  const usual = usualSession(facts, planned);
  const year: YearFacts = {
    today: facts.today,
    cohorts,
    courses,
    conferences: chosen,
    sessions: seenSessions(facts),
    usual,
  };
  const byHand = facts.inForce?.policy.schedule.courseDays === 'by-hand';
  const laid = given || byHand ? laidByHand(year, given ?? []) : layYear(year);
  return done({
    cohorts,
    courses,
    conferences: known.map((conference) => ({ ...conference, chosen: chosen.includes(conference) })),
    slots: yearSlots(chosen),
    laid,
    planned,
    conflicts: yearConflicts(year, laid),
    usual,
  });
};

const planCohort = ({ database }: Facts, id: CohortId): PlanCohort | undefined =>
  database.get<PlanCohort>(
    `SELECT id, name, startsOn, endsOn,
       (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND ${holdsPlace}) AS expected
     FROM cohort WHERE id = ?`,
    id,
  );

/** Every conference that one of the cohorts may be planned around. */
function conferencesOf(
  facts: Facts,
  cohorts: readonly PlanCohort[],
  planned: readonly PlannedSession[],
): readonly Conference[] {
  const around = new Map<string, Conference>();
  for (const cohort of cohorts) {
    const own = planned.filter((session) => session.cohorts.some(({ id }) => id === cohort.id));
    for (const conference of conferencesAround(facts, cohort, own)) around.set(conference.id, conference);
  }
  return [...around.values()].sort((a, b) => (a.startsOn < b.startsOn ? -1 : Number(a.startsOn > b.startsOn)));
}

/** As these cohorts' last session was held, or else anybody's. */
function usualSession(facts: Facts, planned: readonly PlannedSession[]): UsualSession {
  const last = planned.at(-1) ?? sessionPlan(facts).at(-1);
  return last
    ? { startsAt: last.startsAt, endsAt: last.endsAt, room: last.room, capacity: last.capacity }
    : { startsAt: ClockTime.parse('08:00'), endsAt: ClockTime.parse('15:30'), room: null, capacity: null };
}

export const courseQueries: Pick<Handlers, 'courses.year' | 'courses.proposeYear'> = {
  'courses.year': year,
  'courses.proposeYear': proposeYear,
};
