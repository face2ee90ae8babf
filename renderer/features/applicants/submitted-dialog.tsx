import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import type { ApplicantRow } from '../../../shared/views/applicants.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { sayApplicants } from './actions.ts';
import { SubmittedForm } from './submitted-form.tsx';

/** Those of a selection whose time of submission is in doubt. */
export const inDoubt = (rows: readonly ApplicantRow[]): readonly ApplicantRow[] =>
  rows.filter(({ appliedDoubt }) => appliedDoubt !== null);

/** Sets when several applications were sent, where that is in doubt; who has a time that can be relied on keeps it. */
export function SubmittedDialog({
  rows,
  onClose,
}: {
  /** The selection; at least one of it in doubt. */
  readonly rows: readonly ApplicantRow[];
  /** `did`: the times are set. */
  readonly onClose: (did: boolean) => void;
}) {
  const doubtful = inDoubt(rows);
  const kept = rows.length - doubtful.length;
  return (
    <Dialog title={`Set when ${sayApplicants(doubtful)} applied`} onClose={() => onClose(false)}>
      <SubmittedForm
        applicationIds={doubtful.map(({ applicationId }) => applicationId)}
        at={null}
        onDone={() => onClose(true)}
        onCancel={() => onClose(false)}
      >
        <p>
          {wordFor(doubtful.length, 'The time of this application is', 'The times of these applications are')} missing
          or in doubt. Without one, an application has no place in the order; applications with the same time stay in
          the order of the records. You can undo this.
        </p>
        {kept > 0 && (
          <p className="mute">
            {sayCount(kept)} of the selection {wordFor(kept, 'has a time', 'have times')} that can be relied on: nothing
            changes there.
          </p>
        )}
      </SubmittedForm>
    </Dialog>
  );
}
