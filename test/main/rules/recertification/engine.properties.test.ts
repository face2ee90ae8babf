import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainStanding } from '../../../../main/rules/recertification/explain.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import type { EvidenceItem } from '../../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, LifeState, Standing } from '../../../../shared/model/recertification/standing.ts';
import { certified, day, earned, paid, rulesNamed, standing, ticked } from './certified.ts';

const dayIn = (from: number, to: number) =>
  fc
    .integer({ min: from, max: to })
    .map((offset) => new Date(Date.UTC(2024, 1, 29) + offset * 86_400_000).toISOString().slice(0, 10));

const evidenceFor = (rules: RecertificationRules): fc.Arbitrary<EvidenceItem> =>
  fc
    .record({
      on: dayIn(0, 3_000),
      hours: fc.integer({ min: 1, max: 240 }),
      category: fc.constantFrom(null, 'elsewhere', ...rules.categories.map(({ key }) => key)),
      strand: fc.constantFrom(null, ...rules.strands.map(({ key }) => key)),
      activityKey: fc.constantFrom(null, null, 'one', 'two'),
      lateBy: fc.integer({ min: 0, max: 60 }),
      reviewedAfter: fc.integer({ min: 0, max: 60 }),
      state: fc.constantFrom('accepted', 'accepted', 'received', 'returned'),
      paid: fc.constantFrom('unpaid', null),
    })
    .map(({ on, hours, category, lateBy, reviewedAfter, state, ...more }) => {
      const plus = (count: number) => day(new Date(Date.parse(on) + count * 86_400_000).toISOString().slice(0, 10));
      const decidedOn = state === 'received' ? null : plus(lateBy + reviewedAfter);
      return earned(on, hours / 4, category, {
        ...more,
        state: state as EvidenceItem['state'],
        delivery: 'in-person',
        preApprovedOn: day(on),
        receivedOn: plus(lateBy),
        decidedOn,
        ...(state === 'accepted' ? {} : { accepted: null }),
      });
    });

const factsFor = (rules: RecertificationRules): fc.Arbitrary<CertificationFacts> =>
  fc
    .record({
      on: dayIn(0, 700),
      birthMonth: fc.integer({ min: 1, max: 12 }),
      evidence: fc.array(evidenceFor(rules), { maxLength: 12 }),
      ticks: fc.array(
        fc.record({ on: dayIn(0, 3_000), item: fc.constantFrom('none', ...rules.checklist.map(({ key }) => key)) }),
        { maxLength: 2 },
      ),
      isPaid: fc.boolean(),
    })
    .map(({ on, birthMonth, evidence, ticks, isPaid }) =>
      certified(on, {
        birthMonth,
        evidence,
        ticked: ticks.map((tick, at) => ticked(tick.item, tick.on, at + 1)),
        payments: isPaid ? rules.fees.map(({ key }) => paid(key, 200, on)) : [],
      }),
    );

/** How well someone stands; more is worse. */
const rank: Record<LifeState, number> = {
  active: 0,
  reinstated: 0,
  'window-open': 0,
  provisional: 0,
  retired: 0,
  exempt: 0,
  inactive: 0,
  'in-grace': 1,
  suspended: 2,
  overdue: 3,
  lapsed: 4,
  revoked: 5,
};

describe.each(templates.map(({ key }) => key))('Under the rules of %s', (key) => {
  const rules = rulesNamed(key);

  it('where someone stands never depends on the order in which anything came', () => {
    fc.assert(
      fc.property(factsFor(rules), dayIn(0, 3_500), fc.infiniteStream(fc.nat()), (facts, on, lots) => {
        const shuffled = <Each>(some: readonly Each[]): Each[] =>
          some
            .map((each) => ({ each, lot: lots.next().value ?? 0 }))
            .toSorted((a, b) => a.lot - b.lot)
            .map(({ each }) => each);
        const other = {
          ...facts,
          evidence: shuffled(facts.evidence),
          ticked: shuffled(facts.ticked),
          payments: shuffled(facts.payments),
        };
        expect(standing(rules, other, on)).toEqual(standing(rules, facts, on));
      }),
      { numRuns: 60 },
    );
  });

  it('no cycle ends before it begins, and each begins after the one before', () => {
    fc.assert(
      fc.property(factsFor(rules), dayIn(0, 3_500), (facts, on) => {
        const { cycles } = standing(rules, facts, on);
        for (const [at, { beginsOn, endsOn, number }] of cycles.entries()) {
          expect(number).toBe(at + 1);
          expect((endsOn ?? '9') >= (beginsOn ?? '')).toBe(true);
          expect((beginsOn ?? '9') > (cycles[at - 1]?.beginsOn ?? '')).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('what is dated after a day changes nothing about it', () => {
    fc.assert(
      fc.property(factsFor(rules), dayIn(0, 3_500), (facts, on) => {
        const known = {
          ...facts,
          evidence: facts.evidence.filter(({ receivedOn }) => (receivedOn ?? '9') <= on),
          ticked: facts.ticked.filter((tick) => tick.on <= on),
          payments: facts.payments.filter(({ paidOn }) => paidOn <= on),
        };
        expect(standing(rules, known, on)).toEqual(standing(rules, facts, on));
      }),
      { numRuns: 60 },
    );
  });

  it('nothing is still needed once a running cycle is completed', () => {
    fc.assert(
      fc.property(factsFor(rules), dayIn(0, 3_500), (facts, on) => {
        const { cycle, needs, life } = explainStanding(facts, () => ({ version: 'v1', rules }), day(on));
        if (cycle === null || life === 'lapsed' || cycle.outcome !== 'running') return;
        if (cycle.completedOn !== null) expect(needs).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/**
 * One more accepted piece of evidence never makes a state worse, but under these rules, each by its own meaning:
 * `early: move-end` (who completes earlier ends earlier), a completion after the end (the next end counts from it, or must
 * be far enough from it), and what counts once ever or by its first delivery (a small first one takes the place of a large
 * later one). So the templates with any of them are looked at within their first cycle, and before its end.
 */
describe('More accepted evidence', () => {
  it.each(templates.map(({ key }) => key))(
    'never makes the state of the first cycle worse under the rules of %s',
    (key) => {
      const rules = rulesNamed(key);
      fc.assert(
        fc.property(factsFor(rules), evidenceFor(rules), dayIn(0, 3_500), (facts, more, on) => {
          const isTaken = (item: EvidenceItem): boolean => item.activityKey !== null;
          if (isTaken(more)) return;
          const [before, after] = [
            standing(rules, facts, on),
            standing(rules, { ...facts, evidence: [...facts.evidence, more] }, on),
          ];
          if (before.cycles.length > 1) return;
          if (wasCompletedLate(after)) return;
          if (after.cycles.length === 1) expect(rank[after.life]).toBeLessThanOrEqual(rank[before.life]);
          const [first, firstAfter] = [before.cycles[0], after.cycles[0]];
          if (first?.completedOn != null) expect((firstAfter?.completedOn ?? '9') <= first.completedOn).toBe(true);
          if (first && firstAfter && after.cycles.length === 1)
            expect(firstAfter.counted).toBeGreaterThanOrEqual(first.counted);
        }),
        { numRuns: 80 },
      );
    },
  );

  it('makes it worse where a small first delivery takes the place of a large later one: the one rule of a cycle that does', () => {
    const taught = (on: string, hours: number) =>
      earned(on, hours, 'instruction', { strand: 'leadership', activityKey: 'intro' });
    const learned = earned('2025-01-01', 30, 'learning', { strand: 'leadership' });
    const facts = (...items: EvidenceItem[]) => certified('2024-05-03', { evidence: [learned, ...items] });
    const rules = rulesNamed('cetl');
    expect(standing(rules, facts(taught('2025-06-01', 30)), '2027-05-04').life).toBe('active');
    expect(standing(rules, facts(taught('2025-06-01', 30), taught('2025-05-01', 1)), '2027-05-04').life).toBe('lapsed');
  });
});

const wasCompletedLate = ({ cycles }: Standing): boolean =>
  cycles.some(({ completedOn, endsOn }) => completedOn !== null && endsOn !== null && completedOn > endsOn);
