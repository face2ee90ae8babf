import './what-if.css';
import { GitCompareArrows } from 'lucide-react';
import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { WhatIfPage as Answer, WhatIfRow, WhatIfShow } from '../../../shared/views/selection.ts';
import { CohortSelect } from '../../components/cohort-select.tsx';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { Chips, Search, Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useStatus } from '../../frame/status-store.ts';
import { useCall } from '../../query.ts';
import { useSlices } from '../../slices.ts';
import { whatIfColumns } from './columns.tsx';
import { sayConsequences } from './consequences.ts';
import { draftOf, useWhatIf } from './draft.ts';
import { WhatIfLevers } from './levers.tsx';

/** Tries other rules on a cohort and shows who would move, and why. Nothing is written. */
export function WhatIfPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  const { value: program } = useCall('program.show', {}, ['policyVersion']);
  if (cohort && program) return <CohortWhatIf key={cohort} cohortId={cohort} policy={program.policy} />;
  return (
    <Screen toolbar={<Toolbar title="What if" />}>
      {!cohort && (
        <Empty icon={<GitCompareArrows />} title="There is no cohort to try anything on">
          Open a cohort and import its applications. Then other seats and other rules can be tried on it.
        </Empty>
      )}
    </Screen>
  );
}

const tables = ['application', 'person', 'organization', 'cohort', 'policyVersion', 'seatOffer'] as const;

function CohortWhatIf({ cohortId, policy }: { readonly cohortId: CohortId; readonly policy: Policy }) {
  const draft = useWhatIf();
  const [, go] = useLocation();
  const { seats = null, fromScratch, show, search, set } = draft;
  const tried = draftOf(policy, draft);
  const rows = useSlices(
    'applicants.whatIf',
    (slice) => ({ cohortId, policy: tried, seats, fromScratch, show, search, ...slice }),
    tables,
  );
  const { answer } = rows;
  useCommands([{ id: 'what-if.clear', label: 'Put every lever back to what holds now', run: draft.clear }]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="What if"
          sub={
            <span className="what-if-cohort">
              <CohortSelect path="/what-if" cohortId={cohortId} />
              Nothing is changed by trying
            </span>
          }
        >
          {answer && <WhatIfLevers policy={policy} seats={answer.cohort.seats} />}
          <Search label="Search people" value={search} onChange={(text) => set({ search: text })} />
          <Chips label="Show" value={show} options={chips(answer)} onChange={(next) => set({ show: next })} />
        </Toolbar>
      }
    >
      <p className="what-if-sum" role="status">
        {answer ? sayConsequences(answer) : ''}
      </p>
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name="what-if"
          label="Who would move"
          columns={whatIfColumns}
          rows={rows}
          idOf={idOf}
          onOpen={({ applicationId }) => go(`/applicants/${cohortId}?open=${applicationId}`)}
          empty={
            answer && (
              <Empty icon={<GitCompareArrows />} title="Nobody would move">
                Change a lever above: other seats, more or fewer years, a cap for one school system, another rule for
                late applications. Whoever would gain or lose a seat is shown here, with the reason. Accepted applicants
                keep their seats, unless you try it as if nobody were accepted yet.
              </Empty>
            )
          }
        />
      )}
    </Screen>
  );
}

const idOf = ({ applicationId }: WhatIfRow): string => applicationId;

const chips = (
  answer: Answer | undefined,
): readonly { key: WhatIfShow; label: string; count?: number | undefined }[] => {
  const counts = answer?.counts;
  const moved = counts && counts['gains-seat'] + counts['loses-seat'] + counts['other-standing'] + counts['other-tier'];
  return [
    { key: 'moved', label: 'Would move', count: moved },
    {
      key: 'places',
      label: 'Other places too',
      count: counts && moved !== undefined ? moved + counts['other-place'] : undefined,
    },
    { key: 'everyone', label: 'Everyone', count: answer?.ranked },
  ];
};
