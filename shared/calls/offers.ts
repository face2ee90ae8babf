import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { SeatOfferAnswer } from '../model/offers.ts';
import type { NextInLine, OfferDetail, OffersView } from '../views/offers.ts';
import { reason } from './inputs.ts';

/** The calls about seats that are offered; shared/api.ts has them with all others. */
export const offerCalls = {
  'offers.list': reads<OffersView>().takes(
    'Who is next for a free seat of a cohort, and every offer',
    z.strictObject({ cohortId: id.CohortId }),
    {
      from: ['organization', 'person', 'cohort', 'application', 'seatOffer', 'participant', 'session', 'sessionCohort'],
    },
  ),
  'offers.show': reads<OfferDetail>().takes(
    'The last offer to an applicant, and whether a seat can be offered',
    z.strictObject({ applicationId: id.ApplicationId }),
    {
      from: ['organization', 'person', 'cohort', 'application', 'seatOffer', 'participant', 'session', 'sessionCohort'],
    },
  ),
  'offers.offer': writes<{ offerId: id.SeatOfferId }>().takes(
    'Offer a free seat to the next in order until a day; out of order only with a reason',
    z.strictObject({
      applicationId: id.ApplicationId,
      replyBy: CivilDate,
      overruleReason: reason.nullable().default(null),
    }),
  ),
  'offers.answer': writes<{ next: NextInLine | null }>().takes(
    'Record the answer to an offer; taking the seat accepts the applicant',
    z.strictObject({
      offerId: id.SeatOfferId,
      answer: SeatOfferAnswer.exclude(['open']),
      /** With a declined offer: whether the applicant withdraws too, instead of waiting on. */
      withdraws: z.boolean().default(false),
      reason: reason.nullable().default(null),
    }),
  ),
};
