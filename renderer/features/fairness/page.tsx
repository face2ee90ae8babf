import { sayCount } from '../../../shared/model/counts.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import './fairness.css';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { FairnessRow, FairnessView } from '../../../shared/views/selection.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Empty, NoCohort } from '../../kit/empty.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useStatus } from '../../kit/status-store.ts';
import { Toolbar } from '../../kit/toolbar.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';

/** Who got the seats, at a glance: by tier, school system, years and lateness. */
export function FairnessPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  if (cohort) return <CohortFairness key={cohort} cohortId={cohort} />;
  return (
    <Screen toolbar={<Toolbar title="Fairness" />}>
      <NoCohort icon={<Scale />} title="There is no cohort yet">
        Add a cohort and import its applications. Then this screen shows how each group of applicants did.
      </NoCohort>
    </Screen>
  );
}

function CohortFairness({ cohortId }: { readonly cohortId: CohortId }) {
  const { value, problem } = useCall('applicants.fairness', { cohortId });
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Fairness"
          sub={
            <>
              <CohortSelect path="/fairness" cohortId={cohortId} />
              {value && <span>version {sayNumber(value.policyNumber)} of the policy</span>}
            </>
          }
        />
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {value && value.total.applied === 0 && (
        <Empty icon={<Scale />} title={`No one has applied to ${value.cohort.name} yet`}>
          Import the applications; then this screen shows how each group of applicants did.
        </Empty>
      )}
      {value && value.total.applied > 0 && (
        <div className="scroll fairness">
          <p className="fairness-lead">
            {sayTotal(value)} The bars show the shares of each group; the numbers are in the table beside them.
          </p>
          <p className="fairness-legend" aria-hidden="true">
            <span className="fairness-key fairness-accepted">Accepted</span>
            <span className="fairness-key fairness-within">Within seats</span>
            <span className="fairness-key fairness-waiting">Waiting</span>
            <span className="fairness-key fairness-other">Neither</span>
          </p>
          <div className="fairness-groups">
            {value.groups.map(({ key, title, rows }) => (
              <Group key={key} title={title} rows={rows} />
            ))}
          </div>
        </div>
      )}
    </Screen>
  );
}

function sayTotal({ total, cohort }: FairnessView): string {
  const { applied, accepted, withinSeats, waiting } = total;
  return `${sayCount(applied)} applied for ${sayCount(cohort.seats)} seats of ${cohort.name}: ${sayCount(accepted)} accepted, ${sayCount(withinSeats)} within the seats, ${sayCount(waiting)} waiting.`;
}

/** A group of more rows shows the largest first, and the others on demand. */
const atFirst = 12;

function Group({ title, rows }: { readonly title: string; readonly rows: readonly FairnessRow[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, atFirst);
  return (
    <Card level={2} title={title}>
      <table className="fairness-table">
        <thead>
          <tr>
            <th scope="col">Group</th>
            <td aria-hidden="true" />
            <th scope="col">Applied</th>
            <th scope="col">Accepted</th>
            <th scope="col">Within seats</th>
            <th scope="col">Waiting</th>
            <th scope="col">Neither</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td aria-hidden="true">
                <Bar row={row} />
              </td>
              {[row.applied, row.accepted, row.withinSeats, row.waiting, row.other].map((count, at) => (
                // The columns have no other name than their place.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <td key={at} className="number">
                  {sayCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > atFirst && (
        <Button kind="quiet" className="fairness-all" onClick={() => setAll(!all)}>
          {all ? `Show the largest ${atFirst}` : `Show all ${sayCount(rows.length)}`}
        </Button>
      )}
    </Card>
  );
}

/** How a group divides, as a bar that only repeats the numbers beside it. */
function Bar({ row: { applied, accepted, withinSeats, waiting, other } }: { readonly row: FairnessRow }) {
  const parts = [
    ['accepted', accepted],
    ['within', withinSeats],
    ['waiting', waiting],
    ['other', other],
  ] as const;
  return (
    <span className="fairness-bar">
      {applied > 0 &&
        parts.map(([key, count]) => (
          <span key={key} className={`fairness-${key}`} style={{ width: `${(count / applied) * 100}%` }} />
        ))}
    </span>
  );
}
