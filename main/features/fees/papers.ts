import { addDays, sayDate } from '../../../shared/model/dates.ts';
import { type FeePayment, type Invoice, type InvoiceLine, sayPaidBy } from '../../../shared/model/fees.ts';
import type { FeePaymentId, InvoiceId } from '../../../shared/model/ids.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { sayName } from '../../../shared/model/people.ts';
import { Policy, type PolicyVersion } from '../../../shared/model/program.ts';
import type { Facts } from '../../call/facts.ts';
import type { FeePaper } from './fee-paper.ts';

/** An invoice as it was issued, under the text of its own day; undefined where there is none. */
export function invoicePaper({ database }: Facts, invoiceId: InvoiceId): FeePaper | undefined {
  const invoice = database.get<Invoice>('SELECT * FROM invoice WHERE id = ?', invoiceId);
  const version =
    invoice && database.get<PolicyVersion>('SELECT * FROM policyVersion WHERE id = ?', invoice.policyVersionId);
  if (!invoice || !version) return undefined;
  const policy = fromJson(Policy, version.document);
  const lines = database.all<InvoiceLine>('SELECT * FROM invoiceLine WHERE invoiceId = ? ORDER BY rowid', invoiceId);
  const { organization, name, contact } = policy.program;
  const { paymentDays } = policy.fee;
  const payTo = policy.fee.payTo.split('\n').map((line) => line.trim());
  const payment = [
    { title: 'Please pay to', lines: payTo.some((line) => line !== '') ? payTo : [organization] },
    {
      title: '',
      lines: [
        `Please write ${invoice.number} on the check or the purchase order.`,
        ...(contact === '' ? [] : [`Questions about this invoice: ${contact}`]),
      ],
    },
  ];
  return {
    title: invoice.voidedOn === null ? 'Invoice' : 'Void invoice',
    number: invoice.number,
    from: issuer(policy),
    toTitle: 'Bill to',
    to: [invoice.billTo],
    facts: [
      ['Invoice', invoice.number],
      ['Issued', sayDate(invoice.issuedOn)],
      ...(paymentDays === null || invoice.voidedOn !== null
        ? []
        : [['Pay by', sayDate(addDays(invoice.issuedOn, paymentDays))] as const]),
      ...(invoice.voidedOn === null ? [] : [['Voided', sayDate(invoice.voidedOn)] as const]),
      ...(invoice.purchaseOrder === null ? [] : [['PO number', invoice.purchaseOrder] as const]),
    ],
    lines: lines.map((line) => ({ name: line.name, detail: `${name} course fee, ${line.cohort}`, cents: line.cents })),
    totalTitle: invoice.voidedOn === null ? 'Total due' : 'Not due: this invoice is void',
    closing:
      invoice.voidedOn === null
        ? payment
        : [
            {
              title: 'Please don’t pay this invoice',
              lines: [`It was voided on ${sayDate(invoice.voidedOn)}: ${invoice.voidReason ?? ''}`],
            },
          ],
  };
}

type PaidLine = FeePayment & { readonly givenName: string; readonly familyName: string; readonly cohort: string };

/** A receipt for each time that money came in with one of these payments: everyone whom it paid for stands on it. */
export function receiptPapers({ database, policyOn }: Facts, paymentIds: readonly FeePaymentId[]): FeePaper[] {
  const receipts = new Set<string>();
  for (const id of paymentIds) {
    const receipt = database.get<Pick<FeePayment, 'receipt'>>('SELECT receipt FROM feePayment WHERE id = ?', id);
    if (receipt?.receipt) receipts.add(receipt.receipt);
  }
  return [...receipts].flatMap((receipt) => {
    const paid = database.all<PaidLine>(
      `SELECT feePayment.*, givenName, familyName, cohort.name AS cohort
       FROM feePayment JOIN participant ON participant.id = participantId JOIN person ON person.id = personId
       JOIN cohort ON cohort.id = cohortId WHERE receipt = ? ORDER BY feePayment.rowid`,
      receipt,
    );
    // A receipt printed again says what it said on its day.
    const version = paid[0] ? policyOn(paid[0].receivedOn) : null;
    return version ? receiptPaper(version.policy, receipt, paid) : [];
  });
}

function receiptPaper(policy: Policy, number: string, paid: readonly PaidLine[]): FeePaper[] {
  const [first] = paid;
  if (!first) return [];
  const { payer, receivedOn, method, reference } = first;
  const by = method === null ? '' : sayPaidBy(method, reference);
  const { name, organization, contact } = policy.program;
  return [
    {
      title: 'Receipt',
      number,
      from: issuer(policy),
      toTitle: 'Received from',
      to: [payer ?? sayName(first)],
      facts: [
        ['Receipt', number],
        ['Received', sayDate(receivedOn)],
        ['Paid by', by.charAt(0).toUpperCase() + by.slice(1)],
      ],
      lines: paid.map((line) => ({
        name: sayName(line),
        detail: `${name} course fee, ${line.cohort}`,
        cents: line.cents,
      })),
      totalTitle: 'Total received',
      closing: [
        {
          title: '',
          lines: [
            `Received by ${organization}. Thank you.`,
            ...(contact === '' ? [] : [`Questions about this receipt: ${contact}`]),
          ],
        },
      ],
    },
  ];
}

/** Who issues a paper: the organization, its program, where to write. */
const issuer = ({ program: { organization, title, contact } }: Policy): FeePaper['from'] => [
  organization,
  title,
  ...(contact === '' ? [] : [contact]),
];
