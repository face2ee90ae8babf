import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { CertificationLife } from '../../../shared/views/recertification-life.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';

/** Records a fee of the current cycle that was paid: which, how much, and when. */
export function PayDialog({
  life,
  cycle,
  onClose,
}: {
  readonly life: CertificationLife;
  readonly cycle: number;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const { participantId, name, fees } = life;
  const owed = fees.filter(({ open }) => open > 0);
  const first = owed.find(({ onlyIf }) => onlyIf === null) ?? owed[0] ?? fees[0];
  const [fee, setFee] = useState(first?.key ?? '');
  const [dollars, setDollars] = useState<number | null>(first ? first.open / 100 : null);
  const [paidOn, setPaidOn] = useState<CivilDate | null>(today);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const chosen = fees.find(({ key }) => key === fee);
  const whyNot = dollars === null ? 'First type the amount.' : paidOn === null ? 'First choose the day.' : null;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (dollars === null || paidOn === null) return;
    // A hundredth of a cent that binary fractions leave is none; a true one is for main to refuse.
    const amount = Math.round(dollars * 10_000) / 100;
    const payment = { participantId, cycle, fee, amount, paidOn, note: note.trim() || null };
    const result = await call('recertification.pay', payment);
    if (result.ok) onClose();
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Record a payment of ${name}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <SelectField
          label="For"
          hint={chosen && `${sayCents(chosen.paid)} of ${sayCents(chosen.due)} paid, for cycle ${cycle}`}
          value={fee}
          options={fees.map(({ key, title }) => ({ key, label: title }))}
          onChange={(key) => {
            setFee(key);
            const next = fees.find((each) => each.key === key);
            setDollars(next ? next.open / 100 : null);
          }}
        />
        <NumberField label="Amount" unit="dollars" optional fractions value={dollars} onChange={setDollars} autoFocus />
        <DateField label="Paid on" value={paidOn} onChange={setPaidOn} />
        <TextField label="Note (optional)" placeholder="Check 1042" value={note} onChange={setNote} maxLength={500} />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            Record
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
