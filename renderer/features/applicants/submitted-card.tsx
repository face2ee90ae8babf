import { type FormEvent, useState } from 'react';
import { ClockTime, clockOf, dayOf, sayInstant } from '../../../shared/model/dates.ts';
import { saySubmittedDoubt } from '../../../shared/model/submitted.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { DateField } from '../../components/fields/date-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { useZone } from '../../frame/status-store.ts';
import { perform } from '../../perform.ts';

/** Sets when an application was sent: the order within a tier hangs on it, so that a reason is kept. */
export function SubmittedCard({
  detail,
  onDone,
}: {
  readonly detail: ApplicantDetail;
  /** Null: the card stays as long as the time is in doubt. */
  readonly onDone: (() => void) | null;
}) {
  const zone = useZone();
  const { applied, appliedDoubt } = detail.row;
  const [day, setDay] = useState(appliedDoubt === null ? dayOf(applied, zone) : null);
  const [time, setTime] = useState<string>(appliedDoubt === null ? clockOf(applied, zone) : '');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const clock = ClockTime.safeParse(time).data ?? null;
  const enough = reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (day === null || clock === null || !enough) {
      setTried(true);
      return;
    }
    const applicationIds = [detail.row.applicationId];
    const result = await perform('applicants.setSubmitted', { applicationIds, day, time: clock, reason });
    if (result.ok) onDone?.();
  };
  return (
    <Card
      title={appliedDoubt === null ? 'Correct when it was sent' : 'Settle when it was sent'}
      className="applicants-settle"
    >
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>{sayNow(detail, zone)}</p>
        <DateField
          label="Day"
          value={day}
          onChange={setDay}
          problem={tried && day === null ? 'The day on which it was sent.' : null}
        />
        <TextField
          label="Time"
          type="time"
          value={time}
          onChange={setTime}
          problem={tried && clock === null ? 'The time at which it was sent.' : null}
        />
        <TextField
          label="Reason"
          hint="Where the time comes from. It is kept with the step."
          value={reason}
          onChange={setReason}
          problem={tried && !enough ? 'A reason of at least three letters.' : null}
        />
        <div className="row">
          <Button kind="primary" type="submit">
            Set the time
          </Button>
          {onDone && <Button onClick={onDone}>Cancel</Button>}
        </div>
      </form>
    </Card>
  );
}

function sayNow({ row: { applied, appliedDoubt }, appliedTyped }: ApplicantDetail, zone: string): string {
  if (appliedDoubt === null) return `It counts as sent on ${sayInstant(applied, zone)}.`;
  const typed = appliedTyped?.trim() ? `, “${appliedTyped.trim()}”,` : '';
  return `The time of submission${typed} ${appliedDoubt === 'missing' ? 'is missing' : saySubmittedDoubt[appliedDoubt]}. Without it nobody takes a place in the order.`;
}
