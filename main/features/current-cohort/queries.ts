import type { CohortId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';

/** The cohort that work is about now: the newest that is not finished, by its start, its window, then its founding. */
export function currentCohort({ database, cached }: Facts): { readonly id: CohortId; readonly name: string } | null {
  return cached(
    'current cohort',
    ['cohort'],
    () =>
      database.get<{ id: CohortId; name: string }>(
        `SELECT id, name FROM cohort WHERE status <> 'finished'
         ORDER BY coalesce(startsOn, opensOn) DESC NULLS LAST, id DESC LIMIT 1`,
      ) ?? null,
  );
}
