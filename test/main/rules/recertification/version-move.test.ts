import { describe, expect, it } from 'vitest';
import { explainStanding } from '../../../../main/rules/recertification/explain.ts';
import { type MovedVersion, sayDifferences, whyNotMove } from '../../../../main/rules/recertification/version-move.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { certified, day, earned, rulesNamed } from './certified.ts';

const hrci = rulesNamed('hrci');
const explained = (rules: RecertificationRules, facts = certified('2022-01-15'), on = '2024-06-03') =>
  explainStanding(facts, () => ({ version: 'v1', rules }), day(on));
const version = (number: number, more: Partial<MovedVersion> = {}): MovedVersion => ({
  number,
  effectiveOn: day('2024-01-01'),
  hasRules: true,
  ...more,
});

describe('A cycle', () => {
  const said = (from: MovedVersion, to: MovedVersion) =>
    whyNotMove('Yolanda', explained(hrci), from, to, day('2024-06-03'))?.sentence ?? null;

  it('moves to newer rules that are in effect', () => {
    expect(said(version(2), version(3))).toBeNull();
    expect(said(version(2), version(3, { effectiveOn: day('2024-06-03') }))).toBeNull();
  });

  it.each([
    ['its own', version(2), 'Cycle 1 of Yolanda goes by version 2 already.'],
    ['older ones', version(1), 'newer than version 1'],
    [
      'those not in effect yet',
      version(3, { effectiveOn: day('2024-06-04') }),
      'Version 3 takes effect on Jun 4, 2024.',
    ],
    ['one due date alone', version(3, { hasRules: false }), 'Version 3 has no rules of re-certification.'],
  ])('never moves to %s', (_, to, says) => {
    expect(said(version(2), to)).toContain(says);
  });
});

describe('What a move changes', () => {
  it('is nothing where the rules come to the same', () => {
    expect(sayDifferences(explained(hrci), explained(hrci))).toEqual([]);
  });

  it('is told: the state, the days, and what is needed', () => {
    const evidence = [earned('2023-06-01', 30, 'hr'), earned('2023-06-01', 1, 'ethics')];
    const facts = certified('2022-01-15', { evidence });
    const easier = RecertificationRules.parse({
      ...hrci,
      requirement: { kind: 'credit', of: { kind: 'total' }, least: 3_000, per: 'cycle', clause: 'hrci-credits' },
    });
    expect(sayDifferences(explained(hrci, facts), explained(easier, facts))).toEqual([
      'It is completed on Jun 1, 2023.',
      'No longer needed: 29 more credits, by Jan 14, 2025.',
    ]);
    expect(sayDifferences(explained(easier, facts), explained(hrci, facts))).toEqual([
      'It no longer counts as completed.',
      'Newly needed: 29 more credits, by Jan 14, 2025.',
    ]);
    const longer = RecertificationRules.parse({
      ...hrci,
      cycle: { ...hrci.cycle, length: { unit: 'years', count: 4 } },
    });
    const late = explained(hrci, certified('2022-01-15'), '2025-03-01');
    expect(sayDifferences(late, explained(longer, certified('2022-01-15'), '2025-03-01'))).toContain(
      'The status changes from suspended to active.',
    );
  });
});
