import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pdfPages } from '../main/papers/pdf-text.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';
import { cellsOnScreen } from './on-screen.ts';
import { choose, leaveDoor, scan } from './the-door.ts';

const samples = path.join(root, 'resources/sample');

test('from an application file to a certificate', async () => {
  const folder = await newFolder();
  const userData = await newFolder();
  const app = await start(userData);
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();

  await openCohort(page);
  await importFile(app, page, 'applications-web-form.csv');
  await page.getByRole('heading', { level: 1, name: 'Applicants' }).waitFor();
  await page
    .getByRole('radio', { name: /Within seats/ })
    .filter({ hasText: '30' })
    .waitFor();

  await page.keyboard.press('a');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept 30' }).click();
  await page.getByRole('status').getByText('Accepted 30 applicants to Foxtrot').waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText('Undid “Accepted 30 applicants to Foxtrot”').first().waitFor();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.getByText('Redid “Accepted 30 applicants to Foxtrot”').first().waitFor();
  const accepted = await participants(page);
  expect(accepted).toHaveLength(30);

  await holdCourses(page);
  await checkInAtTheDoor(page);

  const roster = path.join(folder, 'roster.xlsx');
  await exportRoster(app, page, roster);
  const onScreen = await cellsOnScreen(page, page.getByRole('grid', { name: 'Participants of Foxtrot' }), 30);
  // The screen draws the six courses in one column, the roster has a column each. What people read as “6 of 6” and
  // “–” is the number 6 and an empty cell to a spreadsheet.
  const asCells = without(onScreen, 'Courses').map((row) => row.map((cell) => cell.replace(/^–$| of 6$/, '')));
  expect(onlyColumns(await cellsOf(roster), onScreen[0] ?? [])).toEqual(asCells);

  const certificates = path.join(folder, 'certificates.pdf');
  await graduateAndPrint(app, page, certificates);
  const printed = pdfPages(await readFile(certificates)).map((lines) => lines.join(' '));
  expect(printed).toHaveLength(30);
  for (const { certificateName } of accepted) expect(printed.join('\n')).toContain(certificateName.normalize('NFC'));

  await importFile(app, page, 'graduates-alpha-to-delta.xlsx');
  await page.getByRole('heading', { level: 1, name: 'Graduates' }).waitFor();
  await page.keyboard.press('ControlOrMeta+6');
  await page.getByRole('heading', { level: 1, name: 'Re-certification' }).waitFor();
  await page
    .getByRole('radio', { name: /Overdue/ })
    .filter({ hasText: '41' })
    .waitFor();
  await app.close();

  const again = await start(userData);
  const reopened = await again.firstWindow();
  await reopened.getByRole('navigation').getByText('111').waitFor();
  expect((await participants(reopened)).map(({ name, graduation }) => [name, graduation])).toEqual(
    accepted.map(({ name }) => [name, 'graduated']),
  );
  await again.close();
});

/** Starts the app on a day on which the sample's applications are all in. */
const start = (userData: string): Promise<ElectronApplication> =>
  launchApp({
    userData,
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-06-10T14:00:00.000Z' },
  });

async function openCohort(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: 'Cohorts' }).waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Add cohort' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Foxtrot');
  await form.getByRole('textbox', { name: 'Applications open' }).fill('Apr 1, 2024');
  await form.getByRole('textbox', { name: 'to', exact: true }).first().fill('May 31, 2024');
  await form.getByRole('button', { name: 'Add cohort' }).click();
  await page.getByRole('heading', { level: 1, name: 'Foxtrot' }).waitFor();
}

/** Opens Foxtrot from the list of cohorts. */
async function toFoxtrot(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: 'Cohorts', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'Foxtrot' }).dblclick();
}

async function importFile(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerDialogs(app, path.join(samples, file));
  await page.keyboard.press('ControlOrMeta+i');
  await page.getByRole('button', { name: /Choose a file/ }).click();
  await page.getByRole('button', { name: 'Look at the columns' }).click();
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.getByRole('button', { name: /^Import \d+ rows/ }).click();
}

async function participants(page: Page) {
  const { currentCohort } = await ask(page, 'desk.status', {});
  if (!currentCohort) throw new Error('There is no cohort.');
  const { rows } = await ask(page, 'cohorts.participants', { cohortId: currentCohort.id, limit: 1_000 });
  return rows;
}

/** Plans the six courses on the screen; everyone came to the first five, ticked off the sign-in sheets. */
async function holdCourses(page: Page): Promise<void> {
  await toFoxtrot(page);
  await page.getByRole('radio', { name: /Schedule/ }).click();
  const list = page.getByRole('region', { name: 'Courses' });
  for (const [index, day] of ['Jun 3', 'Jun 4', 'Jun 5', 'Jun 6', 'Jun 7', 'Jun 10'].entries()) {
    await list
      .getByRole('button', { name: /^Schedule / })
      .first()
      .click();
    const form = page.getByRole('dialog', { name: 'Add a session for Foxtrot' });
    await form.getByRole('textbox', { name: 'Day' }).fill(`${day}, 2024`);
    await form.getByRole('button', { name: 'Add session' }).click();
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => list.getByRole('button', { name: /^Schedule / }).count()).toBe(5 - index);
  }
  const personIds = (await participants(page)).map(({ personId }) => personId);
  const sessions = await ask(page, 'attendance.sessions', {});
  for (const { id } of sessions.filter(({ heldOn }) => heldOn < '2024-06-10')) {
    await ask(page, 'attendance.mark', { sessionId: id, personIds });
  }
}

/** The sixth is today: two come through the door with a badge and a name, one badge is a stranger’s; the rest are ticked off. */
async function checkInAtTheDoor(page: Page): Promise<void> {
  const people = await participants(page);
  const [first, second] = people;
  if (!first || !second) throw new Error('No one was accepted.');
  await page.keyboard.press('ControlOrMeta+1');
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page
    .getByRole('region', { name: 'Next session' })
    .getByRole('button', { name: /^Check in/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor();
  await scan(page, first.email);
  await page
    .getByText(new RegExp(`${first.name} is in`))
    .first()
    .waitFor();
  await scan(page, 'stranger@example.org');
  await page
    .getByText(/not on any list/)
    .first()
    .waitFor();
  await choose(page, second.name.slice(0, 8), second.name);
  await expect.poll(() => page.getByText(/^2 of 30/).count()).toBeGreaterThan(0);
  await leaveDoor(page);
  const today = (await ask(page, 'attendance.sessions', {})).find(({ heldOn }) => heldOn === '2024-06-10');
  if (!today) throw new Error('There is no session today.');
  const left = people.slice(2).map(({ personId }) => personId);
  await ask(page, 'attendance.mark', { sessionId: today.id, personIds: left });
}

async function exportRoster(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerDialogs(app, file);
  await toFoxtrot(page);
  await page.getByRole('radio', { name: /Participants/ }).click();
  await page.getByRole('button', { name: 'Export roster' }).click();
  await page.getByText('Saved 30 rows to roster.xlsx').first().waitFor();
}

/** The roster's cells as a spreadsheet program reads them, header first. */
async function cellsOf(file: string): Promise<string[][]> {
  const { sheets } = await readXlsx(await readFile(file));
  const rows = sheets[0]?.rows ?? [];
  return rows.map((row) => row.map((cell) => String(cell ?? '')));
}

/** A table's columns of these titles, in its own order. */
function onlyColumns(table: readonly string[][], titles: readonly string[]): string[][] {
  const kept = (table[0] ?? []).flatMap((title, index) => (titles.includes(title) ? [index] : []));
  return table.map((row) => kept.map((index) => row[index] ?? ''));
}

const without = (table: readonly string[][], title: string): string[][] =>
  onlyColumns(
    table,
    (table[0] ?? []).filter((each) => each !== title),
  );

async function graduateAndPrint(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+5');
  await page.getByRole('heading', { level: 1, name: 'Graduates' }).waitFor();
  await page.getByRole('combobox', { name: /Cohort/ }).selectOption({ label: 'Foxtrot' });
  await page.getByRole('radio', { name: /Ready to graduate/ }).click();
  await page.getByRole('button', { name: /^Graduate 30/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Graduate 30' }).click();
  await page.getByText('Graduated 30 participants of Foxtrot').first().waitFor();
  await page.getByRole('radio', { name: /^Graduates/ }).click();
  await answerDialogs(app, file);
  await page.getByRole('button', { name: /Print certificates/ }).click();
  const preview = page.getByRole('dialog', { name: 'Certificates Foxtrot' });
  await preview.getByText('30 certificates · 30 pages').waitFor();
  await preview.getByRole('button', { name: /Save as PDF/ }).click();
  await page.getByText('Saved 30 pages to').first().waitFor();
  await page.keyboard.press('Escape');
  await preview.waitFor({ state: 'detached' });
}
