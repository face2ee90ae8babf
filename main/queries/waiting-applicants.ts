import type { CohortId } from '../../shared/model/ids.ts';
import type { Facts } from '../facts.ts';
import { stands } from './ranked-rows.ts';
import { rankedCohort, rankingTables } from './ranking.ts';

/** What waits for a lead among a cohort’s applicants. */
export interface WaitingApplicants {
  /** Everyone who has not withdrawn and was not declined or deferred. */
  readonly standing: number;
  /** Whom the rules can’t place without a lead. */
  readonly needALook: number;
  /** Who has a seat in the order and is not accepted yet. */
  readonly acceptable: number;
}

/** Counts what waits, from the ranking as it stands; the same numbers as the chips of the applicants’ list. */
export function waitingApplicants(facts: Facts, cohortId: CohortId): WaitingApplicants {
  const ranked = rankedCohort(facts, cohortId);
  return facts.cached(`waiting applicants ${ranked?.stamp}`, rankingTables, () => {
    let standing = 0;
    let needALook = 0;
    let acceptable = 0;
    for (const { id, status } of ranked?.rows ?? []) {
      if (!stands(status)) continue;
      const verdict = ranked?.rankings.get(id)?.verdict;
      standing += 1;
      if (verdict === 'needs-a-look') needALook += 1;
      if (verdict === 'within-seats' && status !== 'accepted') acceptable += 1;
    }
    return { standing, needALook, acceptable };
  });
}
