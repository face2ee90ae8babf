import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { type CohortCourse, cohortStatusOn } from '../../rules/cohorts/cohort-status.ts';
import { coursesInOrder, noSuchCohort } from '../courses/queries.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { chosenParticipants } from './participant-rows.ts';

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
type HowFar = Pick<CohortCourse, 'firstSessionOn' | 'lastSessionOn' | 'coursesHeld' | 'enrolled'> & {
  readonly holders: number;
};
const own = 'FROM sessionCohort JOIN session ON session.id = sessionId WHERE sessionCohort.cohortId = cohort.id';
const howFar = `(SELECT min(heldOn) ${own}) AS firstSessionOn, (SELECT max(heldOn) ${own}) AS lastSessionOn,
  (SELECT count(DISTINCT courseId) ${own} AND courseId IN (SELECT value FROM json_each(?)) AND heldOn < ?) AS coursesHeld,
  (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND participant.status = 'enrolled') AS enrolled,
  (SELECT count(*) FROM participant WHERE participant.cohortId = cohort.id AND ${holdsPlace}) AS holders`;
const howFarValues = (policy: Policy | undefined, today: CivilDate): [string, string] => [
  JSON.stringify(policy?.completion.courses ?? []),
  today,
];

/** A cohort as far as it is today, whatever a lead set last; what only tells so is left out. */
function withStatusOf<Row extends Cohort & HowFar>(
  row: Row,
  policy: Policy | undefined,
  today: CivilDate,
): Omit<Row, keyof HowFar> {
  const { firstSessionOn, lastSessionOn, coursesHeld, enrolled, holders, ...cohort } = row;
  const coursesNeeded = policy?.completion.courses.length ?? 0;
  const status = cohortStatusOn(
    { ...cohort, firstSessionOn, lastSessionOn, coursesNeeded, coursesHeld, participants: holders, enrolled },
    today,
  );
  return { ...cohort, status };
}

/** One cohort as far as it is today; undefined where there is none. */
const cohortToday = ({ database, inForce, today }: Facts, id: CohortId): Cohort | undefined => {
  const row = database.get<Cohort & HowFar>(
    `SELECT cohort.*, ${howFar} FROM cohort WHERE id = ?`,
    ...howFarValues(inForce?.policy, today),
    id,
  );
  return row && withStatusOf(row, inForce?.policy, today);
};

/** Every cohort: those at work first, then the finished ones, the latest first. One without dates is still to come. */
function cohortRows(facts: Facts): readonly CohortRow[] {
  const { database, cached, today, inForce } = facts;
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
        ...howFarValues(inForce?.policy, today),
      )
      .map((row) => withStatusOf(row, inForce?.policy, today)),
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
    courses: coursesInOrder(facts),
  });
};

export const cohortQueries: Pick<Handlers, 'cohorts.list' | 'cohorts.participants'> = {
  'cohorts.list': list,
  'cohorts.participants': participants,
};
