import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openForReading } from '../../main/database/open.ts';
import { CivilDate } from '../../shared/model/dates.ts';
import type { ApplicationId, CohortId } from '../../shared/model/ids.ts';
import { hashOfRows } from '../main/database-for-test.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';
import { searchFor } from './on-screen.ts';

test('a lead selects a cohort, changes much, and takes all of it back to the very same rows', async () => {
  const userData = await newFolder();
  const app = await launchApp({
    userData,
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-06-10T14:00:00.000Z' },
  });
  const page = await app.firstWindow();
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

  const twice = async (file: string) => [
    await importSample(app, page, file, cohortId),
    await importSample(app, page, file, cohortId),
  ];
  const [web = 0, webAgain] = await twice('applications-web-form.csv');
  expect(web).toBeGreaterThan(60);
  expect(webAgain, 'the second time').toBe(0);
  expect(await twice('applications-office-form.xlsx'), 'the same list as a workbook').toEqual([0, 0]);
  const [graduates, graduatesAgain] = await twice('graduates-alpha-to-delta.xlsx');
  expect([graduates, graduatesAgain]).toEqual([81, 0]);

  await page.keyboard.press('ControlOrMeta+2');
  await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
  await settleEveryDoubt(page, cohortId);
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
    // By the command, not by the word on it: two may read alike.
    await expect.poll(async () => (await ask(page, 'desk.status', {})).redo?.commandId).toBe(undo?.commandId);
  }
  expect(rows()).toBe(before);
  await app.close();
});

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

/**
 * Everyone under “Needs a look” is settled: what a form left open is set, and whoever came late is judged by a lead,
 * with a reason. No one is left there.
 */
async function settleEveryDoubt(page: Page, cohortId: CohortId): Promise<void> {
  await page.getByRole('radio', { name: /Needs a look/ }).click();
  const doubtful = await ask(page, 'applicants.list', { cohortId, show: 'needs-a-look' });
  expect(doubtful.rows.length).toBeGreaterThan(1);
  const stillDoubtful = async (id: ApplicationId) =>
    (await ask(page, 'applicants.show', { applicationId: id })).row.verdict === 'needs-a-look';
  for (const { applicationId, name } of doubtful.rows) {
    await page.getByRole('gridcell', { name, exact: true }).click();
    const card = page.getByRole('complementary', { name });
    await card.getByRole('heading', { name, exact: true }).waitFor();
    const detail = await ask(page, 'applicants.show', { applicationId });
    if (detail.row.appliedDoubt !== null) {
      await card.getByRole('textbox', { name: 'Day' }).fill('May 2, 2024');
      await card.getByLabel('Time', { exact: true }).fill('09:00');
      await card.getByRole('textbox', { name: 'Reason' }).fill('Said so on the phone');
      await card.getByRole('button', { name: 'Set the time' }).click();
      await expect
        .poll(async () => (await ask(page, 'applicants.show', { applicationId })).row.appliedDoubt)
        .toBeNull();
      await card.getByRole('button', { name: 'Set the time' }).waitFor({ state: 'detached' });
    }
    const isOpen = [detail.membership, detail.highestPost, detail.yearsInEducation].includes(null);
    if (isOpen) {
      if (detail.membership === null) await card.getByLabel('Membership').selectOption('ALET General Member');
      if (detail.highestPost === null) await card.getByLabel('Holds the highest EdTech position').selectOption('no');
      if (detail.yearsInEducation === null) await card.getByLabel('Years in education').fill('9');
      await card.getByRole('button', { name: 'Set', exact: true }).click();
      await expect
        .poll(async () => (await ask(page, 'applicants.show', { applicationId })).yearsInEducation)
        .not.toBeNull();
      await card.getByRole('button', { name: 'Set', exact: true }).waitFor({ state: 'detached' });
    }
    if (await stillDoubtful(applicationId)) {
      await card.getByRole('button', { name: 'Overrule…' }).click();
      await card.getByLabel('Rank in').selectOption('3');
      await card.getByLabel('Reason').fill('The leads agreed to take it');
      await card.getByRole('button', { name: 'Overrule', exact: true }).click();
    }
    await expect.poll(() => stillDoubtful(applicationId)).toBe(false);
  }
  await expect.poll(async () => (await ask(page, 'applicants.list', { cohortId })).counts['needs-a-look']).toBe(0);
}

/** The third in order withdraws; returns who is next for the seat. */
async function withdrawTheThird(page: Page, cohortId: CohortId) {
  const { rows } = await ask(page, 'applicants.list', { cohortId });
  const third = rows[2];
  if (!third) throw new Error('No one is in order.');
  await page.getByRole('gridcell', { name: third.name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('heading', { name: third.name, exact: true }).waitFor();
  await page.getByRole('complementary').getByRole('button', { name: 'Withdraw…' }).click();
  const dialog = page.getByRole('dialog', { name: new RegExp(third.name) });
  await dialog.getByRole('textbox').fill('Took another job');
  await dialog.getByRole('button', { name: /Withdraw/ }).click();
  await page.getByText(`Withdrew ${third.name}`).first().waitFor();
  const within = await ask(page, 'applicants.list', { cohortId, show: 'within-seats' });
  const next = within.rows.find(({ status }) => status !== 'accepted');
  if (!next) throw new Error('No one is next for the free seat.');
  return next;
}

/** The app names the next in order at once; the seat is offered until a day, and taken. */
async function seat(page: Page, next: Awaited<ReturnType<typeof withdrawTheThird>>): Promise<void> {
  const dialog = page.getByRole('dialog', { name: new RegExp(next.name) });
  await dialog.getByRole('textbox', { name: 'Answer by' }).fill('Jun 20, 2024');
  await dialog.getByRole('button', { name: 'Offer the seat' }).click();
  await dialog.waitFor({ state: 'detached' });
  await searchFor(page, next.name);
  await page.getByRole('gridcell', { name: next.name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('heading', { name: next.name, exact: true }).waitFor();
  await page.getByRole('complementary').getByRole('button', { name: 'Takes the seat…' }).click();
  await page.getByRole('alertdialog').getByRole('button').first().click();
  await expect
    .poll(async () => (await ask(page, 'applicants.show', { applicationId: next.applicationId })).row.status)
    .toBe('accepted');
  await page.getByRole('searchbox', { name: 'Search people' }).fill('');
}

/** Someone whom the rule finds not eligible is ranked anyway, with a reason that shows. */
async function overruleSomebody(page: Page, cohortId: CohortId): Promise<void> {
  const { rows } = await ask(page, 'applicants.list', { cohortId, show: 'not-eligible' });
  const person = rows[0];
  if (!person) throw new Error('Everyone is eligible.');
  await page.getByRole('radio', { name: /Not eligible/ }).click();
  await page.getByRole('gridcell', { name: person.name, exact: true }).first().click();
  const card = page.getByRole('complementary');
  await card.getByRole('heading', { name: person.name, exact: true }).waitFor();
  await card.getByRole('button', { name: 'Overrule…' }).click();
  await card.getByLabel('Reason').fill('Ten years in a university’s media center');
  await card.getByRole('button', { name: 'Overrule', exact: true }).click();
  await expect
    .poll(async () => (await ask(page, 'applicants.show', { applicationId: person.applicationId })).row.overruled)
    .toBe(true);
  await card.getByText('Ten years in a university’s media center').first().waitFor();
}
