import { UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { participantColumns } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { shownColumns } from '../../kit/data-table/choice.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { heldRows } from '../../kit/held-rows.ts';
import { inspectedOf } from '../../kit/list/inspected.ts';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { useOpened } from '../../kit/opened.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { planSession, useYearPlan } from '../courses/store.ts';
import { Year } from '../courses/year.tsx';
import { NobodyTagged, useTagFilter } from '../tags/filter.tsx';
import { CohortForm } from './cohort-form.tsx';
import { CohortToolbar } from './cohort-toolbar.tsx';
import { participantTableColumns } from './participant-columns.tsx';
import { ParticipantInspector } from './participant-inspector.tsx';
import { Places } from './places.tsx';
import { sortOf, useCohorts } from './store.ts';

const table = 'participants';

/** One cohort: its participants and how far each has come, or its year. */
export function CohortScreen({ cohortId }: { readonly cohortId: CohortId }) {
  const { side, search, sort, openId, selected, look } = useCohorts();
  const list = useCall('cohorts.list', {});
  const tagId = useTagFilter('cohorts');
  const rows = useSlices('cohorts.participants', (slice) => ({
    cohortId,
    search,
    tagId,
    ...(sort ? { sort } : {}),
    ...slice,
  }));
  const [changing, setChanging] = useState(false);
  const laying = useYearPlan((state) => state.planning) === cohortId;
  const [, go] = useLocation();
  const opened = useOpened();
  useEffect(() => {
    const found = ParticipantId.safeParse(opened);
    if (found.success) look({ openId: found.data, side: 'participants' });
  }, [opened, look]);
  // Who was selected in another cohort is not here.
  useEffect(() => () => look({ selected: new Set() }), [look]);

  const columns = participantTableColumns(rows.answer?.courses ?? []);
  const onTheScreen = () => ({
    search,
    tagId,
    ...(sort ? { sort } : {}),
    columns: shownColumns(table, columns).flatMap(({ key }) => participantColumns.filter((column) => column === key)),
  });
  const change = () => setChanging(true);
  const plan = () => {
    look({ side: 'year' });
    planSession();
  };
  useCommands([
    { id: 'cohorts.change', label: 'Change the cohort', keys: 'E', run: change },
    ...(laying ? [] : [{ id: 'courses.plan', label: 'Add session', keys: 'P', run: plan }]),
    { id: 'progress.open', label: 'Progress of this cohort', keys: 'R', run: () => go(`/progress/${cohortId}`) },
    { id: 'fees.open', label: 'Fees of this cohort', keys: 'F', run: () => go(`/fees/${cohortId}`) },
    { id: 'cohorts.all', label: 'All cohorts', keys: 'Alt+ArrowLeft', run: () => go('/cohorts') },
  ]);

  const cohort = rows.answer?.cohort;
  const counts = list.value?.cohorts.find(({ id }) => id === cohortId);
  const isPeople = side === 'participants';
  const held = heldRows(rows, selected, idOf);
  const inspected = inspectedOf(openId, held, idOf);
  const opensAs = ParticipantId.safeParse(inspected.openId).data;
  const closeInspector = () => look({ openId: null });
  return (
    <Screen
      toolbar={
        <CohortToolbar
          cohortId={cohortId}
          cohort={cohort}
          counts={counts}
          found={rows.total}
          laying={laying}
          roster={onTheScreen}
          go={go}
          onChange={change}
          onPlan={plan}
        />
      }
      inspector={
        isPeople &&
        (inspected.several.length > 0 ? (
          <SeveralInspector
            names={inspected.several.map(({ name }) => name)}
            onClear={() => look({ selected: new Set() })}
            onClose={closeInspector}
          />
        ) : (
          opensAs &&
          rows.answer && (
            <ParticipantInspector
              key={opensAs}
              participantId={opensAs}
              row={findRow(rows, opensAs)}
              courses={rows.answer.courses}
              onClose={closeInspector}
            />
          )
        ))
      }
    >
      {rows.problem && <ProblemNote problem={rows.problem} />}
      {cohort && isPeople && (
        <DataTable
          name={table}
          label={`Participants of ${cohort.name}`}
          columnSets="roster"
          columns={columns}
          rows={rows}
          idOf={idOf}
          sort={sort}
          onSort={(next) => look({ sort: sortOf(next) })}
          openId={openId}
          onOpen={({ participantId }) => look({ openId: participantId })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          empty={
            tagId === null ? (
              <NoParticipants search={search} onApplicants={() => go(`/applicants/${cohortId}`)} />
            ) : (
              <NobodyTagged list="cohorts" />
            )
          }
        />
      )}
      {cohort && isPeople && <Places cohort={cohort} selected={held} open={openId && findRow(rows, openId)} />}
      {!isPeople && <Year cohortId={cohortId} />}
      {changing && cohort && list.value && (
        <CohortForm view={list.value} cohort={cohort} onClose={() => setChanging(false)} />
      )}
    </Screen>
  );
}

function NoParticipants({ search, onApplicants }: { readonly search: string; readonly onApplicants: () => void }) {
  if (search !== '')
    return <Empty title={`No one matches “${search}”`}>Search by name, school system or e-mail address.</Empty>;
  const toApplicants = (
    <Button kind="primary" onClick={onApplicants}>
      Applicants
    </Button>
  );
  return (
    <Empty icon={<UsersRound />} title="No one is in this cohort yet" actions={toApplicants}>
      Accepted applicants are listed here, with each course: attended, missed, made up or to come.
    </Empty>
  );
}

const idOf = ({ participantId }: { readonly participantId: ParticipantId }): string => participantId;

/** The open row, where it is among those that are here. */
function findRow<Row extends { readonly participantId: ParticipantId }>(
  { total, rowAt }: { readonly total: number; readonly rowAt: (index: number) => Row | undefined },
  openId: ParticipantId,
): Row | null {
  for (let index = 0; index < total; index += 1) {
    const row = rowAt(index);
    if (row?.participantId === openId) return row;
  }
  return null;
}
