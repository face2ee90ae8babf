import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { ShadeKind } from '../../../shared/model/attendance.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import { PersonId, type SessionId } from '../../../shared/model/ids.ts';
import { compareOrder } from '../../../shared/model/listed-names.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import { askReason, confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { allRows, type Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ExportButton } from '../../kit/export-button.tsx';
import { inspectedOf } from '../../kit/list/inspected.ts';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { Menu } from '../../kit/menu.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useZone } from '../../kit/status-store.ts';
import { Back, Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { SessionMore } from '../kiosk/session-more.tsx';
import { PrintMenu } from '../papers/print-menu.tsx';
import { attendeeColumnsShown, attendeesTable, columnsOfAttendees, isShown } from './attendee-columns.tsx';
import { AttendeeInspector } from './attendee-inspector.tsx';
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

/** What can be noted beside a check-in, with its key. */
const shades: readonly { readonly kind: ShadeKind; readonly label: string; readonly keys: string }[] = [
  { kind: 'late', label: 'Came late…', keys: 'L' },
  { kind: 'left', label: 'Left early…', keys: 'E' },
  { kind: 'hours', label: 'Hours that count…', keys: 'H' },
  { kind: 'excused', label: 'Excuse…', keys: 'X' },
];

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
  const [noting, setNoting] = useState<ShadeKind | null>(null);
  const zone = useZone();
  const [, go] = useLocation();
  const session = view?.session;
  const people = view?.people ?? [];
  const columns = session ? columnsOfAttendees(session, zone) : [];
  const words = search.split(/\s+/).map(foldName);
  const column = columns.find(({ key }) => key === sort?.by);
  const sign = sort?.direction === 'down' ? -1 : 1;
  const found = people.filter(
    (row) => isShown[show](row) && words.every((word) => foldName(`${row.name} ${row.organization}`).includes(word)),
  );
  const rows = column ? found.toSorted((a, b) => compareBy(column, a, b) * sign) : found;
  const open = people.find(({ personId }) => personId === openId);
  // Whoever the search or the part of the list leaves out is not seen, and nothing is done to them.
  const chosen = rows.filter(({ personId }) => selected.has(personId));
  const inspected = inspectedOf(openId, chosen, idOf);
  const shown = people.find(({ personId }) => personId === inspected.openId);
  const clear = () => look({ selected: new Set() });
  const closeInspector = () => look({ openId: null });
  // Who was selected at another session is not here.
  useEffect(() => () => look({ selected: new Set() }), [look]);
  const meant = chosen.length > 0 ? chosen : open ? [open] : [];
  const toMark = meant.filter(({ present }) => !present);

  const markAll = async () => {
    if (!session || toMark.length === 0) return;
    const personIds = toMark.map(({ personId }) => personId);
    if (chosen.length > 0 && !(await confirm(marking(session, toMark)))) return;
    const result = await perform('attendance.mark', { sessionId, personIds });
    if (result.ok) look({ selected: new Set() });
  };
  const note = (kind: ShadeKind) => {
    if (meant.length > 0) setNoting(kind);
  };
  const takeBack = async () => {
    const noted = meant.filter(({ present, presence }) => present || presence.standing !== 'not-in');
    if (noted.length === 0) return;
    const reason = await askReason({
      title: `Clear what is recorded for ${noted.length === 1 ? noted[0]?.name : countOf(noted.length, 'person', 'people')}?`,
      sentence: 'All of it stays on record, marked as cleared.',
      action: 'Undo',
      kind: 'danger',
      placeholder: 'Entered by mistake',
    });
    if (reason === null) return;
    const personIds = noted.map(({ personId }) => personId);
    const result = await perform('attendance.takeBack', { sessionId, personIds, reason });
    if (result.ok) look({ selected: new Set() });
  };
  const onTheScreen = () => ({
    sessionId,
    personIds: rows.map(({ personId }) => personId),
    columns: attendeeColumnsShown(),
  });
  const exportList = (format: SheetFormat) => void writeFile('attendance.exportSession', { ...onTheScreen(), format });
  const checkIn = () => go(`/check-in/${sessionId}`);
  const back = () => go('/attendance');
  const toMatch = view?.toMatch ?? 0;
  useCommands([
    { id: 'attendance.check-in', label: 'Check in at this session', keys: 'C', run: checkIn },
    { id: 'attendance.mark', label: 'Mark present', keys: 'P', run: () => void markAll() },
    ...shades.map(({ kind, label, keys }) => ({ id: `attendance.${kind}`, label, keys, run: () => note(kind) })),
    { id: 'attendance.take-back', label: 'Clear what is recorded…', keys: 'T', run: () => void takeBack() },
    { id: 'attendance.sheet', label: 'Enter the sign-in sheet', keys: 'S', run: () => onPage('sheet') },
    { id: 'attendance.walk-ins', label: 'Match walk-ins', keys: 'W', run: () => onPage('walk-ins') },
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
              <Back to="All sessions" onClick={back} />
              {toMatch > 0 && (
                <Button keys="W" onClick={() => onPage('walk-ins')}>
                  Match {countOf(toMatch, 'walk-in')}
                </Button>
              )}
              <Button keys="S" onClick={() => onPage('sheet')}>
                Sign-in sheet
              </Button>
              {session && (
                <PrintMenu
                  here={{
                    whose: { of: 'session', sessionId },
                    sessionIds: [sessionId],
                    cohortIds: session.cohorts.map(({ id }) => id),
                  }}
                  list={{ label: 'Attendance…', run: () => void printPaper('attendance.exportSession', onTheScreen()) }}
                />
              )}
              {session && <SessionMore session={session} />}
              <ExportButton label="Export" what="Export the attendance" kind="plain" onExport={exportList} />
              <Button kind="primary" keys="C" onClick={checkIn}>
                Check in
              </Button>
            </>
          }
        >
          <Search
            label="Search people"
            value={search}
            found={view && rows.length}
            onChange={(text) => look({ search: text })}
          />
          <Chips
            label="Show"
            value={show}
            options={[
              { key: 'everyone', label: 'Everyone', count: people.length },
              { key: 'here', label: 'Here', count: people.filter(isShown.here).length },
              { key: 'not-here', label: 'Not here', count: people.filter(isShown['not-here']).length },
              { key: 'excused', label: 'Excused', count: people.filter(isShown.excused).length },
            ]}
            onChange={(key) => look({ show: key })}
          />
          <span className="space" />
          {chosen.length > 0 && (
            <>
              {toMark.length > 0 && (
                <Button keys="P" onClick={() => void markAll()}>
                  Mark {toMark.length} present
                </Button>
              )}
              <Menu
                label="What to record for the selected people"
                items={[
                  ...shades.map(({ kind, label, keys }) => ({ id: kind, label, keys, run: () => note(kind) })),
                  { id: 'take-back', label: 'Undo…', keys: 'T', danger: true, run: () => void takeBack() },
                ]}
              >
                {`Record for ${chosen.length}…`}
              </Menu>
            </>
          )}
        </Toolbar>
      }
      inspector={
        inspected.several.length > 0 ? (
          <SeveralInspector
            names={inspected.several.map(({ name }) => name)}
            onClear={clear}
            onClose={closeInspector}
          />
        ) : (
          shown && view && <AttendeeInspector row={shown} view={view} onNote={setNoting} onClose={closeInspector} />
        )
      }
    >
      {problem && <ProblemNote problem={problem} />}
      {view && (
        <DataTable
          name={attendeesTable}
          label={`People at ${view.session.title}`}
          columns={columns}
          columnSets="attendance"
          rows={allRows(rows, `${sessionId} ${show} ${search} ${JSON.stringify(sort)}`)}
          idOf={idOf}
          sort={sort}
          onSort={(next) => look({ sort: next })}
          openId={openId}
          onOpen={({ personId }) => look({ openId: PersonId.parse(personId) })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          empty={<NoOne expected={people.length} show={show} />}
        />
      )}
      {noting && view && (
        <NoteDialog
          kind={noting}
          people={meant}
          view={view}
          onClose={(did) => {
            setNoting(null);
            if (did) look({ selected: new Set() });
          }}
        />
      )}
    </Screen>
  );
}

const idOf = ({ personId }: AttendeeRow): string => personId;

function marking(session: SessionRow, people: readonly AttendeeRow[]) {
  return {
    title: `Mark ${people.length === 1 ? people[0]?.name : countOf(people.length, 'person', 'people')} present?`,
    sentence: `At ${session.title} on ${sayDay(session.heldOn)}, as on the sign-in sheet.`,
    lines: people
      .slice(0, 8)
      .map(({ name }) => name)
      .concat(people.length > 8 ? [`and ${people.length - 8} more`] : []),
    action: `Mark ${people.length}`,
  };
}

function saySession({ heldOn, startsAt, endsAt, room, cohorts }: SessionRow): string {
  const hours = `${sayDay(heldOn)}, ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
  return [hours, room, cohorts.map(({ name }) => name).join(' and ')].filter(Boolean).join(' · ');
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

/** People stand by last name, as in every list; what a column says is compared as it is read. */
const compareBy = ({ key, text }: Column<AttendeeRow>, a: AttendeeRow, b: AttendeeRow): number =>
  key === 'name' ? compareOrder(a.order, b.order) : text(a).localeCompare(text(b), 'en-US', { numeric: true });
