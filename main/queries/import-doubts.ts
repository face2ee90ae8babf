import { PersonId } from '../../shared/model/ids.ts';
import { sayName } from '../../shared/model/people.ts';
import type { Facts } from '../facts.ts';
import type { PlanInput } from '../imports/plan.ts';
import { comparable, matchOf } from '../rules/duplicates.ts';
import { organizationCandidates } from '../rules/organization-match.ts';
import { searchInReach } from './known-duplicates.ts';
import { listedOrganizations } from './organizations.ts';

/** So many new people of one file are compared with the desk: a second’s work at most. */
const mostDoubted = 5_000;

/**
 * What an import doubts: a new person who is like somebody on the desk, a new place that is like one on the list.
 * A file of many thousand new people is doubted at its beginning only: the Duplicates screen finds the rest.
 * On a large desk that nobody has searched for duplicates yet people are not doubted: the plan must not wait for that.
 */
export function doubtsOf(facts: Facts): Required<Pick<PlanInput, 'mayBe' | 'nearestPlaces'>> {
  const search = searchInReach(facts);
  const places = listedOrganizations(facts);
  // The person of a row has no row yet: an id that stands for nobody.
  let asked = 0;
  const nobody = PersonId.parse(facts.newId());
  return {
    mayBe: (person) => {
      asked += 1;
      if (asked > mostDoubted) return null;
      const pair = search?.nearest({ ...person, id: nobody });
      if (!pair) return null;
      const other = pair.a.person.id === nobody ? pair.b : pair.a;
      const { reasons } = matchOf(comparable({ ...person, id: nobody }), other, pair.phoneHolders);
      const said = reasons.filter(({ outcome }) => outcome === 'met').map(({ sentence }) => sentence);
      return { name: sayName(other.person), reasons: said };
    },
    nearestPlaces: (typed) => organizationCandidates(typed, places).map(({ listed }) => listed.name),
  };
}
