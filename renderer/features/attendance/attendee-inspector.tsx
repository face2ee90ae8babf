import type { CheckInMethod } from '../../../shared/model/attendance.ts';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { AttendeeRow } from '../../../shared/views/attendance.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import { askReason } from '../../components/ask.tsx';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { Facts } from '../../components/facts.tsx';
import { Inspector } from '../../components/inspector.tsx';
import { Status, type StatusKey } from '../../components/status.tsx';
import { useZone } from '../../frame/status-store.ts';
import { perform } from '../../perform.ts';

/** How a check-in came about. */
export const sayMethod: Readonly<Record<CheckInMethod, string>> = {
  typed: 'By name',
  scanned: 'Scanned',
  camera: 'By camera',
  kiosk: 'By themselves',
  sheet: 'Sign-in sheet',
  log: 'From a log',
};

/** Whether somebody is in, in the tense of the session's day. */
export function presenceWord(
  { present }: Pick<AttendeeRow, 'present'>,
  { when }: Pick<SessionRow, 'when'>,
): { readonly key: StatusKey; readonly word: string } {
  if (present) return { key: 'present', word: when === 'today' ? 'Here' : 'Attended' };
  return when === 'past' ? { key: 'absent', word: 'Missed' } : { key: 'to-come', word: 'Not here yet' };
}

/** One person at a session: since when, how, and the way in or back. */
export function AttendeeInspector({
  row,
  session,
  onClose,
}: {
  readonly row: AttendeeRow;
  readonly session: SessionRow;
  readonly onClose: () => void;
}) {
  const zone = useZone();
  const { name, organization, cohort, at, method, eventId, personId } = row;
  const presence = presenceWord(row, session);
  const takeBack = async () => {
    if (!eventId) return;
    const reason = await askReason({
      title: `Take back the check-in of ${name}?`,
      sentence: 'Both stay on record: that the person was checked in, and that it was taken back.',
      action: 'Take back',
      kind: 'danger',
      placeholder: 'Checked in by mistake',
    });
    if (reason !== null) await perform('attendance.annul', { eventId, reason });
  };
  return (
    <Inspector
      title={name}
      sub={organization}
      status={<Status of={presence.key}>{presence.word}</Status>}
      onClose={onClose}
      actions={
        eventId ? (
          <Button kind="danger" onClick={() => void takeBack()}>
            Take back
          </Button>
        ) : (
          <Button
            disabledBecause={session.when === 'coming' ? 'The session is still to come.' : null}
            onClick={() => void perform('attendance.mark', { sessionId: session.id, personIds: [personId] })}
          >
            Mark present
          </Button>
        )
      }
    >
      <Card title="At this session">
        <Facts
          of={[
            ['Cohort', cohort === '' ? 'In none' : cohort],
            ['Since', at && sayInstant(at, zone)],
            ['How', method && sayMethod[method]],
          ]}
        />
      </Card>
    </Inspector>
  );
}
