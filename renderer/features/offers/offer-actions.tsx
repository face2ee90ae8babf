import type { OfferRow } from '../../../shared/views/offers.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { closeLapsed, decline, take } from './answer.ts';

/** What can be noted of an offer that has no answer yet. */
export function OfferActions({ offer, primary = false }: { readonly offer: OfferRow; readonly primary?: boolean }) {
  if (offer.state === 'lapsed' && offer.unanswered) {
    return (
      <div className="row">
        <Button onClick={() => void closeLapsed(offer)}>Close the offer</Button>
      </div>
    );
  }
  if (offer.state !== 'open') return null;
  return (
    <div className="row">
      <Button kind={primary ? 'primary' : 'plain'} onClick={() => void take(offer)}>
        Takes the seat…
      </Button>
      <Menu
        label={`${offer.name} declines`}
        items={[
          { id: 'waits', label: 'Declines, keeps waiting…', run: () => void decline(offer, false) },
          { id: 'withdraws', label: 'Declines and withdraws…', danger: true, run: () => void decline(offer, true) },
        ]}
      >
        Declines…
      </Menu>
    </div>
  );
}
