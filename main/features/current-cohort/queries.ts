import type { CohortId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';

/**
 * The cohort that work is about now: the newest that is not finished, by its start, its window, then its founding. One
 * that is running and has no one is known by its name alone, as the program's page has it, and nothing is done in it.
 */
export function currentCohort({ database, cached }: Facts): { readonly id: CohortId; readonly name: string } | null {
  return cached(
    'current cohort',
    ['cohort', 'participant', 'application'],
    () =>
      database.get<{ id: CohortId; name: string }>(
        `SELECT id, name FROM cohort WHERE status <> 'finished' AND (status <> 'running' OR startsOn IS NOT NULL
           OR EXISTS (SELECT 1 FROM participant WHERE cohortId = cohort.id)
           OR EXISTS (SELECT 1 FROM application WHERE cohortId = cohort.id))
         ORDER BY coalesce(startsOn, opensOn) DESC NULLS LAST, id DESC LIMIT 1`,
      ) ?? null,
  );
}
