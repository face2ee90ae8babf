import { Link } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayFeeState, sayPaidBy } from '../../../shared/model/fees.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { FeeDetail, FeeRow } from '../../../shared/views/fees.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { Menu } from '../../kit/menu.tsx';
import { printPaper } from '../../kit/print.ts';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Why } from '../../kit/why.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { askAndWaive } from './actions.ts';

/** One participant’s fee: where it stands and why, each payment with its receipt, the invoices, what happened. */
export function FeeInspector({
  participantId,
  onReceive,
  onInvoice,
  onRefund,
  onClose,
}: {
  readonly participantId: ParticipantId;
  readonly onReceive: (row: FeeRow) => void;
  readonly onInvoice: (row: FeeRow) => void;
  readonly onRefund: (row: FeeRow) => void;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('fees.show', { participantId });
  const page = usePersonPage(value?.row.personId);
  if (problem || !value) return <NoRecord problem={problem} title="Not in this list" onClose={onClose} />;
  const { row, fee, events, invoices, history } = value;
  const more = [
    ...(row.owes > 0 && row.organizationId !== null
      ? [{ id: 'invoice', label: 'Write an invoice…', run: () => onInvoice(row) }]
      : []),
    ...(row.owes > 0 ? [{ id: 'waive', label: 'Waive…', run: () => void askAndWaive([row]) }] : []),
    ...(row.paid > 0 ? [{ id: 'refund', label: 'Refund…', danger: true, run: () => onRefund(row) }] : []),
  ];
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={[row.cohort, row.organization].filter(Boolean).join(', ')}
      status={
        <Status of={row.state}>
          {sayFeeState[row.state]}
          {row.owes > 0 && `, ${sayCents(row.owes)} owed`}
        </Status>
      }
      onClose={onClose}
      actions={
        <>
          <Button kind={row.owes > 0 ? 'primary' : 'plain'} keys="R" onClick={() => onReceive(row)}>
            Record payment…
          </Button>
          {more.length > 0 && (
            <Menu label="More for this fee" items={more}>
              More…
            </Menu>
          )}
        </>
      }
    >
      <Card title="Why">
        <Why reasons={fee.reasons} />
      </Card>
      <Card title="Facts">
        <FactList
          of={[
            ['Due', sayCents(row.due)],
            ['Paid', sayCents(row.paid)],
            ...(row.waived > 0 ? [['Waived', sayCents(row.waived)] as const] : []),
            ...(row.over > 0 ? [['Overpaid', sayCents(row.over)] as const] : []),
            ['Owes', sayCents(row.owes)],
            ['The form said', row.payment],
            ['E-mail', row.email],
          ]}
        />
        <Link className="link" href={`/cohorts/${row.cohortId}?open=${row.participantId}`}>
          See the courses
        </Link>
      </Card>
      {events.length > 0 && (
        <Card title="Payments">
          <ul className="fees-papers">
            {events.map((event) => (
              <FeeEvent key={event.id} event={event} />
            ))}
          </ul>
        </Card>
      )}
      {invoices.length > 0 && (
        <Card title="Invoices">
          <ul className="fees-papers">
            {invoices.map(({ id, number, issuedOn, voidedOn, people, total }) => (
              <li key={id}>
                <div>
                  <p>
                    {number}
                    {voidedOn !== null && ', void'}
                  </p>
                  <p className="mute">
                    {sayDate(issuedOn)}, {sayCents(total)} for {countOf(people, 'participant')}
                  </p>
                </div>
                <Button
                  className="fees-small"
                  aria-label={`Print invoice ${number}`}
                  onClick={() => void printPaper('fees.printInvoice', { invoiceId: id })}
                >
                  Print…
                </Button>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="History">
        <Timeline lines={history} />
      </Card>
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}

const words = { payment: 'received', refund: 'refunded', waiver: 'waived' } as const;

function FeeEvent({ event }: { readonly event: FeeDetail['events'][number] }) {
  const { id, kind, cents, method, reference, payer, receivedOn, receipt, note, earlier } = event;
  const from = payer === null ? '' : `${kind === 'refund' ? 'to' : 'from'} ${payer}`;
  const by = method === null ? '' : `by ${sayPaidBy(method, reference)}`;
  return (
    <li>
      <div>
        <p>
          {sayCents(cents)} {words[kind]}, {sayDate(receivedOn)}
          {earlier !== null && `, in ${earlier}`}
        </p>
        <p className="mute">{[by, from].filter(Boolean).join(' ') || note}</p>
      </div>
      {receipt !== null && (
        <Button
          className="fees-small"
          aria-label={`Print receipt ${receipt}`}
          onClick={() => void printPaper('fees.printReceipt', { paymentIds: [id] })}
        >
          Receipt…
        </Button>
      )}
    </li>
  );
}
