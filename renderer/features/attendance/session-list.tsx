import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { PersonId, type SessionId } from '../../../shared/model/ids.ts';
import type { SessionView } from '../../../shared/views/attendance.ts';
import { useCommands } from '../../kit/commands.ts';
import { allRows } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { shades, useAttendeeActs } from './attendee-acts.ts';
import { attendeesTable } from './attendee-columns.tsx';
import { AttendeeInspector } from './attendee-inspector.tsx';
import { idOfAttendee, useAttendeeRows } from './attendee-rows.ts';
import { AttendeesToolbar } from './attendees-toolbar.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { SheetEntry } from './sheet.tsx';
import { type AttendeeShow, useAttendance } from './store.ts';
import { WalkIns } from './walk-ins.tsx';

/** One session: its list, or in its place the sign-in sheet or the walk-ins. */
export function SessionList({ sessionId }: { readonly sessionId: SessionId }) {
  const { value, problem } = useCall('attendance.session', { sessionId });
  const [page, setPage] = useState<'list' | 'sheet' | 'walk-ins'>('list');
  const toList = () => setPage('list');
  if (page === 'walk-ins') return <WalkIns sessionId={sessionId} onLeave={toList} />;
  if (page === 'sheet' && value) return <SheetEntry view={value} onLeave={toList} />;
  return <Attendees sessionId={sessionId} view={value} problem={problem} onPage={setPage} />;
}

/** Everyone expected and who came; what is done is done to those selected, or else to whom the inspector shows. */
function Attendees({
  sessionId,
  view,
  problem,
  onPage,
}: {
  readonly sessionId: SessionId;
  readonly view: SessionView | undefined;
  readonly problem: Parameters<typeof ProblemNote>[0]['problem'] | null;
  readonly onPage: (page: 'sheet' | 'walk-ins') => void;
}) {
  const { show, search, sort, openId, selected, look } = useAttendance();
  const [, go] = useLocation();
  const list = useAttendeeRows(view);
  const { rows, chosen, meant, inspected } = list;
  const acts = useAttendeeActs(view?.session, { chosen, meant });
  // Who was selected at another session is not here.
  useEffect(() => () => look({ selected: new Set() }), [look]);
  const closeInspector = () => look({ openId: null });
  const checkIn = () => go(`/check-in/${sessionId}`);
  const leave = () => go('/attendance');
  useCommands([
    { id: 'attendance.check-in', label: 'Check in at this session', keys: 'C', run: checkIn },
    { id: 'attendance.mark', label: 'Mark present', keys: 'P', onRows: { label: 'Mark present' }, run: acts.markAll },
    ...shades.map(({ kind, label, keys }) => ({
      id: `attendance.${kind}`,
      label,
      keys,
      onRows: { label },
      run: () => acts.note(kind),
    })),
    {
      id: 'attendance.take-back',
      label: 'Clear what is recorded…',
      keys: 'T',
      onRows: { label: 'Clear what is recorded…' },
      run: acts.takeBack,
    },
    { id: 'attendance.sheet', label: 'Enter the sign-in sheet', keys: 'S', run: () => onPage('sheet') },
    { id: 'attendance.walk-ins', label: 'Match walk-ins', keys: 'W', run: () => onPage('walk-ins') },
    { id: 'attendance.sessions', label: 'All sessions', keys: 'Alt+ArrowLeft', run: leave },
  ]);

  return (
    <Screen
      toolbar={
        <AttendeesToolbar
          sessionId={sessionId}
          view={view}
          rows={rows}
          selected={chosen.length}
          acts={acts}
          onLeave={leave}
          onCheckIn={checkIn}
          onPage={onPage}
        />
      }
      inspector={
        inspected.several.length > 0 ? (
          <SeveralInspector
            names={inspected.several.map(({ name }) => name)}
            onClear={() => look({ selected: new Set() })}
            onClose={closeInspector}
          />
        ) : (
          inspected.row &&
          view && <AttendeeInspector row={inspected.row} view={view} onNote={acts.note} onClose={closeInspector} />
        )
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {view && (
        <DataTable
          name={attendeesTable}
          label={`People at ${view.session.title}`}
          columns={list.columns}
          columnSets="attendance"
          rows={allRows(rows, `${sessionId} ${show} ${search} ${JSON.stringify(sort)}`)}
          idOf={idOfAttendee}
          sort={sort}
          onSort={(next) => look({ sort: next })}
          openId={openId}
          onOpen={({ personId }) => look({ openId: PersonId.parse(personId) })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          empty={<NoOne expected={list.people.length} show={show} />}
        />
      )}
      {acts.noting && view && <NoteDialog kind={acts.noting} people={meant} view={view} onClose={acts.endNote} />}
    </Screen>
  );
}

function NoOne({ expected, show }: { readonly expected: number; readonly show: AttendeeShow }) {
  if (expected === 0) {
    return (
      <Empty title="No one is expected yet">
        A session expects the participants in its cohorts. Accept applicants, and they are expected here.
      </Empty>
    );
  }
  if (show === 'here')
    return <Empty title="No one is here yet">People who check in or signed the sign-in sheet are listed here.</Empty>;
  if (show === 'excused') return <Empty title="No one is excused">Press X to excuse someone, with a reason.</Empty>;
  if (show === 'not-here') return <Empty title="Everyone is here">Everyone expected has checked in.</Empty>;
  return <Empty title="No one by that name">Search by name or school system.</Empty>;
}
