import { describe, expect, it } from 'vitest';
import { explainStanding } from '../../../../main/rules/recertification/explain.ts';
import { standingOn } from '../../../../main/rules/recertification/life.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { certified, day, earned, inShort, lifeDayByDay, rulesNamed, standing } from './certified.ts';

const hrci = rulesNamed('hrci');

/** Ten hours every three years, with 30 days of grace, half a year of suspension, and a lapse a year after it. */
const rules = RecertificationRules.parse({
  ...hrci,
  categories: [],
  fees: [],
  requirement: { kind: 'credit', of: { kind: 'total' }, least: 1000, per: 'cycle', clause: 'hrci-cycle' },
  cycle: { ...hrci.cycle, windowOpens: { unit: 'months', count: 6 } },
  clocks: {
    earn: { clause: 'hrci-cycle' },
    submit: { grace: { unit: 'days', count: 30 }, clause: 'hrci-cycle' },
    pay: { clause: 'hrci-cycle' },
    expire: { grace: { unit: 'days', count: 30 }, clause: 'hrci-cycle' },
  },
  life: {
    ...hrci.life,
    suspension: { length: { unit: 'months', count: 6 }, earning: 'counts', clause: 'hrci-cycle' },
    lapse: { unit: 'years', count: 1 },
  },
});

describe('Every day of six years', () => {
  it('is told without anyone opening a cycle: grace, suspension, overdue, lapse', () => {
    expect(lifeDayByDay(rules, certified('2024-02-29'), '2024-02-29', '2030-02-28')).toEqual([
      '2024-02-29 active 1',
      '2026-08-28 window-open 1',
      '2027-02-28 in-grace 1',
      '2027-03-30 suspended 1',
      '2027-09-30 overdue 1',
      '2028-09-30 lapsed 1',
    ]);
  });

  it('is told through two completed cycles', () => {
    const evidence = [
      earned('2025-01-01', 4),
      earned('2026-09-01', 6),
      earned('2029-06-01', 10, null, { receivedOn: day('2030-03-10'), decidedOn: day('2030-03-20') }),
    ];
    expect(lifeDayByDay(rules, certified('2024-02-29', { evidence }), '2024-02-29', '2030-04-30')).toEqual([
      '2024-02-29 active 1',
      '2026-08-28 window-open 1',
      '2026-09-01 active 1',
      '2027-02-28 active 2',
      '2029-08-28 window-open 2',
      '2030-02-28 in-grace 2',
      '2030-03-10 provisional 2',
      '2030-03-20 active 3',
    ]);
  });
});

describe('What a lead decided', () => {
  const retired = certified('2024-02-29', {
    changes: [{ kind: 'retired', fromOn: day('2026-06-30'), reason: 'Retired after 31 years' }],
  });

  it('holds whatever the hours say, with its reason', () => {
    expect(standing(rules, retired, '2026-06-29').life).toBe('active');
    expect(standing(rules, retired, '2035-01-01')).toMatchObject({ life: 'retired', since: '2026-06-30' });
    const { reasons, needs } = explainStanding(retired, () => ({ version: 'v1', rules }), day('2035-01-01'));
    expect(reasons[0]).toMatchObject({
      outcome: 'overruled',
      sentence: 'Retired since Jun 30, 2026, by decision of the leads',
      seen: 'Retired after 31 years',
    });
    expect(needs).toEqual([]);
  });

  it('lets a new cycle begin on the return, or the old one go on, as the policy says', () => {
    const changes = [
      { kind: 'exempt' as const, fromOn: day('2026-06-30'), reason: 'Deployed' },
      { kind: 'active' as const, fromOn: day('2027-06-30'), reason: 'Back' },
    ];
    const back = certified('2024-02-29', { changes });
    expect(inShort(rules, back, '2027-06-30')).toBe('active 2: 2027-06-30 to 2030-06-29');
    const same = RecertificationRules.parse({ ...rules, life: { ...rules.life, onReturn: 'same-cycle' } });
    expect(inShort(same, back, '2027-06-30')).toBe('active 2: 2027-02-28 to 2030-02-27');
    expect(standing(same, back, '2027-06-30').cycles[0]).toMatchObject({ outcome: 'excused' });
  });

  it('brings back whoever had lapsed, with a new cycle', () => {
    const facts = certified('2024-02-29', {
      changes: [{ kind: 'reinstated', fromOn: day('2029-01-15'), reason: 'Interviewed' }],
      evidence: [earned('2029-02-01', 10)],
    });
    expect(lifeDayByDay(rules, facts, '2028-09-29', '2029-03-01')).toEqual([
      '2028-09-29 overdue 1',
      '2028-09-30 lapsed 1',
      '2029-01-15 reinstated 2',
    ]);
    expect(standing(rules, facts, '2032-02-01')).toMatchObject({ life: 'active', cycle: { number: 3 } });
    expect(standing(rules, facts, '2032-02-01').cycles[0]).toMatchObject({ outcome: 'lapsed' });
  });

  it('ends a revocation with a reinstatement alone', () => {
    const changes = [{ kind: 'revoked' as const, fromOn: day('2025-05-01'), reason: 'Forged documents' }];
    expect(standing(rules, certified('2024-02-29', { changes }), '2034-01-01').life).toBe('revoked');
  });
});

describe('The policy version', () => {
  it('stays with the cycle that began under it, and the next cycle takes the one of its own first day', () => {
    const five = RecertificationRules.parse({
      ...rules,
      cycle: { ...rules.cycle, length: { unit: 'years', count: 5 } },
      requirement: { kind: 'credit', of: { kind: 'total' }, least: 5000, per: 'cycle', clause: 'hrci-cycle' },
    });
    const rulesFor = (_: number, beginsOn: string | null) =>
      beginsOn !== null && beginsOn >= '2026-01-01' ? { version: 'v2', rules: five } : { version: 'v1', rules };
    const facts = certified('2024-02-29', { evidence: [earned('2026-09-01', 10)] });
    const { cycles } = standingOn(facts, rulesFor, day('2028-01-01'));
    expect(cycles.map(({ version, endsOn, outcome }) => [version, endsOn, outcome])).toEqual([
      ['v1', '2027-02-27', 'completed'],
      ['v2', '2032-02-27', 'running'],
    ]);
  });
});

describe('Evidence', () => {
  it('that waits for review keeps someone provisional past the end, where the policy says so', () => {
    const evidence = [earned('2026-12-01', 10, null, { state: 'received', accepted: null, decidedOn: null })];
    const facts = certified('2024-02-29', { evidence });
    expect(standing(rules, facts, '2027-06-01')).toMatchObject({ life: 'provisional', cycle: { completedOn: null } });
    const strict = RecertificationRules.parse({ ...rules, life: { ...rules.life, inReview: 'does-not-count' } });
    expect(standing(strict, facts, '2027-06-01')).toMatchObject({ life: 'suspended' });
    const { reasons } = explainStanding(facts, () => ({ version: 'v1', rules }), day('2027-06-01'));
    expect(reasons.map(({ sentence }) => sentence)).toContain('1 piece of evidence waits for review');
  });

  it('that was returned, or accepted later, isn’t there before', () => {
    const accepted = [earned('2026-12-01', 10, null, { decidedOn: day('2027-01-15') })];
    const facts = certified('2024-02-29', { evidence: accepted });
    expect(standing(rules, facts, '2027-01-14').cycle?.completedOn).toBeNull();
    expect(standing(rules, facts, '2027-01-15').cycle?.completedOn).toBe('2026-12-01');
    const returned = [earned('2026-12-01', 10, null, { state: 'returned', accepted: null })];
    expect(standing(rules, certified('2024-02-29', { evidence: returned }), '2027-01-15').cycle).toMatchObject({
      counted: 0,
    });
  });

  it('that doesn’t count is told with the reason', () => {
    const facts = certified('2024-10-01', { evidence: [earned('2025-01-10', 3, 'external', { strand: 'law' })] });
    const { reasons } = explainStanding(
      facts,
      () => ({ version: 'v1', rules: rulesNamed('alet-td-ceu') }),
      day('2025-02-01'),
    );
    expect(reasons).toContainEqual({
      outcome: 'not-needed',
      sentence: '“A workshop”, Jan 10, 2025, doesn’t count: it wasn’t held in a way that counts there',
      seen: '3 accepted',
      clause: 'td-external',
    });
  });
});
