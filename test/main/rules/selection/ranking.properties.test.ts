import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ranking, type RankingFacts } from '../../../../shared/model/applicants.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { admitting, day, policy } from '../al-cto.ts';
import { rankApplications } from './ranked.ts';

// Few moments and few years, so that ties and thresholds are met often.
const moment = fc
  .integer({ min: 0, max: 40 })
  .map((step) => instantOf(new Date(Date.UTC(2024, 4, 14) + step * 3_600_000)));
const facts: fc.Arbitrary<RankingFacts> = fc.record({
  applicationId: fc.uuid(),
  readOrder: fc.option(fc.uuid()),
  firstSubmittedAt: moment,
  latestSubmittedAt: moment,
  membership: fc.constantFrom('delegate', 'general', 'higher-ed', 'non-member', 'unheard-of', null),
  highestPost: fc.constantFrom('yes' as const, 'no' as const, null),
  yearsInEducation: fc.constantFrom(0, 1, 2.9, 3, 10, null),
  answers: fc.constantFrom({}, { membership: 'delegate', yearsInEducation: 'twelve' }),
  overrule: fc.option(fc.record({ tier: fc.constantFrom(1, 2, 3, null), reason: fc.constant('The leads agreed') }), {
    freq: 8,
  }),
  cohort: fc.constantFrom('Foxtrot', 'Zulu', null),
  windowClosesOn: fc.constantFrom(day('2024-05-15'), null),
  windowOpensOn: fc.constant(null),
  returnedAt: fc.constant(null),
  submittedDoubt: fc.constantFrom(null, null, null, 'missing' as const, 'implausible' as const),
  organization: fc.constantFrom(
    null,
    { id: 'lee', name: 'Lee County Schools' },
    { id: 'pike', name: 'Pike Road Schools' },
  ),
  stands: fc.boolean(),
});
const crowd = fc.uniqueArray(facts, { selector: (each) => each.applicationId, maxLength: 40 });
const seats = fc.integer({ min: 0, max: 40 });
const policies = fc
  .record({
    late: fc.constantFrom('needs-a-look' as const, 'in-order' as const, 'last' as const, 'not-eligible' as const),
    withinTier: fc.constantFrom('first-submission' as const, 'latest-submission' as const),
    pastLastSeat: fc.constantFrom('wait-in-order' as const, 'decline' as const),
  })
  .map(admitting);

describe('Ranking, whoever applies', () => {
  it('decides on everyone, with a reason, in the form that is stored', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (under, seatCount, people) => {
        const rankings = rankApplications(under, seatCount, people);
        expect(rankings.size).toBe(people.length);
        for (const ranking of rankings.values()) {
          expect(Ranking.parse(ranking)).toEqual(ranking);
          expect(ranking.reasons.length).toBeGreaterThan(0);
          expect(ranking.reasons.every((reason) => reason.sentence !== '' && !reason.sentence.includes('!'))).toBe(
            true,
          );
          const ranked = ['within-seats', 'waiting', 'past-last-seat'].includes(ranking.verdict);
          expect(ranked).toBe(ranking.place !== null && ranking.tier !== null);
        }
      }),
    );
  });

  it('gives out the places 1, 2, 3 … without a gap', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (under, seatCount, people) => {
        const places = [...rankApplications(under, seatCount, people).values()].flatMap(({ place }) => place ?? []);
        expect(places.toSorted((a, b) => a - b)).toEqual(places.map((_, index) => index + 1));
      }),
    );
  });

  it('does not depend on the order of the input', () => {
    const shuffled = crowd.chain((people) =>
      fc.tuple(
        fc.constant(people),
        fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
      ),
    );
    fc.assert(
      fc.property(policies, seats, shuffled, (under, seatCount, [people, mixed]) => {
        const byId = (rankings: ReadonlyMap<string, Ranking>) => [...rankings].toSorted(([a], [b]) => (a < b ? -1 : 1));
        expect(byId(rankApplications(under, seatCount, mixed))).toEqual(
          byId(rankApplications(under, seatCount, people)),
        );
      }),
    );
  });

  it('is unmoved by people who have withdrawn, are not eligible or need a look', () => {
    fc.assert(
      fc.property(policies, seats, crowd, (under, seatCount, people) => {
        const all = rankApplications(under, seatCount, people);
        const placed = people.filter(({ applicationId }) => typeof all.get(applicationId)?.place === 'number');
        const alone = rankApplications(under, seatCount, placed);
        for (const { applicationId } of placed) expect(alone.get(applicationId)).toEqual(all.get(applicationId));
      }),
    );
  });

  it('takes no one’s seat away when seats are added', () => {
    fc.assert(
      fc.property(policies, seats, fc.integer({ min: 0, max: 10 }), crowd, (under, seatCount, more, people) => {
        const fewer = rankApplications(under, seatCount, people);
        for (const [id, ranking] of rankApplications(under, seatCount + more, people)) {
          expect(ranking.place).toBe(fewer.get(id)?.place);
          if (fewer.get(id)?.verdict === 'within-seats') expect(ranking.verdict).toBe('within-seats');
        }
      }),
    );
  });

  it('moves no one who is ahead when a worse application comes in', () => {
    fc.assert(
      fc.property(policies, seats, crowd, facts, (under, seatCount, people, newcomer) => {
        fc.pre(people.every(({ applicationId }) => applicationId !== newcomer.applicationId));
        const before = rankApplications(under, seatCount, people);
        const after = rankApplications(under, seatCount, [...people, newcomer]);
        const taken = after.get(newcomer.applicationId)?.place ?? Number.POSITIVE_INFINITY;
        for (const { applicationId } of people) {
          const place = before.get(applicationId)?.place ?? null;
          const moved = place !== null && place >= taken ? place + 1 : place;
          expect(after.get(applicationId)?.place ?? null).toBe(moved);
        }
      }),
    );
  });

  it('places no one lower for one more year in education', () => {
    fc.assert(
      fc.property(crowd, facts, (people, one) => {
        fc.pre(people.every(({ applicationId }) => applicationId !== one.applicationId));
        fc.pre(one.yearsInEducation !== null);
        const placeWith = (years: number) =>
          rankApplications(policy, 30, [...people, { ...one, yearsInEducation: years }]).get(one.applicationId)
            ?.place ?? Number.POSITIVE_INFINITY;
        const years = one.yearsInEducation ?? 0;
        expect(placeWith(years + 1)).toBeLessThanOrEqual(placeWith(years));
      }),
    );
  });
});
