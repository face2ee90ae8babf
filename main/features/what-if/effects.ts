import { countOf } from '../../../shared/model/counts.ts';
import type { Graduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { AdoptionEffect } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import { promisedTo } from '../program/promised.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';

/** So many names are told of one effect; the others are counted. */
const mostNames = 12;

/** How many people, and the first of their names in order. */
type Some = Pick<AdoptionEffect, 'people' | 'names'>;

/** What a change of the rules would do to some people, as one line; none where there is no one. */
export function effect(
  area: AdoptionEffect['area'],
  kind: AdoptionEffect['kind'],
  { people, names }: Some,
  say: (who: string) => string,
): AdoptionEffect[] {
  if (people === 0) return [];
  const who = people === 1 && names[0] !== undefined ? names[0] : countOf(people, 'person', 'people');
  return [{ area, kind, sentence: say(who), people, names }];
}

/** Who of a cohort would need more or fewer courses or requirements under other rules. */
export function completionEffects(
  facts: Facts,
  draft: Facts,
  { id, name }: { readonly id: CohortId; readonly name: string },
): AdoptionEffect[] {
  if (!someEnrolled(facts, id) || isCompletedAlike(facts, draft, id)) return [];
  // Those who have graduated are done, and no one else is on the way: of a finished cohort these are few or none.
  const then = eligibilityOf(draft, id, 'enrolled');
  const less: ParticipantId[] = [];
  const more: ParticipantId[] = [];
  for (const [participantId, graduation] of eligibilityOf(facts, id, 'enrolled')) {
    const other = then.get(participantId);
    const differs = other ? distance(graduation, other) : 0;
    if (differs < 0) less.push(participantId);
    if (differs > 0) more.push(participantId);
  }
  return [
    effect('completion', 'gain', participants(facts, less), (who) => `${name}: ${who} would be closer to graduating`),
    effect('completion', 'loss', participants(facts, more), (who) => `${name}: ${who} would have more to complete`),
  ].flat();
}

const someEnrolled = ({ database }: Facts, id: CohortId): boolean =>
  database.get("SELECT 1 FROM participant WHERE cohortId = ? AND status = 'enrolled' LIMIT 1", id) !== undefined;

/** Whether a cohort is asked for the same by both, so that no one has to be decided to see no difference. */
function isCompletedAlike(facts: Facts, draft: Facts, id: CohortId): boolean {
  const [now, then] = [facts, draft].map((each) => {
    const policy = promisedTo(each, id)?.policy;
    return JSON.stringify(policy && [policy.courses, policy.completion, policy.graduation]);
  });
  return now === then;
}

/** By how many courses and requirements someone would be further from graduating; negative: closer. */
function distance(now: Graduation, then: Graduation): number {
  return then.missing.length + then.lacking.length - now.missing.length - now.lacking.length;
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** People by their applications or places. */
const someBy = ({ database }: Facts, table: 'application' | 'participant', ids: readonly string[]): Some => ({
  people: ids.length,
  names: database
    .all<Named>(
      `SELECT givenName, familyName FROM ${table} JOIN person ON person.id = personId
       JOIN personSearchKey USING (personId) WHERE ${table}.id IN (SELECT value FROM json_each(?))
       ORDER BY sortName, ${table}.id LIMIT ?`,
      JSON.stringify(ids),
      mostNames,
    )
    .map(sayName),
});

/** People by their applications. */
export const applicants = (facts: Facts, ids: readonly string[]): Some => someBy(facts, 'application', ids);
/** People by their places. */
export const participants = (facts: Facts, ids: readonly ParticipantId[]): Some => someBy(facts, 'participant', ids);
