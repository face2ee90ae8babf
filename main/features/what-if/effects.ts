import { countOf } from '../../../shared/model/counts.ts';
import type { Graduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { AdoptionEffect } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import { eligibilityOf } from '../requirements/eligibility.ts';

/** So many names are told of one effect; the others are counted. */
const mostNames = 12;

/** What a change of the rules would do to some people, as one line; none where there is no one. */
export function effect(
  area: AdoptionEffect['area'],
  kind: AdoptionEffect['kind'],
  names: readonly string[],
  say: (who: string) => string,
): AdoptionEffect[] {
  if (names.length === 0) return [];
  const who = names.length === 1 && names[0] !== undefined ? names[0] : countOf(names.length, 'person', 'people');
  return [{ area, kind, sentence: say(who), people: names.length, names: names.slice(0, mostNames) }];
}

/** Who of a cohort would need more or fewer courses or requirements under other rules. */
export function completionEffects(
  facts: Facts,
  draft: Facts,
  { id, name }: { readonly id: CohortId; readonly name: string },
): AdoptionEffect[] {
  const then = eligibilityOf(draft, id);
  const less: ParticipantId[] = [];
  const more: ParticipantId[] = [];
  for (const [participantId, graduation] of eligibilityOf(facts, id)) {
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

/** By how many courses and requirements someone would be further from graduating; negative: closer. Someone who has graduated is done. */
function distance(now: Graduation, then: Graduation): number {
  if (now.verdict === 'graduated' || now.verdict === 'not-enrolled') return 0;
  return then.missing.length + then.lacking.length - now.missing.length - now.lacking.length;
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Names of people by their applications or places, in the order of names. */
const namesBy = ({ database }: Facts, table: 'application' | 'participant', ids: readonly string[]): string[] =>
  database
    .all<Named>(
      `SELECT givenName, familyName FROM ${table} JOIN person ON person.id = personId
       JOIN personSearchKey USING (personId) WHERE ${table}.id IN (SELECT value FROM json_each(?))
       ORDER BY sortName, ${table}.id`,
      JSON.stringify(ids),
    )
    .map(sayName);

/** Names of applicants, in order. */
export const applicants = (facts: Facts, ids: readonly string[]): string[] => namesBy(facts, 'application', ids);
/** Names of participants, in order. */
export const participants = (facts: Facts, ids: readonly ParticipantId[]): string[] =>
  namesBy(facts, 'participant', ids);
