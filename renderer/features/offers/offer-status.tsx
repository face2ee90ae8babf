import { type OfferState, sayOfferState } from '../../../shared/model/offers.ts';
import type { OfferRow } from '../../../shared/views/offers.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';

// An offer that waits for an answer looks as whatever waits does, and a taken one as whoever is accepted.
const looks: Readonly<Record<OfferState, StatusKey>> = {
  open: 'waiting',
  taken: 'accepted',
  declined: 'declined',
  lapsed: 'withdrawn',
};

/** How an offer stands, with the mark of one that was made out of order. */
export const OfferStatus = ({ offer }: { readonly offer: OfferRow }) => (
  <>
    <Status of={looks[offer.state]}>{sayOfferState[offer.state]}</Status>
    {offer.overruleReason !== null && <Status of="overruled" />}
  </>
);
