import type { Ranking } from '../../shared/model/applicants.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { Facts } from '../facts.ts';
import { changesOf } from '../rules/changed-rankings.ts';
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
  if (!ranked) return { standing: 0, needALook: 0, acceptable: 0 };
  return facts.cached(`waiting applicants ${ranked.stamp}`, rankingTables, () => {
    const { rows, rankings, byRule, promises } = ranked;
    const alone = countByRule(byRule);
    const changes = changesOf(rankings);
    let { needALook } = alone;
    for (const [id, { verdict }] of changes) {
      needALook += Number(verdict === 'needs-a-look') - Number(byRule.get(id)?.verdict === 'needs-a-look');
    }
    const isOpen = (id: string): boolean => !promises.accepted.has(id) && promises.offers.get(id)?.state !== 'open';
    const acceptable = [...new Set([...alone.withinSeats, ...changes.keys()])].filter(
      (id) => rankings.get(id)?.verdict === 'within-seats' && isOpen(id),
    ).length;
    return { standing: rows.reduce((sum, { status }) => sum + Number(stands(status)), 0), needALook, acceptable };
  });
}

interface ByRule {
  readonly needALook: number;
  readonly withinSeats: readonly string[];
}

const counted = new WeakMap<ReadonlyMap<string, Ranking>, ByRule>();

/** The same by the rule alone, counted once: an acceptance changes a few of the rankings, and not the rule's. */
function countByRule(byRule: ReadonlyMap<string, Ranking>): ByRule {
  const known = counted.get(byRule);
  if (known) return known;
  let needALook = 0;
  const withinSeats: string[] = [];
  for (const [id, { verdict }] of byRule) {
    if (verdict === 'needs-a-look') needALook += 1;
    if (verdict === 'within-seats') withinSeats.push(id);
  }
  const fresh = { needALook, withinSeats };
  counted.set(byRule, fresh);
  return fresh;
}
