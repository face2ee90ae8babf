import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type FeeMethod, feeMethods, hasNumber, sayFeeMethod } from '../../../shared/model/fees.ts';
import { Cents, sayCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { FeeRow } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { dollarsOf } from './columns.tsx';

/** A purchase order brings money in and takes none back. */
const methods = feeMethods.filter((method) => method !== 'purchase-order');

/** Notes that money went back, with the reason; what was paid too much is offered first. */
export function RefundDialog({ row, onClose }: { readonly row: FeeRow; readonly onClose: (did: boolean) => void }) {
  const today = useToday();
  const [cents, setCents] = useState<Cents>(row.over > 0 ? row.over : row.paid);
  const [method, setMethod] = useState<FeeMethod>('check');
  const [reference, setReference] = useState('');
  const [refundedOn, setRefundedOn] = useState<CivilDate | null>(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reasonless = note.trim().length < 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (refundedOn === null || reasonless) return;
    const result = await call('fees.refund', {
      participantId: row.participantId,
      cents,
      method,
      reference: hasNumber(method) ? reference.trim() || null : null,
      refundedOn,
      note: note.trim(),
    });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  return (
    <Dialog title={`Refund ${row.name}?`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>The payment stays in the history, with the refund beside it. It goes to whoever paid last.</p>
        <NumberField
          label="Amount"
          hint={`${sayCents(row.paid)} paid`}
          unit="dollars"
          fractions
          max={dollarsOf(row.paid)}
          value={dollarsOf(cents)}
          onChange={(dollars) => dollars !== null && setCents(Cents.parse(Math.round(dollars * 100)))}
          autoFocus
        />
        <div className="fees-pair">
          <SelectField
            label="Refunded by"
            value={method}
            options={methods.map((key) => ({ key, label: sayFeeMethod[key] }))}
            onChange={setMethod}
          />
          {hasNumber(method) && (
            <TextField label="Check number (optional)" value={reference} onChange={setReference} maxLength={100} />
          )}
        </div>
        <DateField label="Refunded on" value={refundedOn} onChange={setRefundedOn} />
        <TextArea
          label="Reason"
          hint="It is saved with the refund and shown in its history."
          value={note}
          onChange={setNote}
          rows={2}
          problem={tried && reasonless ? 'Enter a reason (three letters or more).' : null}
        />
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="danger"
            type="submit"
            disabledBecause={
              refundedOn === null ? 'Choose the day.' : cents === 0 ? 'Enter the amount refunded.' : null
            }
          >
            Refund {sayCents(cents)}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
