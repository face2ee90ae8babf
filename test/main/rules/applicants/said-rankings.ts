import { rankApplications as rank } from '../../../../main/rules/applicants/ranking.ts';
import { plainRanking } from '../../../../main/rules/applicants/said-ranking.ts';
import { giveSeats as give, rankAndSeat as rankAndGive } from '../../../../main/rules/applicants/seating.ts';
import type { Ranking, RankingFacts } from '../../../../shared/model/applicants.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { policy } from '../al-cto.ts';

/** Rankings with their reasons put into words, so that a comparison compares these too. */
const said = (rankings: ReadonlyMap<string, Ranking>): ReadonlyMap<string, Ranking> =>
  new Map([...rankings].map(([id, ranking]) => [id, plainRanking(ranking)]));

/** The rule, with every reason said. */
export const rankApplications = (...asked: Parameters<typeof rank>) => said(rank(...asked));
/** The giving of seats, with every reason said. */
export const giveSeats = (...asked: Parameters<typeof give>) => said(give(...asked));
/** Both. */
export const rankAndSeat = (...asked: Parameters<typeof rankAndGive>) => said(rankAndGive(...asked));

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
