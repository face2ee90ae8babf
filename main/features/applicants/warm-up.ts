import type { CallName } from '../../../shared/api.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import { currentCohort } from '../current-cohort/queries.ts';
import { applicantPeople } from './people.ts';
import { rankAhead } from './ranking.ts';

/**
 * Works out what the first screens will ask for, a short step at a time: the applications of the current cohort,
 * ranked, and their people, made ready to be searched.
 */
export function* warmUp(factsNow: () => Facts): Generator<void> {
  const current = currentCohort(factsNow());
  if (!current) return;
  yield* rankAhead(factsNow, current.id);
  yield* peopleAhead(factsNow, current.id);
}

/**
 * Works out what a call will ask for, a short step at a time, so that nothing else has to wait so long: on a desk that
 * was opened a moment ago, after a large import, or in a cohort that nobody has looked at yet. As a rule there is
 * nothing to do, and it ends at once.
 */
export function* readyFor(factsNow: () => Facts, name: CallName, input: unknown): Generator<void> {
  const cohortId = rankedFor(factsNow(), name, input);
  if (cohortId === null) return;
  yield* rankAhead(factsNow, cohortId);
  // Everybody has to be known before all of them are searched or put into another order.
  const isAboutPeople = textOf(input, 'search') || saysOf(input, 'sort') !== undefined;
  if (isAboutPeople && /^applicants\./.test(name)) yield* peopleAhead(factsNow, cohortId);
}

function* peopleAhead(factsNow: () => Facts, cohortId: CohortId): Generator<void> {
  while (!applicantPeople(factsNow(), cohortId).readAhead()) yield;
}

/** The cohort whose ranking a call looks at; null: none. */
function rankedFor(facts: Facts, name: CallName, input: unknown): CohortId | null {
  if (name === 'desk.status' || name === 'today.show') return currentCohort(facts)?.id ?? null;
  if (!/^(applicants|offers|letters)\./.test(name)) return null;
  const cohortId = textOf(input, 'cohortId');
  const applicationId = textOf(input, 'applicationId') ?? textOf(input, 'applicationIds');
  if (cohortId === null && applicationId === null) return null;
  return (
    facts.database.get<{ id: CohortId }>(
      `SELECT id FROM cohort WHERE id = ? UNION ALL SELECT cohortId FROM application WHERE id = ? LIMIT 1`,
      cohortId,
      applicationId,
    )?.id ?? null
  );
}

/** What an input says under a key, or the first of what it says there. */
function textOf(input: unknown, key: string): string | null {
  const said = saysOf(input, key);
  const first: unknown = Array.isArray(said) ? said[0] : said;
  return typeof first === 'string' ? first : null;
}

const saysOf = (input: unknown, key: string): unknown =>
  typeof input === 'object' && input !== null ? new Map<string, unknown>(Object.entries(input)).get(key) : undefined;
