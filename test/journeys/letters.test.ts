import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CohortId } from '../../shared/model/ids.ts';
import { readEml } from '../main/features/letters/read-eml.ts';
import { answerDialogs, ask } from './ask.ts';
import { openWithThirtyAccepted } from './thirty-accepted.ts';

let app: ElectronApplication;
let page: Page;
let folder: string;
let cohortId: CohortId;

/** Thirty of the sample are accepted and have no letter yet. One window for the whole day. */
beforeAll(async () => {
  ({ app, page, folder, cohortId } = await openWithThirtyAccepted());
});
afterAll(() => app.close());

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const accepted = () => ask(page, 'letters.list', { kind: 'accepted', cohortId, show: 'everyone', limit: 1_000 });
const pane = () => page.getByRole('region', { name: 'The letter', exact: true });

test('Today asks for the letters and leads to them', async () => {
  await page
    .getByRole('listitem')
    .filter({ hasText: '30 accepted applicants have no letter yet' })
    .getByRole('button', { name: 'Write' })
    .click();
  await heading('Letters').waitFor();
  await page.getByRole('button', { name: /^Write \d+…/ }).waitFor();
});

test('the words are changed with a field put in, wrong fields are said, and each person’s letter is seen', async () => {
  const [first, second] = (await accepted()).rows;
  if (!first || !second) throw new Error('No one is to get the letter.');
  await pane().getByRole('heading', { level: 2, name: first.name }).waitFor();
  await page.keyboard.press('e');
  const words = pane().getByRole('form', { name: 'The text of the accepted letter' });
  await words.getByLabel('Subject').fill('Your seat in {cohort}, {givename}');
  await words.getByText('There is no field {givename}. Perhaps {givenName}.').waitFor();
  await words.getByLabel('Subject').fill('Your seat in {cohort}, {givenName}');
  await words.getByLabel('Letter', { exact: true }).fill('Dear {name},\n\nplease answer by {replyBy}.\n\nFrom: ');
  await words.getByRole('button', { name: 'School system' }).click();
  await words.getByRole('button', { name: 'Save text' }).click();
  await words.waitFor({ state: 'detached' });
  await pane().getByText(`From: ${first.organization}`).waitFor();
  await page.keyboard.press('n');
  await pane().getByRole('heading', { level: 2, name: second.name }).waitFor();
  await pane().getByText(`Dear ${second.name},`).waitFor();
});

test('drafts go into a folder, one each, as a mail program reads them, and no one gets one twice', async () => {
  // Whoever gave no address, or lacks what the letter asks for, is said and left out.
  const before = await accepted();
  const rows = before.rows.filter(({ mailable, missing }) => mailable && missing.length === 0);
  const open = 30 - rows.length;
  const asked = 30 - before.withoutEmail;
  await answerDialogs(app, folder);
  await page.keyboard.press('w');
  const question = page.getByRole('alertdialog', { name: `Write ${asked} accepted letters for Foxtrot?` });
  await question.getByRole('button', { name: `Write ${asked}…` }).click();
  await expect.poll(async () => (await accepted()).counts.accepted).toEqual({ toWrite: open, written: rows.length });
  const drafts = path.join(folder, 'Foxtrot accepted letters 2024-06-10');
  const messages = await Promise.all(
    (await readdir(drafts)).map(async (file) => readEml(await readFile(path.join(drafts, file), 'utf8'))),
  );
  expect(messages.map(({ headers }) => headers.to).sort()).toEqual(
    rows.map(({ name, email }) => `${name} <${email}>`).sort(),
  );
  for (const { headers, body } of messages) {
    expect(headers['x-unsent']).toBe('1');
    const row = rows.find(({ name, email }) => headers.to === `${name} <${email}>`);
    expect(headers.subject).toMatch(/^Your seat in Foxtrot, /);
    expect(body).toContain(`Dear ${row?.name},`);
    expect(body).toContain(`From: ${row?.organization}`);
    expect(`${headers.subject}${body}`).not.toMatch(/[{}]/);
  }

  // A second time there is no one left but those.
  const again = await page.evaluate((input) => window.desk.call('letters.write', input), {
    kind: 'accepted' as const,
    cohortId,
    channel: 'eml' as const,
    replyBy: '2024-06-24',
  });
  expect(again).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['Foxtrot accepted letters 2024-06-10']);
});

test('the letter is in the person’s history, and who wants it twice has to say so', async () => {
  const row = (await accepted()).rows.find(({ hasIt }) => hasIt);
  if (!row) throw new Error('No one has the letter.');
  await page.getByRole('radio', { name: /^Written/ }).click();
  await page.getByRole('gridcell', { name: row.name, exact: true }).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('button', { name: /^Write [12]…/ }).click();
  const question = page.getByRole('alertdialog');
  await question.getByText(/the accepted letter already and would get it again/).waitFor();
  await question.getByRole('button', { name: 'Cancel' }).click();

  const list = await ask(page, 'applicants.list', { cohortId, search: row.email });
  const { applicationId = '' } = list.rows[0] ?? {};
  const { history } = await ask(page, 'applicants.show', { applicationId });
  expect(history.map(({ sentence }) => sentence)).toContain('The accepted letter written as a mail draft');
});

test('fee reminders come as one file for a mail merge, a row a person, and count as written', async () => {
  await page.getByRole('radio', { name: /^To write/ }).click();
  await page
    .getByRole('navigation', { name: 'Kinds of letters' })
    .getByRole('button', { name: /^Fee reminder/ })
    .click();
  await page.getByRole('button', { name: /^Write \d+…/ }).waitFor();
  const file = path.join(folder, 'reminders.csv');
  await answerDialogs(app, file);
  await page.keyboard.press('m');
  // Who has no usable address is left out, as in drafts, and the question says so.
  const { withoutEmail } = await ask(page, 'letters.list', { kind: 'fee-reminder', cohortId, show: 'to-write' });
  const mailable = 30 - withoutEmail;
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Write \d+…/ })
    .click();
  const written = async () =>
    (await ask(page, 'letters.list', { kind: 'fee-reminder', cohortId, show: 'written', limit: 1_000 })).rows;
  await expect.poll(async () => (await written()).length).toBe(mailable);
  const { data } = Papa.parse<string[]>((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''), {
    skipEmptyLines: true,
  });
  expect(data).toHaveLength(mailable + 1);
  for (const { name, email } of await written()) {
    const theirs = data.filter((cells) => cells.includes(name) && (email === '' || cells.includes(email)));
    expect(theirs, name).toHaveLength(1);
  }
  // Who is left has no address, so there is no one to count.
  await page.getByRole('button', { name: 'Write…' }).waitFor();
});
