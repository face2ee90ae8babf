import type { RankingFacts } from '../../shared/model/applicants.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Policy } from '../../shared/model/program.ts';
import { calendarOf } from './days.ts';
import { type AskedFact, type Eligibility, eligibilityOf } from './eligibility.ts';
import { reasonsFor, reasonWriter } from './eligibility-reasons.ts';
import { isLate, lateReason } from './lateness.ts';

/** What one application amounts to before it is compared with any other. */
export interface Standing {
  readonly kind: 'ranked' | 'not-eligible' | 'needs-a-look';
  /** The tier to rank in; null unless ranked. */
  readonly tier: number | null;
  readonly late: boolean;
  /** Late under a policy that gives late applications the last places. */
  readonly goesLast: boolean;
  readonly overruled: boolean;
  readonly reasons: readonly Reason[];
}

interface Evaluation {
  readonly eligibility: Eligibility;
  readonly write: (facts: RankingFacts) => Reason[];
}

type Ruling = Pick<Standing, 'kind' | 'tier'>;

/**
 * Prepares the policy's answer to one application after another.
 *
 * Applications whose facts are alike share one evaluation of the tiers, so that a hundred thousand cost a few hundred.
 */
export function standingUnder(policy: Policy): (facts: RankingFacts) => Standing {
  const calendar = calendarOf(policy.program.zone);
  const memberships = new Set(policy.memberships.map((membership) => membership.id));
  const known = new Map<string, Evaluation>();

  const evaluate = (facts: RankingFacts): Evaluation => {
    // A membership that the policy no longer has tells it nothing.
    const named = facts.membership !== null && memberships.has(facts.membership);
    const membership = named ? facts.membership : null;
    const missing = {
      membership: wordFor(facts, 'membership'),
      highestPost: wordFor(facts, 'highestPost'),
      yearsInEducation: wordFor(facts, 'yearsInEducation'),
    };
    const parts = [
      membership ?? `?${missing.membership}`,
      facts.highestPost ?? `?${missing.highestPost}`,
      facts.yearsInEducation ?? `?${missing.yearsInEducation}`,
    ];
    const key = parts.join('|');
    const found = known.get(key);
    if (found !== undefined) return found;
    const said = { membership, highestPost: facts.highestPost, yearsInEducation: facts.yearsInEducation, missing };
    const eligibility = eligibilityOf(policy, said);
    const fresh = { eligibility, write: reasonWriter(reasonsFor(policy, said, eligibility)) };
    known.set(key, fresh);
    return fresh;
  };

  return (facts) => {
    const { eligibility, write } = evaluate(facts);
    const late = isLate(calendar, facts);
    const ruling = rule(policy, eligibility, late);
    const reasons = write(facts);
    if (late) reasons.push(lateReason(policy, calendar, facts, notEligible(eligibility)));
    const goesLast = late && policy.admission.late === 'last';
    const { overrule } = facts;
    if (overrule === null) return { ...ruling, late, goesLast, overruled: false, reasons };
    const kind = overrule.tier === null ? 'not-eligible' : 'ranked';
    const said: Reason = {
      outcome: 'overruled',
      sentence: `${overrule.tier === null ? 'Not eligible' : `In tier ${overrule.tier}`}, set by a lead: “${overrule.reason}”`,
      seen: `by the rule: ${sayRuling(ruling)}`,
      clause: '',
    };
    return { kind, tier: overrule.tier, late, goesLast, overruled: true, reasons: [said, ...reasons] };
  };
}

function rule(policy: Policy, eligibility: Eligibility, late: boolean): Ruling {
  const rule = policy.admission.late;
  // First what no look could change, then what needs one.
  if (notEligible(eligibility) || (late && rule === 'not-eligible')) return { kind: 'not-eligible', tier: null };
  const [tier = null, ...others] = eligibility.outcomes;
  if (others.length > 0 || (late && rule === 'needs-a-look')) return { kind: 'needs-a-look', tier: null };
  return { kind: 'ranked', tier };
}

const notEligible = ({ outcomes }: Eligibility): boolean => outcomes.every((outcome) => outcome === null);

const wordFor = (facts: RankingFacts, fact: AskedFact): string =>
  facts[fact] === null && (facts.answers[fact]?.trim() ?? '') === '' ? 'not given' : 'not understood';

function sayRuling({ kind, tier }: Ruling): string {
  if (kind === 'ranked') return `tier ${tier}`;
  return kind === 'not-eligible' ? 'not eligible' : 'needs a look';
}
