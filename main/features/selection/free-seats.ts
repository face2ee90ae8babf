import { ApplicationId } from '../../../shared/model/ids.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import type { NextInLine } from '../../../shared/views/offers.ts';
import type { Facts } from '../../call/facts.ts';
import { type FreeSeats, freeSeatsInLine, holdsSeat, type InLine } from '../../rules/offers/offers.ts';
import { type RankedCohort, type RankedSeats, rankingTables } from './ranking.ts';

/** The seats of a ranked cohort: how many are free, who is next, and what stands against asking someone else. */
export const freeSeatsOf = (facts: Facts, ranked: RankedCohort): FreeSeats =>
  facts.cached(`free seats ${ranked.stamp}`, rankingTables, () => countFreeSeats(facts, ranked));

/** The same of a ranking that is not kept, such as the one after a change that is being decided. */
export function countFreeSeats(facts: Facts, { cohort, inForce, ...ranked }: RankedSeats): FreeSeats {
  const { perOrganizationCap } = inForce.policy.admission;
  const { accepted, offers } = ranked.promises;
  const promised = [...new Set([...accepted, ...offers.keys()])];
  const holders = promised.flatMap((id) => inLine(ranked, id) ?? []).filter(holdsSeat);
  const inOrder = function* (): Generator<InLine> {
    for (const { facts: seen } of ranked.byRule.groups.placed) {
      const person = inLine(ranked, seen.applicationId);
      if (person) yield person;
    }
  };
  return freeSeatsInLine(cohort.seats, perOrganizationCap, { holders, inOrder }, (id) => nameOf(facts, id).name);
}

/** An applicant as the giving of a free seat sees them; null: not ranked. */
export function inLine(ranked: Omit<RankedSeats, 'cohort' | 'inForce'>, id: string): InLine | null {
  const place = ranked.rankings.get(id)?.place ?? null;
  const seen = ranked.seen.get(id);
  if (place === null || !seen) return null;
  const { accepted, offers } = ranked.promises;
  return {
    applicationId: id,
    place,
    // Someone accepted in doubt has a place by acceptance alone.
    order: ranked.byRule.rankings.get(id)?.place ?? place,
    accepted: accepted.has(id),
    organization: seen.organization,
    offer: offers.get(id)?.state ?? null,
  };
}

/** Who is next, as a screen says it; null: no one. */
export function sayNext(facts: Facts, { cohort }: Pick<RankedCohort, 'cohort'>, seats: FreeSeats): NextInLine | null {
  const { next, free } = seats;
  if (!next) return null;
  return {
    applicationId: ApplicationId.parse(next.applicationId),
    ...nameOf(facts, next.applicationId),
    place: next.place,
    cohort: { id: cohort.id, name: cohort.name },
    free,
  };
}

/** An applicant’s name and school system, as the line names them. */
export function nameOf(
  { database }: Facts,
  applicationId: string,
): { readonly name: string; readonly organization: string } {
  const row = database.get<Pick<Person, 'givenName' | 'familyName'> & { organization: string | null }>(
    `SELECT givenName, familyName, organization.name AS organization FROM application
     JOIN person ON person.id = personId LEFT JOIN organization ON organization.id = organizationId
     WHERE application.id = ?`,
    applicationId,
  );
  return { name: row ? sayName(row) : '', organization: row?.organization ?? '' };
}
