import { type FormEvent, useState } from 'react';
import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { FeeRow } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useToday } from '../../kit/status-store.ts';
import { oneSystem, sayFirstNames } from './actions.ts';
import { owing } from './columns.tsx';

/** Writes an invoice to one school system for those who owe, after saying who stands on it, and saves its PDF. */
export function InvoiceDialog({
  rows,
  onClose,
}: {
  readonly rows: readonly FeeRow[];
  /** `did`: the invoice is written. */
  readonly onClose: (did: boolean) => void;
}) {
  const today = useToday();
  const chosen = owing(rows);
  const organizationId = oneSystem(rows);
  const before = chosen.filter(({ invoice }) => invoice !== '');
  const [issuedOn, setIssuedOn] = useState<CivilDate | null>(today);
  const [purchaseOrder, setPurchaseOrder] = useState('');
  const [again, setAgain] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const total = sayCents(sumCents(chosen.map(({ owes }) => owes)));
  const left = rows.length - chosen.length;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (issuedOn === null || organizationId === null) return;
    const result = await call('fees.invoice', {
      organizationId,
      participantIds: chosen.map(({ participantId }) => participantId),
      issuedOn,
      purchaseOrder: purchaseOrder.trim() || null,
      again,
    });
    if (!result.ok) {
      setProblem(result.problem);
      return;
    }
    onClose(true);
    await printPaper('fees.printInvoice', { invoiceId: result.value.invoiceId });
  };
  return (
    <Dialog title={`Invoice ${chosen[0]?.organization ?? ''} for ${total}?`} onClose={() => onClose(false)}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <p>{sayFirstNames(chosen)}</p>
        {left > 0 && (
          <p className="mute">
            {sayCount(left)} of the selection {wordFor(left, 'owes', 'owe')} nothing and {wordFor(left, 'is', 'are')}{' '}
            left out.
          </p>
        )}
        <DateField label="Issued on" value={issuedOn} onChange={setIssuedOn} autoFocus />
        <TextField
          label="Their purchase order (optional)"
          hint="Printed on the invoice, so the school system can match its order."
          value={purchaseOrder}
          onChange={setPurchaseOrder}
          maxLength={100}
        />
        {before.length > 0 && (
          <Checkbox
            label={`A second invoice for ${before.length === 1 ? before[0]?.name : `${before.length} of them`}`}
            hint={`On ${[...new Set(before.map(({ invoice }) => invoice))].join(', ')} already. The new invoice asks for the fee instead; it is not owed twice.`}
            checked={again}
            onChange={setAgain}
          />
        )}
        {problem && <ProblemNote problem={problem} />}
        <footer className="row dialog-actions">
          <Button
            kind="primary"
            type="submit"
            disabledBecause={
              issuedOn === null
                ? 'Choose the day.'
                : before.length > 0 && !again
                  ? 'Some are already on an invoice: confirm that you want a second one.'
                  : null
            }
          >
            Write the invoice
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
