import { type Application, isInTheOrder, sayStatus, sayVerdict } from '../../../shared/model/applicants.ts';
import { addDays, sayDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { SeatOffer } from '../../../shared/model/offers.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { OfferRow, OffersView } from '../../../shared/views/offers.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { offerOn } from '../../rules/offers/offers.ts';
import { freeSeatsOf, inLine, nameOf, sayNext } from '../selection/free-seats.ts';
import { noList, offersOf, type RankedCohort, rankedCohort } from '../selection/ranking.ts';

/** So many days someone has to answer, until the lead says another day. */
const usualReplyDays = 7;

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

type StoredOffer = SeatOffer & Pick<Application, 'status' | 'personId'>;

/** Every offer of a cohort: the open ones by their last day, then the others, the newest first. */
function offerRows(facts: Facts, ranked: RankedCohort): readonly OfferRow[] {
  const rows = facts.database
    .all<StoredOffer>(
      `SELECT seatOffer.*, status, personId FROM seatOffer CROSS JOIN application ON application.id = applicationId
       WHERE cohortId = ? ORDER BY offeredOn DESC, seatOffer.id DESC`,
      ranked.cohort.id,
    )
    .map((stored) => offerRow(facts, ranked, stored));
  const open = rows.filter(({ state }) => state === 'open').sort((a, b) => (a.replyBy < b.replyBy ? -1 : 1));
  return [...open, ...rows.filter(({ state }) => state !== 'open')];
}

function offerRow(facts: Facts, ranked: RankedCohort, stored: StoredOffer): OfferRow {
  const { state, sentence } = offerOn(stored, facts.today);
  const { id, applicationId, offeredOn, replyBy, overruleReason, status, personId } = stored;
  const place = ranked.rankings.get(applicationId)?.place ?? null;
  const named = nameOf(facts, applicationId);
  const unanswered = stored.answer === 'open';
  return {
    unanswered,
    offerId: id,
    applicationId,
    personId,
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
  const application = facts.database.get<Pick<Application, 'cohortId' | 'status' | 'personId'>>(
    'SELECT cohortId, status, personId FROM application WHERE id = ?',
    applicationId,
  );
  if (!application) return refuse('This application no longer exists. Its import may have been undone.');
  const ranked = rankedCohort(facts, application.cohortId);
  if (!ranked) return noList(facts, application.cohortId);
  const last = offersOf(facts, application.cohortId).get(applicationId);
  const cannot = whyNoOffer(ranked, applicationId, application.status);
  const person = inLine(ranked, applicationId);
  return done({
    offer: last ? offerRow(facts, ranked, { ...last.offer, ...application }) : null,
    cannot,
    against: cannot === null && person ? freeSeatsOf(facts, ranked).against(person) : [],
    usualReplyBy: addDays(facts.today, usualReplyDays),
  });
};

/** Why no seat can be offered to an applicant, whatever a lead says; null where one can. */
export function whyNoOffer(ranked: RankedCohort, id: string, status: Application['status']): string | null {
  if (status === 'accepted') return 'is accepted already.';
  if (!isInTheOrder(status)) return `is ${sayStatus[status].toLowerCase()}. Reconsider the application first.`;
  const open = ranked.promises.offers.get(id);
  if (open?.state === 'open') return `already has an offer, open until ${sayDay(open.offer.replyBy)}.`;
  const ranking = ranked.rankings.get(id);
  if (ranking && ranking.place !== null) return null;
  const verdict = ranking ? sayVerdict[ranking.verdict].toLowerCase() : 'not ranked';
  return `has no place in the order: ${verdict}. Answer what is open, or overrule the rule with a reason.`;
}

/** Open offers of a cohort by their last day, for Today; lapsed ones that no one has closed come after. */
export function waitingOffers(facts: Facts, cohortId: CohortId): readonly OfferRow[] {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return [];
  const rows = offerRows(facts, ranked).filter(({ unanswered }) => unanswered);
  return rows.sort(
    (a, b) => Number(a.state !== 'open') - Number(b.state !== 'open') || (a.replyBy < b.replyBy ? -1 : 1),
  );
}

export const offerQueries: Pick<Handlers, 'offers.list' | 'offers.show'> = { 'offers.list': list, 'offers.show': show };
