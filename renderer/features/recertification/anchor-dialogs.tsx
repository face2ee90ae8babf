import { type FormEvent, type ReactNode, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { monthOptions } from '../../../shared/model/months.ts';
import type { Problem, Result } from '../../../shared/model/result.ts';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';

interface Props {
  readonly life: CertificationLife;
  readonly onClose: () => void;
}

/** Sets the day of the exam that someone’s cycles count from. */
export function ExamDialog({ life, onClose }: Props) {
  const { participantId, name, exam } = life;
  const [examOn, setExamOn] = useState<CivilDate | null>(exam.examOn);
  return (
    <AnchorDialog
      title={`Exam of ${name}`}
      whyNot={examOn === null ? 'First choose the day.' : null}
      onSave={() => call('recertification.setExamDate', { participantId, examOn })}
      onClose={onClose}
    >
      <DateField label="Exam on" hint="The cycles count from this day." value={examOn} onChange={setExamOn} autoFocus />
    </AnchorDialog>
  );
}

/** Sets the month at whose end someone’s cycles end; nothing more of a birthday is kept. */
export function BirthMonthDialog({ life, onClose }: Props) {
  const { participantId, name, birth } = life;
  const [month, setMonth] = useState(String(birth.month ?? 1));
  return (
    <AnchorDialog
      title={`Birth month of ${name}`}
      whyNot={null}
      onSave={() => call('recertification.setBirthMonth', { participantId, month: Number(month) })}
      onClose={onClose}
    >
      <SelectField
        label="Born in"
        hint="The cycles end with the last day of this month. The day and year aren’t kept."
        value={month}
        options={monthOptions}
        onChange={setMonth}
        autoFocus
      />
    </AnchorDialog>
  );
}

function AnchorDialog({
  title,
  whyNot,
  onSave,
  onClose,
  children,
}: {
  readonly title: string;
  readonly whyNot: string | null;
  readonly onSave: () => Promise<Result<null>>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await onSave();
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        {children}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Save
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
