import type { Ranking, RankingFacts, StoredRanking } from '../../../shared/model/applicants.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { RuleRankings, unplaced } from './rule-rankings.ts';
import { plainRanking } from './said-ranking.ts';
import { standingUnder } from './standing.ts';

/**
 * Ranks the applications to one cohort under a policy: who is in which tier, in which order, and who has a seat.
 *
 * Every application gets a decision with all of its reasons. The order is the tier, then the moment of sending that
 * the policy names, then the application's id, so that it never depends on the order of the input; a last place by
 * the id is said. Whoever does not stand, is not eligible or needs a look takes no place and moves nobody.
 * Ids are taken to be different. Made for 100,000 applications at once: the reasons are put into words when read.
 */
export const rankApplications = (policy: Policy, seats: number, applications: readonly RankingFacts[]): RuleRankings =>
  RuleRankings.of(policy, seats, applications);

/** An old decision, made again from the facts that it kept. */
export interface Replay {
  /** Whether verdict, tier, lateness and overrule come out as they were stored. */
  readonly agrees: boolean;
  readonly ranking: Ranking;
}

/**
 * Makes a stored decision again under the policy version that it names.
 *
 * Tier, eligibility and their reasons are decided anew. The place and the seat are recorded facts, for they depended
 * on everybody else, and on whom the leads had accepted or offered a seat: they stand as stored, with their reasons.
 * A seat that was held by acceptance, although the rule would not place the person any more, is stored with a place
 * and without a tier; the rule agrees with it as long as it still gives no tier.
 */
export function replayRanking(policy: Policy, stored: StoredRanking): Replay {
  const { facts, ranking: old } = stored;
  const standing = standingUnder(policy)(facts);
  const again = unplaced(facts, standing);
  const byRule = standing.kind === 'ranked';
  const placed = facts.stands && old.place !== null && byRule === (old.tier !== null);
  const ranking: Ranking = placed
    ? {
        ...plainRanking(again),
        verdict: old.verdict,
        // An offer against the order is told by the seat's own reason.
        overruled: again.overruled || old.reasons.at(-1)?.outcome === 'overruled',
        tier: standing.tier,
        place: old.place,
        // Whom the rule places ends with the place in the tier and the seat; who holds a seat in doubt, with the seat.
        reasons: [...standing.reasons, ...old.reasons.slice(byRule ? -2 : -1)],
      }
    : plainRanking(again);
  const agrees =
    ranking.verdict === old.verdict &&
    ranking.tier === old.tier &&
    ranking.place === old.place &&
    ranking.late === old.late &&
    ranking.overruled === old.overruled;
  return { agrees, ranking };
}
