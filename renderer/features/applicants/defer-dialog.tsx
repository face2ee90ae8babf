import { type FormEvent, useState } from 'react';
import { CohortId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { call } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { TextArea } from '../../components/fields/text-field.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { useCall } from '../../query.ts';
import { offerToNext } from '../offers/dialog-store.ts';

/** Defers an applicant to another cohort, where the application keeps its dates, or only here. */
export function DeferDialog({ detail, onClose }: { readonly detail: ApplicantDetail; readonly onClose: () => void }) {
  const { row, cohort } = detail;
  const { value } = useCall('cohorts.list', {}, ['cohort']);
  const coming = (value?.cohorts ?? []).filter(({ id, status }) => id !== cohort.id && status !== 'finished');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const to = CohortId.safeParse(chosen ?? coming.at(-1)?.id).data ?? null;
  const said = reason.trim() === '' ? null : reason.trim();
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const { applicationId } = row;
    const result = to
      ? await call('applicants.defer', { applicationId, cohortId: to, reason: said })
      : await call('applicants.setStatus', { applicationIds: [applicationId], status: 'deferred', reason: said });
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    onClose();
    offerToNext(result.value.next);
  };
  const options = [...coming.map(({ id, name }) => ({ key: id, label: name })), here];
  return (
    <Dialog title={`Defer ${row.name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>
          The application leaves {cohort.name} and stands in the later cohort with the same answers and the dates on
          which it was first sent, so that the place in line is fair there too. Undo takes it back.
        </p>
        <SelectField label="To" value={to ?? 'later'} options={options} onChange={setChosen} autoFocus />
        <TextArea
          label="Reason (optional)"
          hint="It is kept with the decision and shown in its history."
          value={reason}
          onChange={setReason}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit">
            Defer
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where the later cohort is not open yet. */
const here = { key: 'later', label: 'A cohort that is not open yet' };
