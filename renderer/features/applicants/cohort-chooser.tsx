import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import { useCall } from '../../query.ts';

/** Which cohort is looked at, and how many seats it has. */
export function CohortChooser({
  cohortId,
  seats,
}: {
  readonly cohortId: CohortId;
  readonly seats: number | undefined;
}) {
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {}, ['cohort']);
  const cohorts = value?.cohorts ?? [];
  return (
    <span className="applicants-cohort">
      {cohorts.length > 0 && (
        <select
          className="input select"
          aria-label="Cohort"
          value={cohortId}
          onChange={(event) => go(`/applicants/${event.target.value}`)}
        >
          {cohorts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {seats !== undefined && `${seats.toLocaleString('en-US')} ${seats === 1 ? 'seat' : 'seats'}`}
    </span>
  );
}
