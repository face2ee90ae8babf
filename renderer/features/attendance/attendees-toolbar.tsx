import { countOf } from '../../../shared/model/counts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { ExportButton } from '../../kit/export-button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { Back, Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { SessionMore } from '../kiosk/session-more.tsx';
import { NotesButton } from '../notes/button.tsx';
import { PrintMenu } from '../papers/print-menu.tsx';
import { type AttendeeActs, shades } from './attendee-acts.ts';
import { attendeeColumnsShown, isShown } from './attendee-columns.tsx';
import { useAttendance } from './store.ts';

/** The head of a session's list: where to go from it, which part of it shows, and what to record for those selected. */
export function AttendeesToolbar({
  sessionId,
  view,
  rows,
  selected,
  acts,
  onLeave,
  onCheckIn,
  onPage,
}: {
  readonly sessionId: SessionId;
  readonly view: SessionView | undefined;
  /** Those whom the list shows. */
  readonly rows: readonly AttendeeRow[];
  /** How many of them are selected. */
  readonly selected: number;
  readonly acts: AttendeeActs;
  readonly onLeave: () => void;
  readonly onCheckIn: () => void;
  readonly onPage: (page: 'sheet' | 'walk-ins') => void;
}) {
  const { show, search, look } = useAttendance();
  const session = view?.session;
  const people = view?.people ?? [];
  const toMatch = view?.toMatch ?? 0;
  const onTheScreen = () => ({
    sessionId,
    personIds: rows.map(({ personId }) => personId),
    columns: attendeeColumnsShown(),
  });
  return (
    <Toolbar
      title={session?.title ?? 'Session'}
      sub={session && saySession(session)}
      actions={
        <>
          <Back to="All sessions" onClick={onLeave} />
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
          {session && <NotesButton about={{ sessionId }} title={`Notes on ${session.title}`} />}
          {session && <SessionMore session={session} />}
          <ExportButton
            label="Export"
            what="Export the attendance"
            kind="plain"
            onExport={(format) => void writeFile('attendance.exportSession', { ...onTheScreen(), format })}
          />
          <Button kind="primary" keys="C" onClick={onCheckIn}>
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
      {selected > 0 && <RecordFor count={selected} acts={acts} />}
    </Toolbar>
  );
}

/** What can be recorded for those who are selected. */
function RecordFor({ count, acts }: { readonly count: number; readonly acts: AttendeeActs }) {
  return (
    <>
      {acts.toMark.length > 0 && (
        <Button keys="P" onClick={acts.markAll}>
          Mark {acts.toMark.length} present
        </Button>
      )}
      <Menu
        label="What to record for the selected people"
        items={[
          ...shades.map(({ kind, label, keys }) => ({ id: kind, label, keys, run: () => acts.note(kind) })),
          { id: 'take-back', label: 'Undo…', keys: 'T', danger: true, run: acts.takeBack },
        ]}
      >
        {`Record for ${count}…`}
      </Menu>
    </>
  );
}

function saySession({ heldOn, startsAt, endsAt, room, cohorts }: SessionRow): string {
  const hours = `${sayDay(heldOn)}, ${sayClock(startsAt)} to ${sayClock(endsAt)}`;
  return [hours, room, cohorts.map(({ name }) => name).join(' and ')].filter(Boolean).join(' · ');
}
