import { Link } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import { type InvoiceState, sayInvoiceState } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { InvoiceRow } from '../../../shared/views/invoices.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { Status, type StatusKey } from '../../kit/status.tsx';

/** How the state of an invoice looks. */
export const invoiceLook: Readonly<Record<InvoiceState, StatusKey>> = {
  due: 'due',
  'part-paid': 'part-paid',
  paid: 'paid',
  settled: 'nothing-due',
  void: 'withdrawn',
};

/** One invoice: to whom, for whom, and what of it is still owed; printed again as it was issued. */
export function InvoiceInspector({
  row,
  onPrint,
  onVoid,
  onClose,
}: {
  readonly row: InvoiceRow;
  readonly onPrint: () => void;
  readonly onVoid: () => void;
  readonly onClose: () => void;
}) {
  const { number, billTo, issuedOn, order, total, paid, open, state, voidedOn, voidReason, lines } = row;
  return (
    <Inspector
      title={number}
      sub={billTo}
      status={
        <Status of={invoiceLook[state]}>
          {sayInvoiceState[state]}
          {open > 0 && `, ${sayCents(open)} owed`}
        </Status>
      }
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" keys="P" onClick={onPrint}>
            Print…
          </Button>
          {voidedOn === null && <Button onClick={onVoid}>Void…</Button>}
        </>
      }
    >
      <Card title="Facts">
        <FactList
          of={[
            ['Issued', sayDay(issuedOn)],
            ['Total', sayCents(total)],
            ...(voidedOn === null
              ? [['Paid', sayCents(paid)] as const, ['Still owed', sayCents(open)] as const]
              : [['Voided', sayDay(voidedOn)] as const, ['Because', voidReason ?? ''] as const]),
            ['Purchase order', order],
          ]}
        />
      </Card>
      <Card title={countOf(lines.length, 'participant')}>
        <ul className="fees-papers">
          {lines.map((line) => (
            <li key={line.participantId}>
              <div>
                <Link className="link" href={`/fees?open=${line.participantId}`}>
                  {line.name}
                </Link>
                <p className="mute">
                  {line.cohort}, {sayCents(line.cents)}
                </p>
              </div>
              {voidedOn === null && <LineStatus line={line} />}
            </li>
          ))}
        </ul>
      </Card>
    </Inspector>
  );
}

function LineStatus({ line: { cents, paid, open, replacedBy } }: { readonly line: InvoiceRow['lines'][number] }) {
  if (paid === cents) return <Status of="paid">{sayCents(paid)} paid</Status>;
  if (replacedBy !== null) return <Status of="nothing-due">Now on {replacedBy}</Status>;
  if (open === 0) return <Status of="nothing-due">Nothing more due</Status>;
  return <Status of={paid > 0 ? 'part-paid' : 'due'}>{sayCents(open)} owed</Status>;
}
