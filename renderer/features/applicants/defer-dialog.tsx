import { type FormEvent, useState } from 'react';
import { countOf, namesAndMore, sayCount } from '../../../shared/model/counts.ts';
import { type ApplicationId, CohortId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { ApplicantRow, ApplicantsAnswer, DeferralView } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { offerToNext } from '../offers/dialog-store.ts';
import { sayApplicants } from './actions.ts';

/** So many sentences of who can’t go are shown; the others are counted. */
const mostSaid = 8;

/** Defers applicants to another cohort, where each application keeps its dates, or only here. Says first what it does. */
export function DeferDialog({
  rows,
  cohort,
  onClose,
}: {
  readonly rows: readonly ApplicantRow[];
  readonly cohort: ApplicantsAnswer['cohort'];
  /** `did`: they are deferred. */
  readonly onClose: (did: boolean) => void;
}) {
  const { value } = useCall('cohorts.list', {});
  const coming = (value?.cohorts ?? []).filter(({ id, status }) => id !== cohort.id && status !== 'finished');
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const to = CohortId.safeParse(chosen ?? coming.at(-1)?.id).data ?? null;
  const applicationIds = rows.map(({ applicationId }) => applicationId);
  const { value: plan } = useCall('applicants.deferral', to && { applicationIds, cohortId: to });
  const here = rows.filter(({ status }) => status !== 'deferred').map(({ applicationId }) => applicationId);
  const going: readonly ApplicationId[] = to === null ? here : (plan?.can ?? []);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const said = reason.trim() === '' ? null : reason.trim();
    const ids = [...going];
    const result = to
      ? await call('applicants.defer', { applicationIds: ids, cohortId: to, reason: said })
      : await call('applicants.setStatus', { applicationIds: ids, status: 'deferred', reason: said });
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    onClose(true);
    offerToNext(result.value.next);
  };
  const options = [...coming.map(({ id, name }) => ({ key: id, label: name })), later];
  const many = rows.length > 1;
  return (
    <Dialog title={`Defer ${sayApplicants(rows)}`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>
          {many ? 'Each application leaves' : 'The application leaves'} {cohort.name} and moves to the later cohort with
          the same answers and original submission dates, so the place in line is fair there too. You can undo this.
        </p>
        <SelectField label="To" value={to ?? later.key} options={options} onChange={setChosen} autoFocus />
        {to !== null && plan && <WhatHappens plan={plan} rows={rows} />}
        <TextArea
          label="Reason (optional)"
          hint={`It is saved with ${many ? 'each' : 'the'} decision and shown in its history.`}
          value={reason}
          onChange={setReason}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="primary"
            type="submit"
            disabledBecause={going.length > 0 ? null : 'No one in the selection can go to this cohort.'}
          >
            {many ? `Defer ${sayCount(going.length)}` : 'Defer'}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Where the later cohort is not open yet. */
const later = { key: 'later', label: 'A cohort that isn’t open yet' };

/** What deferring does, before it does it: who goes, what becomes free, who stays and why. */
function WhatHappens({ plan, rows }: { readonly plan: DeferralView; readonly rows: readonly ApplicantRow[] }) {
  const { to, can, cannot, accepted, offered } = plan;
  const going = new Set<string>(can);
  const names = rows.filter(({ applicationId }) => going.has(applicationId)).map(({ name }) => name);
  const lines = [
    ...(rows.length > 1 && names.length > 0 ? [`${namesAndMore(names, mostSaid)} will move to ${to.name}.`] : []),
    ...(accepted > 0
      ? [`${countOf(accepted, 'is accepted: the seat goes', 'are accepted: their seats go')} to the next in order.`]
      : []),
    ...(offered > 0 ? [`${countOf(offered, 'has', 'have')} an open offer, which counts as declined.`] : []),
    ...cannot.slice(0, mostSaid).map(({ why }) => `Stays: ${why}`),
    ...(cannot.length > mostSaid ? [`And ${sayCount(cannot.length - mostSaid)} more stay.`] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="dialog-lines" aria-label="What will happen">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
