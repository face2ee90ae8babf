import { useState } from 'react';
import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useStatus } from '../../kit/status-store.ts';
import { PaperQuestion } from './paper-question.tsx';

/** For which cohorts to print the schedule of the year: one, or several on one paper. */
export function ScheduleDialog({ cohortIds }: { readonly cohortIds: readonly CohortId[] }) {
  const { value, problem } = useCall('cohorts.list', {});
  const current = useStatus()?.currentCohort?.id;
  const [picked, setPicked] = useState<ReadonlySet<CohortId>>(
    new Set(cohortIds.length > 0 ? cohortIds : current ? [current] : []),
  );
  const cohorts = (value?.cohorts ?? []).filter(({ id, sessions }) => sessions > 0 || picked.has(id));
  const tick = (id: CohortId, isOn: boolean) =>
    setPicked(new Set(isOn ? [...picked, id] : [...picked].filter((each) => each !== id)));
  const input = { cohortIds: cohorts.map(({ id }) => id).filter((id) => picked.has(id)) };
  return (
    <PaperQuestion
      title="Print the schedule"
      why={input.cohortIds.length === 0 ? 'Check at least one cohort' : null}
      onPrint={() => printPaper('papers.schedule', input)}
      onSave={() => writeFile('papers.schedule', input)}
    >
      {problem && <ProblemNote problem={problem} />}
      <fieldset className="papers-list">
        <legend>Cohorts</legend>
        {value && cohorts.length === 0 && (
          <p className="mute">No cohort has a session yet. Schedule a cohort’s sessions, then print.</p>
        )}
        {cohorts.map(({ id, name, sessions }) => (
          <Checkbox
            key={id}
            label={name}
            hint={countOf(sessions, 'session')}
            checked={picked.has(id)}
            onChange={(isOn) => tick(id, isOn)}
          />
        ))}
      </fieldset>
    </PaperQuestion>
  );
}
