import { clockOf, dayOf, sayInstant } from '../../../shared/model/dates.ts';
import { saySubmittedDoubt } from '../../../shared/model/submitted.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Card } from '../../kit/card.tsx';
import { useZone } from '../../kit/status-store.ts';
import { SubmittedForm } from './submitted-form.tsx';

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
  return (
    <Card
      title={appliedDoubt === null ? 'Correct when it was sent' : 'Set when it was sent'}
      className="applicants-settle"
    >
      <SubmittedForm
        applicationIds={[detail.row.applicationId]}
        at={appliedDoubt === null ? { day: dayOf(applied, zone), time: clockOf(applied, zone) } : null}
        onDone={onDone}
        onCancel={onDone}
      >
        <p>{sayNow(detail, zone)}</p>
      </SubmittedForm>
    </Card>
  );
}

function sayNow({ row: { applied, appliedDoubt }, appliedTyped }: ApplicantDetail, zone: string): string {
  if (appliedDoubt === null) return `Counts as sent on ${sayInstant(applied, zone)}.`;
  const typed = appliedTyped?.trim() ? `, “${appliedTyped.trim()}”,` : '';
  return `The time of submission${typed} ${appliedDoubt === 'missing' ? 'is missing' : saySubmittedDoubt[appliedDoubt]}. Without it, the application has no place in the order.`;
}
