import { describe, expect, it } from 'vitest';
import { freeSeatsInLine, holdsSeat, type InLine, lastOffers, offerOn } from '../../../../main/rules/offers/offers.ts';
import { ApplicationId, SeatOfferId } from '../../../../shared/model/ids.ts';
import type { OfferState, SeatOffer } from '../../../../shared/model/offers.ts';
import { day } from '../al-cto.ts';

const uuid = (number: number): string => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const offer = (facts: Partial<SeatOffer> = {}): SeatOffer => ({
  id: SeatOfferId.parse(uuid(1)),
  applicationId: ApplicationId.parse(uuid(100)),
  offeredOn: day('2024-06-07'),
  replyBy: day('2024-06-14'),
  overruleReason: null,
  answer: 'open',
  answeredOn: null,
  ...facts,
});

describe('An offered seat', () => {
  it.each<[string, Partial<SeatOffer>, string, OfferState, string]>([
    ['is open on the day it is made', {}, '2024-06-07', 'open', 'Has until Fri, Jun 14, 2024 to take the seat'],
    ['is open on its last day', {}, '2024-06-14', 'open', 'Has until Fri, Jun 14, 2024 to take the seat'],
    [
      'has lapsed on the day after, with no record',
      {},
      '2024-06-15',
      'lapsed',
      'Was offered a seat until Fri, Jun 14, 2024 and has not answered',
    ],
    [
      'stays taken after its last day',
      { answer: 'taken', answeredOn: day('2024-06-14') },
      '2024-07-01',
      'taken',
      'Took the offered seat on Fri, Jun 14, 2024',
    ],
    [
      'stays declined',
      { answer: 'declined', answeredOn: day('2024-06-10') },
      '2024-06-11',
      'declined',
      'Declined the offered seat on Mon, Jun 10, 2024',
    ],
    [
      'stays lapsed where a lead noted it',
      { answer: 'lapsed', answeredOn: day('2024-06-17') },
      '2024-06-18',
      'lapsed',
      'Was offered a seat until Fri, Jun 14, 2024 and did not answer',
    ],
  ])('%s', (_what, facts, on, state, sentence) => {
    expect(offerOn(offer(facts), day(on))).toMatchObject({ state, sentence });
  });

  it('counts as the last one made to the applicant', () => {
    const first = offer({ answer: 'lapsed', answeredOn: day('2024-06-15') });
    const second = offer({ id: SeatOfferId.parse(uuid(2)), offeredOn: day('2024-06-20'), replyBy: day('2024-06-27') });
    for (const offers of [
      [first, second],
      [second, first],
    ]) {
      expect(lastOffers(offers, day('2024-06-21')).get(uuid(100))).toMatchObject({ state: 'open', offer: second });
    }
  });
});

const lee = { id: 'lee', name: 'Lee County Schools' };
const person = (name: string, place: number, facts: Partial<InLine> = {}): InLine => ({
  applicationId: name,
  place,
  order: place,
  accepted: false,
  organization: null,
  offer: null,
  ...facts,
});
const seatsOf = (seats: number, people: readonly InLine[], cap: number | null = null) => {
  const line = people.toSorted((a, b) => a.order - b.order);
  const waiting = { holders: line.filter(holdsSeat), inOrder: () => line };
  return freeSeatsInLine(seats, cap, waiting, (id) => id.toUpperCase());
};

describe('A free seat', () => {
  const ada = person('ada', 1, { accepted: true });
  const ben = person('ben', 2);
  const cleo = person('cleo', 3);

  it.each<[string, number, readonly InLine[], number, string | null]>([
    ['goes to the first who waits', 2, [cleo, ben, ada], 1, 'ben'],
    ['passes whoever has an open offer, which holds it', 3, [ada, { ...ben, offer: 'open' }, cleo], 1, 'cleo'],
    ['passes whoever has declined', 2, [ada, { ...ben, offer: 'declined' }, cleo], 1, 'cleo'],
    ['passes whoever let an offer lapse', 2, [ada, { ...ben, offer: 'lapsed' }, cleo], 1, 'cleo'],
    ['is no one’s where everyone was asked', 2, [ada, { ...ben, offer: 'declined' }], 1, null],
    ['is not there while the seats are held', 1, [ada, ben], 0, 'ben'],
    ['is not there while more are accepted than seats', 1, [ada, { ...ben, accepted: true }, cleo], 0, 'cleo'],
  ])('%s', (_what, seats, people, free, next) => {
    const found = seatsOf(seats, people);
    expect([found.free, found.next?.applicationId ?? null]).toEqual([free, next]);
  });

  it('passes whoever the cap on a school system keeps waiting', () => {
    const people = [{ ...ada, organization: lee }, { ...ben, organization: lee }, cleo];
    expect(seatsOf(2, people, 1).next?.applicationId).toBe('cleo');
    expect(seatsOf(2, people, 2).next?.applicationId).toBe('ben');
  });

  it('says every reason that stands against asking someone out of order', () => {
    const people = [{ ...ada, organization: lee }, ben, { ...cleo, organization: lee }];
    const { against } = seatsOf(1, people, 1);
    expect(against(person('cleo', 3, { organization: lee }))).toEqual([
      'No seat is free: 1 of 1 is accepted or offered.',
      'BEN, place 2, has not been asked yet.',
      '1 from Lee County Schools holds a seat already; the cap is 1.',
    ]);
    expect(seatsOf(2, people, 1).against(ben)).toEqual([]);
    expect(seatsOf(2, [ada, ben, cleo]).against({ ...cleo, offer: 'lapsed' })).toEqual([
      'BEN, place 2, has not been asked yet.',
    ]);
  });

  it('may be offered again to whoever let an offer lapse, with no one before unasked', () => {
    const lapsed: InLine = { ...ben, offer: 'lapsed' };
    expect(seatsOf(2, [ada, lapsed, cleo]).against(lapsed)).toEqual([]);
  });
});
