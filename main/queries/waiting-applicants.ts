import type { CohortId } from '../../shared/model/ids.ts';
import type { Facts } from '../facts.ts';
import { rankedCohort, rankingTables } from './ranking.ts';

/** What waits for a lead among a cohort’s applicants. */
export interface WaitingApplicants {
  /** Whom the rules can’t place without a lead. */
  readonly needALook: number;
  /** Who has a seat in the order and is not accepted yet. */
  readonly acceptable: number;
}

/** Counts what waits, from the ranking as it stands; the same numbers as the chips of the applicants’ list. */
export function waitingApplicants(facts: Facts, cohortId: CohortId): WaitingApplicants {
  const key = `waiting applicants ${cohortId} ${facts.inForce?.versionId}`;
  return facts.cached(key, rankingTables, () => {
    const ranked = rankedCohort(facts, cohortId);
    const accepted = new Set(
      facts.database
        .all<{ id: string }>("SELECT id FROM application WHERE cohortId = ? AND status = 'accepted'", cohortId)
        .map(({ id }) => id),
    );
    let needALook = 0;
    let acceptable = 0;
    for (const [id, { verdict }] of ranked?.rankings ?? []) {
      if (!ranked?.seen.get(id)?.stands) continue;
      if (verdict === 'needs-a-look') needALook += 1;
      if (verdict === 'within-seats' && !accepted.has(id)) acceptable += 1;
    }
    return { needALook, acceptable };
  });
}
