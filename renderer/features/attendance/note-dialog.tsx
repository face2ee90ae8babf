import { type FormEvent, useState } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import type { ShadeKind } from '../../../shared/model/attendance.ts';
import { countOf, namesAndMore } from '../../../shared/model/counts.ts';
import { ClockTime, sayClock } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { TimeField } from '../../kit/fields/time-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';

const titles: Readonly<Record<ShadeKind, (who: string) => string>> = {
  late: (who) => `When did ${who} come?`,
  left: (who) => `When did ${who} leave?`,
  hours: (who) => `How many hours count for ${who}?`,
  excused: (who) => `Why is ${who} excused?`,
};

/** Asks for the time, the hours or the reason that is noted of one person or several. */
export function NoteDialog({
  kind,
  people,
  view,
  onClose,
}: {
  readonly kind: ShadeKind;
  readonly people: readonly AttendeeRow[];
  readonly view: SessionView;
  /** `did`: it is noted. */
  readonly onClose: (did: boolean) => void;
}) {
  const { session, ofHours } = view;
  const [clock, setClock] = useState<string>(kind === 'late' ? session.startsAt : session.endsAt);
  const [hours, setHours] = useState<number | null>(ofHours);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const what = whatOf(kind, clock, hours, reason);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!what) return;
    const personIds = people.map(({ personId }) => personId);
    const result = await call('attendance.note', { sessionId: session.id, personIds, what });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  const [first] = people;
  const who = people.length === 1 && first ? first.name : `these ${people.length} people`;
  const absent = people.filter(({ present }) => !present).length;
  const isTimed = kind === 'late' || kind === 'left';
  return (
    <Dialog title={titles[kind](who)} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {people.length > 1 && (
          <p className="mute">
            {namesAndMore(
              people.map(({ name }) => name),
              6,
            )}
          </p>
        )}
        {isTimed && (
          <TimeField
            label={kind === 'late' ? 'Came at' : 'Left at'}
            value={clock}
            onChange={setClock}
            hint={`The session is from ${sayClock(session.startsAt)} to ${sayClock(session.endsAt)}.`}
            problem={tried && !what ? 'A time, such as 9:40 AM.' : null}
            autoFocus
          />
        )}
        {kind === 'hours' && (
          <NumberField
            label="Hours that count"
            unit={`of ${sayHours(ofHours)}`}
            fractions
            max={ofHours}
            value={hours}
            onChange={setHours}
            autoFocus
          />
        )}
        {!isTimed && (
          <TextArea
            label="Reason"
            hint={`It is saved with the ${kind === 'hours' ? 'hours' : 'absence'} and shown in the history.`}
            value={reason}
            onChange={setReason}
            problem={tried && reason.trim().length < 3 ? 'Enter a reason (three letters or more).' : null}
            autoFocus={kind === 'excused'}
          />
        )}
        {kind !== 'excused' && absent > 0 && (
          <p className="mute">{sayAbsent(absent, people.length)} marked present too.</p>
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            {people.length === 1 ? 'Save' : `Save for ${people.length}`}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

function whatOf(
  kind: ShadeKind,
  clock: string,
  hours: number | null,
  reason: string,
): InputOf<'attendance.note'>['what'] | null {
  if (kind === 'late' || kind === 'left') {
    const time = ClockTime.safeParse(clock);
    return time.success ? { kind, clock: time.data } : null;
  }
  const why = reason.trim();
  if (why.length < 3) return null;
  if (kind === 'excused') return { kind, reason: why };
  return hours === null ? null : { kind, hours, reason: why };
}

const sayAbsent = (absent: number, all: number): string =>
  all === 1 ? 'They aren’t checked in yet, so they will be' : countOf(absent, 'of them is', 'of them are');
