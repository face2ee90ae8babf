import './what-if.css';
import { GitCompareArrows } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { ApplicationId, type CohortId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { WhatIfAnswer as Answer, WhatIfRow, WhatIfShow } from '../../../shared/views/selection.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty, NoCohort } from '../../kit/empty.tsx';
import { useOpened } from '../../kit/opened.ts';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { useStatus } from '../../kit/status-store.ts';
import { Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { whatIfColumns } from './columns.tsx';
import { sayConsequences } from './consequences.ts';
import { policyDraftOf, useWhatIf } from './draft.ts';
import { FactDialog } from './fact-dialog.tsx';
import { LaterRules } from './later-rules.tsx';
import { WhatIfLevers } from './levers.tsx';
import { TriedPeople } from './tried-people.tsx';

/** Tries other rules on a cohort and shows who would move, and why. Nothing is written. */
export function WhatIfPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  const { value: program } = useCall('program.show', {});
  if (cohort && program) return <CohortWhatIf key={cohort} cohortId={cohort} policy={program.policy} />;
  return (
    <Screen toolbar={<Toolbar title="What if" />}>
      {!cohort && (
        <NoCohort icon={<GitCompareArrows />} title="There is no cohort to try this on">
          Add a cohort and import its applications. Then other seats and other rules can be tried on it.
        </NoCohort>
      )}
    </Screen>
  );
}

function CohortWhatIf({ cohortId, policy }: { readonly cohortId: CohortId; readonly policy: Policy }) {
  const draft = useWhatIf();
  const [, go] = useLocation();
  const { seats = null, fromScratch, show, search, set } = draft;
  const asks = policyDraftOf(policy, draft);
  // Facts of another cohort’s people wait until that cohort is looked at again.
  const people = draft.tried.filter((each) => each.cohortId === cohortId);
  const facts = people.map((each) => each.facts);
  const rows = useSlices('applicants.whatIf', (slice) => ({
    cohortId,
    policy: asks,
    seats,
    facts,
    fromScratch,
    show,
    search,
    ...slice,
  }));
  const { answer } = rows;
  const opened = ApplicationId.safeParse(useOpened()).data;
  const [person, setPerson] = useState<{ readonly applicationId: ApplicationId | null } | null>(null);
  useEffect(() => {
    if (opened) setPerson({ applicationId: opened });
  }, [opened]);
  const onClose = () => {
    setPerson(null);
    if (opened) go(`/what-if/${cohortId}`, { replace: true });
  };
  const ask = () => setPerson({ applicationId: null });
  useCommands([
    { id: 'what-if.person', label: 'Try other facts of someone', keys: 'P', run: ask },
    { id: 'what-if.clear', label: 'Reset every setting', run: draft.clear },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="What if"
          sub={
            <>
              <CohortSelect path="/what-if" cohortId={cohortId} />
              <span>Nothing changes while you try</span>
            </>
          }
          actions={
            <Button keys="P" onClick={ask}>
              Someone’s facts…
            </Button>
          }
        >
          <Search label="Search people" value={search} found={rows.total} onChange={(text) => set({ search: text })} />
          <Chips label="Show" value={show} options={chips(answer)} onChange={(next) => set({ show: next })} />
        </Toolbar>
      }
    >
      <div className="what-if-draft">
        {answer && <WhatIfLevers policy={policy} seats={answer.cohort.seats} />}
        {answer && <LaterRules cohortId={cohortId} policy={policy} />}
        <TriedPeople
          policy={policy}
          tried={people}
          outcomes={answer?.tried ?? []}
          onChange={(applicationId) => setPerson({ applicationId })}
        />
      </div>
      <p className="what-if-sum" role="status">
        {answer ? sayConsequences(answer) : ''}
      </p>
      <DataTable
        name="what-if"
        label="Who would move"
        columns={whatIfColumns}
        rows={rows}
        idOf={idOf}
        onOpen={({ applicationId }) => go(`/applicants/${cohortId}?open=${applicationId}`)}
        empty={
          answer && (
            <Empty icon={<GitCompareArrows />} title="No one would move">
              Change a setting above: other seats, more or fewer years, a cap for one school system, another rule for
              late applications, or someone’s facts. Everyone who would gain or lose a seat is shown here, with the
              reason. Accepted applicants keep their seats, unless you try it as if no one were accepted yet.
            </Empty>
          )
        }
      />
      {person && (
        <FactDialog cohortId={cohortId} policy={policy} applicationId={person.applicationId} onClose={onClose} />
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
