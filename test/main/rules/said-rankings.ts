import { rankApplications as rank } from '../../../main/rules/ranking.ts';
import { plainRanking } from '../../../main/rules/said-ranking.ts';
import { giveSeats as give, rankAndSeat as rankAndGive } from '../../../main/rules/seating.ts';
import type { Ranking } from '../../../shared/model/applicants.ts';

/** Rankings with their reasons put into words, so that a comparison compares these too. */
const said = (rankings: ReadonlyMap<string, Ranking>): ReadonlyMap<string, Ranking> =>
  new Map([...rankings].map(([id, ranking]) => [id, plainRanking(ranking)]));

/** The rule, with every reason said. */
export const rankApplications = (...asked: Parameters<typeof rank>) => said(rank(...asked));
/** The giving of seats, with every reason said. */
export const giveSeats = (...asked: Parameters<typeof give>) => said(give(...asked));
/** Both. */
export const rankAndSeat = (...asked: Parameters<typeof rankAndGive>) => said(rankAndGive(...asked));
