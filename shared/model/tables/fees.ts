import { sayDate } from '../dates.ts';
import { type FeePayment, type Invoice, type InvoiceLine, sayPaidBy } from '../fees.ts';
import { sayCents } from '../money.ts';
import type { Table } from './table.ts';
import { day, nameIn, quoted } from './words.ts';

/** What of the course fee came in, went back or was waived. */
export const feePayment = {
  columns: [
    'id',
    'participantId',
    'kind',
    'cents',
    'method',
    'reference',
    'payer',
    'organizationId',
    'receivedOn',
    'note',
    'receipt',
  ],
  references: { participantId: { to: 'participant', whenMerged: 'moves' }, organizationId: { to: 'organization' } },
  unique: [],
  numbered: { column: 'receipt', as: 'printed' },
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) => sayFeePayment(row),
    removed: (row) => `${sayFeePayment(row)}: undone`,
    fields: { participantId: ['fee of', nameIn('participant')], organizationId: ['paid by', nameIn('organization')] },
  },
} as const satisfies Table<FeePayment>;

/** `$75 received by check 1042 from Lee County Schools, Jun 3, 2024`; a waiver or a refund with its reason. */
function sayFeePayment({ kind, cents, method, reference, payer, receivedOn, note }: FeePayment): string {
  const by = method === null ? '' : ` by ${sayPaidBy(method, reference)}`;
  const whom = payer === null ? '' : ` ${kind === 'refund' ? 'to' : 'from'} ${payer}`;
  const done = { payment: 'received', refund: 'refunded', waiver: 'of the fee waived' }[kind];
  return `${sayCents(cents)} ${done}${by}${whom}, ${sayDate(receivedOn)}${note ? `, “${note}”` : ''}`;
}

/** Invoices. Their numbers carry the laptop’s letter. */
export const invoice = {
  columns: [
    'id',
    'number',
    'organizationId',
    'billTo',
    'issuedOn',
    'purchaseOrder',
    'policyVersionId',
    'voidedOn',
    'voidReason',
  ],
  references: { organizationId: { to: 'organization' }, policyVersionId: { to: 'policyVersion' } },
  unique: [
    {
      columns: ['number'],
      collision: 'cannot-happen',
      taken: ({ number }) => `Another invoice has the number ${number}`,
    },
  ],
  numbered: { column: 'number', as: 'printed' },
  words: {
    about: () => null,
    called: (row) => row.number,
    gone: 'a deleted invoice',
    added: (row) => `invoice ${row.number} to ${row.billTo}, ${sayDate(row.issuedOn)}`,
    removed: (row) => `invoice ${row.number} to ${row.billTo} undone`,
    fields: {
      organizationId: ['invoice to', nameIn('organization')],
      voidedOn: ['voided on', day],
      voidReason: ['because', quoted],
    },
  },
} as const satisfies Table<Invoice>;

/** Whom an invoice is for. */
export const invoiceLine = {
  columns: ['id', 'invoiceId', 'participantId', 'name', 'cohort', 'cents'],
  references: { invoiceId: { to: 'invoice' }, participantId: { to: 'participant', whenMerged: 'refuses' } },
  unique: [
    {
      columns: ['invoiceId', 'participantId'],
      collision: 'same-row',
      taken: () => 'The participant is on this invoice already',
    },
  ],
  words: {
    about: (row) => row.name,
    added: (row, names) => `${sayCents(row.cents)} on invoice ${names.of('invoice', row.invoiceId)}`,
    removed: (row, names) => `${sayCents(row.cents)} off invoice ${names.of('invoice', row.invoiceId)}`,
    fields: { participantId: ['invoice for', nameIn('participant')] },
  },
} as const satisfies Table<InvoiceLine>;
