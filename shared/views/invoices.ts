import type { CivilDate } from '../model/dates.ts';
import type { InvoiceState } from '../model/fees.ts';
import type { InvoiceId, OrganizationId, ParticipantId } from '../model/ids.ts';
import type { Cents } from '../model/money.ts';
import type { ListSlice } from './page.ts';

export const invoiceShows = ['everything', 'open', 'paid', 'void'] as const;
export type InvoiceShow = (typeof invoiceShows)[number];

/** How the parts of the list are called. */
export const sayInvoiceShow: Record<InvoiceShow, string> = {
  everything: 'Every invoice',
  open: 'Open',
  paid: 'Paid',
  void: 'Void',
};

export const invoiceColumns = ['number', 'billTo', 'issuedOn', 'people', 'total', 'open', 'state', 'order'] as const;
export type InvoiceColumn = (typeof invoiceColumns)[number];

/** An invoice as it was issued, and what of it is still owed. */
export interface InvoiceRow {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  /** As it stands on the paper. */
  readonly billTo: string;
  readonly organizationId: OrganizationId;
  readonly issuedOn: CivilDate;
  /** The number of the purchase order; empty: none was given. */
  readonly order: string;
  readonly people: number;
  readonly total: Cents;
  /** What came in for it and has not gone back. */
  readonly paid: Cents;
  /** What its people still owe of it: nothing of a fee that was waived, or that a later invoice asks for. */
  readonly open: Cents;
  readonly state: InvoiceState;
  /** Null: it stands. */
  readonly voidedOn: CivilDate | null;
  readonly voidReason: string | null;
  readonly lines: readonly {
    readonly participantId: ParticipantId;
    readonly name: string;
    readonly cohort: string;
    readonly cents: Cents;
    readonly paid: Cents;
    readonly open: Cents;
    /** The number of the later invoice that asks for it instead; null: none does. */
    readonly replacedBy: string | null;
  }[];
}

export interface InvoicesAnswer extends ListSlice<InvoiceRow> {
  readonly counts: Readonly<Record<InvoiceShow, number>>;
  /** What is asked for by the open invoices and not settled. */
  readonly open: Cents;
}
