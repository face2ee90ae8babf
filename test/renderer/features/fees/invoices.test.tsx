import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { InvoiceId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import type { InvoiceRow, InvoicesAnswer } from '../../../../shared/views/invoices.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cents, day, jamal, lee, renee, uuid } from './four-who-pay.ts';

describe('Invoices', () => {
  const lines = [
    {
      participantId: jamal.participantId,
      name: 'Jamal Calloway',
      cohort: 'Foxtrot',
      cents: cents(75),
      paid: cents(75),
      open: cents(0),
      replacedBy: null,
    },
    {
      participantId: renee.participantId,
      name: 'Renée McAllister',
      cohort: 'Foxtrot',
      cents: cents(75),
      paid: cents(0),
      open: cents(75),
      replacedBy: null,
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
    paid: cents(75),
    open: cents(75),
    state: 'part-paid',
    voidedOn: null,
    voidReason: null,
    lines,
  };
  const invoicesOf = (rows: readonly InvoiceRow[]): InvoicesAnswer => ({
    total: rows.length,
    offset: 0,
    rows,
    counts: { everything: rows.length, open: rows.length, paid: 0, void: 0 },
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
    expect(card.getByText('Partly paid, $75 owed')).toBeTruthy();
    expect(card.getByText('$75 paid')).toBeTruthy();
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
