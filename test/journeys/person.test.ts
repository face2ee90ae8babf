import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CohortId, PersonId } from '../../shared/model/ids.ts';
import { pdfPages } from '../main/papers/pdf-text.ts';
import { answerDialogs, ask } from './ask.ts';
import { searchFor } from './on-screen.ts';
import { preview } from './preview.ts';
import { openWithThirtyAccepted } from './thirty-accepted.ts';

let app: ElectronApplication;
let page: Page;
let folder: string;
let cohortId: CohortId;
/** Whose page is opened; everyone is accepted to Foxtrot. */
let name: string;
let personId: PersonId;
let addressBefore: string | null;

beforeAll(async () => {
  ({ app, page, folder, cohortId } = await openWithThirtyAccepted());
  const [first] = (await ask(page, 'fees.list', { cohortId, limit: 1 })).rows;
  if (!first) throw new Error('No one is accepted.');
  ({ name, personId } = first);
  addressBefore = (await shown()).person.email;
});
afterAll(() => app.close());

const heading = (text: string) => page.getByRole('heading', { level: 1, name: text, exact: true });
const everything = () => page.getByRole('region', { name: `Everything about ${name}` });
const shown = () => ask(page, 'person.show', { personId });

/** Opens the person's page from the name at the head of their card, in the list of fees. */
async function openFromTheList(): Promise<void> {
  await searchFor(page, name);
  await page.getByRole('gridcell', { name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('link', { name, exact: true }).click();
  await heading(name).waitFor();
}

test('a name in a list leads to everything about a person, and back to the list', async () => {
  await page
    .getByRole('listitem')
    .filter({ hasText: 'owe their fee' })
    .getByRole('button', { name: 'See who' })
    .click();
  await heading('Fees').waitFor();
  await openFromTheList();
  await everything().getByRole('heading', { level: 2, name: 'Foxtrot' }).waitFor();
  await everything().getByText('$0 of $75 paid').waitFor();
  await everything().getByText('Applied to Foxtrot by form').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('Fees').waitFor();
  await openFromTheList();
});

test('the contact is corrected where it is shown', async () => {
  await page.keyboard.press('e');
  const email = everything().getByLabel('E-mail');
  await email.fill('new.address@example.org');
  await everything().getByRole('button', { name: 'Save', exact: true }).click();
  await email.waitFor({ state: 'detached' });
  await everything().getByText('new.address@example.org', { exact: true }).waitFor();
  await expect.poll(async () => (await shown()).person.email).toBe('new.address@example.org');
});

test('a note is written by keys', async () => {
  await page.keyboard.press('n');
  const field = everything().getByLabel('New note');
  await field.fill('Asked for a seat near the front.');
  await everything().getByRole('button', { name: 'Save note' }).click();
  await field.waitFor({ state: 'detached' });
  await everything().getByRole('listitem').filter({ hasText: 'Asked for a seat near the front.' }).first().waitFor();
  await expect
    .poll(async () => (await shown()).notes.map(({ text }) => text))
    .toEqual(['Asked for a seat near the front.']);
});

test('the page prints with what it shows', async () => {
  const file = path.join(folder, 'person.pdf');
  await answerDialogs(app, file);
  await page.keyboard.press('ControlOrMeta+p');
  const paper = preview(page, name);
  await paper.getByRole('button', { name: /Save as PDF/ }).click();
  await page.getByText('Saved 1 page to person.pdf.').waitFor();
  await page.keyboard.press('Escape');
  await paper.waitFor({ state: 'detached' });
  const text = pdfPages(await readFile(file))
    .flat()
    .join('\n');
  for (const said of [name, 'new.address@example.org', 'Asked for a seat near the front.', 'Timeline']) {
    expect(text).toContain(said);
  }
});

test('a tag is given, narrows a list to those who have it, and is taken off by undo', async () => {
  await page.keyboard.press('Shift+T');
  const dialog = page.getByRole('dialog', { name: `Tags of ${name}` });
  await dialog.getByLabel('Tag to add').fill('Speaker');
  await dialog.getByRole('button', { name: 'Add tag' }).click();
  await dialog.getByRole('list', { name: 'Every tag' }).getByText('Speaker', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
  const tags = page.getByRole('list', { name: 'Tags' });
  await tags.getByText('Speaker', { exact: true }).waitFor();

  await page.keyboard.press('Alt+ArrowLeft');
  await heading('Fees').waitFor();
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
  await page.getByRole('radio', { name: /^Everyone/ }).click();
  await page.locator('[role=grid][aria-rowcount="31"]').waitFor();
  await page.getByLabel('Tag', { exact: true }).selectOption({ label: 'Speaker (1)' });
  await page.locator('[role=grid][aria-rowcount="2"]').waitFor();
  await page.getByRole('gridcell', { name, exact: true }).first().waitFor();

  // The tag came with this step and goes with it: no tag is left to narrow by, and the list has everyone again.
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await shown()).tags).toEqual([]);
  await page.locator('[role=grid][aria-rowcount="31"]').waitFor();
});

test('undo takes back the note and the correction, and the page follows', async () => {
  await openFromTheList();
  await everything().getByText('new.address@example.org', { exact: true }).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await everything().getByText('No notes yet. Write what the next lead should know.').waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await everything().getByText('new.address@example.org', { exact: true }).waitFor({ state: 'detached' });
  await expect.poll(async () => (await shown()).person.email).toBe(addressBefore);
  await expect.poll(async () => (await shown()).notes).toEqual([]);
});
