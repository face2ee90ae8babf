import { CivilDate } from '../../../../shared/model/dates.ts';
import {
  CohortId,
  FeePaymentId,
  InvoiceId,
  OrganizationId,
  ParticipantId,
  PersonId,
} from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done } from '../../../../shared/model/result.ts';
import type { FeeDetail, FeeRow, FeesAnswer } from '../../../../shared/views/fees.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';

/** A made-up id. */
export const uuid = (number: number): string => `01910000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** Dollars in cents. */
export const cents = (dollars: number): Cents => Cents.parse(dollars * 100);
/** A day as it is written in tests. */
export const day = (text: string): CivilDate => CivilDate.parse(text);
/** Their cohort. */
export const foxtrot = CohortId.parse(uuid(1));
/** Where most of them work. */
export const lee = OrganizationId.parse(uuid(2));
const opelika = OrganizationId.parse(uuid(3));

/** A participant of Foxtrot who owes $75. */
const row = (number: number, name: string, changes: Partial<FeeRow> = {}): FeeRow => ({
  participantId: ParticipantId.parse(uuid(100 + number)),
  personId: PersonId.parse(uuid(200 + number)),
  cohortId: foxtrot,
  organizationId: lee,
  name,
  organization: 'Lee County Schools',
  cohort: 'Foxtrot',
  email: `p${number}@example.org`,
  status: 'enrolled',
  state: 'due',
  due: cents(75),
  paid: cents(0),
  waived: cents(0),
  owes: cents(75),
  over: cents(0),
  payment: 'School system pays by PO',
  paidBy: '',
  lastOn: null,
  invoice: '',
  ...changes,
});
/** Owes. */
export const jamal = row(1, 'Jamal Calloway');
/** Owes. */
export const renee = row(2, 'Renée McAllister');
const wanda = row(3, 'Wanda Pettus', { organizationId: opelika, organization: 'Opelika City Schools' });
/** Has paid. */
export const darnell = row(4, 'Darnell Stallworth', {
  state: 'paid',
  paid: cents(75),
  owes: cents(0),
  paidBy: 'check 1042',
  lastOn: day('2024-10-01'),
});

const totals = { people: 4, due: cents(300), paid: cents(75), waived: cents(0), owes: cents(225) };
const pageOf = (rows: readonly FeeRow[]): FeesAnswer => ({
  total: rows.length,
  offset: 0,
  rows,
  cohort: { id: foxtrot, name: 'Foxtrot', fee: cents(75) },
  counts: { everyone: 4, owes: 3, 'part-paid': 0, paid: 1, overpaid: 0, waived: 0 },
  totals,
  listed: totals,
});
/** What is known of Darnell's fee. */
const detail: FeeDetail = {
  row: darnell,
  fee: {
    ...darnell,
    reasons: [{ outcome: 'met', sentence: '$75 received by check 1042', seen: '', clause: 'fee' }],
  },
  events: [
    {
      id: FeePaymentId.parse(uuid(300)),
      kind: 'payment',
      cents: cents(75),
      method: 'check',
      reference: '1042',
      payer: 'Lee County Schools',
      receivedOn: day('2024-10-01'),
      note: null,
      receipt: 'AL-CTO-REC-001',
      earlier: null,
    },
  ],
  invoices: [],
  history: [{ at: 'Oct 1, 2024, 9:00 AM', sentence: '$75 received' }],
};

/** A desk with these four. */
export const desk = (answers: Answers = {}) =>
  fakeDesk({
    'cohorts.list': () => done({ cohorts: [], nextName: 'Golf', defaults: { seats: 30, fee: cents(75) } }),
    'fees.list': ({ show }) => done(pageOf(show === 'owes' ? [jamal, renee, wanda] : [jamal, renee, wanda, darnell])),
    'fees.show': () => done(detail),
    'fees.receive': () => done({ received: 2, cents: cents(150), paymentIds: [] }),
    'fees.waive': () => done({ waived: 2 }),
    'fees.refund': () => done(null),
    'fees.invoice': () => done({ invoiceId: InvoiceId.parse(uuid(400)), number: 'AL-CTO-INV-001' }),
    'papers.preview': () => done(null),
    ...answers,
  });

/** The screen. */
export const path = `/fees/${foxtrot}`;
