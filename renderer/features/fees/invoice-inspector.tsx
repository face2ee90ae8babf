import { Link } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDay } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { InvoiceRow } from '../../../shared/views/invoices.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { Status } from '../../kit/status.tsx';

/** One invoice: to whom, for whom, and what of it is still owed; printed again as it was issued. */
export function InvoiceInspector({
  row,
  onPrint,
  onClose,
}: {
  readonly row: InvoiceRow;
  readonly onPrint: () => void;
  readonly onClose: () => void;
}) {
  const { number, billTo, issuedOn, order, total, open, state, lines } = row;
  return (
    <Inspector
      title={number}
      sub={billTo}
      status={
        <Status of={state}>
          {sayFeeState[state]}
          {open > 0 && `, ${sayCents(open)} owed`}
        </Status>
      }
      onClose={onClose}
      actions={
        <Button kind="primary" keys="P" onClick={onPrint}>
          Print…
        </Button>
      }
    >
      <Card title="Facts">
        <FactList
          of={[
            ['Issued', sayDay(issuedOn)],
            ['Total', sayCents(total)],
            ['Still owed', sayCents(open)],
            ['Purchase order', order],
          ]}
        />
      </Card>
      <Card title={countOf(lines.length, 'participant')}>
        <ul className="fees-papers">
          {lines.map(({ participantId, name, cohort, cents, open: left }) => (
            <li key={participantId}>
              <div>
                <Link className="link" href={`/fees?open=${participantId}`}>
                  {name}
                </Link>
                <p className="mute">
                  {cohort}, {sayCents(cents)}
                </p>
              </div>
              <Status of={left === 0 ? 'paid' : left < cents ? 'part-paid' : 'due'}>
                {left === 0 ? 'Settled' : `${sayCents(left)} owed`}
              </Status>
            </li>
          ))}
        </ul>
      </Card>
    </Inspector>
  );
}
