import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferNow } from '../../../../main/rules/offers/offers.ts';
import { replayRanking } from '../../../../main/rules/selection/ranking.ts';
import type { Promises } from '../../../../main/rules/selection/seating.ts';
import { Ranking, type RankingFacts } from '../../../../shared/model/applicants.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { ApplicationId, PolicyVersionId, SeatOfferId } from '../../../../shared/model/ids.ts';
import { admitting, at, day } from '../al-cto.ts';
import { rankAndSeat, rankApplications } from './ranked.ts';

const moment = fc
  .integer({ min: 0, max: 20 })
  .map((step) => instantOf(new Date(Date.UTC(2024, 4, 14) + step * 3_600_000)));
// Few school systems, so that a cap is met often.
const facts: fc.Arbitrary<RankingFacts> = fc.record({
  applicationId: fc.uuid(),
  readOrder: fc.option(fc.uuid()),
  firstSubmittedAt: moment,
  latestSubmittedAt: moment,
  membership: fc.constantFrom('delegate', 'general', 'non-member', null),
  highestPost: fc.constantFrom('yes' as const, 'no' as const, null),
  yearsInEducation: fc.constantFrom(1, 3, 10, null),
  answers: fc.constant({}),
  overrule: fc.option(fc.record({ tier: fc.constantFrom(1, 2, null), reason: fc.constant('The leads agreed') }), {
    freq: 8,
  }),
  cohort: fc.constantFrom('Foxtrot', 'Zulu', null),
  windowClosesOn: fc.constantFrom(day('2024-05-15'), null),
  windowOpensOn: fc.constant(null),
  returnedAt: fc.constant(null),
  submittedDoubt: fc.constantFrom(null, null, null, 'missing' as const, 'implausible' as const),
  organization: fc.constantFrom(null, { id: 'lee', name: 'Lee County Schools' }, { id: 'pike', name: 'Pike Road' }),
  stands: fc.boolean(),
});

type Promise = 'accepted' | 'open' | 'declined' | 'lapsed' | 'none';
interface Member {
  readonly facts: RankingFacts;
  readonly promise: Promise;
}
const promise = fc.constantFrom<Promise>('none', 'none', 'none', 'accepted', 'open', 'declined', 'lapsed');
// Who does not stand holds nothing: leaving closes what was open.
const member: fc.Arbitrary<Member> = fc
  .record({ facts, promise })
  .map((each) => (each.facts.stands ? each : { ...each, promise: 'none' as const }));
const crowd = fc.uniqueArray(member, { selector: (each) => each.facts.applicationId, maxLength: 30 });
const seats = fc.integer({ min: 1, max: 20 });
const policies = fc
  .record({
    late: fc.constantFrom('needs-a-look' as const, 'in-order' as const, 'last' as const),
    pastLastSeat: fc.constantFrom('wait-in-order' as const, 'decline' as const),
    perOrganizationCap: fc.constantFrom(null, 1, 2, 3),
  })
  .map(admitting);

function promisesOf(people: readonly Member[]): Promises {
  const offerTo = (id: string, state: OfferNow['state']): OfferNow => ({
    offer: {
      id: SeatOfferId.parse(id),
      applicationId: ApplicationId.parse(id),
      offeredOn: day('2024-06-01'),
      replyBy: day('2024-06-08'),
      // Every other one was made out of order.
      overruleReason: Number.parseInt(id.slice(-1), 16) % 2 === 0 ? null : 'Her system pays for two',
      answer: state === 'lapsed' ? 'open' : state,
      answeredOn: null,
    },
    state,
    sentence: 'As the offer stands',
  });
  const offers = people.flatMap(({ facts: { applicationId: id }, promise: each }) =>
    each === 'none' || each === 'accepted' ? [] : [[id, offerTo(id, each)] as const],
  );
  const accepted = people.filter((each) => each.promise === 'accepted').map((each) => each.facts.applicationId);
  return { accepted: new Set(accepted), offers: new Map(offers) };
}

const seat = (policy: Parameters<typeof rankAndSeat>[0], count: number, people: readonly Member[]) =>
  rankAndSeat(
    policy,
    count,
    people.map((each) => each.facts),
    promisesOf(people),
  );
const byId = (rankings: ReadonlyMap<string, Ranking>) => [...rankings].toSorted(([a], [b]) => (a < b ? -1 : 1));
const holds = ({ promise: each }: Member): boolean => each === 'accepted' || each === 'open';

describe('Seats with a cap, acceptances and offers', () => {
  it('decide on everyone, in the form that is stored, and give the places without a gap', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const rankings = seat(policy, count, people);
        expect(rankings.size).toBe(people.length);
        for (const ranking of rankings.values()) expect(Ranking.parse(ranking)).toEqual(ranking);
        const places = [...rankings.values()].flatMap(({ place }) => place ?? []).toSorted((a, b) => a - b);
        expect(places).toEqual(places.map((_, index) => index + 1));
      }),
    );
  });

  it('do not depend on the order of the input', () => {
    const mixed = crowd.chain((people) =>
      fc.tuple(fc.constant(people), fc.shuffledSubarray(people, { minLength: people.length })),
    );
    fc.assert(
      fc.property(policies, seats, mixed, (policy, count, [people, shuffled]) => {
        expect(byId(seat(policy, count, shuffled))).toEqual(byId(seat(policy, count, people)));
      }),
    );
  });

  it('are unmoved by people who are not in the line', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const all = seat(policy, count, people);
        const placed = people.filter(({ facts: each }) => typeof all.get(each.applicationId)?.place === 'number');
        const alone = seat(policy, count, placed);
        for (const { facts: each } of placed) {
          expect(alone.get(each.applicationId)).toEqual(all.get(each.applicationId));
        }
      }),
    );
  });

  it('keep every promise, and give no seat past the last one or past the cap besides', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const rankings = seat(policy, count, people);
        const isWithin = ({ facts: each }: Member) => rankings.get(each.applicationId)?.verdict === 'within-seats';
        // An open offer to someone whom the rule does not rank any more waits for a lead’s look.
        const kept = people.filter(
          (each) =>
            each.promise === 'accepted' || (holds(each) && rankings.get(each.facts.applicationId)?.place !== null),
        );
        expect(kept.every(isWithin)).toBe(true);
        const within = people.filter(isWithin);
        expect(within.length).toBeLessThanOrEqual(Math.max(count, kept.length));
        expect(within.filter((each) => each.promise === 'declined' || each.promise === 'lapsed')).toEqual([]);
        const cap = policy.admission.perOrganizationCap;
        for (const id of cap === null ? [] : ['lee', 'pike']) {
          const ofIt = within.filter((each) => each.facts.organization?.id === id);
          expect(ofIt.length).toBeLessThanOrEqual(Math.max(cap ?? 0, ofIt.filter(holds).length));
        }
      }),
    );
  });

  it('leave the rule’s ranking alone where there is neither a cap nor a promise', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const free = admitting({ ...policy.admission, perOrganizationCap: null });
        const all = people.map((each) => each.facts);
        expect(byId(rankAndSeat(free, count, all))).toEqual(byId(rankApplications(free, count, all)));
      }),
    );
  });

  it('leave no seat empty that someone in line may have', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const rankings = seat(policy, count, people);
        const within = people.filter(({ facts: each }) => rankings.get(each.applicationId)?.verdict === 'within-seats');
        if (within.length >= count) return;
        const cap = policy.admission.perOrganizationCap ?? Number.POSITIVE_INFINITY;
        const full = (id: string | undefined) =>
          id !== undefined && within.filter((each) => each.facts.organization?.id === id).length >= cap;
        const left = people.filter(
          ({ facts: each, promise: made }) =>
            typeof rankings.get(each.applicationId)?.place === 'number' &&
            rankings.get(each.applicationId)?.verdict !== 'within-seats' &&
            made === 'none' &&
            !full(each.organization?.id),
        );
        expect(left).toEqual([]);
      }),
    );
  });

  it('give the old answer when a stored decision is made again, also for a seat that was held in doubt', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (policy, count, people) => {
        const rankings = seat(policy, count, people);
        for (const { facts: each } of people) {
          const ranking = rankings.get(each.applicationId);
          if (!ranking) throw new Error('Every application gets a decision.');
          const stored = {
            ranking,
            facts: each,
            seats: count,
            policyVersionId: PolicyVersionId.parse('0190a3c4-0000-7000-8000-000000000001'),
            decidedAt: at('2024-06-01T12:00:00.000Z'),
          };
          expect(replayRanking(policy, stored)).toEqual({ agrees: true, ranking });
        }
      }),
    );
  });
});
