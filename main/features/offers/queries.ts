import { type Application, sayStatus, sayVerdict } from '../../../shared/model/applicants.ts';
import { addDays, sayDay } from '../../../shared/model/dates.ts';
import { ApplicationId, type CohortId } from '../../../shared/model/ids.ts';
import type { SeatOffer } from '../../../shared/model/offers.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { NextInLine, OfferRow, OffersView } from '../../../shared/views/offers.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { type FreeSeats, freeSeatsInLine, holdsSeat, type InLine, offerOn } from '../../rules/offers/offers.ts';
import { noList } from '../applicants/queries.ts';
import { stands } from '../applicants/ranked-rows.ts';
import { offersOf, type RankedCohort, type RankedSeats, rankedCohort, rankingTables } from '../applicants/ranking.ts';

/** So many days somebody has to answer, until the lead says another day. */
const usualReplyDays = 7;

/** The seats of a ranked cohort: how many are free, who is next, and what stands against asking somebody else. */
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
    // Somebody accepted in doubt has a place by acceptance alone.
    order: ranked.byRule.rankings.get(id)?.place ?? place,
    accepted: accepted.has(id),
    organization: seen.organization,
    offer: offers.get(id)?.state ?? null,
  };
}

/** Who is next, as a screen says it; null: nobody. */
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

function nameOf({ database }: Facts, applicationId: string): { readonly name: string; readonly organization: string } {
  const row = database.get<Pick<Person, 'givenName' | 'familyName'> & { organization: string | null }>(
    `SELECT givenName, familyName, organization.name AS organization FROM application
     JOIN person ON person.id = personId LEFT JOIN organization ON organization.id = organizationId
     WHERE application.id = ?`,
    applicationId,
  );
  return { name: row ? sayName(row) : '', organization: row?.organization ?? '' };
}

const list: Query<'offers.list'> = (facts, { cohortId }) => {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  const { cohort, promises } = ranked;
  const seats = freeSeatsOf(facts, ranked);
  const offers = offerRows(facts, ranked);
  return done<OffersView>({
    cohort: { id: cohort.id, name: cohort.name, seats: cohort.seats },
    accepted: promises.accepted.size,
    open: offers.filter(({ state }) => state === 'open').length,
    free: seats.free,
    next: sayNext(facts, ranked, seats),
    offers,
    usualReplyBy: addDays(facts.today, usualReplyDays),
  });
};

type StoredOffer = SeatOffer & Pick<Application, 'status'>;

/** Every offer of a cohort: the open ones by their last day, then the others, the newest first. */
function offerRows(facts: Facts, ranked: RankedCohort): readonly OfferRow[] {
  const rows = facts.database
    .all<StoredOffer>(
      `SELECT seatOffer.*, status FROM seatOffer CROSS JOIN application ON application.id = applicationId
       WHERE cohortId = ? ORDER BY offeredOn DESC, seatOffer.id DESC`,
      ranked.cohort.id,
    )
    .map((stored) => offerRow(facts, ranked, stored));
  const open = rows.filter(({ state }) => state === 'open').sort((a, b) => (a.replyBy < b.replyBy ? -1 : 1));
  return [...open, ...rows.filter(({ state }) => state !== 'open')];
}

function offerRow(facts: Facts, ranked: RankedCohort, stored: StoredOffer): OfferRow {
  const { state, sentence } = offerOn(stored, facts.today);
  const { id, applicationId, offeredOn, replyBy, overruleReason, status } = stored;
  const place = ranked.rankings.get(applicationId)?.place ?? null;
  const named = nameOf(facts, applicationId);
  const unanswered = stored.answer === 'open';
  return {
    unanswered,
    offerId: id,
    applicationId,
    ...named,
    place,
    status,
    offeredOn,
    replyBy,
    state,
    sentence,
    overruleReason,
  };
}

const show: Query<'offers.show'> = (facts, { applicationId }) => {
  const application = facts.database.get<Pick<Application, 'cohortId' | 'status'>>(
    'SELECT cohortId, status FROM application WHERE id = ?',
    applicationId,
  );
  if (!application) return refuse('This application is not there any more. Somebody may have undone its import.');
  const ranked = rankedCohort(facts, application.cohortId);
  if (!ranked) return noList(facts, application.cohortId);
  const last = offersOf(facts, application.cohortId).get(applicationId);
  const cannot = whyNoOffer(ranked, applicationId, application.status);
  const person = inLine(ranked, applicationId);
  return done({
    offer: last ? offerRow(facts, ranked, { ...last.offer, status: application.status }) : null,
    cannot,
    against: cannot === null && person ? freeSeatsOf(facts, ranked).against(person) : [],
    usualReplyBy: addDays(facts.today, usualReplyDays),
  });
};

/** Why no seat can be offered to an applicant, whatever a lead says; null where one can. */
export function whyNoOffer(ranked: RankedCohort, id: string, status: Application['status']): string | null {
  if (status === 'accepted') return 'is accepted already.';
  if (!stands(status)) return `is ${sayStatus[status].toLowerCase()}. Take the application back into the order first.`;
  const open = ranked.promises.offers.get(id);
  if (open?.state === 'open') return `has a seat offered already, until ${sayDay(open.offer.replyBy)}.`;
  const ranking = ranked.rankings.get(id);
  if (ranking && ranking.place !== null) return null;
  const verdict = ranking ? sayVerdict[ranking.verdict].toLowerCase() : 'not ranked';
  return `has no place in the order: ${verdict}. Settle what is open, or overrule the rule with a reason.`;
}

/** Open offers of a cohort by their last day, for Today; lapsed ones that nobody has closed come after. */
export function waitingOffers(facts: Facts, cohortId: CohortId): readonly OfferRow[] {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return [];
  const unanswered = [...ranked.promises.offers.values()].filter(({ offer }) => offer.answer === 'open');
  const rows = unanswered.map(({ offer }) => offerRow(facts, ranked, { ...offer, status: 'waiting' }));
  return rows.sort(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.replyBy < b.replyBy ? -1 : 1),
  );
}

export const offerQueries: Pick<Handlers, 'offers.list' | 'offers.show'> = { 'offers.list': list, 'offers.show': show };
