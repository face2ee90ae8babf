import { expect, test } from 'vitest';
import { giveSeats } from '../../../../main/rules/selection/seating.ts';
import type { Ranking } from '../../../../shared/model/applicants.ts';
import { admitting, applicant, at, policy } from '../al-cto.ts';
import { rankAndSeat } from './ranked.ts';

const seats = 2;
const accepted = (who: ReadonlySet<string>) => ({ accepted: who, offers: new Map() });
const order = (sentence: string) => ({ outcome: 'order' as const, sentence, seen: '', clause: 'silent-seats' });

/** Rankings as the rule gives them: these people, in this order. */
function ranked(...ids: string[]): Map<string, Ranking> {
  return new Map(
    ids.map((id, index) => [
      id,
      {
        verdict: index < seats ? 'within-seats' : 'waiting',
        tier: 1,
        place: index + 1,
        late: false,
        overruled: false,
        reasons: [order('in the tier'), order(`Place ${index + 1}`)],
      },
    ]),
  );
}

const line = (rankings: ReadonlyMap<string, Ranking>) =>
  [...rankings]
    .sort(([, a], [, b]) => (a.place ?? 99) - (b.place ?? 99))
    .map(([id, { place, verdict }]) => `${place} ${id} ${verdict}`);

test('while no one is accepted the rule’s ranking stands as it is', () => {
  const rankings = ranked('ada', 'ben', 'cleo');
  expect(giveSeats(policy, seats, rankings, accepted(new Set()))).toBe(rankings);
});

test('accepting some of those within the seats changes no place', () => {
  const seated = giveSeats(policy, seats, ranked('ada', 'ben', 'cleo'), accepted(new Set(['ben'])));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 cleo waiting']);
  expect(seated.get('ben')?.reasons.at(-1)?.sentence).toBe('Accepted, and keeps the seat: place 2 of 2');
});

test('who overtakes the accepted waits first in line, and the reason says why', () => {
  const seated = giveSeats(policy, seats, ranked('new', 'ada', 'ben', 'cleo'), accepted(new Set(['ada', 'ben'])));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 new waiting', '4 cleo waiting']);
  expect(seated.get('new')?.reasons.at(-1)).toMatchObject({
    sentence: '1st on the waiting list: place 3, past the last of 2 seats',
    seen: '2 are held by accepted applicants; place 1 by the rule alone',
  });
});

test('who is past the last seat under a policy without a waiting list is told that no seat is left', () => {
  const declining = admitting({ pastLastSeat: 'decline' });
  const seated = giveSeats(declining, seats, ranked('new', 'ada', 'ben'), accepted(new Set(['ada', 'ben'])));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 new past-last-seat']);
  expect(seated.get('new')?.reasons.at(-1)?.sentence).toBe('Place 3, past the last of 2 seats; no seat is left');
});

test('more accepted than seats keep their seats, and no one else gets one', () => {
  const seated = giveSeats(policy, 1, ranked('ada', 'ben', 'cleo'), accepted(new Set(['ada', 'ben'])));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 cleo waiting']);
});

test('an accepted applicant whom the rule would not rank any more keeps the seat, and it is said', () => {
  const rankings = ranked('ada', 'ben');
  const { reasons } = rankings.get('ada') ?? { reasons: [] };
  const gone = { verdict: 'not-eligible', tier: null, place: null, late: false, overruled: false, reasons } as const;
  rankings.set('zoe', { ...gone, reasons: [...reasons] });
  const seated = giveSeats(policy, seats, rankings, accepted(new Set(['zoe'])));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 zoe within-seats', '3 ben waiting']);
  expect(seated.get('zoe')?.reasons.at(-1)?.seen).toBe('by the rule today, not eligible');
});

const lee = { id: 'lee', name: 'Lee County Schools' };
const sent = (hour: number) => at(`2024-04-10T${String(hour).padStart(2, '0')}:00:00.000Z`);

test('the cap on a school system passes the seat to the next, and the reason says who has the seats', () => {
  const people = [0, 1, 2, 3, 4].map((hour) =>
    applicant({ applicationId: `a${hour}`, firstSubmittedAt: sent(hour), organization: hour < 3 ? lee : null }),
  );
  const seated = rankAndSeat(admitting({ perOrganizationCap: 2 }), 3, people);
  expect(line(seated)).toEqual([
    '1 a0 within-seats',
    '2 a1 within-seats',
    '3 a3 within-seats',
    '4 a2 waiting',
    '5 a4 waiting',
  ]);
  expect(seated.get('a2')?.reasons.at(-1)).toEqual({
    outcome: 'order',
    sentence: '2 from Lee County Schools are within the seats already; the cap is 2',
    seen: 'place 3 by the order alone',
    clause: 'silent-organization-cap',
  });
});

test('an applicant who was accepted past the cap keeps the seat and counts for it', () => {
  const people = [0, 1, 2].map((hour) =>
    applicant({ applicationId: `a${hour}`, firstSubmittedAt: sent(hour), organization: hour < 2 ? lee : null }),
  );
  const promises = { accepted: new Set(['a1']), offers: new Map() };
  const seated = rankAndSeat(admitting({ perOrganizationCap: 1 }), 3, people, promises);
  expect(line(seated)).toEqual(['1 a1 within-seats', '2 a2 within-seats', '3 a0 waiting']);
});

test('people whose school system no one knows are not counted together', () => {
  const people = [0, 1].map((hour) => applicant({ applicationId: `a${hour}`, firstSubmittedAt: sent(hour) }));
  const seated = rankAndSeat(admitting({ perOrganizationCap: 1 }), 2, people);
  expect(line(seated)).toEqual(['1 a0 within-seats', '2 a1 within-seats']);
});
