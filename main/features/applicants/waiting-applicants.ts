import type { CohortId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import type { Entry } from '../../rules/selection/ranking.ts';
import { partsOf } from '../../rules/selection/seated-line.ts';
import { noteTables, openNotes } from '../people/open-notes.ts';
import { rankedCohort, rankingTables } from '../selection/ranking.ts';
import { isNoted } from './rows.ts';

/** To do for a lead among a cohort’s applicants. */
interface WaitingApplicants {
  /** Everyone who has not withdrawn and was not declined or deferred. */
  readonly standing: number;
  /** Whom the rules can’t place without a lead, and of whom an import left something to be corrected. */
  readonly needALook: number;
  /** Who has a seat in the order and is not accepted yet. */
  readonly acceptable: number;
}

/** Counts what waits, from the ranking as it stands; the same numbers as the chips of the applicants’ list. */
export function waitingApplicants(facts: Facts, cohortId: CohortId): WaitingApplicants {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return { standing: 0, needALook: 0, acceptable: 0 };
  return facts.cached(`waiting applicants ${ranked.stamp}`, [...rankingTables, ...noteTables], () => {
    const { rows, byRule, rankings, promises } = ranked;
    const [seated, , doubtful, , gone] = partsOf(byRule, rankings);
    const isOpen = ({ facts: { applicationId: id } }: Entry): boolean =>
      !promises.accepted.has(id) && promises.offers.get(id)?.state !== 'open';
    const notes = openNotes(facts);
    const doubted = new Set(doubtful.entries.map(({ facts: { applicationId } }) => applicationId));
    const noted = [...rows.values()].filter((row) => !doubted.has(row.id) && isNoted(row, notes));
    return {
      standing: byRule.byId.size - gone.entries.length,
      needALook: doubted.size + noted.length,
      acceptable: seated.entries.filter(isOpen).length,
    };
  });
}
