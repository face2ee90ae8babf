import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { drawForAudit } from '../../../../main/rules/recertification/audits.ts';
import type { Category } from '../../../../shared/model/recertification/credit.ts';
import type { EvidenceItem } from '../../../../shared/model/recertification/facts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { certified, day, earned, rulesNamed, standing } from './certified.ts';

const hrci = rulesNamed('hrci');

/** Three years that ask for 100 hours, with these categories. */
const withCategories = (...categories: Omit<z.input<typeof Category>, 'title' | 'clause'>[]): RecertificationRules =>
  RecertificationRules.parse({
    ...hrci,
    fees: [],
    requirement: { kind: 'credit', of: { kind: 'total' }, least: 10_000, per: 'cycle', clause: 'hrci-cycle' },
    categories: categories.map((category) => ({ ...category, title: category.key, clause: 'hrci-cycle' })),
  });

const counted = (rules: RecertificationRules, ...evidence: EvidenceItem[]): number =>
  (standing(rules, certified('2024-05-03', { evidence }), '2026-05-03').cycle?.counted ?? 0) / 100;

const on = '2025-01-10';

describe('Overflow', () => {
  // As nurse anesthetists have it: what is past the most of A counts as B, within the most of B.
  const rules = withCategories({ key: 'a', most: 6_000, overflow: 'b' }, { key: 'b', most: 4_000 });

  it.each([
    ['nothing at the limit', 60, 0, 60],
    ['a hundredth past it', 60.01, 0, 60.01],
    ['all that is past it', 80, 10, 90],
    ['no more than the other category takes', 120, 0, 100],
    ['nothing where the other category is full', 70, 40, 100],
  ])('counts %s', (_, a, b, hours) => {
    expect(counted(rules, earned(on, a, 'a'), earned(on, b, 'b'))).toBe(hours);
  });

  it('passes on through several categories, whatever their order in the policy', () => {
    const chain = withCategories(
      { key: 'c', most: 500 },
      { key: 'b', most: 500, overflow: 'c' },
      { key: 'a', most: 500, overflow: 'b' },
    );
    expect(counted(chain, earned(on, 12, 'a'))).toBe(12);
    expect(counted(chain, earned(on, 16, 'a'))).toBe(15);
  });

  it('leaves a yearly limit in the year in which it was passed', () => {
    const yearly = withCategories({ key: 'a', mostAYear: 1_000, overflow: 'b' }, { key: 'b', mostAYear: 200 });
    expect(counted(yearly, earned('2024-06-01', 15, 'a'), earned('2025-06-01', 4, 'a'))).toBe(16);
  });
});

describe('A category within another', () => {
  const rules = withCategories({ key: 'all', most: 2_500 }, { key: 'part', within: 'all', most: 800 });

  it.each([
    [17, 8, 25],
    [17, 8.01, 25],
    [16.99, 8.01, 24.99],
    [0, 30, 8],
    [30, 0, 25],
  ])('counts %d hours and %d of the part as %d', (whole, part, hours) => {
    expect(counted(rules, earned(on, whole, 'all'), earned(on, part, 'part'))).toBe(hours);
  });
});

describe('One activity', () => {
  it.each([
    ['less than the least', 0.75, 0],
    ['the least', 1, 1],
    ['half hours after the first', 1.49, 1],
    ['half hours after the first', 1.5, 1.5],
    ['no more than the most', 9, 4],
  ])('counts %s: %d as %d', (_, hours, counts) => {
    const rules = withCategories({ key: 'talk', step: 50, leastEach: 100, mostEach: 400 });
    expect(counted(rules, earned(on, hours, 'talk'))).toBe(counts);
  });

  it('gives what an hour is worth, rounded down to a hundredth', () => {
    expect(counted(withCategories({ key: 'work', value: 33 }), earned(on, 10, 'work'))).toBe(3.3);
    expect(counted(withCategories({ key: 'work', value: 33 }), earned(on, 0.01, 'work'))).toBe(0);
    expect(counted(withCategories({ key: 'semester', value: 1_000 }), earned(on, 3, 'semester'))).toBe(30);
  });

  it('that is done twice counts once in a cycle, for its larger hours', () => {
    const rules = withCategories({ key: 'course', repeats: 'once-a-cycle' });
    const course = (when: string, hours: number) => earned(when, hours, 'course', { activityKey: 'privacy' });
    expect(counted(rules, course('2025-01-01', 2), course('2025-03-01', 5), earned(on, 1, 'course'))).toBe(6);
  });

  it('that is too little about the subject doesn’t count', () => {
    const rules = withCategories({ key: 'course', leastRelevance: 50 });
    expect(counted(rules, earned(on, 8, 'course', { relevance: 49 }), earned(on, 4, 'course', { relevance: 50 }))).toBe(
      4,
    );
  });

  it('that was counted toward another certificate counts here, or doesn’t, as the policy says', () => {
    const rules = withCategories({ key: 'course' });
    const used = earned(on, 8, 'course', { countedElsewhere: 'PMP' });
    expect(counted(rules, used)).toBe(8);
    expect(counted({ ...rules, elsewhere: 'does-not-count' }, used)).toBe(0);
  });
});

describe('Carry-over', () => {
  const rules = rulesNamed('isc2-cissp');

  it('isn’t carried on by the cycle that it was carried into', () => {
    const evidence = [
      earned('2025-01-01', 120, 'group-a'),
      earned('2027-04-01', 40, 'group-a'),
      earned('2028-01-01', 120, 'group-a'),
    ];
    const { cycles } = standing(rules, certified('2024-05-03', { evidence }), '2030-06-01');
    expect(cycles.map(({ carriedIn }) => carriedIn)).toEqual([0, 4_000, 0]);
  });
});

describe('A draw for an audit', () => {
  const ids = Array.from({ length: 200 }, (_, at) => `person-${at}`);

  it('is the same for a seed, in whatever order people come, and another for another seed', () => {
    const drawn = drawForAudit(ids, 500, 'spring 2027');
    expect(drawn).toHaveLength(10);
    expect(drawForAudit(ids.toReversed(), 500, 'spring 2027')).toEqual(drawn);
    expect(drawForAudit(ids, 500, 'fall 2027')).not.toEqual(drawn);
  });

  it.each([
    [0, 200, 0],
    [1, 200, 1],
    [10_000, 200, 200],
    [500, 0, 0],
    [500, 1, 1],
  ])('of %d hundredths of a percent of %d takes %d', (share, people, count) => {
    expect(drawForAudit(ids.slice(0, people), share, 'x')).toHaveLength(count);
  });

  it('takes everyone about as often, over many seeds', () => {
    const times = new Map(ids.map((id) => [id, 0]));
    for (let seed = 0; seed < 1_000; seed += 1) {
      for (const id of drawForAudit(ids, 1_000, `seed ${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    }
    // A hundred times each on average; six standard deviations either way, for seeds that never change.
    expect(Math.min(...times.values())).toBeGreaterThan(43);
    expect(Math.max(...times.values())).toBeLessThan(157);
  });
});

it('begins the next cycle the day after a first one that began on a leap day', () => {
  const rules = withCategories({ key: 'a' });
  expect(
    standing(rules, certified('2024-02-29', { evidence: [earned('2027-02-27', 100, 'a')] }), '2027-02-28').cycle,
  ).toMatchObject({
    number: 2,
    beginsOn: day('2027-02-28'),
  });
});
