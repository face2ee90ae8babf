import type { ShadeKind } from '../../../shared/model/attendance.ts';
import { sayClock, sayInstant } from '../../../shared/model/dates.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { AttendanceNote, AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import { sayCheckInMethod } from '../../../shared/views/attendance-sheet.ts';
import { askReason } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { presenceWord, sayNote } from './presence-words.ts';

/** One person at a session: since when, how, what was noted besides, and the way in or back. */
export function AttendeeInspector({
  row,
  view,
  onNote,
  onClose,
}: {
  readonly row: AttendeeRow;
  readonly view: SessionView;
  readonly onNote: (kind: ShadeKind) => void;
  readonly onClose: () => void;
}) {
  const zone = useZone();
  const page = usePersonPage(row.personId);
  const { session } = view;
  const { name, organization, cohort, at, method, presence, makesUp } = row;
  const standing = presenceWord(row, session);
  const coming = session.when === 'coming' ? 'The session hasn’t happened yet.' : null;
  return (
    <Inspector
      title={name}
      page={page}
      sub={organization}
      status={<Status of={standing.key}>{standing.word}</Status>}
      onClose={onClose}
      actions={
        row.present ? (
          <>
            <Button keys="L" onClick={() => onNote('late')}>
              Came late…
            </Button>
            <Button keys="E" onClick={() => onNote('left')}>
              Left early…
            </Button>
            <Button keys="H" onClick={() => onNote('hours')}>
              Hours…
            </Button>
          </>
        ) : (
          <>
            <Button
              keys="P"
              disabledBecause={coming}
              onClick={() => void perform('attendance.mark', { sessionId: session.id, personIds: [row.personId] })}
            >
              Mark present
            </Button>
            <Button keys="X" onClick={() => onNote('excused')}>
              Excuse…
            </Button>
          </>
        )
      }
    >
      <Card title="At this session">
        <FactList
          of={[
            ['Cohort', cohort === '' ? 'None' : makesUp ? `${cohort}, making it up here` : cohort],
            ['Since', at && sayInstant(at, zone)],
            ['How', method && sayCheckInMethod[method]],
            ...[
              ['Came at', presence.cameAt && sayClock(presence.cameAt)] as const,
              ['Left at', presence.leftAt && sayClock(presence.leftAt)] as const,
              ['Hours', row.present ? `${sayHours(presence.hours)} of ${sayHours(presence.ofHours)}` : null] as const,
              ['Reason', presence.reason] as const,
            ].filter(([, fact]) => fact !== null),
          ]}
        />
      </Card>
      <Notes row={row} view={view} />
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}

/** All that was noted of the person here, newest first; what stands can be taken back with a reason. */
function Notes({ row, view }: { readonly row: AttendeeRow; readonly view: SessionView }) {
  const zone = useZone();
  const input = { sessionId: view.session.id, personId: row.personId };
  const { value } = useCall('attendance.notes', input);
  if (!value || value.length === 0) return null;
  return (
    <Card title="Recorded">
      <ul className="attendance-notes">
        {value.map((note) => (
          <li key={note.eventId} className={note.annulled ? 'attendance-annulled' : undefined}>
            <div>
              <span>{sayNote(note)}</span>
              <small className="mute">
                {sayInstant(note.at, zone)}
                {note.annulled && `; undone ${sayInstant(note.annulled.at, zone)}`}
                {note.annulled?.reason && `: “${note.annulled.reason}”`}
              </small>
            </div>
            {!note.annulled && (
              <Button aria-label={`Undo: ${sayNote(note)}`} onClick={() => void takeBack(row, note)}>
                Undo
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

async function takeBack({ name }: AttendeeRow, note: AttendanceNote): Promise<void> {
  const reason = await askReason({
    title: note.kind === 'check-in' ? `Undo the check-in of ${name}?` : `Clear what is recorded for ${name}?`,
    sentence: `“${sayNote(note)}” stays on record, marked as undone.`,
    action: 'Undo',
    kind: 'danger',
    placeholder: 'Entered by mistake',
  });
  if (reason !== null) await perform('attendance.annul', { eventId: note.eventId, reason });
}
