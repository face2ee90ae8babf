import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { MakeUpOffer } from '../../../shared/views/progress.ts';

/** With whom a session is held: `Golf`, `Golf and Hotel`. */
const sayWith = ({ cohorts }: Pick<MakeUpOffer, 'cohorts'>): string => {
  const names = cohorts.map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
};

/** How full a session is: `24 of 30 seats taken`, `24 expected`. */
const sayRoom = ({ expected, capacity }: Pick<MakeUpOffer, 'expected' | 'capacity'>): string =>
  capacity === null ? `${expected} expected` : `${expected} of ${capacity} seats taken`;

/** A session that offers a make-up, in two lines: its day, then with whom, when, where and how full it is. */
export function OfferLines({ offer }: { readonly offer: MakeUpOffer }) {
  const { heldOn, startsAt, endsAt, room } = offer;
  const whom = sayWith(offer);
  const rest = [`${sayClock(startsAt)} – ${sayClock(endsAt)}`, room, sayRoom(offer)].filter(Boolean).join(' · ');
  return (
    <span className="progress-offer">
      <span>
        {sayDay(heldOn)}
        {whom && ` with ${whom}`}
      </span>
      <span className="mute">{rest}</span>
    </span>
  );
}
