import { countOf } from '../../../shared/model/counts.ts';
import './attendance.css';
import { CalendarCheck } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Meter } from '../../kit/meter.tsx';
import { useAsked } from '../../kit/opened.ts';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status } from '../../kit/status.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { SessionList } from './session-list.tsx';
import { WalkIns } from './walk-ins.tsx';

/** Sessions, who was expected and who came. */
export function AttendancePage({ sessionId }: { readonly sessionId: SessionId | null }) {
  return sessionId ? <SessionList key={sessionId} sessionId={sessionId} /> : <Sessions />;
}

const columns: readonly Column<SessionRow>[] = [
  { key: 'heldOn', title: 'Day', width: 140, text: ({ heldOn }) => sayDay(heldOn) },
  { key: 'title', title: 'Course', least: 180, always: true, text: ({ title }) => title },
  { key: 'cohorts', title: 'Cohorts', width: 92, text: ({ cohorts }) => cohorts.map(({ name }) => name).join(', ') },
  {
    key: 'hours',
    title: 'Hours',
    width: 142,
    mute: true,
    text: ({ startsAt, endsAt }) => `${sayClock(startsAt)} – ${sayClock(endsAt)}`,
  },
  { key: 'room', title: 'Room', width: 130, mute: true, hidden: true, text: ({ room }) => room ?? '' },
  {
    key: 'present',
    title: 'Came',
    width: 132,
    text: ({ present, expected }) => `${present} of ${expected}`,
    cell: (session) => <Came session={session} />,
  },
  {
    key: 'when',
    title: 'Status',
    width: 106,
    text: ({ when }) => ({ past: 'Held', today: 'Today', coming: 'To come' })[when],
    cell: ({ when }) => <Status of={when} />,
  },
];

/** How many of those expected came, as a bar and in figures. */
function Came({ session: { present, expected, guests } }: { readonly session: SessionRow }) {
  return (
    <span className="attendance-came">
      <Meter parts={[{ label: 'Here', value: present, tone: 'ok' }]} total={expected} />
      {present} of {expected}
      {guests > 0 && <span className="mute">+{guests}</span>}
    </span>
  );
}

function Sessions() {
  // Who came is counted for each session: a screenful is counted at once, and no more.
  const rows = useSlices('attendance.list', (slice) => slice, 50);
  const { answer } = rows;
  const [, go] = useLocation();
  const first = rows.rowAt(0);
  const next = first?.when === 'past' ? undefined : first;
  const checkIn = () => next && go(`/check-in/${next.id}`);
  const match = { id: 'attendance.walk-ins', label: 'Match walk-ins', keys: 'W', run: () => setMatching(true) };
  useCommands([
    ...(next ? [{ id: 'attendance.check-in', label: `Check in: ${next.title}`, keys: 'C', run: checkIn }] : []),
    match,
  ]);
  const asked = useAsked('show') === 'walk-ins';
  const [isMatching, setMatching] = useState(asked);
  const { value: unmatched } = useCall('attendance.walkIns', {});
  if (isMatching)
    return (
      <WalkIns
        sessionId={null}
        onLeave={() => {
          setMatching(false);
          if (asked) go('/attendance', { replace: true });
        }}
      />
    );
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Attendance"
          sub={answer && answer.total > 0 && `${answer.held} of ${answer.total} sessions held`}
          actions={
            <>
              {unmatched && unmatched.length > 0 && (
                <Button keys="W" onClick={match.run}>
                  Match {countOf(unmatched.length, 'walk-in')}
                </Button>
              )}
              {next && (
                <Button kind={next.when === 'today' ? 'primary' : 'plain'} keys="C" onClick={checkIn}>
                  {next.when === 'today' ? 'Check in' : `Check in for ${sayDay(next.heldOn)}`}
                </Button>
              )}
            </>
          }
        />
      }
    >
      <DataTable
        name="sessions"
        label="Sessions"
        columns={columns}
        rows={rows}
        idOf={({ id }) => id}
        onOpen={({ id }) => go(`/attendance/${id}`)}
        actions={({ id }) => [{ id: 'session.check-in', label: 'Check in', run: () => go(`/check-in/${id}`) }]}
        empty={
          answer && (
            <Empty
              icon={<CalendarCheck />}
              title="No sessions yet"
              actions={
                <Button kind="primary" onClick={() => go('/cohorts')}>
                  Add session
                </Button>
              }
            >
              A session is one day of one course. Schedule sessions on a cohort’s Schedule; each is listed here with who
              was expected and who came, and check-in starts here on the day.
            </Empty>
          )
        }
      />
    </Screen>
  );
}
