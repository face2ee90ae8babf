import type { ParticipantStatus } from '../model/cohorts.ts';
import type { CivilDate } from '../model/dates.ts';
import type { Fee, FeeKind, FeeMethod, FeeState } from '../model/fees.ts';
import type { CohortId, FeePaymentId, InvoiceId, OrganizationId, ParticipantId, PersonId } from '../model/ids.ts';
import type { Cents } from '../model/money.ts';
import type { TableColumn } from '../model/roster.ts';
import type { HistoryLine, ListSlice } from './page.ts';

export const feeShows = ['everyone', 'owes', 'part-paid', 'paid', 'overpaid', 'waived'] as const;
export type FeeShow = (typeof feeShows)[number];

/** How the parts of the list are called. */
export const sayFeeShow: Record<FeeShow, string> = {
  everyone: 'Everyone',
  owes: 'Owes',
  'part-paid': 'Partly paid',
  paid: 'Paid',
  overpaid: 'Overpaid',
  waived: 'Waived',
};

export const feeColumns = [
  'name',
  'organization',
  'cohort',
  'state',
  'due',
  'paid',
  'owes',
  'payment',
  'paidBy',
  'lastOn',
  'invoice',
  'email',
] as const;
export type FeeColumn = (typeof feeColumns)[number];

/** Every column of the list of fees, the same on the screen and in the exported sheet. */
export const feeTable: readonly TableColumn<FeeColumn>[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'cohort', title: 'Cohort', kind: 'text' },
  { key: 'state', title: 'Fee', kind: 'text' },
  { key: 'due', title: 'Due', kind: 'money' },
  { key: 'paid', title: 'Paid', kind: 'money' },
  { key: 'owes', title: 'Owes', kind: 'money' },
  { key: 'payment', title: 'As the form said', kind: 'text' },
  { key: 'paidBy', title: 'Paid by', kind: 'text' },
  { key: 'lastOn', title: 'Last paid', kind: 'date' },
  { key: 'invoice', title: 'Invoice', kind: 'text' },
  { key: 'email', title: 'E-mail', kind: 'text' },
];

export interface FeeRow {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly organizationId: OrganizationId | null;
  readonly name: string;
  readonly organization: string;
  readonly cohort: string;
  readonly email: string;
  readonly status: ParticipantStatus;
  readonly state: FeeState;
  readonly due: Cents;
  readonly paid: Cents;
  readonly waived: Cents;
  readonly owes: Cents;
  readonly over: Cents;
  /** How the applicant said that the fee would be paid; empty where the form did not ask. */
  readonly payment: string;
  /** How the last payment came: `check 1042`; empty where none did. */
  readonly paidBy: string;
  readonly lastOn: CivilDate | null;
  /** The number of the last invoice; empty where there is none. */
  readonly invoice: string;
}

/** Sums over participants. */
export interface FeeTotals {
  readonly people: number;
  readonly due: Cents;
  readonly paid: Cents;
  readonly waived: Cents;
  readonly owes: Cents;
}

export interface FeesAnswer extends ListSlice<FeeRow> {
  /** Null: every cohort. */
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly fee: Cents } | null;
  readonly counts: Readonly<Record<FeeShow, number>>;
  /** Of the cohort, or of all. */
  readonly totals: FeeTotals;
  /** Of what the list shows. */
  readonly listed: FeeTotals;
}

export interface FeeDetail {
  readonly row: FeeRow;
  readonly fee: Fee;
  /** Newest first. */
  readonly events: readonly {
    readonly id: FeePaymentId;
    readonly kind: FeeKind;
    readonly cents: Cents;
    readonly method: FeeMethod | null;
    readonly reference: string | null;
    readonly payer: string | null;
    readonly receivedOn: CivilDate;
    readonly note: string | null;
    readonly receipt: string | null;
    /** The cohort that it was recorded for, where that is another one. */
    readonly earlier: string | null;
  }[];
  /** Newest first. */
  readonly invoices: readonly {
    readonly id: InvoiceId;
    readonly number: string;
    readonly issuedOn: CivilDate;
    /** Null: it stands. */
    readonly voidedOn: CivilDate | null;
    readonly cents: Cents;
    readonly people: number;
    readonly total: Cents;
  }[];
  readonly history: readonly HistoryLine[];
}
