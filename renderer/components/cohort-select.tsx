import { useLocation } from 'wouter';
import type { CohortId } from '../../shared/model/ids.ts';
import { useCall } from '../query.ts';

/** Which cohort a screen looks at; `path` is the screen's own, before the cohort: `/offers`. */
export function CohortSelect({ path, cohortId }: { readonly path: string; readonly cohortId: CohortId }) {
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {}, ['cohort']);
  const cohorts = value?.cohorts ?? [];
  if (cohorts.length === 0) return null;
  return (
    <select
      className="input select"
      aria-label="Cohort"
      value={cohortId}
      onChange={(event) => go(`${path}/${event.target.value}`)}
    >
      {cohorts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
