import './today.css';
import { Undo2 } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { instantOf, sayDay, sayInstant } from '../../../shared/model/dates.ts';
import type { TodayView } from '../../../shared/views/desk.ts';
import { sayAgo } from '../../kit/ago.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useStatus, useToday, useZone } from '../../kit/status-store.ts';
import { Toolbar } from '../../kit/toolbar.tsx';
import { undo } from '../../kit/undo.ts';
import { NameLead } from './name-lead.tsx';
import { NextSession } from './next-session.tsx';
import { NextSteps } from './steps.tsx';

/** What a lead sees first: the session that is on or next, what waits, and what was done last. */
export function TodayPage() {
  const { value, problem } = useCall('today.show', {});
  const today = useToday();
  const [, go] = useLocation();
  const session = value?.session ?? null;
  useCommands(
    session
      ? [
          {
            id: 'today.check-in',
            label: `Check in: ${session.title}`,
            keys: 'C',
            run: () => go(`/check-in/${session.id}`),
          },
        ]
      : [],
  );
  return (
    <Screen toolbar={<Toolbar title="Today" sub={sayDay(value?.today ?? today)} />}>
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <div className="scroll today">
          <div className="today-main">
            <NextSession session={session} />
            {/* Today’s session stands above already. */}
            <NextSteps steps={value.steps.filter(({ key }) => key !== 'check-in')} />
            <LastBackup />
            <NameLead />
          </div>
          <Recent commands={value.recent} />
        </div>
      )}
    </Screen>
  );
}

/** When the last good backup was made; what keeps one from being made is among the steps. */
function LastBackup() {
  const zone = useZone();
  const lastAt = useStatus()?.lastBackupAt ?? null;
  if (lastAt === null) return null;
  return (
    <p className="mute today-backup">
      The last good backup is of {sayInstant(lastAt, zone)}.{' '}
      <Link href="/settings?section=backups" className="link">
        Backups
      </Link>
    </p>
  );
}

function Recent({ commands }: { readonly commands: TodayView['recent'] }) {
  const zone = useZone();
  const now = instantOf(new Date());
  return (
    <Card
      title="Recent changes"
      className="today-recent"
      aside={
        <Link href="/history" className="link">
          History
        </Link>
      }
    >
      {commands.length === 0 && <p className="mute">Nothing yet. Your changes are listed here, with Undo.</p>}
      <ul>
        {commands.map(({ commandId, label, at, who }) => (
          <li key={commandId} className="today-done">
            <div>
              <div className="today-label">{label}</div>
              <div className="mute today-when">{[sayAgo(at, now, zone), who].filter(Boolean).join(' · ')}</div>
            </div>
            <Button
              kind="quiet"
              className="icon-only"
              icon={<Undo2 aria-hidden="true" />}
              aria-label={`Undo: ${label}`}
              title="Undo this"
              onClick={() => void undo(commandId)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
