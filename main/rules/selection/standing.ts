import type { RankingFacts } from '../../../shared/model/applicants.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { calendarOf } from '../days.ts';
import { type AskedFact, countedYears, type Eligibility, eligibilityOf } from './eligibility.ts';
import { eligibilityReasons, reasonWriter } from './eligibility-reasons.ts';
import { earlyReason, isEarly, isLate, lateReason, returnReason } from './lateness.ts';
import { doubtReason } from './submitted.ts';

/** What one application amounts to before it is compared with any other. */
export interface ApplicationStanding {
  readonly kind: 'ranked' | 'not-eligible' | 'needs-a-look';
  /** The tier to rank in; null unless ranked. */
  readonly tier: number | null;
  readonly late: boolean;
  readonly early: boolean;
  /** Late under a policy that gives late applications the last places. */
  readonly goesLast: boolean;
  readonly overruled: boolean;
  readonly reasons: readonly Reason[];
}

interface Evaluation {
  readonly eligibility: Eligibility;
  readonly write: (facts: RankingFacts) => Reason[];
}

type Ruling = Pick<ApplicationStanding, 'kind' | 'tier'>;

/**
 * Prepares the policy's answer to one application after another.
 *
 * Applications whose facts are alike share one evaluation of the tiers, so that a hundred thousand cost a few hundred.
 */
export function standingUnder(policy: Policy): (facts: RankingFacts) => ApplicationStanding {
  const calendar = calendarOf(policy.program.zone);
  const memberships = new Set(policy.memberships.map((membership) => membership.id));
  const known = new Map<string, Evaluation>();
  const cohortAfter = seriesOf(policy);

  const evaluate = (facts: RankingFacts): Evaluation => {
    // A membership that the policy no longer has tells it nothing.
    const named = facts.membership !== null && memberships.has(facts.membership);
    const membership = named ? facts.membership : null;
    const missing = {
      membership: wordFor(facts, 'membership'),
      highestPost: wordFor(facts, 'highestPost'),
      yearsInEducation: wordFor(facts, 'yearsInEducation'),
    };
    const yearsInEducation = countedYears(policy, facts.yearsInEducation);
    const parts = [
      membership ?? `?${missing.membership}`,
      facts.highestPost ?? `?${missing.highestPost}`,
      yearsInEducation ?? `?${missing.yearsInEducation}`,
    ];
    const nextCohort = facts.cohort === null ? null : cohortAfter(facts.cohort);
    const key = [...parts, nextCohort].join('|');
    const found = known.get(key);
    if (found !== undefined) return found;
    const said = {
      membership,
      highestPost: facts.highestPost,
      yearsInEducation,
      missing,
      nextCohort,
    };
    const eligibility = eligibilityOf(policy, said);
    const fresh = { eligibility, write: reasonWriter(eligibilityReasons(policy, said, eligibility)) };
    known.set(key, fresh);
    return fresh;
  };

  return (facts) => {
    const { eligibility, write } = evaluate(facts);
    const doubtful = facts.submittedDoubt !== null;
    // A time that can't be relied on says nothing of lateness either.
    const late = !doubtful && isLate(calendar, facts);
    const early = !doubtful && isEarly(calendar, facts);
    const ruling = rule(policy, eligibility, { late, early, doubtful });
    const goesLast = late && policy.admission.late === 'last';
    const { overrule } = facts;
    const tier = overrule === null ? ruling.tier : doubtful ? null : overrule.tier;
    // A tier says nothing of the place within it: without a time of submission no one is ranked.
    const byLead = overrule?.tier === null ? 'not-eligible' : doubtful ? 'needs-a-look' : 'ranked';
    const kind = overrule === null ? ruling.kind : byLead;
    return new SaidStanding({ kind, tier, late, early, goesLast, overruled: overrule !== null }, () => {
      const reasons = write(facts);
      if (facts.submittedDoubt !== null) {
        reasons.push(doubtReason(policy, facts.submittedDoubt, facts.answers['submittedAt'], notEligible(eligibility)));
      }
      if (late) reasons.push(lateReason(policy, calendar, facts, notEligible(eligibility)));
      if (early) reasons.push(earlyReason(policy, calendar, facts, notEligible(eligibility)));
      if (facts.returnedAt !== null) reasons.push(returnReason(policy, calendar, facts.returnedAt));
      if (overrule === null) return reasons;
      const said: Reason = {
        outcome: 'overruled',
        sentence: `${overrule.tier === null ? 'Not eligible' : `In tier ${overrule.tier}`}, set by a lead: “${overrule.reason}”`,
        seen: `by the rule: ${sayRuling(ruling)}`,
        clause: '',
      };
      return [said, ...reasons];
    });
  };
}

/** The name that follows one in the program's series; null where the series ends or does not have it. */
function seriesOf({ cohortNames }: Policy): (name: string) => string | null {
  const next = new Map(cohortNames.map((name, at) => [name.toLowerCase(), cohortNames[at + 1] ?? null]));
  return (name) => next.get(name.toLowerCase()) ?? null;
}

/** A standing whose reasons are put into words when someone reads them: of a hundred thousand few are read. */
class SaidStanding implements ApplicationStanding {
  readonly kind: ApplicationStanding['kind'];
  readonly tier: number | null;
  readonly late: boolean;
  readonly early: boolean;
  readonly goesLast: boolean;
  readonly overruled: boolean;
  readonly #say: () => readonly Reason[];

  constructor(
    { kind, tier, late, early, goesLast, overruled }: Omit<ApplicationStanding, 'reasons'>,
    say: () => readonly Reason[],
  ) {
    this.kind = kind;
    this.tier = tier;
    this.late = late;
    this.early = early;
    this.goesLast = goesLast;
    this.overruled = overruled;
    this.#say = say;
  }

  get reasons(): readonly Reason[] {
    return this.#say();
  }
}

/** What the moment of sending says. */
type Sending = { readonly late: boolean; readonly early: boolean; readonly doubtful: boolean };

function rule(policy: Policy, eligibility: Eligibility, { late, early, doubtful }: Sending): Ruling {
  const rule = policy.admission.late;
  // First what no look could change, then what needs one.
  if (notEligible(eligibility) || (late && rule === 'not-eligible')) return { kind: 'not-eligible', tier: null };
  const [tier = null, ...others] = eligibility.outcomes;
  const looked = (late && rule === 'needs-a-look') || (early && policy.admission.early === 'needs-a-look');
  if (others.length > 0 || doubtful || looked) return { kind: 'needs-a-look', tier: null };
  return { kind: 'ranked', tier };
}

const notEligible = ({ outcomes }: Eligibility): boolean => outcomes.every((outcome) => outcome === null);

const wordFor = (facts: RankingFacts, fact: AskedFact): string =>
  facts[fact] === null && (facts.answers[fact]?.trim() ?? '') === '' ? 'not given' : 'not understood';

function sayRuling({ kind, tier }: Ruling): string {
  if (kind === 'ranked') return `tier ${tier}`;
  return kind === 'not-eligible' ? 'not eligible' : 'needs a look';
}
