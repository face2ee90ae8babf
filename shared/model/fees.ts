import { z } from 'zod';
import type { CivilDate } from './dates.ts';
import type { Reason } from './decision.ts';
import type { FeePaymentId, InvoiceId, InvoiceLineId, OrganizationId, ParticipantId, PolicyVersionId } from './ids.ts';
import type { Cents } from './money.ts';

export const feeKinds = ['payment', 'refund', 'waiver'] as const;
export const FeeKind = z.enum(feeKinds);
export type FeeKind = z.infer<typeof FeeKind>;

export const feeMethods = ['check', 'purchase-order', 'card', 'cash'] as const;
export const FeeMethod = z.enum(feeMethods);
export type FeeMethod = z.infer<typeof FeeMethod>;

/**
 * Money that came in for a participant's course fee, went back, or was waived. An event: no one edits it, a refund or
 * an undo takes it back, and what is owed is derived from all of them.
 */
export interface FeePayment {
  readonly id: FeePaymentId;
  readonly participantId: ParticipantId;
  readonly kind: FeeKind;
  /** Above zero, whatever the kind. */
  readonly cents: Cents;
  /** Null for a waiver: no money moved. */
  readonly method: FeeMethod | null;
  /** The number of the check or of the purchase order. */
  readonly reference: string | null;
  /** Who paid, or whom it went back to, by name as it was then; null for a waiver. */
  readonly payer: string | null;
  /** The school system that paid; null: a person did. */
  readonly organizationId: OrganizationId | null;
  /** The day on which it came in, went back or was waived. */
  readonly receivedOn: CivilDate;
  /** The reason of a waiver or a refund; a remark on a payment. */
  readonly note: string | null;
  /** Such as `AL-CTO-REC-001`; what came in together has one number. Null unless it is a payment. */
  readonly receipt: string | null;
}

/** An invoice to one organization as it was issued; what it says does not change when people or fees do. */
export interface Invoice {
  readonly id: InvoiceId;
  /** Such as `AL-CTO-INV-001`; never given twice, not even after an undo. */
  readonly number: string;
  readonly organizationId: OrganizationId;
  /** The organization's name on the day of issue. */
  readonly billTo: string;
  readonly issuedOn: CivilDate;
  /** The organization's own order number, where it gave one. */
  readonly purchaseOrder: string | null;
  /** Whose words stand on the paper. */
  readonly policyVersionId: PolicyVersionId;
  /** The day on which a lead voided it, and why; null: it stands. Its number is never given again. */
  readonly voidedOn: CivilDate | null;
  readonly voidReason: string | null;
}

/** One person on an invoice. */
export interface InvoiceLine {
  readonly id: InvoiceLineId;
  readonly invoiceId: InvoiceId;
  readonly participantId: ParticipantId;
  /** The participant's name and cohort on the day of issue. */
  readonly name: string;
  readonly cohort: string;
  readonly cents: Cents;
}

export const feeStates = ['due', 'part-paid', 'paid', 'overpaid', 'waived', 'refunded', 'nothing-due'] as const;
export type FeeState = (typeof feeStates)[number];

/** What the rule on fees counts of a participant; the sums are of all events of a kind. */
export interface FeeSums {
  /** The cohort's fee. */
  readonly fee: Cents;
  readonly status: 'enrolled' | 'graduated' | 'withdrawn' | 'deferred';
  /** Known from a list of graduates alone: the fee was settled before this desk. */
  readonly fromList: boolean;
  readonly received: Cents;
  readonly refunded: Cents;
  readonly waived: Cents;
}

/** Where a participant's fee stands, in cents. */
export interface FeeStanding {
  readonly state: FeeState;
  /** What is asked of the participant, waivers not taken off. */
  readonly due: Cents;
  /** What came in and has not gone back. */
  readonly paid: Cents;
  readonly waived: Cents;
  /** What is still to come in. */
  readonly owes: Cents;
  /** What came in beyond what was asked. */
  readonly over: Cents;
}

/** The same with every reason. */
export interface Fee extends FeeStanding {
  readonly reasons: readonly Reason[];
}

export const sayFeeState: Record<FeeState, string> = {
  due: 'Due',
  'part-paid': 'Partly paid',
  paid: 'Paid',
  overpaid: 'Overpaid',
  waived: 'Waived',
  refunded: 'Refunded',
  'nothing-due': 'Nothing due',
};

/** How a method reads on a button or a paper. */
export const sayFeeMethod: Record<FeeMethod, string> = {
  check: 'Check',
  'purchase-order': 'Purchase order',
  card: 'Card',
  cash: 'Cash',
};

/** Whether money of this kind has a number that an accountant asks for. */
export const hasNumber = (method: FeeMethod): boolean => method === 'check' || method === 'purchase-order';

/** How it was paid, within a sentence: `check 1042`, `purchase order 24-0311`, `card`, `cash`. */
export const sayPaidBy = (method: FeeMethod, reference: string | null): string =>
  [sayFeeMethod[method].toLowerCase(), reference].filter(Boolean).join(' ');

/**
 * Where an invoice stands, by the money that came in for it. `settled`: nothing more is asked for here, although not all
 * of it came in: it was waived, someone left, or a later invoice asks instead.
 */
export type InvoiceState = 'due' | 'part-paid' | 'paid' | 'settled' | 'void';

/** How a state reads. */
export const sayInvoiceState: Record<InvoiceState, string> = {
  due: 'Due',
  'part-paid': 'Partly paid',
  paid: 'Paid',
  settled: 'Nothing more due',
  void: 'Void',
};
