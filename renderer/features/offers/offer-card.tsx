import type { ApplicationId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCall } from '../../kit/query.ts';
import { writeOffer } from './dialog-store.ts';
import { OfferActions } from './offer-actions.tsx';
import { OfferStatus } from './offer-status.tsx';

/** An applicant's offered seat, or the way to offer one; nothing where there is neither. */
export function OfferCard({ applicationId, name }: { readonly applicationId: ApplicationId; readonly name: string }) {
  const { value } = useCall('offers.show', { applicationId });
  if (!value || (value.offer === null && value.cannot !== null)) return null;
  const { offer, cannot, against } = value;
  return (
    <Card title="Offered seat">
      {offer && (
        <>
          <p className="row">
            <OfferStatus offer={offer} />
            <span>{offer.sentence}.</span>
          </p>
          <OfferActions offer={offer} />
        </>
      )}
      {cannot === null && (
        <div className="row">
          <Button onClick={() => writeOffer({ applicationId, name, because: '' })}>
            {offer ? 'Offer again…' : against.length > 0 ? 'Offer a seat out of order…' : 'Offer a seat…'}
          </Button>
        </div>
      )}
    </Card>
  );
}
