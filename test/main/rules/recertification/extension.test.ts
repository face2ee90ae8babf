import { describe, expect, it } from 'vitest';
import { extensionOffer, whyNotTakeBack, whyNotUntil } from '../../../../main/rules/recertification/extension.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../../shared/model/recertification/standing.ts';
import { certified, day, earned, rulesNamed, standing } from './certified.ts';

const hrci = rulesNamed('hrci');
const months = (count: number) => ({ unit: 'months' as const, count });

/** HRCI's three years and twelve months of suspension, with extensions of up to six months for $50. */
const rulesWith = (twiceInARow: 'allowed' | 'not-allowed' = 'not-allowed') =>
  RecertificationRules.parse({
    ...hrci,
    life: { ...hrci.life, extension: { longest: months(6), fee: 5_000, twiceInARow, clause: 'hrci-cycle' } },
  });

const extension = (cycle: number, untilOn: string, takenBackOn: string | null = null) => ({
  cycle,
  untilOn: day(untilOn),
  grantedOn: day('2024-12-01'),
  reason: 'Illness',
  takenBackOn: takenBackOn === null ? null : day(takenBackOn),
});

const change = (kind: CertificationFacts['changes'][number]['kind'], fromOn: string) => ({
  kind,
  fromOn: day(fromOn),
  reason: 'Decided',
});

/** Certified on January 15, 2022, so that the first cycle ends on January 14, 2025. */
const someone = (more: Partial<CertificationFacts> = {}) => certified('2022-01-15', more);

function offered(facts: CertificationFacts, on: string, rules = rulesWith()) {
  const offer = extensionOffer('Yolanda Quarles', rules, standing(rules, facts, on), facts.extensions, day(on));
  return offer.ok
    ? `cycle ${offer.value.cycle} until ${offer.value.latestOn}`
    : [offer.problem.sentence, ...offer.problem.reasons].join(' ');
}

describe('More time', () => {
  it.each<[string, Partial<CertificationFacts>, string, string]>([
    ['while the cycle runs', {}, '2024-12-20', 'cycle 1 until 2025-07-14'],
    ['while suspended for want of time', {}, '2025-03-01', 'cycle 1 until 2025-07-14'],
    [
      'again after one that was taken back',
      { extensions: [extension(1, '2025-05-01', '2024-12-10')] },
      '2024-12-20',
      'cycle 1 until 2025-07-14',
    ],
    [
      'after a reinstatement, in the new cycle',
      { changes: [change('reinstated', '2026-06-01')] },
      '2026-07-01',
      'cycle 2 until 2029-11-30',
    ],
  ])('can be granted %s', (_, facts, on, says) => {
    expect(offered(someone(facts), on)).toBe(says);
  });

  it.each<[string, Partial<CertificationFacts>, string, string]>([
    [
      'twice for one cycle',
      { extensions: [extension(1, '2025-05-01')] },
      '2024-12-20',
      'The rules allow no two extensions in a row, and cycle 1 was extended until May 1, 2025 already.',
    ],
    [
      'for two cycles in a row',
      {
        extensions: [extension(1, '2025-03-01')],
        evidence: [earned('2025-02-01', 59, 'hr'), earned('2025-02-01', 1, 'ethics')],
      },
      '2027-12-01',
      'The rules allow no two extensions in a row, and cycle 1 was extended too.',
    ],
    [
      'to someone revoked',
      { changes: [change('revoked', '2024-05-01')] },
      '2024-12-20',
      'Yolanda Quarles is revoked since May 1, 2024, and no cycle is running that could be extended. Change that first.',
    ],
    [
      'to someone retired',
      { changes: [change('retired', '2024-05-01')] },
      '2024-12-20',
      'Yolanda Quarles is retired since May 1, 2024, and no cycle is running that could be extended. Change that first.',
    ],
    [
      'to someone suspended by decision',
      { changes: [change('suspended', '2024-05-01')] },
      '2024-12-20',
      'Yolanda Quarles is suspended since May 1, 2024, and not because time ran out. Settle that first.',
    ],
    [
      'after the lapse',
      {},
      '2026-06-01',
      'The certification of Yolanda Quarles lapsed on Jan 15, 2026. More time doesn’t bring it back; a reinstatement does.',
    ],
    [
      'that would be over already',
      {},
      '2025-07-15',
      'Even the longest extension of cycle 1, until Jul 14, 2025, would be over on Jul 15, 2025. If it was granted earlier, say so with its day.',
    ],
    [
      'where the cycle has no end',
      { examOn: null },
      '2024-12-20',
      'The cycle of Yolanda Quarles has no end yet, so there is nothing to extend.',
    ],
  ])('is refused %s', (_, facts, on, says) => {
    expect(offered(someone(facts), on)).toBe(says);
  });

  it('is granted twice in a row where the rules allow it, counted from the extended end', () => {
    const facts = someone({ extensions: [extension(1, '2025-05-01')] });
    expect(offered(facts, '2024-12-20', rulesWith('allowed'))).toBe('cycle 1 until 2025-11-01');
  });

  it('is refused where the rules have none', () => {
    expect(offered(someone(), '2024-12-20', hrci)).toContain('The rules of re-certification have no extensions');
  });

  it('is longer than the cycle, and no longer than the rules allow', () => {
    const rules = rulesWith();
    const offer = extensionOffer(
      'Yolanda Quarles',
      rules,
      standing(rules, someone(), '2024-12-20'),
      [],
      day('2024-12-20'),
    );
    if (!offer.ok) throw new Error(offer.problem.sentence);
    const said = (until: string) => whyNotUntil(offer.value, day(until), day('2024-12-20'))?.sentence;
    expect(said('2025-01-14')).toBe(
      'Cycle 1 ends on Jan 14, 2025 anyway, so Jan 14, 2025 gives no more time. Choose a later day.',
    );
    expect(said('2025-01-15')).toBeUndefined();
    expect(said('2025-07-14')).toBeUndefined();
    expect(whyNotUntil(offer.value, day('2025-02-01'), day('2025-03-01'))?.sentence).toBe(
      'An extension until Feb 1, 2025 would be over on Mar 1, 2025, when it is granted. Choose a later day.',
    );
    expect(said('2025-07-15')).toBe(
      'The rules allow an extension of 6 months at most: until Jul 14, 2025. Choose that day or an earlier one.',
    );
  });
});

describe('An extension that is taken back', () => {
  it('holds until then and not from then on, so that past days are answered as before', () => {
    const facts = someone({ extensions: [extension(1, '2025-06-01', '2025-03-01')] });
    expect(standing(rulesWith(), facts, '2025-02-28').life).toBe('active');
    expect(standing(rulesWith(), facts, '2025-03-01').life).toBe('suspended');
  });

  it('is refused twice, and where the cycle was completed in the time that it gave', () => {
    const [taken] = [extension(1, '2025-06-01', '2025-03-01')];
    const at = standing(rulesWith(), someone(), '2025-03-02');
    expect(whyNotTakeBack('Yolanda Quarles', taken, at)?.sentence).toBe(
      'This extension was taken back on Mar 1, 2025 already.',
    );
    const evidence = [earned('2025-02-01', 59, 'hr'), earned('2025-02-01', 1, 'ethics')];
    const granted = extension(1, '2025-06-01');
    const done = standing(rulesWith(), someone({ evidence, extensions: [granted] }), '2025-03-02');
    expect(whyNotTakeBack('Yolanda Quarles', granted, done)?.sentence).toContain(
      'Yolanda Quarles completed cycle 1 on Feb 1, 2025, in the time that was granted until Jun 1, 2025.',
    );
    expect(whyNotTakeBack('Yolanda Quarles', granted, at)).toBeNull();
  });
});
