import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openForReading } from '../../main/database/open.ts';
import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { hashOfRows } from '../main/database-for-test.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';

test('a lead selects a cohort, changes much, and takes all of it back to the very same rows', async () => {
  const userData = await newFolder();
  const app = await launchApp({
    userData,
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-06-10T14:00:00.000Z' },
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  const { cohortId } = await ask(page, 'cohorts.create', {
    name: 'Foxtrot',
    opensOn: CivilDate.parse('2024-04-01'),
    closesOn: CivilDate.parse('2024-05-31'),
  });
  const rows = () => {
    const reader = openForReading(path.join(userData, 'program.db'));
    const hash = hashOfRows(reader);
    reader.close();
    return hash;
  };
  const before = rows();

  expect(await importSample(app, page, 'applications-web-form.csv', cohortId)).toBeGreaterThan(60);
  expect(await importSample(app, page, 'applications-web-form.csv', cohortId), 'the second time').toBe(0);
  expect(await importSample(app, page, 'applications-office-form.xlsx', cohortId), 'the same list as a workbook').toBe(
    0,
  );

  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
  await settleFirstDoubt(page);
  await page.getByRole('radio', { name: /In order/ }).click();
  await page
    .getByRole('radio', { name: /Within seats/ })
    .filter({ hasText: '30' })
    .waitFor();
  await page.keyboard.press('a');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept 30' }).click();
  await page.getByText('Accepted 30 applicants to Foxtrot').first().waitFor();

  const next = await withdrawTheThird(page, cohortId);
  await seat(page, next);
  await overruleSomebody(page, cohortId);

  const { total } = await ask(page, 'history.list', { limit: 1 });
  // Everything but the start of the program and of the cohort.
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  for (let step = 0; step < total - 2; step += 1) {
    const { undo } = await ask(page, 'desk.status', {});
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText(`Undid “${undo?.label}”`).first().waitFor();
  }
  expect(rows()).toBe(before);
  await app.close();
}, 240_000);

/** Imports a sample through the calls that the import screen makes; returns how many rows were written. */
async function importSample(app: ElectronApplication, page: Page, file: string, cohortId: CohortId): Promise<number> {
  await answerDialogs(app, path.join(root, 'resources/sample', file));
  const reading = await ask(page, 'imports.read', {});
  if (!reading) throw new Error(`${file} was not read.`);
  const wish = { readingId: reading.readingId, kind: reading.kind, mappings: [...reading.mappings], cohortId };
  const { writes } = await ask(page, 'imports.preview', wish);
  await ask(page, 'imports.apply', wish);
  return writes;
}

/** Gives the first applicant under “Needs a look” the years that the form left out. */
async function settleFirstDoubt(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Needs a look/ }).click();
  await page.getByRole('gridcell', { name: 'Tamsin Hollowell' }).click();
  const card = page.getByRole('complementary');
  await card.getByLabel('Years in education').fill('9');
  await card.getByRole('button', { name: 'Set', exact: true }).click();
  await page
    .getByText(/Tamsin Hollowell/)
    .first()
    .waitFor();
  await card
    .getByText(/Within seats|Waiting/)
    .first()
    .waitFor();
}

/** The third in order withdraws; returns who is next for the seat. */
async function withdrawTheThird(page: Page, cohortId: CohortId) {
  const { rows } = await ask(page, 'applicants.list', { cohortId });
  const third = rows[2];
  if (!third) throw new Error('Nobody is in order.');
  await page.getByRole('gridcell', { name: third.name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(third.name) });
  await dialog.getByRole('textbox').fill('Took another post');
  await dialog.getByRole('button', { name: /Withdraw/ }).click();
  await page.getByText(`Withdrew ${third.name}`).first().waitFor();
  const within = await ask(page, 'applicants.list', { cohortId, show: 'within-seats' });
  const next = within.rows.find(({ status }) => status !== 'accepted');
  if (!next) throw new Error('Nobody is next for the free seat.');
  return next;
}

/** The app names the next in order at once; the seat is offered until a day, and taken. */
async function seat(page: Page, next: Awaited<ReturnType<typeof withdrawTheThird>>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: new RegExp(next.name) });
  await dialog.getByRole('textbox', { name: 'May answer until' }).fill('Jun 20, 2024');
  await dialog.getByRole('button', { name: 'Offer the seat' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('searchbox', { name: 'Search people' }).fill(next.name);
  await page.getByRole('gridcell', { name: next.name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('button', { name: 'Takes the seat…' }).click();
  await page.getByRole('alertdialog').getByRole('button').first().click();
  await expect
    .poll(async () => (await ask(page, 'applicants.show', { applicationId: next.applicationId })).row.status)
    .toBe('accepted');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
}

/** Somebody whom the rule finds not eligible is ranked all the same, with a reason that shows. */
async function overruleSomebody(page: Page, cohortId: CohortId): Promise<void> {
  const { rows } = await ask(page, 'applicants.list', { cohortId, show: 'not-eligible' });
  const person = rows[0];
  if (!person) throw new Error('Everybody is eligible.');
  await page.getByRole('radio', { name: /Not eligible/ }).click();
  await page.getByRole('gridcell', { name: person.name, exact: true }).first().click();
  const card = page.getByRole('complementary');
  await card.getByRole('button', { name: 'Overrule…' }).click();
  await card.getByLabel('Reason').fill('Ten years in a university’s media center');
  await card.getByRole('button', { name: 'Overrule', exact: true }).click();
  await card.getByText('Ten years in a university’s media center').first().waitFor();
  const { row } = await ask(page, 'applicants.show', { applicationId: person.applicationId });
  expect(row).toMatchObject({ overruled: true });
}
