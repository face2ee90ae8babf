import { sayDay } from '../../../shared/model/dates.ts';
import { type CohortId, SeatOfferId } from '../../../shared/model/ids.ts';
import { type SeatOffer, sayOfferState } from '../../../shared/model/offers.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, insert, update } from '../../log/change.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { offerOn } from '../../rules/offers/offers.ts';
import { freeSeatsOf, inLine } from '../selection/free-seats.ts';
import { decisionNow, gone, type NamedApplication, namedApplications, sayOverruled } from '../selection/named.ts';
import { noList, rankedCohort } from '../selection/ranking.ts';
import { closeOffers, nextAfter, participantOf, seat } from '../selection/seats.ts';
import { whyNoOffer } from './queries.ts';

/** Offers a seat to someone who waits. Out of order (no seat free, someone before not asked) only with a reason. */
const offer: Command<'offers.offer'> = (facts, { applicationId, replyBy, overruleReason }) => {
  const [application] = namedApplications(facts, [applicationId]);
  if (!application) return refuse(gone);
  const { name, cohortId } = application;
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  const [passed] = datesReversed([{ pair: 'seat offered, answer due', days: [facts.today, replyBy] }]);
  if (passed !== undefined) return refuse(passed);
  const cannot = whyNoOffer(ranked, applicationId, application.status);
  const person = inLine(ranked, applicationId);
  if (cannot !== null || !person) return refuse(`${name} ${cannot ?? 'has no place in the order.'}`);
  const against = freeSeatsOf(facts, ranked).against(person);
  if (against.length > 0 && overruleReason === null) {
    const sentence = `An offer to ${name} would be out of order. Offer it to the next person, or overrule with a reason.`;
    return refuseEach(sentence, against);
  }
  const overruled = against.length > 0;
  const offerId = SeatOfferId.parse(facts.newId());
  const changes: Change[] = [
    // An offer that has lapsed is closed by the one that takes its place.
    ...closeOffers(facts, applicationId, 'lapsed'),
    insert('seatOffer', {
      id: offerId,
      applicationId,
      offeredOn: facts.today,
      replyBy,
      overruleReason: overruled ? overruleReason : null,
      answer: 'open',
      answeredOn: null,
    }),
  ];
  if (application.status !== 'waiting') {
    // Who is asked waits until the answer is there, and keeps the decision that led here.
    const decision = decisionNow(facts, ranked, applicationId);
    const waits = { status: 'waiting', statusAt: facts.now, statusReason: null, decision } as const;
    changes.push(update('application', applicationId, waits));
  }
  return {
    ok: true,
    label: `Offered ${name} a seat in ${ranked.cohort.name} until ${sayDay(replyBy)}${overruled ? ', overruling the order' : ''}`,
    changes,
    value: { offerId },
  };
};

type Answer = Parameters<Command<'offers.answer'>>[1];

/** Notes what came of an offer. Taking the seat accepts the applicant in the same command. */
const answer: Command<'offers.answer'> = (facts, input) => {
  const stored = facts.database.get<SeatOffer>('SELECT * FROM seatOffer WHERE id = ?', input.offerId);
  const [application] = stored ? namedApplications(facts, [stored.applicationId]) : [];
  if (!stored || !application) return refuse('This offer no longer exists. It may have been undone.');
  const { name, cohortId } = application;
  if (stored.answer !== 'open') {
    return refuse(
      `The answer of ${name} is already recorded: ${sayOfferState[stored.answer].toLowerCase()}. Undo that first.`,
    );
  }
  const [reversed] = datesReversed([{ pair: 'seat offered, answered', days: [stored.offeredOn, facts.today] }]);
  if (reversed !== undefined) return refuse(reversed);
  const { state, sentence } = offerOn(stored, facts.today);
  if (input.answer === 'lapsed') {
    if (state === 'open') return refuse(`The offer is still open: ${name} has until ${sayDay(stored.replyBy)}.`);
    return {
      ok: true,
      label: `Closed the unanswered offer to ${name}`,
      changes: [...closeOffers(facts, application.id, 'lapsed')],
      value: { next: nextAfter(facts, [application]) },
    };
  }
  if (input.answer === 'declined') return declined(facts, application, input);
  if (state !== 'open') return refuse(`${name}: ${sentence}. Offer the seat again, then record the answer.`);
  return taken(facts, application, cohortId);
};

function taken(facts: Facts, application: NamedApplication, cohortId: CohortId): ReturnType<typeof answer> {
  const { name, status } = application;
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  if (status !== 'waiting') return refuse(`${name} is no longer waiting. Reconsider the application first.`);
  const before = participantOf(facts, application);
  if (before?.status === 'graduated') return refuse(`${name} has graduated with ${ranked.cohort.name} already.`);
  return {
    ok: true,
    label: `${name} took the offered seat in ${ranked.cohort.name}${sayOverruled(ranked.rankings.get(application.id)?.overruled)}`,
    changes: [...closeOffers(facts, application.id, 'taken'), ...seat(facts, ranked, application, before)],
    value: { next: null },
  };
}

function declined(
  facts: Facts,
  application: NamedApplication,
  { withdraws, reason }: Answer,
): ReturnType<typeof answer> {
  const { id, name } = application;
  const changes: Change[] = [...closeOffers(facts, id, 'declined')];
  const leaves = { statusAt: facts.now, statusReason: reason ?? 'Declined the offered seat' };
  if (withdraws) changes.push(update('application', id, { status: 'withdrawn', ...leaves }));
  else if (reason !== null) changes.push(update('application', id, { statusReason: reason }));
  return {
    ok: true,
    label: `${name} declined the offered seat and ${withdraws ? 'withdrew' : 'waits on'}`,
    changes,
    value: { next: nextAfter(facts, [application]) },
  };
}

export const offerCommands: Pick<Handlers, 'offers.offer' | 'offers.answer'> = {
  'offers.offer': offer,
  'offers.answer': answer,
};
