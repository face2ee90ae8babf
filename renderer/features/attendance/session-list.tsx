import { ArrowLeft } from 'lucide-react';
import { useLocation } from 'wouter';
import { clockOf, dayOf, sayClock, sayDay, sayInstant } from '../../../shared/model/dates.ts';
import { PersonId, type SessionId } from '../../../shared/model/ids.ts';
import { fold } from '../../../shared/model/people.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import { confirm } from '../../components/ask.tsx';
import { Button } from '../../components/button.tsx';
import { allRows, type Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { Status } from '../../components/status.tsx';
import { Chips, Search, Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useZone } from '../../frame/status-store.ts';
import { perform } from '../../perform.ts';
import { useCall } from '../../query.ts';
import { AttendeeInspector, presenceWord, sayMethod } from './attendee-inspector.tsx';
import { type AttendeeShow, useAttendance } from './store.ts';

type Session = SessionView['session'];

const columnsFor = (session: Session, zone: string): readonly Column<AttendeeRow>[] => [
  { key: 'name', title: 'Name', least: 170, always: true, text: ({ name }) => name },
  { key: 'organization', title: 'School system', least: 160, mute: true, text: ({ organization }) => organization },
  { key: 'cohort', title: 'Cohort', width: 124, text: (row) => sayCohort(row) },
  {
    key: 'presence',
    title: 'Attendance',
    width: 136,
    text: (row) => presenceWord(row, session).word,
    cell: (row) => <Status of={presenceWord(row, session).key}>{presenceWord(row, session).word}</Status>,
  },
  {
    key: 'at',
    title: 'Since',
    width: 124,
    mute: true,
    text: ({ at }) =>
      at === null ? '' : dayOf(at, zone) === session.heldOn ? sayClock(clockOf(at, zone)) : sayInstant(at, zone),
  },
  {
    key: 'method',
    title: 'How',
    width: 124,
    mute: true,
    hidden: true,
    text: ({ method }) => (method ? sayMethod[method] : ''),
  },
];

const sayCohort = ({ cohort, expected }: AttendeeRow): string =>
  expected ? cohort : cohort === '' ? 'in no cohort' : `${cohort}, guest`;

const isShown: Readonly<Record<AttendeeShow, (row: AttendeeRow) => boolean>> = {
  everyone: () => true,
  here: ({ present }) => present,
  'not-here': ({ present }) => !present,
};

/** One session: everyone expected, who came, and the sign-in sheet entered by hand. */
export function SessionList({ sessionId }: { readonly sessionId: SessionId }) {
  const { value, problem } = useCall('attendance.session', { sessionId }, 'any');
  const { show, search, sort, openId, selected, look } = useAttendance();
  const zone = useZone();
  const [, go] = useLocation();
  const session = value?.session;
  const people = value?.people ?? [];
  const columns = session ? columnsFor(session, zone) : [];
  const words = search.split(/\s+/).map(fold);
  const column = columns.find(({ key }) => key === sort?.by);
  const sign = sort?.direction === 'down' ? -1 : 1;
  const found = people.filter(
    (row) => isShown[show](row) && words.every((word) => fold(`${row.name} ${row.organization}`).includes(word)),
  );
  const rows = column ? found.toSorted((a, b) => column.text(a).localeCompare(column.text(b)) * sign) : found;
  const open = people.find(({ personId }) => personId === openId);
  const toMark = people.filter(({ personId, present }) => selected.has(personId) && !present);

  const markAll = async () => {
    if (!session || toMark.length === 0) return;
    const whom = toMark.length === 1 ? toMark[0]?.name : `${toMark.length} people`;
    const yes = await confirm({
      title: `Mark ${whom} present?`,
      sentence: `At ${session.title} on ${sayDay(session.heldOn)}, as on the sign-in sheet.`,
      lines: toMark
        .slice(0, 8)
        .map(({ name }) => name)
        .concat(toMark.length > 8 ? [`and ${toMark.length - 8} more`] : []),
      action: `Mark ${toMark.length}`,
    });
    if (!yes) return;
    const personIds = toMark.map(({ personId }) => personId);
    const result = await perform('attendance.mark', { sessionId, personIds });
    if (result.ok) look({ selected: new Set() });
  };
  const checkIn = () => go(`/check-in/${sessionId}`);
  const back = () => go('/attendance');
  useCommands([
    { id: 'attendance.check-in', label: 'Check in at this session', keys: 'C', run: checkIn },
    { id: 'attendance.mark', label: 'Mark the selected people present', keys: 'P', run: () => void markAll() },
    { id: 'attendance.sessions', label: 'All sessions', keys: 'Alt+ArrowLeft', run: back },
  ]);

  return (
    <Screen
      toolbar={
        <Toolbar
          title={session?.title ?? 'Session'}
          sub={session && saySession(session)}
          actions={
            <>
              <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={back}>
                All sessions
              </Button>
              {toMark.length > 0 && (
                <Button keys="P" onClick={() => void markAll()}>
                  Mark {toMark.length} present
                </Button>
              )}
              <Button kind="primary" keys="C" onClick={checkIn}>
                Check in
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={[
              { key: 'everyone', label: 'Everyone', count: people.length },
              { key: 'here', label: 'Here', count: people.filter(isShown.here).length },
              { key: 'not-here', label: 'Not here', count: people.filter(isShown['not-here']).length },
            ]}
            onChange={(key) => look({ show: key })}
          />
        </Toolbar>
      }
      inspector={
        open && session && <AttendeeInspector row={open} session={session} onClose={() => look({ openId: null })} />
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <DataTable
          name="attendees"
          label={`People at ${value.session.title}`}
          columns={columns}
          rows={allRows(rows, `${sessionId} ${show} ${search} ${JSON.stringify(sort)}`)}
          idOf={({ personId }) => personId}
          sort={sort}
          onSort={(next) => look({ sort: next })}
          openId={openId}
          onOpen={({ personId }) => look({ openId: PersonId.parse(personId) })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          empty={<NoOne expected={people.length} show={show} />}
        />
      )}
    </Screen>
  );
}

function saySession({ heldOn, startsAt, endsAt, room, cohorts }: Session): string {
  const hours = `${sayDay(heldOn)}, ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
  return [hours, room, cohorts.map(({ name }) => name).join(' and ')].filter(Boolean).join(' · ');
}

function NoOne({ expected, show }: { readonly expected: number; readonly show: AttendeeShow }) {
  if (expected === 0) {
    return (
      <Empty title="Nobody is expected yet">
        A session expects the participants of its cohorts. Accept applicants, and they are expected here.
      </Empty>
    );
  }
  if (show === 'here') return <Empty title="Nobody is here yet">Check-in or a sign-in sheet brings people here.</Empty>;
  if (show === 'not-here') return <Empty title="Everybody is here">Whoever is expected has come.</Empty>;
  return <Empty title="Nobody is called that">Search by name or school system.</Empty>;
}
