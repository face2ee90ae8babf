import fc from 'fast-check';
import { expect, it } from 'vitest';
import { differencesBetween, patched } from '../../../../main/rules/applicants/patched-map.ts';
import { RuleRankings } from '../../../../main/rules/applicants/rule-rankings.ts';
import { plainRanking } from '../../../../main/rules/applicants/said-ranking.ts';
import { partsOf } from '../../../../main/rules/applicants/seated-line.ts';
import { noPromises, seatRanked } from '../../../../main/rules/applicants/seating.ts';
import { lineWith } from '../../../../main/rules/applicants/sorted-line.ts';
import type { Ranking, RankingFacts } from '../../../../shared/model/applicants.ts';
import { instantOf } from '../../../../shared/model/dates.ts';
import { admitting, day } from '../al-cto.ts';

// Few ids, moments and facts, so that the same people change again and again and ties are met often.
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const moment = fc
  .integer({ min: 0, max: 6 })
  .map((step) => instantOf(new Date(Date.UTC(2024, 4, 14) + step * 9 * 3_600_000)));
const facts: fc.Arbitrary<Omit<RankingFacts, 'applicationId'>> = fc.record({
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

const said = (rankings: ReadonlyMap<string, Ranking>) =>
  [...rankings].map(([id, ranking]) => [id, plainRanking(ranking)] as const);

it('what is ranked after change upon change is what is ranked from nothing, reasons and all', () => {
  fc.assert(
    fc.property(
      policy,
      seats,
      seats,
      fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }),
      (under, few, more, all) => {
        let seen: ReadonlyMap<string, RankingFacts> = new Map();
        let ranked = RuleRankings.of(under, few, []);
        for (const [index, steps] of all.entries()) {
          const changes = new Map(steps.map(([id, now]) => [id, now ? { ...now, applicationId: id } : undefined]));
          const next = patched(seen, changes);
          ranked = ranked.after(differencesBetween(seen, next)).under(under, index % 2 === 0 ? few : more);
          seen = next;
          const anew = RuleRankings.of(under, ranked.seats, seen.values());
          expect(said(ranked)).toEqual(said(anew));
          for (const [id, ranking] of said(anew))
            expect(said(new Map([[id, ranked.get(id) as Ranking]]))).toEqual([[id, ranking]]);
          expect(said(seatRanked(ranked, noPromises))).toEqual(said(seatRanked(anew, noPromises)));
        }
      },
    ),
  );
});

it('another policy ranks the same applications as if it had ranked them from nothing, and each keeps its number', () => {
  fc.assert(
    fc.property(policy, policy, seats, fc.array(step, { maxLength: 12 }), (one, other, count, steps) => {
      const seen = steps.flatMap(([id, now]) => (now ? [[id, { ...now, applicationId: id }] as const] : []));
      const all = new Map(seen);
      const ranked = RuleRankings.of(one, count, all.values());
      const under = ranked.under(other, count);
      expect(said(under)).toEqual(said(RuleRankings.of(other, count, all.values())));
      for (const id of all.keys()) expect(under.byId.get(id)?.slot).toBe(ranked.byId.get(id)?.slot);
    }),
  );
});

it('the parts of a list hold everybody once, with the place and the verdict of the ranking', () => {
  fc.assert(
    fc.property(policy, seats, fc.array(step, { maxLength: 12 }), fc.subarray(ids), (under, count, steps, chosen) => {
      const all = new Map(steps.flatMap(([id, now]) => (now ? [[id, { ...now, applicationId: id }] as const] : [])));
      const byRule = RuleRankings.of(under, count, all.values());
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

it('a line with others in it is sorted as if it had been sorted anew', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
  fc.assert(
    fc.property(numbers, numbers, fc.infiniteStream(fc.boolean()), (own, strangers, goes) => {
      const line = own.toSorted((a, b) => a - b);
      const leave = line.filter(() => goes.next().value);
      const stay = line.filter((each) => !leave.includes(each));
      // Somebody may come who has just left: with other facts in the same place.
      const come = strangers.filter((each) => !stay.includes(each));
      expect(lineWith(line, leave, come, (a, b) => a - b)).toEqual([...stay, ...come].sort((a, b) => a - b));
    }),
  );
});

it('a map that was patched, few or many at a time, holds what a map that was written anew holds', () => {
  const changes = fc.array(
    fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.option(fc.nat())), { maxLength: 700 }),
    {
      maxLength: 6,
    },
  );
  fc.assert(
    fc.property(changes, (all) => {
      const plain = new Map(Array.from({ length: 1_500 }, (_, number) => [String(number), number]));
      let map: ReadonlyMap<string, number> = new Map(plain);
      for (const some of all) {
        const before = map;
        const known = [...before];
        map = patched(map, new Map(some.map(([key, value]) => [String(key), value ?? undefined])));
        for (const [key, value] of some) {
          if (value === null) plain.delete(String(key));
          else plain.set(String(key), value);
        }
        expect(map.size).toBe(plain.size);
        expect(new Map(map)).toEqual(plain);
        for (const key of ['0', '7', '1499', '2999'])
          expect([map.get(key), map.has(key)]).toEqual([plain.get(key), plain.has(key)]);
        // Whoever holds the one before sees no change, and what differs is what was changed.
        expect([...before]).toEqual(known);
        expect(new Map(patched(before, differencesBetween(before, map)))).toEqual(plain);
      }
    }),
    { numRuns: 30 },
  );
});
