import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import { useCall } from '../../kit/query.ts';

/**
 * Which cohort a screen looks at; `path` is the screen's own, before the cohort: `/offers`. `every` offers all of them
 * together, on the bare path.
 */
export function CohortSelect({
  path,
  cohortId,
  every = false,
}: {
  readonly path: string;
  readonly cohortId: CohortId | null;
  readonly every?: boolean;
}) {
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {});
  const cohorts = value?.cohorts ?? [];
  if (cohorts.length === 0 && !every) return null;
  return (
    <select
      className="input select cohort-select"
      aria-label="Cohort"
      value={cohortId ?? ''}
      onChange={({ target }) => go(target.value === '' ? path : `${path}/${target.value}`)}
    >
      {every && <option value="">Every cohort</option>}
      {cohorts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
