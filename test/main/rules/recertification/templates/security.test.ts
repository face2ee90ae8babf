import { describe, expect, it } from 'vitest';
import type { CertificationFacts } from '../../../../../shared/model/recertification/standing.ts';
import { certified, day, earned, inShort, lifeDayByDay, rulesNamed, standing } from '../certified.ts';
import { counted, type Evidence } from './counted.ts';

describe('ISC2', () => {
  const a = (on: string, credits: number) => earned(on, credits, 'group-a');
  const b = (on: string, credits: number) => earned(on, credits, 'group-b');

  it.each<[string, Evidence, number, boolean]>([
    ['isc2-cissp', [a('2025-01-01', 90), b('2025-01-01', 30)], 120, true],
    ['isc2-cissp', [a('2025-01-01', 89.75), b('2025-01-01', 31)], 119.75, false],
    ['isc2-cissp', [a('2025-01-01', 120)], 120, true],
    ['isc2-ccsp', [a('2025-01-01', 60), b('2025-01-01', 30)], 90, true],
    ['isc2-ccsp', [a('2025-01-01', 59), b('2025-01-01', 40)], 89, false],
    ['isc2-sscp', [a('2025-01-01', 45), b('2025-01-01', 15)], 60, true],
    ['isc2-sscp', [a('2025-01-01', 44), b('2025-01-01', 60)], 59, false],
  ])('counts Group A and B for %s', (key, evidence, credits, isComplete) => {
    expect(counted(key, evidence, '2027-05-02')).toEqual([credits, isComplete]);
  });

  it.each([
    ['40 at most', [a('2025-01-01', 120), a('2027-01-01', 50)], 40],
    ['only what is past the total', [a('2025-01-01', 100), a('2027-01-01', 50)], 30],
    ['only what was earned in the last six months', [a('2026-11-02', 130), a('2026-11-03', 5)], 5],
    ['nothing of Group B', [a('2025-01-01', 120), b('2027-01-01', 20)], 0],
  ])('carries over %s', (_, evidence, credits) => {
    const facts = certified('2024-05-03', { evidence });
    expect(standing(rulesNamed('isc2-cissp'), facts, '2027-05-03').cycle).toMatchObject({
      number: 2,
      carriedIn: credits * 100,
    });
  });

  it('takes what was earned in time for 90 days, and nothing earned later', () => {
    const submitted = (earnedOn: string, receivedOn: string) => [
      earned(earnedOn, 120, 'group-a', { receivedOn: day(receivedOn), decidedOn: day(receivedOn) }),
    ];
    expect(counted('isc2-cissp', submitted('2027-05-02', '2027-07-31'), '2027-08-01')[1]).toBe(true);
    expect(counted('isc2-cissp', submitted('2027-05-02', '2027-08-01'), '2027-08-01')[1]).toBe(false);
    expect(counted('isc2-cissp', submitted('2027-05-03', '2027-05-03'), '2027-08-01')[1]).toBe(false);
    expect(lifeDayByDay(rulesNamed('isc2-cissp'), certified('2024-05-03'), '2027-05-01', '2027-08-05')).toEqual([
      '2027-05-01 active 1',
      '2027-05-03 in-grace 1',
      '2027-08-01 lapsed 1',
    ]);
  });

  it('withholds credit while an audit is under way, and for good when 90 days pass in silence', () => {
    const audit = (more: Partial<CertificationFacts['audits'][number]>) =>
      certified('2024-05-03', {
        evidence: [a('2025-01-01', 120)],
        audits: [
          {
            cycle: 1,
            cause: 'random',
            drawnOn: day('2026-01-10'),
            answerBy: day('2026-04-10'),
            answeredOn: null,
            outcome: 'open',
            decidedOn: null,
            ...more,
          },
        ],
      });
    const rules = rulesNamed('isc2-cissp');
    expect(lifeDayByDay(rules, audit({}), '2026-01-01', '2026-05-01')).toEqual([
      '2026-01-01 active 1',
      '2026-01-10 provisional 1',
      '2026-04-11 active 1',
    ]);
    expect(standing(rules, audit({}), '2026-04-10').cycle?.completedOn).toBeNull();
    expect(standing(rules, audit({}), '2026-04-11').cycle).toMatchObject({ completedOn: null, counted: 0 });
    const passed = audit({ answeredOn: day('2026-02-01'), outcome: 'passed', decidedOn: day('2026-02-10') });
    expect(standing(rules, passed, '2026-02-09').life).toBe('provisional');
    expect(standing(rules, passed, '2026-02-10').cycle).toMatchObject({ completedOn: '2025-01-01' });
  });
});

describe('ISACA', () => {
  const rules = rulesNamed('isaca-cisa');
  const year = (of: number, credits: number, category = 'paid') =>
    earned(`${of}-06-01`, credits, category, { paid: 'unpaid' });

  it('runs for three calendar years after that of the certification', () => {
    expect(inShort(rules, certified('2024-05-03'), '2024-12-01')).toBe('active 1: 2024-05-03 to 2027-12-31');
  });

  it.each<[string, Evidence, boolean]>([
    ['20 each year and 120 in all', [year(2025, 20), year(2026, 80), year(2027, 20)], true],
    ['20 each year but not 120', [year(2025, 20), year(2026, 79), year(2027, 20)], false],
    ['120 but not 20 in one year', [year(2025, 19), year(2026, 82), year(2027, 20)], false],
    [
      'the year of the certification in the total alone',
      [year(2024, 60), year(2025, 20), year(2026, 20), year(2027, 20)],
      true,
    ],
  ])('looks at %s', (_, evidence, isComplete) => {
    expect(counted('isaca-cisa', evidence, '2027-12-31')[1]).toBe(isComplete);
  });

  it.each<[string, Evidence, number]>([
    ['36 of webinars a year', [year(2025, 50, 'webinars'), year(2026, 10, 'webinars')], 46],
    ['20 of volunteering', [year(2025, 50, 'volunteering')], 20],
    [
      '72 of all free ones a year',
      [
        year(2025, 36, 'webinars'),
        year(2025, 20, 'volunteering'),
        year(2025, 10, 'mentoring'),
        year(2025, 6, 'quizzes'),
        year(2025, 9, 'free'),
      ],
      72,
    ],
  ])('counts no more than %s', (_, evidence, credits) => {
    expect(counted('isaca-cisa', evidence, '2027-01-01')[0]).toBe(credits);
  });

  it('takes reports till February 28 but nothing earned in the new year', () => {
    const inTime = (on: string) => earned('2027-12-31', 20, 'paid', { receivedOn: day(on), decidedOn: day(on) });
    const others = [year(2025, 20), year(2026, 80)];
    expect(counted('isaca-cisa', [...others, inTime('2028-02-28')], '2028-02-28')[1]).toBe(true);
    expect(counted('isaca-cisa', [...others, inTime('2028-02-29')], '2028-03-01')[1]).toBe(false);
    expect(counted('isaca-cisa', [...others, earned('2028-01-15', 20, 'paid')], '2028-03-01')[1]).toBe(false);
  });

  it('revokes who doesn’t answer an audit', () => {
    const audits = [
      {
        cycle: 1,
        cause: 'random',
        drawnOn: day('2025-03-01'),
        answerBy: day('2025-03-31'),
        answeredOn: null,
        outcome: 'open',
        decidedOn: null,
      } as const,
    ];
    expect(lifeDayByDay(rules, certified('2024-05-03', { audits }), '2025-03-30', '2025-04-02')).toEqual([
      '2025-03-30 active 1',
      '2025-04-01 revoked 1',
    ]);
  });
});
