import type { ComparedPerson } from '../../../shared/model/duplicates.ts';
import { sayName } from '../../../shared/model/people.ts';
import type { Facts } from '../../call/facts.ts';
import { DuplicateSearch, type FoundPair } from '../../rules/duplicates/duplicate-search.ts';
import { comparable, matchOf } from '../../rules/duplicates/duplicates.ts';
import { organizationCandidates } from '../../rules/organizations/organization-match.ts';
import { searchInReach } from '../duplicates/known-duplicates.ts';
import { listedOrganizations } from '../organizations/queries.ts';
import type { LikePerson, PlanInput, PlannedRow } from './plan-rows.ts';

/** What an import doubts, and what it could not look at, a sentence each. */
export interface ImportDoubts extends Required<Pick<PlanInput, 'mayBe' | 'nearestPlaces'>> {
  readonly notes: readonly string[];
}

/**
 * What an import doubts: a new person who is like someone in the database or in an earlier row, a new place that is like
 * one on the list. Whoever plans has had the desk searched before; where that was not so, the notes say it.
 */
export function doubtsOf(facts: Facts): ImportDoubts {
  const desk = searchInReach(facts);
  const places = listedOrganizations(facts);
  const file = new DuplicateSearch();
  const rows = new Map<string, PlannedRow>();
  const mayBe = (person: ComparedPerson, row: PlannedRow): LikePerson | null => {
    const known = desk && desk.size > 0 ? desk.nearest(person) : null;
    const sent = file.nearest(person);
    file.add(person);
    rows.set(person.id, row);
    const pair = sent && sent.score > (known?.score ?? 0) ? sent : known;
    return pair && likeness(pair, person, rows);
  };
  return {
    mayBe,
    nearestPlaces: (typed) => organizationCandidates(typed, places).map(({ listed }) => listed.name),
    notes: desk
      ? []
      : [
          'The new people of this file were compared with each other, but not with the people already here. Open Duplicates after the import.',
        ],
  };
}

function likeness(pair: FoundPair, person: ComparedPerson, rows: ReadonlyMap<string, PlannedRow>): LikePerson {
  const other = pair.a.person.id === person.id ? pair.b : pair.a;
  const { reasons } = matchOf(comparable(person), other, pair.phoneHolders);
  return {
    id: other.person.id,
    name: sayName(other.person),
    reasons: reasons.filter(({ outcome }) => outcome === 'met').map(({ sentence }) => sentence),
    row: rows.get(other.person.id) ?? null,
  };
}
