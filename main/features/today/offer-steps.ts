import { sayNearDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { waitingOffers } from '../offers/queries.ts';

/** Offered seats that wait for an answer, in every cohort: who has until when, and who has let the day pass. */
export const offerSteps = (facts: Facts): NextStep[] =>
  cohortsWithOffers(facts).flatMap((cohortId) =>
    waitingOffers(facts, cohortId).map(({ offerId, applicationId, name, replyBy, state }): NextStep => {
      const path = `/offers/${cohortId}?open=${applicationId}`;
      const day = sayNearDay(replyBy);
      if (state === 'open') {
        const sentence = `${name} has until ${day} to take the seat`;
        return { key: `offer ${offerId}`, sentence, action: 'Record the answer', path, urgency: 'soon' };
      }
      const sentence = `${name} has not answered the offer of a seat by ${day}`;
      return { key: `offer ${offerId}`, sentence, action: 'Ask the next', path, urgency: 'now' };
    }),
  );

const cohortsWithOffers = ({ database, cached }: Facts): readonly CohortId[] =>
  cached('cohorts with open offers', ['seatOffer', 'application'], () =>
    database
      .all<{ cohortId: CohortId }>(
        `SELECT DISTINCT cohortId FROM seatOffer JOIN application ON application.id = applicationId
         WHERE answer = 'open' ORDER BY cohortId`,
      )
      .map(({ cohortId }) => cohortId),
  );
