import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import { FeeMethod } from '../model/fees.ts';
import * as id from '../model/ids.ts';
import { Cents } from '../model/money.ts';
import { type FeeDetail, type FeesAnswer, feeColumns, feeShows } from '../views/fees.ts';
import { type InvoicesAnswer, invoiceColumns, invoiceShows } from '../views/invoices.ts';
import { SheetFormat, Slice, sortBy, type WrittenFile } from '../views/page.ts';
import { many, reason, tagged } from './inputs.ts';

const feeList = {
  cohortId: id.CohortId.nullable().default(null),
  show: z.enum(feeShows).default('everyone'),
  sort: sortBy(feeColumns),
  ...tagged,
  ...Slice,
};
/** Money that moved: more than nothing. */
const money = Cents.refine((cents) => cents > 0, 'an amount above $0');
const paymentFacts = {
  method: FeeMethod,
  /** The number of the check or of the purchase order. */
  reference: z.string().max(100).nullable().default(null),
};
const remark = z.string().trim().max(500).nullable().default(null);

/** The calls about the course fee; shared/api.ts has them with all others. */
export const feeCalls = {
  'fees.list': reads<FeesAnswer>().takes('Who owes the course fee and who has paid it', z.strictObject(feeList), {
    from: [
      'personTag',
      'organization',
      'person',
      'cohort',
      'application',
      'participant',
      'feePayment',
      'invoice',
      'invoiceLine',
    ],
  }),
  'fees.show': reads<FeeDetail>().takes(
    'One participant’s fee, with every payment and why',
    z.strictObject({ participantId: id.ParticipantId }),
    {
      from: [
        'session',
        'sessionCohort',
        'organization',
        'person',
        'cohort',
        'application',
        'participant',
        'letter',
        'feePayment',
        'invoice',
        'invoiceLine',
      ],
    },
  ),
  'fees.receive': writes<{ received: number; cents: Cents; paymentIds: readonly id.FeePaymentId[] }>().takes(
    'Record payment, for one participant or several at once',
    z.strictObject({
      shares: z.discriminatedUnion('split', [
        /** To each what they owe. */
        z.strictObject({ split: z.literal('owed'), participantIds: many(id.ParticipantId) }),
        z.strictObject({ split: z.literal('evenly'), participantIds: many(id.ParticipantId), total: money }),
        z.strictObject({
          split: z.literal('each'),
          amounts: many(z.strictObject({ participantId: id.ParticipantId, cents: Cents })),
        }),
      ]),
      ...paymentFacts,
      /** Who paid: a school system, a name, or, with neither, each participant. */
      organizationId: id.OrganizationId.nullable().default(null),
      payer: z.string().trim().max(200).nullable().default(null),
      receivedOn: CivilDate,
      note: remark,
    }),
  ),
  'fees.waive': writes<{ waived: number }>().takes(
    'Waive what participants owe, or so much of it, with a reason',
    z.strictObject({ participantIds: many(id.ParticipantId), cents: money.nullable().default(null), reason }),
  ),
  'fees.refund': writes<null>().takes(
    'Record a refund to whoever paid',
    z.strictObject({
      participantId: id.ParticipantId,
      cents: money,
      ...paymentFacts,
      refundedOn: CivilDate,
      note: reason,
    }),
  ),
  'fees.invoice': writes<{ invoiceId: id.InvoiceId; number: string }>().takes(
    'Write an invoice to a school system for those of its people who owe',
    z.strictObject({
      organizationId: id.OrganizationId,
      participantIds: many(id.ParticipantId),
      issuedOn: CivilDate,
      purchaseOrder: z.string().trim().max(100).nullable().default(null),
      /** Also for people who stand on an invoice already. */
      again: z.boolean().default(false),
    }),
  ),
  'fees.voidInvoice': writes<{ number: string }>().takes(
    'Void an invoice, with a reason; its number stays and is never given again',
    z.strictObject({ invoiceId: id.InvoiceId, reason }),
  ),
  'fees.invoices': reads<InvoicesAnswer>().takes(
    'Every invoice that was written, and what of it is still owed',
    z.strictObject({ show: z.enum(invoiceShows).default('everything'), sort: sortBy(invoiceColumns), ...Slice }),
    { from: ['cohort', 'participant', 'feePayment', 'invoice', 'invoiceLine'] },
  ),
  'fees.printInvoice': works<WrittenFile | null>().takes(
    'An invoice as a PDF, as it was issued',
    z.strictObject({ invoiceId: id.InvoiceId }),
  ),
  'fees.printReceipt': works<WrittenFile | null>().takes(
    'Receipts for payments as a PDF: what was paid together is on one',
    z.strictObject({ paymentIds: many(id.FeePaymentId) }),
  ),
  'fees.export': works<WrittenFile | null>().takes(
    'The list on the screen as a spreadsheet',
    z.strictObject({
      ...feeList,
      columns: z.array(z.enum(feeColumns)).min(1).optional(),
      format: SheetFormat.default('xlsx'),
    }),
  ),
};
