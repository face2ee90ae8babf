import { useLocation } from 'wouter';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { useCall } from '../../kit/query.ts';

/** Which cohort is looked at, and how many of its seats are for applicants. */
export function CohortChooser({
  cohortId,
  seats,
}: {
  readonly cohortId: CohortId;
  readonly seats: number | undefined;
}) {
  const [, go] = useLocation();
  const { value } = useCall('cohorts.list', {});
  const cohorts = value?.cohorts ?? [];
  return (
    <span className="applicants-cohort">
      {cohorts.length > 0 && (
        <select
          className="input select cohort-select"
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
      {seats !== undefined && saySeats(seats, cohorts.find(({ id }) => id === cohortId)?.seats ?? seats)}
    </span>
  );
}

/** `30 seats`; where people without an application hold some, `28 of 30 seats are for applicants`. */
function saySeats(seats: number, all: number): string {
  return seats === all ? countOf(seats, 'seat') : `${sayCount(seats)} of ${countOf(all, 'seat')} are for applicants`;
}
