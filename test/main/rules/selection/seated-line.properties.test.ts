import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankApplications } from '../../../../main/rules/selection/ranking.ts';
import { partsOf } from '../../../../main/rules/selection/seated-line.ts';
import { seatRanked } from '../../../../main/rules/selection/seating.ts';
import type { RankingFacts } from '../../../../shared/model/applicants.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { admitting, day } from '../al-cto.ts';

// Few ids, moments and facts, so that the same people change again and again and ties are met often.
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const moment = fc
  .integer({ min: 0, max: 6 })
  .map((step) => instantOf(new Date(Date.UTC(2024, 4, 14) + step * 9 * 3_600_000)));
const facts: fc.Arbitrary<Omit<RankingFacts, 'applicationId'>> = fc.record({
  readOrder: fc.option(fc.constantFrom('k', 'l', 'm')),
  firstSubmittedAt: moment,
  latestSubmittedAt: moment,
  membership: fc.constantFrom('delegate', 'general', null),
  highestPost: fc.constantFrom('yes' as const, 'no' as const, null),
  yearsInEducation: fc.constantFrom(1, 10, null),
  answers: fc.constant({}),
  overrule: fc.option(fc.record({ tier: fc.constantFrom(1, null), reason: fc.constant('The leads agreed') }), {
    freq: 6,
  }),
  cohort: fc.constantFrom('Foxtrot', 'Zulu', null),
  windowClosesOn: fc.constantFrom(day('2024-05-15'), null),
  windowOpensOn: fc.constant(null),
  returnedAt: fc.constant(null),
  submittedDoubt: fc.constantFrom(null, null, null, 'missing' as const),
  organization: fc.constantFrom(null, { id: 'lee', name: 'Lee County Schools' }),
  stands: fc.boolean(),
});
/** What becomes of one application: other facts, or it goes. */
const step = fc.tuple(fc.constantFrom(...ids), fc.option(facts, { freq: 5 }));
const policy = fc
  .record({
    late: fc.constantFrom('needs-a-look' as const, 'in-order' as const, 'last' as const),
    withinTier: fc.constantFrom('first-submission' as const, 'latest-submission' as const),
    perOrganizationCap: fc.constantFrom(null, 1),
  })
  .map(admitting);
const seats = fc.integer({ min: 1, max: 6 });

it('the parts of a list hold everyone once, with the place and the verdict of the ranking', () => {
  fc.assert(
    fc.property(policy, seats, fc.array(step, { maxLength: 12 }), fc.subarray(ids), (under, count, steps, chosen) => {
      const all = new Map(steps.flatMap(([id, now]) => (now ? [[id, { ...now, applicationId: id }] as const] : [])));
      const byRule = rankApplications(under, count, all.values());
      const accepted = new Set(chosen.filter((id) => all.get(id)?.stands));
      const rankings = seatRanked(byRule, { accepted, offers: new Map() });
      let place = 0;
      const told: unknown[] = [];
      for (const { verdict, placed, entries } of partsOf(byRule, rankings)) {
        for (const { facts: each } of entries) {
          if (placed) place += 1;
          told.push([each.applicationId, verdict, placed ? place : null]);
        }
      }
      const expected = [...rankings].map(([id, ranking]) => [id, ranking.verdict, ranking.place]);
      const byId = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
      expect(byId(told)).toEqual(byId(expected));
    }),
  );
});
