import { describe, expect, it } from 'vitest';
import { whyNotChange, whyNotOn } from '../../../../main/rules/recertification/standing-change.ts';
import type { StandingKind } from '../../../../shared/model/recertification/facts.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../../shared/model/recertification/standing.ts';
import { certified, day, earned, paid, rulesNamed, standing } from './certified.ts';

const hrci = rulesNamed('hrci');

/** HRCI's three years and twelve months of suspension; back within two years with 20 credits for each, and $100. */
const rules = RecertificationRules.parse({
  ...hrci,
  fees: [
    ...hrci.fees,
    { key: 'back', title: 'Reinstatement', kind: 'reinstatement', amount: 10_000, clause: 'hrci-cycle' },
  ],
  life: {
    ...hrci.life,
    waysBack: [
      { awayUpTo: { unit: 'years', count: 2 }, perYear: { credit: 2_000, most: 4_000 }, clause: 'hrci-suspended' },
    ],
    audit: {
      share: 500,
      answerWithin: { unit: 'days', count: 90 },
      meanwhile: 'withheld',
      silence: 'suspended',
      clause: 'hrci-cycle',
    },
  },
});

const change = (kind: StandingKind, fromOn: string) => ({ kind, fromOn: day(fromOn), reason: 'Decided' });

/** What speaks against a decision about Yolanda, certified on January 15, 2022; her first cycle ends on January 14, 2025. */
function said(kind: StandingKind, on: string, more: Partial<CertificationFacts> = {}, by = rules): string | null {
  const facts = certified('2022-01-15', more);
  const problem = whyNotChange({ who: 'Yolanda', rules: by, facts, standing: standing(by, facts, on) }, kind, day(on));
  return problem === null ? null : [problem.sentence, ...problem.reasons].join(' ');
}

const retired = { changes: [change('retired', '2023-05-01')] };
const inactive = { changes: [change('inactive', '2023-05-01')] };
const suspended = { changes: [change('suspended', '2023-05-01')] };
const revoked = { changes: [change('revoked', '2023-05-01')] };

describe('A decision about someone’s standing', () => {
  it.each<[string, StandingKind, string, Partial<CertificationFacts>]>([
    ['retires someone active', 'retired', '2024-01-01', {}],
    ['retires someone inactive', 'retired', '2024-01-01', inactive],
    ['retires someone past the end', 'retired', '2025-03-01', {}],
    ['makes someone inactive', 'inactive', '2024-01-01', {}],
    ['exempts someone', 'exempt', '2024-01-01', {}],
    ['suspends someone', 'suspended', '2024-01-01', {}],
    ['revokes someone active', 'revoked', '2024-01-01', {}],
    ['revokes someone retired', 'revoked', '2024-01-01', retired],
    ['ends a retirement', 'active', '2024-01-01', retired],
    ['lifts a suspension', 'active', '2024-01-01', suspended],
  ])('%s', (_, kind, on, facts) => {
    expect(said(kind, on, facts)).toBeNull();
  });

  it.each<[string, StandingKind, string, Partial<CertificationFacts>, string]>([
    ['what is so already', 'retired', '2024-01-01', retired, 'Yolanda is retired since May 1, 2023 already.'],
    ['to revoke twice', 'revoked', '2024-01-01', revoked, 'Yolanda is revoked since May 1, 2023 already.'],
    [
      'to retire someone revoked',
      'retired',
      '2024-01-01',
      revoked,
      'Yolanda is revoked since May 1, 2023. Only a reinstatement changes that.',
    ],
    [
      'to retire someone lapsed',
      'retired',
      '2026-06-01',
      {},
      'The certification of Yolanda lapsed on Jan 15, 2026. It takes a reinstatement first.',
    ],
    [
      'to suspend someone retired',
      'suspended',
      '2024-01-01',
      retired,
      'Yolanda is retired since May 1, 2023. End that first, or revoke the certification.',
    ],
    [
      'to end a revocation',
      'active',
      '2024-01-01',
      revoked,
      'Yolanda is revoked since May 1, 2023. Only a reinstatement changes that.',
    ],
    [
      'to end nothing',
      'active',
      '2024-01-01',
      {},
      'Yolanda isn’t retired, inactive, exempt, or suspended by decision, so there is nothing to end.',
    ],
    [
      'to reinstate someone active',
      'reinstated',
      '2024-01-01',
      {},
      'Yolanda is active. Only someone lapsed, revoked, inactive, or suspended after an audit can be reinstated.',
    ],
    [
      'to reinstate someone whose cycle is only late',
      'reinstated',
      '2025-03-01',
      {},
      'Yolanda is suspended because cycle 1 isn’t completed. Completing it ends the suspension.',
    ],
    [
      'to reinstate where a suspension is to be lifted',
      'reinstated',
      '2024-01-01',
      suspended,
      'Yolanda was suspended by decision. Choose “Active again”, which leaves the cycle as it is.',
    ],
  ])('refuses %s', (_, kind, on, facts, says) => {
    expect(said(kind, on, facts)).toBe(says);
  });
});

describe('A reinstatement', () => {
  const earnedBack = { evidence: [earned('2026-02-01', 20, 'hr')] };

  it('asks for what the rules ask, in words and numbers', () => {
    expect(said('reinstated', '2026-06-01')).toBe(
      'Yolanda can’t come back on Jun 1, 2026 yet: the rules ask for more. 20 more credits Reinstatement, $100',
    );
    expect(said('reinstated', '2026-06-01', earnedBack)).toContain('the rules ask for more. Reinstatement, $100');
    expect(said('reinstated', '2026-06-01', { ...earnedBack, payments: [paid('back', 100, '2026-05-30')] })).toBeNull();
    expect(said('reinstated', '2026-06-01', { ...earnedBack, payments: [paid('back', 99, '2026-05-30')] })).toContain(
      '$100',
    );
    // Paid for another cycle.
    expect(
      said('reinstated', '2026-06-01', { ...earnedBack, payments: [paid('back', 100, '2026-05-30', 2)] }),
    ).toContain('$100');
  });

  it('is asked of someone inactive too', () => {
    expect(said('active', '2024-01-01', inactive)).toContain('20 more credits');
    expect(said('reinstated', '2024-01-01', inactive)).toContain('20 more credits');
  });

  it('is refused after longer than the rules bring anyone back from', () => {
    expect(said('reinstated', '2028-01-16')).toBe(
      'Yolanda has been away since Jan 15, 2026, and the rules don’t let anyone come back after that long. The longest time away that they allow is 2 years.',
    );
  });

  it('is the leads’ alone to decide where the rules have no way back', () => {
    expect(said('reinstated', '2026-06-01', {}, hrci)).toBeNull();
    expect(said('reinstated', '2024-01-01', revoked, hrci)).toBeNull();
  });

  it('brings back whoever is suspended after an audit', () => {
    const audits = [
      {
        cycle: 1,
        cause: 'random' as const,
        drawnOn: day('2024-01-01'),
        answerBy: day('2024-03-31'),
        answeredOn: null,
        outcome: 'open' as const,
        decidedOn: null,
      },
    ];
    expect(said('reinstated', '2024-06-01', { audits })).toContain('20 more credits');
    expect(said('active', '2024-06-01', { audits })).toContain('there is nothing to end');
  });
});

describe('The day of a decision', () => {
  const on = (kind: StandingKind, fromOn: string, more: Partial<CertificationFacts> = {}) =>
    whyNotOn({ facts: certified('2022-01-15', more) }, kind, day(fromOn), day('2024-06-03'))?.sentence ?? null;

  it('is within what can be', () => {
    expect(on('retired', '2025-06-03')).toBeNull();
    expect(on('retired', '2025-06-04')).toContain('more than a year ahead');
    expect(on('revoked', '2024-06-03')).toBeNull();
    expect(on('revoked', '2024-06-04')).toContain('in the future');
    expect(on('retired', '2022-01-14')).toContain('before the graduation on Jan 15, 2022');
  });

  it('comes after every other decision', () => {
    expect(on('active', '2023-04-30', retired)).toBe(
      'There is a decision from May 1, 2023 on already: retired. Choose a later day, or undo that decision in History first.',
    );
    expect(on('active', '2023-05-01', retired)).toContain('already: retired');
    expect(on('active', '2023-05-02', retired)).toBeNull();
  });
});

describe('A suspension by decision', () => {
  it('leaves the cycle running: it can be completed meanwhile, and goes on when it is lifted', () => {
    const evidence = [earned('2023-06-01', 59, 'hr'), earned('2023-06-01', 1, 'ethics')];
    const facts = certified('2022-01-15', { ...suspended, evidence });
    expect(standing(rules, facts, '2023-07-01')).toMatchObject({
      life: 'suspended',
      since: '2023-05-01',
      cycle: { number: 1, completedOn: '2023-06-01' },
    });
    const lifted = { ...facts, changes: [...suspended.changes, change('active', '2023-08-01')] };
    expect(standing(rules, lifted, '2023-08-01')).toMatchObject({ life: 'active', cycle: { number: 1 } });
    const late = certified('2022-01-15', {
      changes: [change('suspended', '2024-12-01'), change('active', '2025-03-01')],
    });
    expect(standing(rules, late, '2025-03-01')).toMatchObject({ life: 'suspended', since: '2025-01-15' });
  });
});
