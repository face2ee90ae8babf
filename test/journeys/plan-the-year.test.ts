import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openForReading } from '../../main/database/open.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { hashOfRows } from '../main/database-for-test.ts';
import { seedApplicants } from '../main/seed-applicants.ts';
import { ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';
import { conferences, daysOf, noteConference, openYear } from './the-year.ts';

test('leads lay a year around three conferences, settle what is in the way, and move someone to another cohort', async () => {
  const databaseFile = path.join(await newFolder(), 'program.db');
  const foxtrot = await seedApplicants(databaseFile, 8, 5);
  const app = await launchApp({
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    args: [`--db=${databaseFile}`],
    env: { DESK_NOW: '2024-06-03T14:00:00.000Z' },
  });
  const page = await app.firstWindow();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await ask(page, 'applicants.accept', { cohortId: foxtrot, applicationIds: 'within-seats' });
  const { cohortId: golf } = await ask(page, 'cohorts.create', { name: 'Golf' });
  const [summer, ...later] = conferences;
  if (!summer) throw new Error('There is no conference.');
  for (const conference of later) await ask(page, 'courses.addConference', conference);

  await openYear(page, 'Foxtrot');
  await noteConference(page, summer);
  const rows = () => hashNow(databaseFile);
  const before = rows();
  await layTheYear(page);
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByText('Scheduled Foxtrot: 6 sessions').first().waitFor();
  const planned = await daysOf(page, foxtrot);
  expect(planned).toEqual([
    [2, '2024-06-10'],
    [1, '2024-06-14'],
    [3, '2024-10-21'],
    [4, '2024-10-25'],
    [6, '2025-02-10'],
    [5, '2025-02-14'],
  ]);

  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => daysOf(page, foxtrot)).toEqual([]);
  expect(rows(), 'one undo takes the whole year back').toBe(before);
  await page.keyboard.press('ControlOrMeta+y');
  await expect.poll(() => daysOf(page, foxtrot)).toEqual(planned);

  await moveAPlannedSession(page, foxtrot);
  await moveSomebodyAndBack(page, foxtrot, golf);
  await app.close();
});

const hashNow = (file: string): string => {
  const reader = openForReading(file);
  const hash = hashOfRows(reader);
  reader.close();
  return hash;
};

const grip = (page: Page, course: string): Locator => page.getByRole('button', { name: `Move ${course}`, exact: true });
const row = (page: Page, on: string): Locator =>
  page.getByRole('list', { name: 'Days' }).getByRole('listitem').filter({ hasText: on });

/** With the keyboard, with the mouse, into a conflict, and out of it again. */
async function layTheYear(page: Page): Promise<void> {
  await page.keyboard.press('y');
  await page.getByRole('button', { name: /^Schedule 6 sessions/ }).waitFor();
  await grip(page, 'CTO Roles and Responsibilities').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.getByText('day after Summer Conference: Law, Ethics, and Policies').waitFor();
  await page.keyboard.press('Space');
  await row(page, 'Jun 14').getByText('CTO Roles and Responsibilities').waitFor();
  await row(page, 'Jun 10').getByText('Law, Ethics, and Policies').waitFor();

  await drag(page, grip(page, 'IT Management'), row(page, 'Feb 14'));
  await row(page, 'Feb 14').getByText('IT Management').waitFor();
  await row(page, 'Feb 10').getByText('Technology Planning').waitFor();

  // Two courses on one day: the plan says so and can’t be written until the second goes elsewhere.
  await page.getByRole('button', { name: 'Change Teaching and Learning' }).click();
  const form = page.getByRole('dialog', { name: 'Teaching and Learning in this plan' });
  await form.getByRole('textbox', { name: 'Day' }).fill('Oct 21, 2024');
  await form.getByRole('button', { name: 'Set it in the plan' }).click();
  const conflicts = page.getByRole('list', { name: 'Conflicts' });
  await conflicts.getByText(/Foxtrot would be in two places at once on Mon, Oct 21, 2024/).waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: /^Schedule 6 sessions/ }).getAttribute('aria-disabled'))
    .toBe('true');
  await drag(page, grip(page, 'Teaching and Learning'), row(page, 'Oct 25'));
  await conflicts.waitFor({ state: 'detached' });
}

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  // Both wait until what they are about no longer moves.
  await to.scrollIntoViewIfNeeded();
  await from.scrollIntoViewIfNeeded();
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('There is nothing to drag.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 60, end.y + end.height / 2, { steps: 6 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(window.getSelection())), 'a drag selects no words').toBe('');
}

/** In the year itself a session goes to another day: it trades places with the one that is there. */
async function moveAPlannedSession(page: Page, cohortId: CohortId): Promise<void> {
  await grip(page, 'CTO Roles and Responsibilities').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect
    .poll(async () => (await daysOf(page, cohortId)).slice(0, 2))
    .toEqual([
      [1, '2024-06-10'],
      [2, '2024-06-14'],
    ]);
}

async function moveSomebodyAndBack(page: Page, foxtrot: CohortId, golf: CohortId): Promise<void> {
  const people = async (cohortId: CohortId) =>
    (await ask(page, 'cohorts.participants', { cohortId })).rows.map(({ name }) => name);
  const [name] = await people(foxtrot);
  if (name === undefined) throw new Error('No one is in Foxtrot.');
  await page.getByRole('radio', { name: /Participants/ }).click();
  await moveTo(page, name, 'Golf');
  await expect.poll(() => people(golf)).toEqual([name]);
  expect(await people(foxtrot)).not.toContain(name);
  // The seat that became free is offered to the next in line.
  const offer = page.getByRole('dialog', { name: /^Offer .* a seat/ });
  await offer.getByRole('button', { name: 'Not now' }).click();
  await offer.waitFor({ state: 'detached' });

  await openYear(page, 'Golf');
  await page.getByRole('radio', { name: /Participants/ }).click();
  await moveTo(page, name, 'Foxtrot');
  await expect.poll(() => people(golf)).toEqual([]);
  expect(await people(foxtrot)).toContain(name);
  const { rows } = await ask(page, 'applicants.list', { cohortId: foxtrot, show: 'accepted' });
  expect(rows).toHaveLength(5);
}

async function moveTo(page: Page, name: string, cohort: string): Promise<void> {
  await page.getByRole('gridcell', { name, exact: true }).click();
  await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: `Move ${name}` });
  await dialog.getByLabel('To').selectOption({ label: cohort });
  await dialog.getByText(new RegExp(`goes from .* to ${cohort}`)).waitFor();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Can’t come in the fall');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
