import { sayCount } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { RecertificationAnswer } from '../../../shared/views/recertification.ts';
import { Meter } from '../../kit/meter.tsx';

type Tally = RecertificationAnswer['cohorts'][number];

/** Each cohort’s graduates at a glance; a tile narrows the list to its cohort, and opens it again. */
export function CohortTiles({
  cohorts,
  chosen,
  onChoose,
}: {
  readonly cohorts: readonly Tally[];
  readonly chosen: CohortId | null;
  readonly onChoose: (cohortId: CohortId | null) => void;
}) {
  return (
    <fieldset className="recertification-tiles">
      <legend className="unseen">Cohorts</legend>
      {cohorts.map((cohort) => (
        <button
          key={cohort.cohortId}
          type="button"
          className="tile recertification-tile"
          aria-pressed={cohort.cohortId === chosen}
          onClick={() => onChoose(cohort.cohortId === chosen ? null : cohort.cohortId)}
        >
          <span>{cohort.name}</span>
          <span>{cohort.dueOn === null ? 'no due date yet' : `due ${sayDate(cohort.dueOn)}`} </span>
          <b>
            {cohort.dueOn !== null && `${sayCount(cohort.received)} of `}
            {sayCount(cohort.graduates)}
          </b>
          <span>{cohort.dueOn === null ? 'graduates' : sayRest(cohort)}</span>
          <Meter
            total={cohort.graduates}
            parts={[
              { label: 'Received', value: cohort.received, tone: 'ok' },
              { label: 'Due', value: cohort.due, tone: 'wait' },
              { label: 'Overdue', value: cohort.overdue, tone: 'bad' },
            ]}
          />
        </button>
      ))}
    </fieldset>
  );
}

/** `received · 2 due · 5 overdue`. */
function sayRest({ graduates, received, due, overdue }: Tally): string {
  const without = graduates - received - due - overdue;
  const parts = [
    due > 0 && `${sayCount(due)} due`,
    overdue > 0 && `${sayCount(overdue)} overdue`,
    without > 0 && `${sayCount(without)} undated`,
  ];
  return ['received', ...parts].filter(Boolean).join(' · ');
}
