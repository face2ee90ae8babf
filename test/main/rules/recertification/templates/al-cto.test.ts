import { describe, expect, it } from 'vitest';
import { certified, inShort, rulesNamed, standing, ticked } from '../certified.ts';

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
