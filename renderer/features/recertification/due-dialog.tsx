import { type FormEvent, useState } from 'react';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { RecertificationAnswer } from '../../../shared/views/recertification.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';

/** Sets the due date of a cohort’s graduates; whoever handed in keeps the date that they met. */
export function DueDialog({
  cohorts,
  first,
  onClose,
}: {
  readonly cohorts: RecertificationAnswer['cohorts'];
  /** The cohort that is looked at. */
  readonly first: CohortId | null;
  readonly onClose: () => void;
}) {
  // A cohort without a due date is the one that waits for this.
  const begin = first ?? cohorts.find(({ dueOn }) => dueOn === null)?.cohortId ?? cohorts[0]?.cohortId ?? null;
  const [cohortId, setCohortId] = useState(begin);
  const [dueOn, setDueOn] = useState<CivilDate | null>(null);
  const [corrects, setCorrects] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const cohort = cohorts.find((each) => each.cohortId === cohortId);
  if (!cohort || cohortId === null) return null;
  const owing = cohort.graduates - cohort.received;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (dueOn === null) return;
    const result = await call('recertification.setDue', { cohortId, dueOn, corrects, reason: reason.trim() || null });
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Set the due date of ${cohort.name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <SelectField
          label="Cohort"
          value={cohortId}
          options={cohorts.map((each) => ({ key: each.cohortId, label: each.name }))}
          onChange={setCohortId}
        />
        <DateField label="Documents due on" value={dueOn} onChange={setDueOn} autoFocus />
        <ul className="dialog-lines">
          <li>
            {countOf(owing, 'graduate')} of {cohort.name} get this date
            {cohort.dueOn === null ? '.' : ` in place of ${sayDate(cohort.dueOn)}.`}
          </li>
          {cohort.received > 0 && <li>{sayCount(cohort.received)} who already turned in documents keep their date.</li>}
        </ul>
        {cohort.dueOn !== null && (
          <Checkbox
            label="The earlier date was never right"
            hint={
              corrects
                ? 'Past days are answered by the new date too. The reason stays in History.'
                : 'Days until today are still answered by the earlier date.'
            }
            checked={corrects}
            onChange={setCorrects}
          />
        )}
        {cohort.dueOn !== null && (
          <TextField
            label="Why"
            required={corrects}
            value={reason}
            onChange={setReason}
            placeholder="The board extended it"
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={dueOn === null ? 'Choose the day.' : null}>
            Set the due date
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
