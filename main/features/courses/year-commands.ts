import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import { type CohortId, SessionId } from '../../../shared/model/ids.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { BookedSession } from '../../../shared/model/year-plan.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { insert } from '../../log/change.ts';
import { sessionConflicts } from '../../rules/courses/session-conflicts.ts';
import { sayList } from '../../rules/words.ts';
import { courseOfSession, heldFor, type SessionPlan, whyNot } from './checks.ts';

/**
 * Plans all sessions of a year in one command, so that one undo takes them back. None is written where one of them
 * can't be; what only warns (a room used twice, say) was shown before and is the leads' to decide.
 */
export const planYear: Command<'courses.planYear'> = (facts, { sessions }) => {
  const plans = sessions.map(
    ({ cohortIds, ...facets }): SessionPlan => ({ ...facets, cohortIds: [...new Set(cohortIds)] }),
  );
  const reasons = [
    ...plans.flatMap((plan) => {
      const course = courseOfSession(facts, plan);
      const refusal = whyNot(facts, plan, course);
      return refusal ? [`${course?.title ?? plan.courseId}, ${sayDay(plan.heldOn)}: ${refusal.problem.sentence}`] : [];
    }),
    ...amongThemselves(facts, plans),
  ];
  if (reasons.length > 0) {
    return refuse(
      'These sessions can’t be scheduled like this, so nothing was saved. Fix the conflicts first.',
      reasons,
    );
  }
  const planned = plans.map((plan) => ({ plan, sessionId: SessionId.parse(facts.newId()) }));
  return {
    ok: true,
    label: `Scheduled ${sayCohorts(facts, plans)}: ${plans.length === 1 ? 'one session' : countOf(plans.length, 'session')}`,
    changes: planned.flatMap(({ plan: { cohortIds, ...facets }, sessionId }) => [
      insert('session', { id: sessionId, ...facets }),
      ...cohortIds.map((cohortId) => heldFor(facts, sessionId, cohortId)),
    ]),
    value: { sessionIds: planned.map(({ sessionId }) => sessionId) },
  };
};

/** What the sessions of one plan have against each other. */
function amongThemselves(facts: Facts, plans: readonly SessionPlan[]): readonly string[] {
  const seen = plans.map(
    ({ cohortIds, hours: _, ...facets }, index): BookedSession => ({
      ...facets,
      key: String(index),
      title: courseOfSession(facts, { ...facets, cohortIds })?.title ?? facets.courseId,
      cohorts: cohortIds.map((id) => ({ id, name: nameOf(facts, id), startsOn: null, endsOn: null })),
      expected: 0,
    }),
  );
  return sessionConflicts(seen, () => true)
    .filter(({ stops }) => stops)
    .map(({ sentence }) => sentence);
}

const nameOf = ({ database }: Facts, id: CohortId): string =>
  database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', id)?.name ?? '';

const sayCohorts = (facts: Facts, plans: readonly SessionPlan[]): string =>
  sayList(
    [...new Set(plans.flatMap(({ cohortIds }) => cohortIds))].map((id) => nameOf(facts, id)),
    'and',
  );
