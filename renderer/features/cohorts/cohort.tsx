import { ArrowLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { participantColumns } from '../../../shared/views/cohorts.ts';
import { Button } from '../../components/button.tsx';
import { shownColumns } from '../../components/data-table/choice.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { Status } from '../../components/status.tsx';
import { Chips, Search, Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useOpened } from '../../frame/opened.ts';
import { writeFile } from '../../perform.ts';
import { useCall } from '../../query.ts';
import { useSlices } from '../../slices.ts';
import { Year } from '../courses/year.tsx';
import { CohortForm } from './cohort-form.tsx';
import { participantTableColumns } from './participant-columns.tsx';
import { ParticipantInspector } from './participant-inspector.tsx';
import { sortOf, useCohorts } from './store.ts';

const table = 'participants';

/** One cohort: its participants and how far each has come, or its year. */
export function CohortScreen({ cohortId }: { readonly cohortId: CohortId }) {
  const { side, search, sort, openId, look } = useCohorts();
  const list = useCall('cohorts.list', {}, ['cohort', 'application', 'participant', 'sessionCohort']);
  const rows = useSlices(
    'cohorts.participants',
    (slice) => ({ cohortId, search, ...(sort ? { sort } : {}), ...slice }),
    [
      'cohort',
      'participant',
      'person',
      'organization',
      'session',
      'sessionCohort',
      'attendanceEvent',
      'course',
      'feePayment',
    ],
  );
  const [changing, setChanging] = useState(false);
  const [planning, setPlanning] = useState(0);
  const [, go] = useLocation();
  const opened = useOpened();
  useEffect(() => {
    const found = ParticipantId.safeParse(opened);
    if (found.success) look({ openId: found.data, side: 'participants' });
  }, [opened, look]);

  const columns = participantTableColumns(rows.answer?.courses ?? []);
  const exportRoster = () => {
    const shown = shownColumns(table, columns).map(({ key }) => key);
    const wanted = participantColumns.filter((key) => shown.includes(key));
    const inOrder = shown.flatMap((key) => wanted.filter((column) => column === key));
    void writeFile('cohorts.exportRoster', { cohortId, search, ...(sort ? { sort } : {}), columns: inOrder });
  };
  const change = () => setChanging(true);
  const plan = () => {
    look({ side: 'year' });
    setPlanning(planning + 1);
  };
  useCommands([
    { id: 'export', label: 'Export the roster', keys: 'Mod+E', run: exportRoster },
    { id: 'cohorts.change', label: 'Change the cohort', keys: 'E', run: change },
    { id: 'courses.plan', label: 'Plan a session', keys: 'P', run: plan },
    { id: 'fees.open', label: 'Fees of this cohort', keys: 'F', run: () => go(`/fees/${cohortId}`) },
    { id: 'cohorts.all', label: 'All cohorts', keys: 'Alt+ArrowLeft', run: () => go('/cohorts') },
  ]);

  const cohort = rows.answer?.cohort;
  const counts = list.value?.cohorts.find(({ id }) => id === cohortId);
  const isPeople = side === 'participants';
  return (
    <Screen
      toolbar={
        <Toolbar
          title={cohort?.name ?? 'Cohort'}
          sub={
            cohort && (
              <span className="cohorts-sub">
                <Status of={cohort.status} />
                {counts && `${counts.participants} of ${cohort.seats} seats taken`}
              </span>
            )
          }
          actions={
            <>
              <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={() => go('/cohorts')}>
                All cohorts
              </Button>
              <Button keys="F" onClick={() => go(`/fees/${cohortId}`)}>
                Fees
              </Button>
              <Button keys="E" onClick={change}>
                Change
              </Button>
              {isPeople ? (
                <Button kind="primary" keys="Mod+E" onClick={exportRoster}>
                  Export roster
                </Button>
              ) : (
                <Button kind="primary" keys="P" onClick={plan}>
                  Plan a session
                </Button>
              )}
            </>
          }
        >
          {isPeople && (
            <Search label="Search participants" value={search} onChange={(text) => look({ search: text })} />
          )}
          <Chips
            label="Show"
            value={side}
            options={[
              { key: 'participants', label: 'Participants', count: counts?.participants },
              { key: 'year', label: 'The year', count: counts?.sessions },
            ]}
            onChange={(key) => look({ side: key })}
          />
        </Toolbar>
      }
      inspector={
        isPeople &&
        openId &&
        rows.answer && (
          <ParticipantInspector
            key={openId}
            participantId={openId}
            row={findRow(rows, openId)}
            courses={rows.answer.courses}
            onClose={() => look({ openId: null })}
          />
        )
      }
    >
      {rows.problem && <ProblemNote problem={rows.problem} />}
      {cohort && isPeople && (
        <DataTable
          name={table}
          label={`Participants of ${cohort.name}`}
          columns={columns}
          rows={rows}
          idOf={({ participantId }) => participantId}
          sort={sort}
          onSort={(next) => look({ sort: sortOf(next) })}
          openId={openId}
          onOpen={({ participantId }) => look({ openId: participantId })}
          empty={
            search === '' ? (
              <Empty title="Nobody is in this cohort yet">
                Whoever is accepted under Applicants is here, with each course: attended, missed, made up or to come.
              </Empty>
            ) : (
              <Empty title={`Nobody here is called “${search}”`}>
                Search by name, school system or e-mail address.
              </Empty>
            )
          }
        />
      )}
      {!isPeople && <Year cohortId={cohortId} planning={planning} />}
      {changing && cohort && list.value && (
        <CohortForm view={list.value} cohort={cohort} onClose={() => setChanging(false)} />
      )}
    </Screen>
  );
}

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
