import { z } from 'zod';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { type CohortId, CourseId } from '../../../shared/model/ids.ts';
import { fromJson, type JsonText } from '../../../shared/model/json.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type CohortCourse, cohortStatusOn } from '../../rules/cohorts/cohort-status.ts';
import { noSuchCohort } from '../courses/queries.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { coursesOf, promisedTo } from '../program/promised.ts';
import { chosenParticipants } from './participant-rows.ts';

const HeldCourses = z.array(CourseId).readonly();

const list: Query<'cohorts.list'> = (facts) => {
  const { inForce } = facts;
  if (!inForce) return noProgram();
  const cohorts = cohortRows(facts);
  const { admission, fee } = inForce.policy;
  return done({
    cohorts,
    nextName: nextCohortName(
      inForce.policy,
      cohorts.map(({ name }) => name),
    ),
    defaults: { seats: admission.seats, fee: fee.amount },
  });
};

/** What of a cohort's sessions and people tells how far it is, as columns beside `cohort`. */
type HowFar = Pick<CohortCourse, 'firstSessionOn' | 'lastSessionOn' | 'enrolled'> & {
  /** The courses of its sessions before today. */
  readonly heldCourses: JsonText<readonly CourseId[]>;
  readonly holders: number;
};
const own = 'FROM sessionCohort JOIN session ON session.id = sessionId WHERE sessionCohort.cohortId = cohort.id';
const howFar = `(SELECT min(heldOn) ${own}) AS firstSessionOn, (SELECT max(heldOn) ${own}) AS lastSessionOn,
  (SELECT json_group_array(DISTINCT courseId) ${own} AND heldOn < ?) AS heldCourses,
  (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND participant.status = 'enrolled') AS enrolled,
  (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND ${holdsPlace}) AS holders`;

/** A cohort as far as it is today, whatever a lead set last; what only tells so is left out. */
function withStatusOf<Row extends Cohort & HowFar>(facts: Facts, row: Row): Omit<Row, keyof HowFar> {
  const { firstSessionOn, lastSessionOn, heldCourses, enrolled, holders, ...cohort } = row;
  const needed = promisedTo(facts, row.id)?.policy.completion.courses ?? [];
  const held = new Set(fromJson(HeldCourses, heldCourses));
  const coursesHeld = needed.filter((id) => held.has(id)).length;
  const status = cohortStatusOn(
    {
      ...cohort,
      firstSessionOn,
      lastSessionOn,
      coursesNeeded: needed.length,
      coursesHeld,
      participants: holders,
      enrolled,
    },
    facts.today,
  );
  return { ...cohort, status };
}

/** One cohort as far as it is today; undefined where there is none. */
const cohortToday = (facts: Facts, id: CohortId): Cohort | undefined => {
  const { database, today } = facts;
  const row = database.get<Cohort & HowFar>(`SELECT cohort.*, ${howFar} FROM cohort WHERE id = ?`, today, id);
  return row && withStatusOf(facts, row);
};

/** Every cohort: those at work first, then the finished ones, the latest first. One without dates is still to come. */
function cohortRows(facts: Facts): readonly CohortRow[] {
  const { database, cached, today } = facts;
  const tables = ['cohort', 'application', 'participant', 'session', 'sessionCohort', 'policyVersion'] as const;
  return cached(`cohorts ${today}`, tables, () =>
    database
      .all<CohortRow & HowFar>(
        `SELECT cohort.*, ${howFar},
         (SELECT count(*) FROM application WHERE application.cohortId = cohort.id) AS applicants,
         (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND ${holdsPlace}) AS participants,
         (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND participant.status = 'graduated')
           AS graduates,
         (SELECT count(*) FROM sessionCohort WHERE sessionCohort.cohortId = cohort.id) AS sessions
       FROM cohort ORDER BY status = 'finished',
         coalesce(startsOn, opensOn, CASE status WHEN 'finished' THEN '' ELSE '9999' END) DESC, id DESC`,
        today,
      )
      .map((row) => withStatusOf(facts, row)),
  );
}

/**
 * The next name of the program's series: the one after the last that is in use, or that the program states a due
 * date for. At the end of the series, the first that is free; then a number.
 */
export function nextCohortName(policy: Policy, inUse: readonly string[]): string {
  const stated = policy.recertification.dueDates.map(({ cohort }) => cohort);
  const used = new Set([...inUse, ...stated].map(foldName));
  const { cohortNames } = policy;
  const last = cohortNames.findLastIndex((name) => used.has(foldName(name)));
  const isFree = (name: string): boolean => !used.has(foldName(name));
  const next = cohortNames.slice(last + 1).find(isFree) ?? cohortNames.find(isFree);
  if (next !== undefined) return next;
  let number = cohortNames.length + 1;
  while (!isFree(`Cohort ${number}`)) number += 1;
  return `Cohort ${number}`;
}

const participants: Query<'cohorts.participants'> = (facts, input) => {
  const cohort = cohortToday(facts, input.cohortId);
  if (!cohort) return refuse(noSuchCohort);
  const chosen = chosenParticipants(facts, input);
  return done({
    total: chosen.length,
    offset: input.offset,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(({ row }) => row),
    cohort,
    courses: coursesOf(facts, cohort.id),
  });
};

export const cohortQueries: Pick<Handlers, 'cohorts.list' | 'cohorts.participants'> = {
  'cohorts.list': list,
  'cohorts.participants': participants,
};
