import type { RankingFacts } from '../../../shared/model/applicants.ts';
import type { Policy, Tier, TierPath } from '../../../shared/model/program.ts';

/** What the order of acceptance asks of an applicant. */
export const askedFacts = ['membership', 'highestPost', 'yearsInEducation'] as const;
export type AskedFact = (typeof askedFacts)[number];

/** The facts of an applicant as far as they are known; null: not answered, or not understood. */
export type KnownFacts = Pick<RankingFacts, AskedFact>;

/** All that the missing facts leave open. */
export interface Eligibility {
  /** Every tier that the missing facts allow, first rank first; null: not eligible. One entry: decided. */
  readonly outcomes: readonly (number | null)[];
  /** The missing facts that could change the outcome. */
  readonly doubts: readonly AskedFact[];
}

interface Applicant {
  readonly membership: string;
  readonly highestPost: 'yes' | 'no';
  readonly yearsInEducation: number;
}

/** The tiers, first rank first. */
export const tiersInOrder = (policy: Policy): readonly Tier[] =>
  policy.admission.tiers.toSorted((a, b) => a.rank - b.rank);

/** Whether the post that someone holds suits a path. */
export const postSuits = (path: TierPath, highestPost: 'yes' | 'no'): boolean =>
  path.highestPost === 'either' || (path.highestPost === 'required') === (highestPost === 'yes');

/** Whether years in education suffice for a path: exactly the minimum does, any part of a year less does not. */
export const yearsSuffice = (path: TierPath, years: number): boolean =>
  path.minimumYears === null || years >= path.minimumYears;

/** Years of experience as the policy counts them; two and a half are three where it rounds, and never otherwise. */
export const countedYears = (policy: Policy, years: number | null): number | null =>
  years === null || policy.admission.countingYears === 'as-given' ? years : Math.round(years);

function tierOf(tiers: readonly Tier[], applicant: Applicant): number | null {
  const tier = tiers.find(({ paths }) =>
    paths.some(
      (path) =>
        path.membership === applicant.membership &&
        postSuits(path, applicant.highestPost) &&
        yearsSuffice(path, applicant.yearsInEducation),
    ),
  );
  return tier?.rank ?? null;
}

/**
 * Which tier someone is in, as far as the facts say.
 *
 * A missing fact is tried with every value that the policy tells apart, so that someone who is in the same tier
 * either way is decided, and a fact is only asked for where it could change the outcome. The work is bounded by the
 * policy (memberships × 2 × the different minimums), never by the number of applicants.
 */
export function eligibilityOf(policy: Policy, facts: KnownFacts): Eligibility {
  const tiers = tiersInOrder(policy);
  const memberships =
    facts.membership === null ? policy.memberships.map((membership) => membership.id) : [facts.membership];
  const posts = facts.highestPost === null ? (['yes', 'no'] as const) : [facts.highestPost];
  const years = facts.yearsInEducation === null ? tellingYears(tiers) : [facts.yearsInEducation];

  const outcomes = new Set<number | null>();
  const seenBy = { membership: new Spread(), highestPost: new Spread(), yearsInEducation: new Spread() };
  for (const membership of memberships) {
    for (const highestPost of posts) {
      for (const yearsInEducation of years) {
        const outcome = tierOf(tiers, { membership, highestPost, yearsInEducation });
        outcomes.add(outcome);
        // Two outcomes with everything else alike: this fact is what tells them apart.
        seenBy.membership.see(`${highestPost} ${yearsInEducation}`, outcome);
        seenBy.highestPost.see(`${membership} ${yearsInEducation}`, outcome);
        seenBy.yearsInEducation.see(`${membership} ${highestPost}`, outcome);
      }
    }
  }
  return {
    outcomes: [...outcomes].toSorted((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY)),
    doubts: askedFacts.filter((fact) => facts[fact] === null && seenBy[fact].differs),
  };
}

/** Years that stand for all years: none, and each minimum that a path asks for. */
const tellingYears = (tiers: readonly Tier[]): readonly number[] => [
  ...new Set([0, ...tiers.flatMap(({ paths }) => paths.flatMap(({ minimumYears }) => minimumYears ?? []))]),
];

/** Remembers the outcome beside each set of circumstances, and whether one set ever had two. */
class Spread {
  differs = false;
  readonly #first = new Map<string, number | null>();

  see(circumstances: string, outcome: number | null): void {
    const first = this.#first.get(circumstances);
    if (first === undefined) this.#first.set(circumstances, outcome);
    else if (first !== outcome) this.differs = true;
  }
}
