import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { refuse } from '../../../../shared/model/result.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { darnell, desk, foxtrot, jamal, lee, path, renee, uuid } from './four-who-pay.ts';

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
    const dialog = await screen.findByRole('dialog', { name: 'Payment from 2 participants' });
    await user.selectOptions(within(dialog).getByLabelText('Paid by'), 'Purchase order');
    await user.click(within(dialog).getByRole('button', { name: 'Record $150' }));
    expect(within(dialog).getByText('The accountant will ask for it.')).toBeDefined();
    await user.type(within(dialog).getByLabelText('Purchase order number'), '24-0311');
    await user.click(within(dialog).getByRole('button', { name: 'Record $150' }));
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
    await user.click(within(dialog).getByRole('button', { name: 'Record $175.50' }));
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

  test('never take money for someone else than the inspector shows', async () => {
    desk();
    const user = await openApp(path);
    await user.click(await screen.findByText('Darnell Stallworth'));
    expect(await screen.findByRole('complementary', { name: 'Darnell Stallworth' })).toBeDefined();
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Jamal Calloway'));
    await user.keyboard('{/Control}');
    const inspector = await screen.findByRole('complementary', { name: '2 selected' });
    expect(within(inspector).getByText('Jamal Calloway, Darnell Stallworth')).toBeDefined();
    await user.keyboard('r');
    expect(await screen.findByRole('dialog', { name: 'Payment from 2 participants' })).toBeDefined();
    await user.keyboard('{Escape}{Escape}');
    expect(screen.queryByText('2 selected')).toBeNull();
    expect(await screen.findByRole('complementary', { name: 'Darnell Stallworth' })).toBeDefined();
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
    expect(button.title).toBe('Select people from one school system: an invoice goes to one.');
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
