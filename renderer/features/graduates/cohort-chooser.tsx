import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';

/** Whose graduates are looked at: one cohort’s, or everybody’s. */
export function CohortChooser({
  cohorts,
  cohortId,
}: {
  readonly cohorts: readonly CohortRow[];
  readonly cohortId: CohortId | null;
}) {
  const [, go] = useLocation();
  return (
    <select
      className="input select graduates-cohort"
      aria-label="Cohort"
      value={cohortId ?? ''}
      onChange={(event) => go(event.target.value === '' ? '/graduates' : `/graduates/${event.target.value}`)}
    >
      <option value="">Every cohort</option>
      {cohorts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
