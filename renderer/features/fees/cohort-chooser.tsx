import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import { useCall } from '../../query.ts';

/** Whose fees are looked at: one cohort’s, or everybody’s. */
export function CohortChooser({ cohortId }: { readonly cohortId: CohortId | null }) {
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {}, ['cohort']);
  return (
    <select
      className="input select fees-cohort"
      aria-label="Cohort"
      value={cohortId ?? ''}
      onChange={(event) => go(event.target.value === '' ? '/fees' : `/fees/${event.target.value}`)}
    >
      <option value="">Every cohort</option>
      {value?.cohorts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
