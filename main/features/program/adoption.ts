import { CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { PolicyVersionId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import { Cache, type Facts, type PolicyInForce } from '../../call/facts.ts';
import { hasBegun, promiseDay, versionOn } from '../../rules/program/in-force.ts';
import { contradictionsIn } from '../../rules/recertification/contradictions.ts';
import { type BeginningCohort, beginnings, promisedTo } from './promised.ts';

/** The same facts as if a policy had been adopted now, for this day on. It has no record yet, and so no id that lasts. */
export function asIfAdopted(facts: Facts, policy: Policy, effectiveOn: CivilDate): Facts {
  const versions = facts.policies;
  const draft: PolicyInForce = {
    policy,
    versionId: PolicyVersionId.parse('00000000-0000-7000-8000-000000000000'),
    number: Number.MAX_SAFE_INTEGER,
    effectiveOn,
    adoptedAt: facts.now,
    adoptedOn: facts.today,
    note: '',
  };
  const policies = [...versions, draft];
  const policyOn: Facts['policyOn'] = (day, knownOn = null) => versionOn(policies, day, knownOn);
  // What comes of the policy is kept beside the draft, and goes with it; the rest is the same with any policy.
  const own = new Cache();
  const cached: Facts['cached'] = (key, tables, compute) =>
    tables.includes('policyVersion') ? own.get(key, tables, compute) : facts.cached(key, tables, compute);
  return { ...facts, policies, policyOn, inForce: policyOn(facts.today), cached };
}

/** The same facts as if a policy had held on every day and been promised to every cohort. */
export function asIfAlways(facts: Facts, policy: Policy): Facts {
  const { policyOn: _, ...draft } = asIfAdopted({ ...facts, policies: [] }, policy, sinceEver);
  return { ...draft, policyOn: () => draft.inForce };
}

const sinceEver = CivilDate.parse('0001-01-01');

/** The cohorts that a draft would give other rules than they were promised. */
export function cohortsReached(facts: Facts, draft: Facts): readonly BeginningCohort[] {
  return [...beginnings(facts).values()].filter(
    ({ id }) => promisedTo(facts, id)?.versionId !== promisedTo(draft, id)?.versionId,
  );
}

/**
 * Why a policy can't be adopted for a day; null where it can. A cohort that has begun keeps the courses that it was
 * promised, also where the rules of its days are corrected; and a session that is planned keeps its course.
 */
export function whyNotAdopted(
  facts: Facts,
  policy: Policy,
  effectiveOn: CivilDate,
): { readonly ok: false; readonly problem: Problem } | null {
  const { rules } = policy.recertification;
  const contradictions = rules === null ? [] : contradictionsIn(rules);
  if (contradictions.length > 0) {
    return refuse(
      'The rules of re-certification contradict themselves, so that no one could meet them. Change these clauses, then adopt the policy.',
      contradictions.map(({ clause, sentence }) => `${titleOf(policy, clause)}: ${sentence}`),
    );
  }
  const reached = cohortsReached(facts, asIfAdopted(facts, policy, effectiveOn));
  const begun = reached.filter((cohort) => {
    const before = promisedTo(facts, cohort.id)?.policy;
    return before && hasBegun(cohort, facts.today) && askedCourses(before) !== askedCourses(policy);
  });
  if (begun.length > 0) {
    return refuse(
      'A cohort that has begun keeps the courses that it was promised. Choose a later day: cohorts that begin after it have the new ones.',
      begun.map(({ name, ...cohort }) => {
        const day = promiseDay(cohort, facts.today);
        return day === null ? `${name} has begun` : `${name} began on ${sayDate(day)}`;
      }),
    );
  }
  const gone = plannedWithout(facts, policy, reached);
  return gone.length === 0
    ? null
    : refuse('A course that has sessions can’t leave the policy. Take its sessions off the schedule first.', gone);
}

/** The courses that a policy has and asks for, whatever they are called. */
const askedCourses = ({ courses, completion }: Policy): string =>
  JSON.stringify([courses.map(({ id }) => id).sort(), [...completion.courses].sort()]);

/** Titles of courses that are planned for these cohorts and that a policy doesn't have. */
function plannedWithout({ database }: Facts, policy: Policy, cohorts: readonly BeginningCohort[]): string[] {
  const has = new Set<string>(policy.courses.map(({ id }) => id));
  return database
    .all<{ id: string; title: string }>(
      `SELECT DISTINCT course.id, course.title FROM sessionCohort JOIN session ON session.id = sessionId
       JOIN course ON course.id = courseId WHERE cohortId IN (SELECT value FROM json_each(?)) ORDER BY course.number`,
      JSON.stringify(cohorts.map(({ id }) => id)),
    )
    .filter(({ id }) => !has.has(id))
    .map(({ title }) => title);
}

const titleOf = ({ clauses }: Policy, clause: string): string =>
  clauses.find(({ id }) => id === clause)?.title ?? clause;
