import { describe, expect, it } from 'vitest';
import { certified, day, earned, inShort, lifeDayByDay, rulesNamed, ticked } from '../certified.ts';
import { counted, type Evidence, stillNeeded } from './counted.ts';

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
