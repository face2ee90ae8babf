import { type FormEvent, type ReactNode, useState } from 'react';
import { type CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { ApplicationId } from '../../../shared/model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { TimeField } from '../../kit/fields/time-field.tsx';
import { perform } from '../../kit/perform.ts';
import { useTyped } from '../../kit/unsaved.ts';

/** The fields that set when applications were sent; `children` say how it stands now. */
export function SubmittedForm({
  applicationIds,
  at,
  onDone,
  onCancel,
  children,
}: {
  readonly applicationIds: readonly ApplicationId[];
  /** What stands now; null: nothing that can be relied on. */
  readonly at: { readonly day: CivilDate; readonly time: ClockTime } | null;
  /** Null: nothing follows, the form stays. */
  readonly onDone: (() => void) | null;
  /** Null: there is nothing to go back to. */
  readonly onCancel: (() => void) | null;
  readonly children: ReactNode;
}) {
  const [day, setDay] = useState(at?.day ?? null);
  const [time, setTime] = useState<string>(at?.time ?? '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const typed = useTyped('The time of an application is not saved yet.');
  const clock = ClockTime.safeParse(time).data ?? null;
  const enough = reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (day === null || clock === null || !enough) {
      setTried(true);
      return;
    }
    const input = { applicationIds: [...applicationIds], day, time: clock, reason };
    const result = await perform('applicants.setSubmitted', input);
    if (result.ok) onDone?.();
  };
  return (
    <form className="stack" onChange={typed.onChange} onSubmit={(event) => void onSubmit(event)}>
      {children}
      <DateField
        label="Day"
        value={day}
        onChange={setDay}
        problem={tried && day === null ? 'The day it was sent.' : null}
      />
      <TimeField
        label="Time"
        value={time}
        onChange={setTime}
        problem={tried && clock === null ? 'The time it was sent.' : null}
      />
      <TextField
        label="Reason"
        hint="Where the time comes from. It is saved with the change."
        value={reason}
        onChange={setReason}
        problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
      />
      <footer className="row">
        <Button kind="primary" type="submit">
          Set the time
        </Button>
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
      </footer>
    </form>
  );
}
