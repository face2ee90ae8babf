import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { OfferState, SeatOffer } from '../../../shared/model/offers.ts';

/** An offer as it stands on a day, with the sentence that says why. */
export interface OfferNow {
  readonly offer: SeatOffer;
  readonly state: OfferState;
  readonly sentence: string;
}

/**
 * What an offer amounts to on a day.
 *
 * Its last day belongs to the person who was asked; from the next day on it has lapsed, whether anybody recorded it
 * or not. An answer that was recorded stands.
 */
export function offerOn(offer: SeatOffer, day: CivilDate): OfferNow {
  const by = sayDay(offer.replyBy);
  const on = offer.answeredOn === null ? '' : ` on ${sayDay(offer.answeredOn)}`;
  switch (offer.answer) {
    case 'taken':
      return { offer, state: 'taken', sentence: `Took the offered seat${on}` };
    case 'declined':
      return { offer, state: 'declined', sentence: `Declined the offered seat${on}` };
    case 'lapsed':
      return { offer, state: 'lapsed', sentence: `Was offered a seat until ${by} and did not answer` };
    case 'open':
      return day <= offer.replyBy
        ? { offer, state: 'open', sentence: `Has until ${by} to take the seat` }
        : { offer, state: 'lapsed', sentence: `Was offered a seat until ${by} and has not answered` };
  }
}

/** The last offer to each applicant: by its day, then by its id, which grows with time. */
export function lastOffers(offers: readonly SeatOffer[], day: CivilDate): ReadonlyMap<string, OfferNow> {
  const last = new Map<string, SeatOffer>();
  for (const offer of offers) {
    const before = last.get(offer.applicationId);
    if (!before || isLater(offer, before)) last.set(offer.applicationId, offer);
  }
  return new Map([...last].map(([id, offer]) => [id, offerOn(offer, day)]));
}

const isLater = (a: SeatOffer, b: SeatOffer): boolean =>
  a.offeredOn !== b.offeredOn ? a.offeredOn > b.offeredOn : a.id > b.id;

/** Someone who is ranked, as the giving of a free seat sees them. */
export interface InLine {
  readonly applicationId: string;
  /** As the list shows it: whoever has a seat before whoever waits. */
  readonly place: number;
  /** By the rule alone, which decides who is asked before whom. */
  readonly order: number;
  readonly accepted: boolean;
  readonly organization: { readonly id: string; readonly name: string } | null;
  /** What the last offer amounts to; null: none was made, or a lead has taken the person back into the order since. */
  readonly offer: OfferState | null;
}

/** How the free seats stand. */
export interface FreeSeats {
  /** Seats that no one holds by acceptance or by an open offer. */
  readonly free: number;
  /** Who is to be asked next, whether a seat is free or will be; null: no one waits who could be asked. */
  readonly next: InLine | null;
  /** Why an offer to someone would go out of order, a sentence each; empty: it is in order. */
  readonly against: (person: InLine) => readonly string[];
}

/** Whether someone in line holds a seat. */
export const holdsSeat = ({ accepted, offer }: Pick<InLine, 'accepted' | 'offer'>): boolean =>
  accepted || offer === 'open';

/** A line that need not be looked at whole: of 100,000 the first few tell who is next. */
interface WaitingLine {
  /** Who holds a seat. */
  readonly holders: readonly InLine[];
  /** Everyone by `order`, each time from the front; holders may be left out. */
  readonly inOrder: () => Iterable<InLine>;
}

/**
 * Who is asked next, and what stands against asking someone else.
 *
 * People are asked in their order. Whoever has been asked (an open offer, a declined or a lapsed one) is not asked
 * again by itself; whoever may not have a seat because of the cap on one school system is passed over while that
 * lasts. An accepted applicant and an open offer hold a seat each. `cap` null: none.
 */
export function freeSeatsInLine(
  seats: number,
  cap: number | null,
  { holders, inOrder }: WaitingLine,
  nameOf: (applicationId: string) => string,
): FreeSeats {
  const held = new Map<string, number>();
  for (const { organization } of holders) {
    if (organization) held.set(organization.id, (held.get(organization.id) ?? 0) + 1);
  }
  const heldBy = ({ organization }: InLine): number => (organization ? (held.get(organization.id) ?? 0) : 0);
  const isCapped = (person: InLine): boolean => cap !== null && heldBy(person) >= cap;
  const isUnasked = ({ accepted, offer }: InLine): boolean => !accepted && (offer === null || offer === 'taken');
  const free = Math.max(0, seats - holders.length);
  const candidates = function* (): Generator<InLine> {
    for (const person of inOrder()) if (isUnasked(person) && !isCapped(person)) yield person;
  };
  return {
    free,
    next: candidates().next().value ?? null,
    against: (person) => {
      const before: InLine[] = [];
      for (const each of candidates()) {
        if (each.order >= person.order) break;
        before.push(each);
      }
      return [
        ...(free > 0 ? [] : [noSeat(seats, holders.length)]),
        ...before
          .slice(0, 5)
          .map(({ applicationId, place }) => `${nameOf(applicationId)}, place ${place}, has not been asked yet.`),
        ...(before.length > 5 ? [`And ${sayCount(before.length - 5)} more before in order.`] : []),
        ...(isCapped(person) && cap !== null ? [`${sayHeldBy(heldBy(person), person)}; the cap is ${cap}.`] : []),
      ];
    },
  };
}

const noSeat = (seats: number, held: number): string =>
  `No seat is free: ${held} of ${seats} ${wordFor(held, 'is', 'are')} accepted or offered.`;

const sayHeldBy = (held: number, { organization }: InLine): string =>
  `${held} from ${organization?.name ?? 'the same school system'} ${wordFor(held, 'holds a seat', 'hold seats')} already`;
