import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import type { FeeRow } from '../../shared/views/fees.ts';
import { pdfPages } from '../main/papers/pdf-text.ts';
import { answerDialogs, ask } from './ask.ts';
import { searchFor } from './on-screen.ts';
import { openWithThirtyAccepted } from './thirty-accepted.ts';

let app: ElectronApplication;
let page: Page;
let folder: string;
let cohortId: CohortId;

/** Thirty of the sample are accepted: each owes the course fee. One window for the whole day. */
beforeAll(async () => {
  ({ app, page, folder, cohortId } = await openWithThirtyAccepted());
});
afterAll(() => app.close());

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const fees = async (): Promise<readonly FeeRow[]> => (await ask(page, 'fees.list', { cohortId, limit: 1_000 })).rows;
const feeOf = async (name: string): Promise<FeeRow> => {
  const row = (await fees()).find((each) => each.name === name);
  if (!row) throw new Error(`${name} has no fee.`);
  return row;
};
const card = () => page.getByRole('complementary');

/** Opens someone's fee from the list. */
async function open(name: string): Promise<void> {
  await searchFor(page, name);
  await page.getByRole('gridcell', { name, exact: true }).first().click();
  await card().getByRole('heading', { name, exact: true }).waitFor();
}

/** Has a paper shown as it will be printed, saves it, and reads it back. */
async function printed(file: string, print: () => Promise<unknown>): Promise<string> {
  const to = path.join(folder, file);
  await answerDialogs(app, to);
  await print();
  const preview = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: /Save as PDF/ }) });
  await preview.getByRole('button', { name: /Save as PDF/ }).click();
  // By its name: the word on the paper before may still be there.
  await page.getByText(`Saved 1 page to ${file}.`).waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
  return pdfPages(await readFile(to))
    .flat()
    .join('\n');
}

test('Today says who owes, and leads there', async () => {
  await page.getByText('30 participants owe their fee: $2,250 in all').waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'owe their fee' })
    .getByRole('button', { name: 'See who' })
    .click();
  await heading('Fees').waitFor();
  await page.getByText('$0 paid, $2,250 owed').waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /^Owes/ }).isChecked()).toBe(true);
  await page.getByRole('radio', { name: /^Everyone/ }).click();
});

test('a fee is due, part-paid, paid, receipted and refunded, each step with its reason', async () => {
  const [first] = await fees();
  if (!first) throw new Error('Nobody owes.');
  const { name } = first;
  await open(name);
  await card().getByText('Due, $75 owed').waitFor();

  await page.keyboard.press('r');
  let dialog = page.getByRole('dialog', { name: `Payment from ${name}` });
  await dialog.getByLabel('Check number').fill('1042');
  await dialog.getByLabel('From').selectOption({ label: name });
  await dialog.getByLabel('Amount').fill('50');
  await dialog.getByRole('button', { name: /^Record/ }).click();
  await dialog.waitFor({ state: 'detached' });
  await card().getByText('Partly paid, $25 owed').waitFor();

  await page.keyboard.press('r');
  dialog = page.getByRole('dialog', { name: `Payment from ${name}` });
  await dialog.getByLabel('Paid by').selectOption({ label: 'Card' });
  await dialog.getByLabel('From').selectOption({ label: name });
  await dialog.getByRole('button', { name: /^Record/ }).click();
  await expect.poll(async () => (await feeOf(name)).state).toBe('paid');
  await card().getByRole('button', { name: 'Print receipt AL-CTO-REC-002' }).waitFor();

  const receipt = await printed('receipt.pdf', () =>
    card().getByRole('button', { name: 'Print receipt AL-CTO-REC-001' }).click(),
  );
  for (const said of ['Receipt', 'AL-CTO-REC-001', name, '$50.00', 'Check 1042']) expect(receipt).toContain(said);

  await card().getByRole('button', { name: 'More…' }).click();
  await page.getByRole('menuitem', { name: 'Refund…' }).click();
  dialog = page.getByRole('dialog', { name: `Refund ${name}?` });
  await dialog.getByRole('button', { name: 'Refund $75' }).click();
  await dialog.getByText('Enter a reason (three letters or more).').waitFor();
  await dialog.getByLabel('Reason').fill('Could not come after all');
  await dialog.getByRole('button', { name: 'Refund $75' }).click();
  await expect.poll(async () => (await feeOf(name)).paid).toBe(0);
  await card().getByText('$75 refunded, Jun 10, 2024').waitFor();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
});

test('a fee is waived with a reason, and no one owes it any longer', async () => {
  const somebody = (await fees()).find(({ owes }, at) => owes > 0 && at > 0);
  if (!somebody) throw new Error('Nobody owes.');
  await open(somebody.name);
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: `Waive $75 of the fee of ${somebody.name}?` });
  await dialog.getByLabel('Reason').fill('Speaks at the conference');
  await dialog.getByRole('button', { name: 'Waive $75' }).click();
  await expect.poll(async () => (await feeOf(somebody.name)).state).toBe('waived');
  await card()
    .getByText(/Speaks at the conference/)
    .first()
    .waitFor();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
});

test('a school system gets one invoice for several of its people, which can be printed again', async () => {
  const bySystem = Map.groupBy(
    (await fees()).filter(({ owes }) => owes === 7_500),
    ({ organization }) => organization,
  );
  const [system, people] = [...bySystem].find(([, rows]) => rows.length > 1) ?? [];
  if (system === undefined || people === undefined) throw new Error('No school system has several people.');
  const total = `$${75 * people.length}`;
  await page.getByRole('radio', { name: /^Owes/ }).click();
  await page.getByRole('searchbox', { name: 'Search people' }).fill(system);
  // Only they: what is selected now stays selected.
  await page.locator(`[role=grid][aria-rowcount="${people.length + 1}"]`).waitFor();
  for (const { name } of people) await page.getByRole('gridcell', { name, exact: true }).first().waitFor();
  await page.getByRole('grid').press('ControlOrMeta+a');
  await page.getByText(`${people.length} selected`).first().waitFor();

  const invoice = await printed('invoice.pdf', async () => {
    await page.keyboard.press('i');
    const dialog = page.getByRole('dialog', { name: `Invoice ${system} for ${total}?` });
    await dialog.getByLabel(/purchase order/).fill('PO-77');
    await dialog.getByRole('button', { name: 'Write the invoice' }).click();
  });
  for (const said of ['Invoice', 'AL-CTO-INV-001', system, 'PO-77', ...people.map(({ name }) => name)]) {
    expect(invoice).toContain(said);
  }
  expect(invoice).toContain(`${total}.00`);
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');

  await page.getByRole('button', { name: 'Invoices' }).click();
  await heading('Invoices').waitFor();
  await page.getByRole('gridcell', { name: 'AL-CTO-INV-001' }).click();
  await card().getByText(`Due, ${total} owed`).waitFor();
  const again = await printed('again.pdf', () =>
    card()
      .getByRole('button', { name: /^Print/ })
      .click(),
  );
  expect(again).toBe(invoice);
  await ask(page, 'fees.receive', {
    shares: { split: 'owed', participantIds: people.map(({ participantId }) => participantId) },
    method: 'purchase-order',
    reference: 'PO-77',
    organizationId: people[0]?.organizationId ?? null,
    receivedOn: CivilDate.parse('2024-06-10'),
  });
  await page.getByRole('radio', { name: /^Paid/ }).click();
  await page.getByRole('gridcell', { name: 'AL-CTO-INV-001' }).waitFor();
});

test('who still owes is on the roster and on Today', async () => {
  const owing = (await fees()).filter(({ owes }) => owes > 0);
  await page.keyboard.press('ControlOrMeta+1');
  const dollars = owing.length * 75;
  await page
    .getByText(`${owing.length} participants owe their fee: $${dollars.toLocaleString('en-US')} in all`)
    .waitFor();
  const roster = await ask(page, 'cohorts.participants', { cohortId, limit: 1_000 });
  const owes = roster.rows.filter(({ fee }) => fee === 'due' || fee === 'part-paid' || fee === 'refunded');
  expect(owes.map(({ name }) => name).sort()).toEqual(owing.map(({ name }) => name).sort());
});
