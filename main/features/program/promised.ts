import type { Course } from '../../../shared/model/courses.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, CourseId } from '../../../shared/model/ids.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { type CohortBeginning, hasBegun, promiseDay } from '../../rules/program/in-force.ts';

/** A cohort with what tells when it begins. */
export interface BeginningCohort extends CohortBeginning {
  readonly id: CohortId;
  readonly name: string;
}

const beforeAnything = '0001-01-01' as CivilDate;

/** What is read to tell which version a cohort was promised, beside the versions themselves. */
const promiseTables = ['cohort', 'session', 'sessionCohort'] as const;

/** Every cohort with what tells when it begins. */
export function beginnings({ database, cached }: Facts): ReadonlyMap<CohortId, BeginningCohort> {
  return cached('cohort beginnings', promiseTables, () => {
    const cohorts = database.all<BeginningCohort>(
      `SELECT id, name, status, opensOn, closesOn, startsOn,
         (SELECT min(heldOn) FROM sessionCohort JOIN session ON session.id = sessionId WHERE cohortId = cohort.id)
           AS firstSessionOn
       FROM cohort`,
    );
    return new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  });
}

/**
 * The version of the policy that a cohort was promised: its courses, what completes them, and what is asked of its
 * graduates. Null where no program was started.
 */
export function promisedTo(facts: Facts, cohortId: CohortId): PolicyInForce | null {
  const cohort = beginnings(facts).get(cohortId);
  return cohort ? facts.policyOn(promiseDay(cohort, facts.today) ?? beforeAnything) : facts.inForce;
}

/**
 * The version that a cohort's applicants are ranked under: the one in force, until the cohort begins; from then on the
 * one that it began with, so that its list is as it was.
 */
export function rankedUnder(facts: Facts, cohortId: CohortId): PolicyInForce | null {
  const cohort = beginnings(facts).get(cohortId);
  return cohort && hasBegun(cohort, facts.today) ? promisedTo(facts, cohortId) : facts.inForce;
}

/** The courses that a cohort was promised, in their order. */
export const coursesOf = (facts: Facts, cohortId: CohortId): readonly Course[] => inOrder(promisedTo(facts, cohortId));

/** The courses that some cohorts were promised, each once: as it is for the first of them that has it. */
export function coursesOfAll(facts: Facts, cohortIds: readonly CohortId[]): readonly Course[] {
  const courses = new Map<CourseId, Course>();
  for (const course of cohortIds.flatMap((id) => coursesOf(facts, id))) {
    if (!courses.has(course.id)) courses.set(course.id, course);
  }
  return [...courses.values()].sort(byNumber);
}

const inOrder = (version: PolicyInForce | null): readonly Course[] => version?.policy.courses.toSorted(byNumber) ?? [];

const byNumber = (a: Course, b: Course): number => a.number - b.number || (a.id < b.id ? -1 : Number(a.id > b.id));

/** What says which course's name is asked for: the course, whom it is held for, and when. */
interface HeldCourse {
  readonly courseId: CourseId;
  readonly cohortIds: readonly CohortId[];
  readonly heldOn: CivilDate;
}

/**
 * A course as it is called where it is held: as the first of its cohorts was promised it, else as the policy names it on
 * that day. Undefined: no version that holds there has it.
 */
export function courseHeld(facts: Facts, { courseId, cohortIds, heldOn }: HeldCourse): Course | undefined {
  const versions = [...cohortIds.map((id) => promisedTo(facts, id)), facts.policyOn(heldOn)];
  for (const version of versions) {
    const course = version?.policy.courses.find(({ id }) => id === courseId);
    if (course) return course;
  }
  return undefined;
}
