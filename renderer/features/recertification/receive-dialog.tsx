import { type FormEvent, useState } from 'react';
import { countOf, namesAndMore, sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { RecertificationRow } from '../../../shared/views/recertification.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { sayState } from './columns.tsx';

/** Whether documents are still awaited from a graduate. */
export const isAwaited = ({ dueId, receivedOn }: RecertificationRow): boolean => dueId !== null && receivedOn === null;

const mostNamed = 6;

/** Notes that documents came in: from whom, on which day; it says who is left out before anything happens. */
export function ReceiveRecertificationDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly RecertificationRow[];
  /** `did`: the documents are noted. */
  readonly onClose: (did: boolean) => void;
}) {
  const today = useToday();
  const [receivedOn, setReceivedOn] = useState<CivilDate | null>(today);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const awaited = rows.filter(isAwaited);
  const left = rows.filter((row) => !isAwaited(row));
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (receivedOn === null) return;
    const dueIds = awaited.flatMap(({ dueId }) => (dueId === null ? [] : [dueId]));
    const result = await call('recertification.receive', { dueIds, receivedOn, note: note.trim() || null });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  const from = awaited.length === 1 ? awaited[0]?.name : countOf(awaited.length, 'graduate');
  return (
    <Dialog title={`Documents received from ${from}`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {awaited.length > 1 && (
          <p>
            {namesAndMore(
              awaited.map(({ name }) => name),
              mostNamed,
            )}
          </p>
        )}
        {left.length > 0 && (
          <ul className="dialog-lines">
            {left.slice(0, mostNamed).map((row) => (
              <li key={row.participantId}>
                {row.name} is left out: {sayState(row).toLowerCase()}.
              </li>
            ))}
            {left.length > mostNamed && <li>{sayCount(left.length - mostNamed)} more are left out.</li>}
          </ul>
        )}
        <DateField
          label="Received on"
          value={receivedOn}
          onChange={setReceivedOn}
          problem={receivedOn !== null && receivedOn > today ? 'This day is in the future.' : null}
          autoFocus
        />
        <TextField
          label="Note (optional)"
          hint="Saved with the receipt and shown in its history."
          placeholder="By mail, complete"
          value={note}
          onChange={setNote}
          maxLength={500}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="primary"
            type="submit"
            disabledBecause={receivedOn === null ? 'Choose the day they were received.' : null}
          >
            Record {countOf(awaited.length, 'receipt')}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
