import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OrganizationId, ParticipantId } from '../../../../shared/model/ids.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { byCheck, names, on, openFees } from './foxtrot-fees.ts';

describe('an invoice', () => {
  const to = (organizationId: OrganizationId, participantIds: readonly ParticipantId[], again = false) => ({
    organizationId,
    participantIds: [...participantIds],
    issuedOn: on,
    purchaseOrder: '24-0311',
    again,
  });

  test('asks a school system for what its people owe, and what it says stays', async () => {
    const { desk, lee, people, jamal, lastLabel, payOwn, andBack } = await openFees();
    await payOwn(50);
    await andBack(() => desk.call('fees.invoice', to(lee, people)));
    expect(await lastLabel()).toBe('Redid “Invoiced Lee County Schools $325 for 5 participants, AL-CTO-INV-001”');
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      method: 'purchase-order',
      reference: '24-0311',
      organizationId: lee,
      receivedOn: on,
    });
    const { invoices, row } = await desk.call('fees.show', { participantId: jamal });
    expect(invoices).toMatchObject([{ number: 'AL-CTO-INV-001', cents: 2500, people: 5, total: 32_500 }]);
    expect(row.invoice).toBe('AL-CTO-INV-001');
  });

  test('refuses people of another system, people who owe nothing, and people invoiced before, by name', async () => {
    const { desk, lee, people, stranger, payOwn } = await openFees();
    const strange = await desk.refusal('fees.invoice', to(lee, [...people, stranger]));
    expect(strange.reasons).toEqual(['Wanda Pettus: Opelika City Schools.']);
    await payOwn(75);
    expect((await desk.refusal('fees.invoice', to(lee, people))).reasons).toEqual(['Jamal Calloway owes nothing.']);
    const [, ...others] = people;
    await desk.call('fees.invoice', to(lee, others.slice(0, 1)));
    const again = await desk.refusal('fees.invoice', to(lee, others));
    expect(again.reasons).toEqual(['Renée McAllister: AL-CTO-INV-001 of Jun 3, 2024.']);
    expect((await desk.call('fees.invoice', to(lee, others, true))).number).toBe('AL-CTO-INV-002');
  });

  test('stands in the list of invoices with what of it is still owed, until all of it is paid or waived', async () => {
    const { desk, lee, people, payOwn } = await openFees();
    const [first, second, ...others] = people;
    if (!first || !second) throw new Error('Five are of Lee County.');
    await desk.call('fees.invoice', to(lee, [first, second]));
    await desk.call('fees.invoice', to(lee, others));
    const invoices = async (more = {}) =>
      (await desk.call('fees.invoices', more)).rows.map(({ number, people, total, open, state }) => [
        number,
        people,
        total,
        open,
        state,
      ]);
    const [one, two] = ['AL-CTO-INV-001', 'AL-CTO-INV-002'];
    expect(await invoices()).toEqual([
      [two, 3, 22_500, 22_500, 'due'],
      [one, 2, 15_000, 15_000, 'due'],
    ]);
    await payOwn(50);
    await desk.call('fees.waive', { participantIds: [second], reason: 'Speaks at the conference' });
    expect(await invoices({ search: '001' })).toEqual([[one, 2, 15_000, 2_500, 'part-paid']]);
    await payOwn(25, '1043');
    expect(await invoices({ search: '001' })).toEqual([[one, 2, 15_000, 0, 'settled']]);
    expect(await invoices({ show: 'paid' })).toEqual([]);
    expect(await invoices({ show: 'open' })).toEqual([[two, 3, 22_500, 22_500, 'due']]);
    expect((await invoices({ sort: { by: 'number', direction: 'up' } })).map(([number]) => number)).toEqual([one, two]);
    expect(await desk.call('fees.invoices', { search: 'mcallister' })).toMatchObject({
      total: 1,
      open: 22_500,
      counts: { everything: 2, open: 1, paid: 0, void: 0 },
    });
    await desk.call('history.undo', {});
    expect(await invoices({ search: '001' })).toEqual([[one, 2, 15_000, 2_500, 'part-paid']]);
  });

  test('is never part-paid or paid by a waiver or a withdrawal', async () => {
    const { desk, lee, people } = await openFees();
    const [first, second] = people;
    if (!first || !second) throw new Error('Five are of Lee County.');
    await desk.call('fees.invoice', to(lee, [first, second]));
    const state = async () => (await desk.call('fees.invoices', {})).rows[0]?.state;
    await desk.call('fees.waive', { participantIds: [first], reason: 'Speaks at the conference' });
    expect(await state()).toBe('due');
    await desk.call('cohorts.withdrawParticipants', { participantIds: [second], reason: 'Moved away' });
    expect(await state()).toBe('settled');
  });

  test('written again for the same people asks for the same money, once', async () => {
    const { desk, lee, people } = await openFees();
    await desk.call('fees.invoice', to(lee, people));
    await desk.call('fees.invoice', to(lee, people, true));
    const { rows, open } = await desk.call('fees.invoices', {});
    expect(open).toBe(37_500);
    expect(rows.map(({ number, open: owed }) => [number, owed])).toEqual([
      ['AL-CTO-INV-002', 37_500],
      ['AL-CTO-INV-001', 0],
    ]);
    expect(rows[1]?.lines[0]?.replacedBy).toBe('AL-CTO-INV-002');
    await desk.call('fees.receive', { shares: { split: 'owed', participantIds: [...people] }, ...byCheck });
    expect((await desk.call('fees.invoices', {})).rows.map(({ state }) => state)).toEqual(['paid', 'settled']);
  });

  test('is voided under its number, with a reason; what it asked for can be invoiced again', async () => {
    const { desk, lee, people, andBack, lastLabel } = await openFees();
    const { invoiceId } = await desk.call('fees.invoice', to(lee, people));
    const reason = 'Sent to the wrong office';
    await andBack(() => desk.call('fees.voidInvoice', { invoiceId, reason }));
    expect(await lastLabel()).toContain('Voided invoice AL-CTO-INV-001 to Lee County Schools');
    expect((await desk.call('fees.invoices', { show: 'void' })).rows).toMatchObject([
      { number: 'AL-CTO-INV-001', state: 'void', open: 0, voidedOn: on, voidReason: reason },
    ]);
    expect((await desk.refusal('fees.voidInvoice', { invoiceId, reason })).sentence).toBe(
      'AL-CTO-INV-001 was voided on Jun 3, 2024 already.',
    );
    expect((await desk.call('fees.invoice', to(lee, people))).number).toBe('AL-CTO-INV-002');
    expect((await desk.call('fees.invoices', {})).open).toBe(37_500);
    desk.answers.saveFile = path.join(desk.folder, 'void.pdf');
    await desk.call('fees.printInvoice', { invoiceId });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Void invoice', 'Voided', 'Please don’t pay this invoice']));
    expect(text).not.toContain('Please pay to');
  });

  test('names the day by which it is to be paid, where the policy has one', async () => {
    const { desk, lee, people } = await openFees();
    const view = await desk.call('program.show', {});
    if (!view) throw new Error('No program.');
    const policy = { ...view.policy, fee: { ...view.policy.fee, paymentDays: 30 } };
    await desk.call('program.revise', { policy, effectiveOn: on, note: 'thirty days' });
    const { invoiceId } = await desk.call('fees.invoice', to(lee, people));
    desk.answers.saveFile = path.join(desk.folder, 'invoice.pdf');
    await desk.call('fees.printInvoice', { invoiceId });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Pay by', 'Jul 3, 2024']));
  });

  test('is printed as it was issued, also after people and the policy changed', async () => {
    const { desk, lee, people } = await openFees();
    const { invoiceId } = await desk.call('fees.invoice', to(lee, people));
    const view = await desk.call('program.show', {});
    if (!view) throw new Error('No program.');
    const policy = { ...view.policy, fee: { ...view.policy.fee, payTo: 'ALET\nPO Box 1' } };
    await desk.call('program.revise', { policy, effectiveOn: on, note: 'an address' });
    desk.answers.saveFile = path.join(desk.folder, 'invoice.pdf');
    const written = await desk.call('fees.printInvoice', { invoiceId });
    expect(written).toMatchObject({ holds: '1 invoice', notes: [] });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Invoice', 'Lee County Schools', '24-0311', 'Total due', '$375.00']));
    expect(text).toEqual(expect.arrayContaining(names));
    expect(text).not.toContain('PO Box 1');
  });
});

describe('papers and sheets', () => {
  test('a receipt holds everyone whom one payment paid for', async () => {
    const { desk, lee, people } = await openFees();
    const { paymentIds } = await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      ...byCheck,
      organizationId: lee,
    });
    desk.answers.saveFile = path.join(desk.folder, 'receipt.pdf');
    await desk.call('fees.printReceipt', { paymentIds: paymentIds.slice(0, 1) });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Receipt', 'Received from', 'Check 1042', '$375.00', ...names]));
  });

  test('a dialog that is closed writes nothing', async () => {
    const { desk, payOwn } = await openFees();
    const { paymentIds } = await payOwn(75);
    expect(await desk.call('fees.printReceipt', { paymentIds: [...paymentIds] })).toBeNull();
  });

  test('the list is exported as it stands on the screen', async () => {
    const { desk, payOwn } = await openFees();
    await payOwn(75);
    desk.answers.saveFile = path.join(desk.folder, 'fees.xlsx');
    const written = await desk.call('fees.export', { show: 'owes', columns: ['name', 'owes'] });
    expect(written).toMatchObject({ holds: '5 rows' });
  });
});
