import { describe, expect, it } from 'vitest';
import { explainStanding } from '../../../../main/rules/recertification/explain.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import type { EvidenceItem } from '../../../../shared/model/recertification/facts.ts';
import type { CertificationFacts } from '../../../../shared/model/recertification/standing.ts';
import { certified, day, earned, inShort, lifeDayByDay, paid, rulesNamed, standing, ticked } from './certified.ts';

type Evidence = readonly EvidenceItem[];

/** What counts of some evidence, in whole units, and whether it completes the first cycle. */
function counted(
  key: string,
  evidence: Evidence,
  on: string,
  more: Partial<CertificationFacts> = {},
): [number, boolean] {
  const facts = certified('2024-05-03', { birthMonth: 5, evidence, ...more });
  const [first] = standing(rulesNamed(key), facts, on).cycles;
  return [(first?.counted ?? 0) / 100, first?.completedOn != null];
}

const stillNeeded = (key: string, evidence: Evidence, on: string, more: Partial<CertificationFacts> = {}): string[] =>
  explainStanding(
    certified('2024-05-03', { birthMonth: 5, evidence, ...more }),
    () => ({ version: 'v1', rules: rulesNamed(key) }),
    day(on),
  ).needs.map(({ sentence }) => sentence);

it('brings a clause for everything that a template says', () => {
  for (const { rules, key } of templates) {
    const ids = new Set(rules.clauses.map(({ id }) => id));
    const named = [...JSON.stringify(rules).matchAll(/"[a-zA-Z]*[cC]lause":"([^"]+)"/g)].map(([, id]) => id);
    expect(
      named.filter((id) => !ids.has(id ?? '')),
      key,
    ).toEqual([]);
  }
});

describe('AL-CTO', () => {
  const rules = rulesNamed('al-cto');

  it.each([
    ['Alpha', '2022-06-01'],
    ['Beta', '2022-06-01'],
    ['Charlie', '2022-06-01'],
    ['Delta', '2023-06-01'],
  ])('had documentation of %s due on %s', (cohort, endsOn) => {
    const facts = certified('2017-06-09', { cohort });
    expect(inShort(rules, facts, endsOn)).toBe(`active 1: 2017-06-09 to ${endsOn}`);
    expect(standing(rules, facts, '2025-01-01')).toMatchObject({ life: 'overdue' });
  });

  it('begins a second cycle by itself once the documentation is in, late or not', () => {
    const facts = certified('2017-06-09', { cohort: 'Alpha', ticked: [ticked('documentation', '2022-08-01')] });
    expect(inShort(rules, facts, '2022-08-01')).toBe('active 2: 2022-06-02 to 2024-06-01');
    expect(standing(rules, facts, '2022-08-01').cycles[0]).toMatchObject({ outcome: 'completed-late' });
    expect(inShort(rules, facts, '2024-06-02')).toBe('overdue 2: 2022-06-02 to 2024-06-01');
  });

  it('asks Echo two years after graduation', () => {
    expect(inShort(rules, certified('2024-02-29'), '2024-06-01')).toBe('active 1: 2024-02-29 to 2026-02-28');
  });
});

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

describe('The Alabama CPA rule', () => {
  const rules = rulesNamed('alabama-cpa');
  const hours = (on: string, accounting: number, ethics: number, personal: number, other: number) => [
    earned(on, accounting, 'accounting'),
    earned(on, ethics, 'ethics'),
    earned(on, personal, 'personal'),
    earned(on, other, 'other'),
  ];

  it.each<[string, Evidence, number, boolean]>([
    ['40 hours with 8 and 2', hours('2025-01-01', 8, 2, 12, 18), 40, true],
    ['no more than 12 of personal development', hours('2025-01-01', 8, 2, 14, 17), 39, false],
    ['not without 8 of accounting and auditing', hours('2025-01-01', 7, 2, 12, 20), 41, false],
    ['not without 2 of ethics', hours('2025-01-01', 8, 1, 12, 20), 41, false],
  ])('counts %s', (_, evidence, credits, isComplete) => {
    expect(counted('alabama-cpa', evidence, '2025-09-30')).toEqual([credits, isComplete]);
  });

  it('takes another state’s compliance instead, and reports till December 31', () => {
    expect(counted('alabama-cpa', [], '2025-12-31', { ticked: [ticked('other-state', '2025-12-31')] })[1]).toBe(true);
    expect(counted('alabama-cpa', [], '2026-01-01', { ticked: [ticked('other-state', '2026-01-01')] })[1]).toBe(false);
  });

  it.each<[string, string, string, string[]]>([
    [
      'one year',
      '2025-10-01',
      '2026-09-30',
      ['40 more hours, 8 of them in Accounting and Auditing, earned since Oct 1, 2023'],
    ],
    [
      'a second year that has begun',
      '2025-10-01',
      '2026-10-01',
      ['80 more hours, 16 of them in Accounting and Auditing, earned since Oct 2, 2023'],
    ],
    [
      'ten years, with its ceiling',
      '2025-10-01',
      '2035-10-01',
      ['120 more hours, 24 of them in Accounting and Auditing, earned since Oct 2, 2032'],
    ],
  ])('asks someone back from inactive after %s', (_, from, on, needs) => {
    const changes = [{ kind: 'inactive' as const, fromOn: day(from), reason: 'Left practice' }];
    expect(stillNeeded('alabama-cpa', hours('2023-09-01', 8, 2, 0, 0), on, { changes })).toEqual(needs);
  });

  it('begins a new cycle with a reinstatement', () => {
    const changes = [
      { kind: 'inactive' as const, fromOn: day('2025-10-01'), reason: 'Left practice' },
      { kind: 'reinstated' as const, fromOn: day('2027-03-01'), reason: '80 hours shown' },
    ];
    const facts = certified('2024-05-03', { changes });
    expect(lifeDayByDay(rules, facts, '2025-09-29', '2028-10-05')).toEqual([
      '2025-09-29 active 1',
      '2025-10-01 inactive 1',
      '2027-03-01 reinstated 2',
      '2028-10-01 in-grace 2',
    ]);
    expect(inShort(rules, facts, '2027-03-01')).toBe('reinstated 2: 2027-03-01 to 2028-09-30');
  });
});

describe('The Alabama teacher’s certificate', () => {
  const clock = (hours: number) => earned('2027-01-10', hours, 'ceu');
  const semester = (hours: number) => earned('2027-01-10', hours, 'semester');
  const fee = [paid('renewal', 38, '2028-01-15')];

  it.each<[string, Evidence, readonly string[], boolean]>([
    ['experience and 5 CEU', [clock(50)], ['experience'], true],
    ['experience and 3 semester hours', [semester(3)], ['experience'], true],
    ['experience alone', [], ['experience'], false],
    ['5 CEU and 3 semester hours', [clock(50), semester(3)], [], true],
    ['5 CEU alone', [clock(50)], [], false],
    ['6 semester hours', [semester(6)], [], true],
    ['National Board certification', [], ['national-board'], true],
    ['10 CEU of a retiree with 25 years', [clock(100)], ['retired-25'], true],
    ['10 CEU of anyone else', [clock(100)], [], false],
  ])('is renewed by %s: %#', (_, evidence, items, isComplete) => {
    const more = { ticked: items.map((item) => ticked(item, '2028-03-01')), payments: fee };
    expect(counted('alabama-teacher', evidence, '2028-06-30', more)[1]).toBe(isComplete);
  });

  it('isn’t renewed before the calendar year in which it ends, nor without the fee', () => {
    const rules = rulesNamed('alabama-teacher');
    const facts = certified('2024-07-01', {
      evidence: [earned('2027-01-10', 6, 'semester')],
      payments: [paid('renewal', 38, '2028-05-01')],
    });
    expect(standing(rules, facts, '2028-12-31')).toMatchObject({
      life: 'active',
      cycle: { endsOn: '2029-06-30', completedOn: null },
    });
    expect(standing(rules, facts, '2029-01-01').cycle).toMatchObject({ completedOn: '2029-01-01' });
    expect(standing(rules, { ...facts, payments: [] }, '2029-01-01')).toMatchObject({ life: 'window-open' });
    expect(lifeDayByDay(rules, { ...facts, payments: [] }, '2028-12-30', '2029-07-02')).toEqual([
      '2028-12-30 active 1',
      '2029-01-01 window-open 1',
      '2029-07-01 lapsed 1',
    ]);
  });

  it.each([
    ['2005-07-01', 1, 4],
    ['2007-07-01', 3, 2],
    ['2009-07-01', 5, 0],
    ['2015-07-01', 5, 0],
  ])('asks a leader whose cycle began on %s for %i PLU and %i CEU', (from, plu, ceu) => {
    const rules = rulesNamed('alabama-leader');
    const facts = (units: number, others: number) =>
      certified(from, {
        evidence: [
          earned(`${Number(from.slice(0, 4)) + 5}-02-01`, units, 'plu'),
          earned(`${Number(from.slice(0, 4)) + 5}-02-01`, others, 'ceu'),
        ],
      });
    const on = `${Number(from.slice(0, 4)) + 5}-06-30`;
    expect(standing(rules, facts(plu, ceu), on).cycle?.completedOn).not.toBeNull();
    expect(standing(rules, facts(plu - 1, ceu + 1), on).cycle?.completedOn).toBeNull();
  });
});
