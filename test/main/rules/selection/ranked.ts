import { rankApplications as rank } from '../../../../main/rules/selection/ranking.ts';
import { noPromises, type Promises, seatRanked } from '../../../../main/rules/selection/seating.ts';
import type { Ranking, RankingFacts } from '../../../../shared/model/applicants.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { policy } from '../al-cto.ts';

/** Everyone's decision by the rule alone. */
export const rankApplications = (...asked: Parameters<typeof rank>) => rank(...asked).rankings;

/** Everyone's decision with the seats given out: what the list of applicants shows. */
export const rankAndSeat = (
  under: Policy,
  seats: number,
  applications: readonly RankingFacts[],
  promises: Promises = noPromises,
): ReadonlyMap<string, Ranking> => seatRanked(rank(under, seats, applications), promises);

/** What becomes of one application among 30 seats. */
export function decide(facts: RankingFacts, under: Policy = policy): Ranking {
  const ranking = rankApplications(under, 30, [facts]).get(facts.applicationId);
  if (ranking === undefined) throw new Error('Every application gets a decision.');
  return ranking;
}

/** The reasons of a decision in words. */
export const sentences = (ranking: Ranking | undefined): string[] =>
  (ranking?.reasons ?? []).map((reason) => reason.sentence);
/** How each question came out. */
export const outcomes = (ranking: Ranking): string[] => ranking.reasons.map((reason) => reason.outcome);
