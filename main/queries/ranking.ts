import {
  Answers,
  type Application,
  type ApplicationStatus,
  Overrule,
  type Ranking,
  type RankingFacts,
} from '../../shared/model/applicants.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { fromJson } from '../../shared/model/json.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { Facts, PolicyInForce } from '../facts.ts';
import { rankApplications } from '../rules/ranking.ts';
import { seatAccepted } from '../rules/seating.ts';

/** A cohort's applications as they rank now. */
export interface RankedCohort {
  readonly cohort: Cohort;
  readonly inForce: PolicyInForce;
  /** By application. */
  readonly rankings: ReadonlyMap<string, Ranking>;
  /** What the ranking saw of each application. */
  readonly seen: ReadonlyMap<string, RankingFacts>;
}

/** The tables that a ranking comes from. */
export const rankingTables = ['application', 'cohort', 'policyVersion'] as const satisfies readonly TableName[];

/** Whether an application with this status takes part in the ranking. */
export const stands = (status: ApplicationStatus): boolean =>
  status !== 'withdrawn' && status !== 'declined' && status !== 'deferred';

/**
 * Ranks the applications to a cohort under the policy in force today; null where there is no such cohort or no
 * program. Kept until an application, the cohort or the policy changes.
 */
export function rankedCohort(facts: Facts, cohortId: CohortId): RankedCohort | null {
  const { inForce } = facts;
  if (!inForce) return null;
  // The version belongs to the key: a new one may come into force overnight without a change of any row.
  return facts.cached(`ranking ${cohortId} ${inForce.versionId}`, rankingTables, () => rank(facts, inForce, cohortId));
}

type RankedRow = Pick<
  Application,
  | 'id'
  | 'firstSubmittedAt'
  | 'latestSubmittedAt'
  | 'status'
  | 'membership'
  | 'highestPost'
  | 'yearsInEducation'
  | 'answers'
  | 'overrule'
>;

function rank({ database }: Facts, inForce: PolicyInForce, cohortId: CohortId): RankedCohort | null {
  const cohort = database.get<Cohort>('SELECT * FROM cohort WHERE id = ?', cohortId);
  if (!cohort) return null;
  const seen = new Map<string, RankingFacts>();
  const accepted = new Set<string>();
  for (const row of database.each<RankedRow>(
    `SELECT id, firstSubmittedAt, latestSubmittedAt, status, membership, highestPost, yearsInEducation, answers, overrule
     FROM application WHERE cohortId = ?`,
    cohortId,
  )) {
    seen.set(row.id, rankingFacts(row, cohort));
    if (row.status === 'accepted') accepted.add(row.id);
  }
  const byRule = rankApplications(inForce.policy, cohort.seats, [...seen.values()]);
  return { cohort, inForce, seen, rankings: seatAccepted(inForce.policy, cohort.seats, byRule, accepted) };
}

const rankingFacts = (row: RankedRow, cohort: Cohort): RankingFacts => ({
  applicationId: row.id,
  firstSubmittedAt: row.firstSubmittedAt,
  latestSubmittedAt: row.latestSubmittedAt,
  membership: row.membership,
  highestPost: row.highestPost,
  yearsInEducation: row.yearsInEducation,
  answers: fromJson(Answers, row.answers),
  overrule: row.overrule === null ? null : fromJson(Overrule, row.overrule),
  windowClosesOn: cohort.closesOn,
  stands: stands(row.status),
});
