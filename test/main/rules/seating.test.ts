import { expect, test } from 'vitest';
import { seatAccepted } from '../../../main/rules/seating.ts';
import type { Ranking } from '../../../shared/model/applicants.ts';
import { policy } from './al-cto.ts';

const seats = 2;
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

test('while nobody is accepted the rule’s ranking stands as it is', () => {
  const rankings = ranked('ada', 'ben', 'cleo');
  expect(seatAccepted(policy, seats, rankings, new Set())).toBe(rankings);
});

test('accepting some of those within the seats changes no place', () => {
  const seated = seatAccepted(policy, seats, ranked('ada', 'ben', 'cleo'), new Set(['ben']));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 cleo waiting']);
  expect(seated.get('ben')?.reasons.at(-1)?.sentence).toBe('Accepted, and keeps the seat: place 2 of 2');
});

test('who overtakes the accepted waits first in line, and the reason says why', () => {
  const seated = seatAccepted(policy, seats, ranked('new', 'ada', 'ben', 'cleo'), new Set(['ada', 'ben']));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 new waiting', '4 cleo waiting']);
  expect(seated.get('new')?.reasons.at(-1)).toMatchObject({
    sentence: 'Place 3, past the last of 2 seats; waits in order',
    seen: '2 are held by accepted applicants; place 1 by the rule alone',
  });
});

test('more accepted than seats keep their seats, and nobody else gets one', () => {
  const seated = seatAccepted(policy, 1, ranked('ada', 'ben', 'cleo'), new Set(['ada', 'ben']));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 ben within-seats', '3 cleo waiting']);
});

test('an accepted applicant whom the rule would not rank any more keeps the seat, and it is said', () => {
  const rankings = ranked('ada', 'ben');
  const { reasons } = rankings.get('ada') ?? { reasons: [] };
  const gone = { verdict: 'not-eligible', tier: null, place: null, late: false, overruled: false, reasons } as const;
  rankings.set('zoe', { ...gone, reasons: [...reasons] });
  const seated = seatAccepted(policy, seats, rankings, new Set(['zoe']));
  expect(line(seated)).toEqual(['1 ada within-seats', '2 zoe within-seats', '3 ben waiting']);
  expect(seated.get('zoe')?.reasons.at(-1)?.seen).toBe('by the rule today, not eligible');
});
