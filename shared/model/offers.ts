import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import type { ApplicationId, SeatOfferId } from './ids.ts';

const seatOfferAnswers = ['open', 'taken', 'declined', 'lapsed'] as const;
export const SeatOfferAnswer = z.enum(seatOfferAnswers);
export type SeatOfferAnswer = z.infer<typeof SeatOfferAnswer>;

/** A seat that was offered to someone who waits, to be answered by a day. */
export interface SeatOffer {
  readonly id: SeatOfferId;
  readonly applicationId: ApplicationId;
  readonly offeredOn: CivilDate;
  /** The last day on which the answer is in time. */
  readonly replyBy: CivilDate;
  /** Why it was made although no seat was free or someone before had not been asked; null: in order. */
  readonly overruleReason: string | null;
  /** As it was recorded; an open offer whose day has passed counts as lapsed without any record. */
  readonly answer: SeatOfferAnswer;
  /** Null while open. */
  readonly answeredOn: CivilDate | null;
}

/** What an offer amounts to on a day. */
export type OfferState = 'open' | 'taken' | 'declined' | 'lapsed';

/** How an offer's state reads. */
export const sayOfferState: Record<OfferState, string> = {
  open: 'Seat offered',
  taken: 'Seat taken',
  declined: 'Seat declined',
  lapsed: 'Offer lapsed',
};
