import { describe, expect, it } from 'vitest';
import type { CertificationFacts } from '../../../../../shared/model/recertification/standing.ts';
import { certified, earned, inShort, lifeDayByDay, paid, rulesNamed, standing } from '../certified.ts';
import { counted, type Evidence, stillNeeded } from './counted.ts';

describe('PMI', () => {
  const pdus = (ways: number, power: number, business: number, giving = 0, practicing = 0) => [
    earned('2025-01-01', ways, 'ways'),
    earned('2025-01-02', power, 'power'),
    earned('2025-01-03', business, 'business'),
    earned('2025-01-04', giving, 'giving'),
    earned('2025-01-05', practicing, 'practicing'),
  ];

  it.each<[string, Evidence, number, boolean]>([
    ['35 of education and 25 of giving back', pdus(19, 8, 8, 17, 8), 60, true],
    ['no more than 8 for practicing', pdus(19, 8, 8, 16, 20), 59, false],
    ['no more than 25 for giving back', pdus(19, 8, 8, 30, 8), 60, true],
    ['not without 8 in each area', pdus(44, 8, 7.75), 59.75, false],
    ['not without 8 in each area, whatever the total', pdus(52, 8, 7.75), 67.75, false],
    ['quarters, and nothing between', pdus(44, 8, 8.2), 60, true],
    ['a quarter less', pdus(44, 8, 7.99), 59.75, false],
  ])('counts %s', (_, evidence, credits, isComplete) => {
    expect(counted('pmi-pmp', evidence, '2027-05-02')).toEqual([credits, isComplete]);
  });

  it('suspends for twelve months, in which PDUs count, and then expires', () => {
    expect(lifeDayByDay(rulesNamed('pmi-pmp'), certified('2024-05-03'), '2027-05-01', '2028-05-10')).toEqual([
      '2027-05-01 active 1',
      '2027-05-03 suspended 1',
      '2028-05-03 lapsed 1',
    ]);
    const late = [...pdus(19, 8, 8, 17, 7), earned('2028-05-02', 8, 'ways')];
    expect(counted('pmi-pmp', late, '2028-05-02')[1]).toBe(true);
    expect(counted('pmi-pmp', [...pdus(19, 8, 8, 17, 7), earned('2028-05-03', 8, 'ways')], '2028-05-10')[1]).toBe(
      false,
    );
  });

  it('says which areas lack what', () => {
    expect(stillNeeded('pmi-pmp', pdus(30, 6, 8), '2026-01-01')).toEqual([
      '16 more PDUs, 2 of them in Power Skills, by May 2, 2027',
    ]);
  });
});

describe('SHRM', () => {
  const rules = rulesNamed('shrm');
  const facts = (more: Partial<CertificationFacts>) => certified('2024-05-03', { birthMonth: 2, ...more });

  it('ends on the last day of the birth month, leap year or not', () => {
    expect(inShort(rules, facts({}), '2026-01-01')).toBe('active 1: 2024-05-03 to 2027-02-28');
    const done = facts({ evidence: [earned('2027-02-28', 60, 'education')] });
    expect(inShort(rules, done, '2027-03-01')).toBe('active 2: 2027-03-01 to 2030-02-28');
    expect(inShort(rules, certified('2025-05-03', { birthMonth: 2 }), '2026-01-01')).toBe(
      'active 1: 2025-05-03 to 2028-02-29',
    );
  });

  it.each<[string, Evidence, number]>([
    ['20 for the organization', [earned('2025-01-01', 50, 'organization')], 20],
    ['30 for the profession', [earned('2025-01-01', 50, 'profession')], 30],
    [
      '30 self-paced, within education',
      [earned('2025-01-01', 50, 'self-paced'), earned('2025-01-01', 10, 'education')],
      40,
    ],
  ])('counts no more than %s', (_, evidence, credits) => {
    expect(counted('shrm', evidence, '2026-01-01')[0]).toBe(credits);
  });

  it('lets earning count for 60 days of grace, for a late fee', () => {
    const late = [earned('2027-04-29', 60, 'education')];
    expect(standing(rules, facts({ evidence: late }), '2027-04-29')).toMatchObject({ life: 'in-grace' });
    const withFee = facts({ evidence: late, payments: [paid('late', 50, '2027-04-29')] });
    expect(standing(rules, withFee, '2027-04-29').cycles[0]).toMatchObject({
      outcome: 'completed',
      completedOn: '2027-04-29',
    });
    expect(standing(rules, withFee, '2027-04-29').cycle).toMatchObject({
      number: 2,
      beginsOn: '2027-03-01',
      endsOn: '2030-02-28',
    });
    const tooLate = facts({
      evidence: [earned('2027-04-30', 60, 'education')],
      payments: [paid('late', 50, '2027-04-30')],
    });
    expect(standing(rules, tooLate, '2027-04-30')).toMatchObject({ life: 'lapsed' });
  });

  it('starts the next cycle the day after an early renewal, longer than three years', () => {
    const early = facts({ evidence: [earned('2026-12-01', 60, 'education'), earned('2026-12-02', 5, 'education')] });
    expect(standing(rules, early, '2026-12-02').cycle).toMatchObject({
      number: 2,
      beginsOn: '2026-12-02',
      endsOn: '2030-02-28',
      counted: 500,
    });
  });

  it('carries over 20 at most, as education', () => {
    const more = facts({ evidence: [earned('2026-12-01', 30, 'profession'), earned('2026-12-01', 55, 'education')] });
    expect(standing(rules, more, '2026-12-02').cycle).toMatchObject({ number: 2, carriedIn: 2000, counted: 2000 });
  });
});

describe('HRCI', () => {
  const rules = rulesNamed('hrci');

  it('asks for one credit of ethics within 60', () => {
    expect(counted('hrci', [earned('2025-01-01', 60, 'hr')], '2027-05-02')[1]).toBe(false);
    expect(counted('hrci', [earned('2025-01-01', 59, 'hr'), earned('2025-01-01', 1, 'ethics')], '2027-05-02')[1]).toBe(
      true,
    );
    expect(stillNeeded('hrci', [earned('2025-01-01', 59, 'hr')], '2026-01-01')).toEqual([
      '1 more credit in Ethics, by May 2, 2027',
    ]);
  });

  it('doesn’t move its dates after a suspension, so the next cycle is shorter', () => {
    const evidence = [earned('2027-12-31', 59, 'hr'), earned('2027-12-31', 1, 'ethics')];
    expect(standing(rules, certified('2024-05-03', { evidence }), '2027-12-31').life).toBe('suspended');
    const facts = certified('2024-05-03', { evidence, payments: [paid('late', 100, '2028-01-05')] });
    expect(standing(rules, facts, '2028-01-05')).toMatchObject({
      life: 'active',
      cycle: { number: 2, endsOn: '2030-05-02' },
    });
  });
});
