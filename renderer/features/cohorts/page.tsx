import { sayCount } from '../../../shared/model/counts.ts';
import './cohorts.css';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sayCohortStatus } from '../../../shared/model/cohorts.ts';
import { type CivilDate, sayDate, sayShortDay } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { allRows, type Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { useAsked } from '../../kit/opened.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Status } from '../../kit/status.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { CohortScreen } from './cohort.tsx';
import { CohortForm } from './cohort-form.tsx';

/** Every cohort, and one cohort’s participants and year. */
export function CohortsPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  return cohortId ? <CohortScreen key={cohortId} cohortId={cohortId} /> : <Cohorts />;
}

/** A span of days: `Apr 1 – May 31, 2024`, with both years where they differ; what is not set is left open. */
function saySpan(from: CivilDate | null, to: CivilDate | null): string {
  if (from === null && to === null) return '';
  if (from === null) return `until ${to && sayDate(to)}`;
  if (to === null) return `from ${sayDate(from)}`;
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${sameYear ? sayShortDay(from) : sayDate(from)} – ${sayDate(to)}`;
}

const count = (key: 'applicants' | 'graduates' | 'sessions', title: string, width: number) => ({
  key,
  title,
  width,
  align: 'end' as const,
  text: (row: CohortRow) => (row[key] === 0 ? '–' : sayCount(row[key])),
});

const columns: readonly Column<CohortRow>[] = [
  { key: 'name', title: 'Cohort', least: 84, always: true, text: ({ name }) => name },
  {
    key: 'status',
    title: 'Status',
    width: 108,
    text: ({ status }) => sayCohortStatus[status],
    cell: ({ status }) => <Status of={status} />,
  },
  count('applicants', 'Applicants', 82),
  {
    key: 'participants',
    title: 'Participants',
    width: 96,
    align: 'end',
    text: ({ participants, seats }) => `${sayCount(participants)} of ${sayCount(seats)}`,
  },
  count('graduates', 'Graduates', 80),
  {
    key: 'window',
    title: 'Applications',
    width: 146,
    mute: true,
    text: ({ opensOn, closesOn }) => saySpan(opensOn, closesOn),
  },
  {
    key: 'year',
    title: 'Courses',
    width: 186,
    mute: true,
    text: ({ startsOn, endsOn }) => saySpan(startsOn, endsOn),
  },
  { ...count('sessions', 'Sessions', 74), hidden: true },
  { key: 'fee', title: 'Fee', width: 70, align: 'end', hidden: true, text: ({ fee }) => sayCents(fee) },
];

function Cohorts() {
  const { value, problem } = useCall('cohorts.list', {});
  const [, go] = useLocation();
  // A screen that has no cohort to show comes here to add one.
  const asked = useAsked('new') !== null;
  const [creating, setCreating] = useState(asked);
  const create = () => setCreating(true);
  const close = () => {
    setCreating(false);
    if (asked) go('/cohorts', { replace: true });
  };
  useCommands([{ id: 'cohorts.create', label: 'Add cohort', keys: 'N', run: create }]);
  const cohorts = value?.cohorts ?? [];
  const action = (
    <Button kind="primary" keys="N" onClick={create}>
      Add cohort…
    </Button>
  );
  return (
    <Screen
      toolbar={<Toolbar title="Cohorts" sub={cohorts.length > 0 && String(cohorts.length)} actions={value && action} />}
    >
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <DataTable
          name="cohorts"
          label="Cohorts"
          columns={columns}
          rows={allRows(cohorts)}
          idOf={({ id }) => id}
          onOpen={({ id }) => go(`/cohorts/${id}`)}
          actions={({ id }) => [
            { id: 'cohort.applicants', label: 'Applicants', run: () => go(`/applicants/${id}`) },
            { id: 'cohort.progress', label: 'Progress', run: () => go(`/progress/${id}`) },
            { id: 'cohort.fees', label: 'Fees', run: () => go(`/fees/${id}`) },
            { id: 'cohort.graduates', label: 'Graduates', run: () => go(`/graduates/${id}`) },
            { id: 'cohort.letters', label: 'Letters', run: () => go(`/letters/${id}`) },
          ]}
          empty={
            <Empty icon={<Users />} title="No cohort yet" actions={action}>
              A cohort is one year’s group, from its application window to its graduation. Add the first one here; past
              cohorts come in with your list of graduates.
            </Empty>
          }
        />
      )}
      {creating && value && (
        <CohortForm view={value} onClose={close} onDone={(cohortId) => go(`/cohorts/${cohortId}`)} />
      )}
    </Screen>
  );
}
