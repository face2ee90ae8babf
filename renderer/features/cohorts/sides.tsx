import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';
import { Chips } from '../../kit/toolbar.tsx';
import { type CohortSide, useCohorts } from './store.ts';

/** The sides of a cohort: its people, how far they have come, and its year. Progress has a screen of its own. */
export function CohortSides({
  cohortId,
  side,
  counts,
}: {
  readonly cohortId: CohortId;
  readonly side: CohortSide | 'progress';
  readonly counts?: Pick<CohortRow, 'participants' | 'sessions'> | undefined;
}) {
  const look = useCohorts((state) => state.look);
  const [, go] = useLocation();
  return (
    <Chips
      label="Show"
      value={side}
      options={[
        { key: 'participants', label: 'Participants', count: counts?.participants },
        { key: 'progress', label: 'Progress' },
        { key: 'year', label: 'Schedule', count: counts?.sessions },
      ]}
      onChange={(next) => {
        if (next === 'progress') return go(`/progress/${cohortId}`);
        look({ side: next });
        if (side === 'progress') go(`/cohorts/${cohortId}`);
      }}
    />
  );
}
