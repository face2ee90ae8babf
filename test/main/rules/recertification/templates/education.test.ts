import { describe, expect, it } from 'vitest';
import type { EvidenceItem } from '../../../../../shared/model/recertification/facts.ts';
import { certified, day, earned, lifeDayByDay, rulesNamed, standing, ticked } from '../certified.ts';
import { counted, type Evidence, stillNeeded } from './counted.ts';

describe('CETL', () => {
  const inArea = { strand: 'leadership' };
  const learned = (hours: number, more: Partial<EvidenceItem> = {}) =>
    earned('2025-01-10', hours, 'learning', { ...inArea, ...more });

  it('asks for 60 hours, each tied to an exam area', () => {
    expect(counted('cetl', [learned(59.99)], '2027-05-03')).toEqual([59.99, false]);
    expect(counted('cetl', [learned(60)], '2027-05-03')).toEqual([60, true]);
    expect(counted('cetl', [learned(60, { strand: null })], '2027-05-03')).toEqual([0, false]);
  });

  it('takes the exam again instead', () => {
    expect(counted('cetl', [], '2027-05-03', { ticked: [ticked('exam', '2027-05-03')] })).toEqual([0, true]);
  });

  it.each<[string, string, number, number, number, Partial<EvidenceItem>]>([
    ['4 hours for an industry certification', 'certifications', 1, 9, 4, {}],
    ['12 hours for four industry certifications', 'certifications', 4, 9, 12, {}],
    ['12 hours for four publications', 'publications', 4, 4, 12, {}],
    ['30 hours of instruction', 'instruction', 4, 10, 30, {}],
    ['20 hours of volunteering', 'volunteering', 3, 8, 20, { paid: 'unpaid' }],
    ['nothing for volunteering that was paid', 'volunteering', 3, 8, 0, { paid: 'paid' }],
    ['nothing for volunteering of which it isn’t known', 'volunteering', 3, 8, 0, {}],
    ['2 hours for each year of a membership', 'memberships', 3, 5, 6, {}],
  ])('gives %s', (_, category, times, each, hours, more) => {
    const evidence = Array.from({ length: times }, () => earned('2025-01-10', each, category, { ...inArea, ...more }));
    expect(counted('cetl', evidence, '2027-01-01')).toEqual([hours, false]);
  });

  it('counts the first delivery of a course alone, ever', () => {
    const taught = (on: string, hours: number) => earned(on, hours, 'instruction', { ...inArea, activityKey: 'intro' });
    expect(counted('cetl', [taught('2025-06-01', 9), taught('2025-01-01', 5)], '2027-01-01')).toEqual([5, false]);
  });

  it('lapses the day after its last day', () => {
    expect(lifeDayByDay(rulesNamed('cetl'), certified('2024-05-03'), '2027-05-01', '2027-05-06')).toEqual([
      '2027-05-01 active 1',
      '2027-05-04 lapsed 1',
    ]);
  });
});

describe('ALET’s TD-CEU', () => {
  const law = { strand: 'law' };
  const alet = (on: string, hours: number) => earned(on, hours, 'alet', law);
  const external = (on: string, hours: number, more: Partial<EvidenceItem> = {}) =>
    earned(on, hours, 'external', { ...law, delivery: 'in-person', preApprovedOn: day(on), ...more });

  it.each<[string, Evidence, number, boolean]>([
    ['12 hours, 6 of them from ALET', [alet('2025-01-10', 6), external('2025-02-10', 6)], 12, true],
    ['at most 6 external hours', [alet('2025-01-10', 5), external('2025-02-10', 8)], 11, false],
    ['12 hours from ALET alone', [alet('2025-01-10', 12)], 12, true],
    [
      'no external hours approved afterwards',
      [alet('2025-01-10', 6), external('2025-02-10', 6, { preApprovedOn: day('2025-02-11') })],
      6,
      false,
    ],
    [
      'no external hours online',
      [alet('2025-01-10', 6), external('2025-02-10', 6, { delivery: 'live-online' })],
      6,
      false,
    ],
    ['no hours without a strand', [earned('2025-01-10', 12, 'alet')], 0, false],
    ['no hours after September 30', [alet('2025-09-30', 6), alet('2025-10-01', 6)], 6, false],
  ])('counts %s', (_, evidence, hours, isComplete) => {
    expect(
      counted('alet-td-ceu', evidence, '2025-09-30').concat(counted('alet-td-ceu', evidence, '2025-10-02')[1]),
    ).toEqual([hours, isComplete, isComplete]);
  });

  it('counts an online course once, ever', () => {
    const course = (on: string) => earned(on, 6, 'alet-online', { ...law, activityKey: 'privacy-101' });
    const rules = rulesNamed('alet-td-ceu');
    const facts = certified('2024-10-01', {
      evidence: [course('2025-01-10'), course('2025-02-10'), course('2025-12-10'), alet('2025-03-01', 6)],
    });
    expect(standing(rules, facts, '2026-01-15').cycles.map((cycle) => cycle.counted)).toEqual([1200, 0]);
  });

  it('says what is needed with its strand’s category and the day', () => {
    expect(stillNeeded('alet-td-ceu', [external('2025-02-10', 4)], '2025-03-01')).toEqual([
      '8 more hours, 6 of them in ALET, by Sep 30, 2025',
    ]);
  });
});
