import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
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
import { done, refuse } from '../../../../shared/model/result.ts';
import type { FeeDetail, FeeRow, FeesPage } from '../../../../shared/views/fees.ts';
import type { InvoiceRow, InvoicesPage } from '../../../../shared/views/invoices.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const uuid = (number: number): string => `01910000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const cents = (dollars: number): Cents => Cents.parse(dollars * 100);
const day = (text: string): CivilDate => CivilDate.parse(text);
const foxtrot = CohortId.parse(uuid(1));
const lee = OrganizationId.parse(uuid(2));
const opelika = OrganizationId.parse(uuid(3));

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
const jamal = row(1, 'Jamal Calloway');
const renee = row(2, 'Renée McAllister');
const wanda = row(3, 'Wanda Pettus', { organizationId: opelika, organization: 'Opelika City Schools' });
const darnell = row(4, 'Darnell Stallworth', {
  state: 'paid',
  paid: cents(75),
  owes: cents(0),
  paidBy: 'check 1042',
  lastOn: day('2024-10-01'),
});

const totals = { people: 4, due: cents(300), paid: cents(75), waived: cents(0), owes: cents(225) };
const pageOf = (rows: readonly FeeRow[]): FeesPage => ({
  total: rows.length,
  offset: 0,
  rows,
  cohort: { id: foxtrot, name: 'Foxtrot', fee: cents(75) },
  counts: { everyone: 4, owes: 3, 'part-paid': 0, paid: 1, overpaid: 0, waived: 0 },
  totals,
  listed: totals,
});
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
    },
  ],
  invoices: [],
  history: [{ at: 'Oct 1, 2024, 9:00 a', sentence: '$75 received' }],
};

const desk = (answers: Answers = {}) =>
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

const path = `/fees/${foxtrot}`;
/** Selects the first two of the list, by the keyboard. */
async function selectTwo(user: Awaited<ReturnType<typeof openApp>>) {
  await screen.findByText('Jamal Calloway');
  screen.getByRole('grid').focus();
  await user.keyboard('{Home} {Shift>}{ArrowDown}{/Shift}');
  await screen.findByText('2 selected');
}

describe('Fees', () => {
  test('show who owes what, and what came in of it', async () => {
    desk();
    await openApp(path);
    expect(await screen.findByText('$75 paid, $225 owed')).toBeDefined();
    const grid = screen.getByRole('grid');
    expect(within(grid).getByText('Darnell Stallworth')).toBeDefined();
    expect(within(grid).getByText('check 1042')).toBeDefined();
    expect(screen.getByRole('radio', { name: /Owes/ }).textContent).toBe('Owes3');
    expect(screen.queryByRole('radio', { name: /Overpaid/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Cohorts/ }).getAttribute('aria-current')).toBe('page');
    await expectNoBarriers();
  });

  test('open on those who owe when Today asks for them', async () => {
    const fake = desk();
    await openApp(`${path}?show=owes`);
    await waitFor(() => expect(fake.asked('fees.list').at(-1)).toMatchObject({ cohortId: foxtrot, show: 'owes' }));
  });

  test('take one purchase order for several people of a school system', async () => {
    const fake = desk();
    const user = await openApp(path);
    await selectTwo(user);
    expect(screen.getByText('$150 owed by 2, Lee County Schools')).toBeDefined();
    await user.keyboard('r');
    const dialog = await screen.findByRole('dialog', { name: 'Money received for 2 participants' });
    await user.selectOptions(within(dialog).getByLabelText('Paid by'), 'Purchase order');
    await user.click(within(dialog).getByRole('button', { name: 'Note $150' }));
    expect(within(dialog).getByText('An accountant will ask for it.')).toBeDefined();
    await user.type(within(dialog).getByLabelText('Purchase order number'), '24-0311');
    await user.click(within(dialog).getByRole('button', { name: 'Note $150' }));
    await waitFor(() =>
      expect(fake.asked('fees.receive')).toEqual([
        {
          shares: { split: 'owed', participantIds: [jamal.participantId, renee.participantId] },
          method: 'purchase-order',
          reference: '24-0311',
          organizationId: lee,
          payer: null,
          receivedOn: '2024-10-21',
          note: null,
        },
      ]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('take an amount each, and show a refusal where it was typed', async () => {
    const fake = desk({ 'fees.receive': () => refuse('This check is noted already.', ['Jamal Calloway: $50.']) });
    const user = await openApp(path);
    await selectTwo(user);
    await user.keyboard('r');
    const dialog = await screen.findByRole('dialog');
    await user.selectOptions(within(dialog).getByLabelText('Amount'), 'An amount each');
    await user.clear(within(dialog).getByLabelText('Jamal Calloway'));
    await user.type(within(dialog).getByLabelText('Jamal Calloway'), '100.50');
    await user.type(within(dialog).getByLabelText('Check number'), '1042');
    expect(within(dialog).getByText('$25.50 more than is owed; it shows as overpaid.')).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'Note $175.50' }));
    expect(await within(dialog).findByText('This check is noted already.')).toBeDefined();
    expect(fake.asked('fees.receive')[0]?.shares).toEqual({
      split: 'each',
      amounts: [
        { participantId: jamal.participantId, cents: 10_050 },
        { participantId: renee.participantId, cents: 7_500 },
      ],
    });
    await expectNoBarriers();
  });

  test('write an invoice to one school system, and offer its PDF', async () => {
    const fake = desk();
    const user = await openApp(path);
    await selectTwo(user);
    await user.keyboard('i');
    const dialog = await screen.findByRole('dialog', { name: 'Invoice Lee County Schools for $150?' });
    await user.click(within(dialog).getByRole('button', { name: 'Write the invoice' }));
    await waitFor(() =>
      expect(fake.asked('papers.preview')).toEqual([{ call: 'fees.printInvoice', input: { invoiceId: uuid(400) } }]),
    );
    expect(fake.asked('fees.invoice')).toMatchObject([{ organizationId: lee, again: false, purchaseOrder: null }]);
  });

  test('write none to several school systems at once, and say why', async () => {
    desk();
    const user = await openApp(path);
    await screen.findByText('Jamal Calloway');
    screen.getByRole('grid').focus();
    await user.keyboard('{Control>}a{/Control}');
    await screen.findByText('4 selected');
    const button = screen.getByRole('button', { name: /Invoice…/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.title).toBe('Select people of one school system: an invoice goes to one.');
  });

  test('are waived with a reason', async () => {
    const fake = desk();
    const user = await openApp(path);
    await selectTwo(user);
    await user.keyboard('w');
    const dialog = await screen.findByRole('dialog', { name: 'Waive $150 of the fee of 2 participants?' });
    await user.type(within(dialog).getByLabelText('Reason'), 'speaks at the conference');
    await user.click(within(dialog).getByRole('button', { name: 'Waive $150' }));
    await waitFor(() =>
      expect(fake.asked('fees.waive')).toEqual([
        { participantIds: [jamal.participantId, renee.participantId], reason: 'speaks at the conference' },
      ]),
    );
  });

  test('tell one participant’s payments, print the receipt, and refund', async () => {
    const fake = desk();
    const user = await openApp(`${path}?open=${darnell.participantId}`);
    const inspector = await screen.findByRole('complementary', { name: 'Darnell Stallworth' });
    expect(within(inspector).getByText('by check 1042 from Lee County Schools')).toBeDefined();
    await user.click(within(inspector).getByRole('button', { name: 'Print receipt AL-CTO-REC-001' }));
    await waitFor(() =>
      expect(fake.asked('papers.preview')).toEqual([{ call: 'fees.printReceipt', input: { paymentIds: [uuid(300)] } }]),
    );
    await user.click(within(inspector).getByRole('button', { name: 'More…' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Refund…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Refund Darnell Stallworth?' });
    await user.type(within(dialog).getByLabelText('Reason'), 'moved to Georgia');
    await user.click(within(dialog).getByRole('button', { name: 'Refund $75' }));
    await waitFor(() =>
      expect(fake.asked('fees.refund')).toMatchObject([{ cents: 7_500, method: 'check', note: 'moved to Georgia' }]),
    );
  });
});

describe('Invoices', () => {
  const lines = [
    { participantId: jamal.participantId, name: 'Jamal Calloway', cohort: 'Foxtrot', cents: cents(75), open: cents(0) },
    {
      participantId: renee.participantId,
      name: 'Renée McAllister',
      cohort: 'Foxtrot',
      cents: cents(75),
      open: cents(75),
    },
  ];
  const invoice: InvoiceRow = {
    invoiceId: InvoiceId.parse(uuid(400)),
    number: 'AL-CTO-INV-001',
    billTo: 'Lee County Schools',
    organizationId: lee,
    issuedOn: day('2024-10-02'),
    order: 'PO-77',
    people: 2,
    total: cents(150),
    open: cents(75),
    state: 'part-paid',
    lines,
  };
  const invoicesOf = (rows: readonly InvoiceRow[]): InvoicesPage => ({
    total: rows.length,
    offset: 0,
    rows,
    counts: { everything: rows.length, open: rows.length, paid: 0 },
    open: cents(75 * rows.length),
  });

  test('stand in a list with their state, and are printed again as they were issued', async () => {
    const desk = fakeDesk({
      'fees.invoices': () => done(invoicesOf([invoice])),
      'papers.preview': () => done(null),
    });
    const user = await openApp('/invoices');
    const grid = within(await screen.findByRole('grid', { name: 'Invoices' }));
    await user.click(await grid.findByText('AL-CTO-INV-001'));
    const card = within(await screen.findByRole('complementary', { name: 'AL-CTO-INV-001' }));
    expect(card.getByText('Part-paid, $75 owed')).toBeTruthy();
    expect(card.getByText('Settled')).toBeTruthy();
    expect(card.getByText('Wed, Oct 2, 2024')).toBeTruthy();
    await expectNoBarriers();
    await user.keyboard('p');
    const { invoiceId } = invoice;
    await waitFor(() =>
      expect(desk.asked('papers.preview')).toEqual([{ call: 'fees.printInvoice', input: { invoiceId } }]),
    );
  });

  test('teach how one is written where there is none', async () => {
    fakeDesk({ 'fees.invoices': () => done(invoicesOf([])) });
    await openApp('/invoices');
    expect(await screen.findByText('No invoice was written yet')).toBeTruthy();
  });
});
