import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre';
import Papa from 'papaparse';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readCalendar } from '../main/features/calendars/read-calendar.ts';
import { answerDialogs, ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';

test('a cohort’s lists and calendars go out as they are on the screen', async () => {
  const folder = await newFolder();
  const app = await launchApp({
    before: [path.join(root, 'test/journeys/set-clock.cjs')],
    env: { DESK_NOW: '2024-10-21T13:05:00.000Z' },
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).waitFor();
  await ask(page, 'program.openSample', {});
  const foxtrot = (await ask(page, 'cohorts.list', {})).cohorts.find(({ name }) => name === 'Foxtrot');
  if (!foxtrot) throw new Error('The sample has no Foxtrot.');
  await ask(page, 'applicants.accept', { cohortId: foxtrot.id, applicationIds: 'within-seats' });
  await openFoxtrot(page);
  await page.getByRole('grid', { name: 'Participants of Foxtrot' }).getByRole('gridcell').first().waitFor();

  await saveColumns(page);
  const titles = ['Name', 'Phone', 'Status'];
  await expect.poll(() => page.getByRole('columnheader').allInnerTexts()).toEqual(titles);
  await page.getByRole('columnheader', { name: 'Phone' }).click();
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Phone' }).getAttribute('aria-sort'))
    .toBe('ascending');

  const book = path.join(folder, 'roster.xlsx');
  await press(app, page, 'ControlOrMeta+e', book, /Saved 30 rows to roster.xlsx/);
  const rows = ((await readXlsx(await readFile(book))).sheets[0]?.rows ?? []).map((row) =>
    row.map((cell) => String(cell ?? '')),
  );
  expect(rows).toHaveLength(31);
  expect(rows[0]).toEqual(titles);
  // Whoever has no phone goes last.
  const phones = rows.slice(1).flatMap(([, phone]) => (phone ? [phone] : []));
  expect(phones).toEqual(phones.toSorted());
  const csv = path.join(folder, 'roster.csv');
  await press(app, page, 'ControlOrMeta+Shift+e', csv, /Saved 30 rows to roster.csv/);
  const text = await readFile(csv, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(Papa.parse<string[]>(text.slice(1), { skipEmptyLines: true }).data).toEqual(rows);

  await exportsElsewhere(app, page, folder);
  await calendars(app, page, folder);
  await app.close();
});

/** Opens Foxtrot from the list of cohorts. */
async function openFoxtrot(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByRole('heading', { level: 1, name: 'Cohorts', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'Foxtrot' }).dblclick();
}

/** Shows name, phone and status, in this order, and saves that for the front desk. */
async function saveColumns(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+l');
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  for (const title of ['School system', 'Courses', 'Missed', 'Fee'])
    await dialog.getByLabel(title, { exact: true }).uncheck();
  await dialog.getByLabel('Phone', { exact: true }).check();
  const order = async () =>
    (await dialog.getByRole('listitem').allInnerTexts()).filter((line) => /Phone|Status/.test(line));
  const line = async () => (await dialog.getByRole('listitem').allInnerTexts()).findIndex((each) => /Phone/.test(each));
  for (let at = await line(); (await order())[0] !== 'Phone'; at -= 1) {
    await dialog.getByRole('button', { name: 'Move Phone up' }).click();
    await expect.poll(line).toBe(at - 1);
  }
  await dialog.getByRole('textbox', { name: 'Save these columns as' }).fill('Front desk');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Show the columns “Front desk”' }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** Presses a key that writes a file, and waits until the app says that it did. */
async function press(app: ElectronApplication, page: Page, keys: string, file: string, said: RegExp): Promise<void> {
  await answerDialogs(app, file);
  await page.keyboard.press(keys);
  await page.getByText(said).first().waitFor();
}

/** The matrix and a session’s list, each by its own key. */
async function exportsElsewhere(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await page.keyboard.press('r');
  await page.getByRole('grid', { name: 'Progress of Foxtrot' }).getByRole('gridcell').first().waitFor();
  const matrix = path.join(folder, 'progress.xlsx');
  await press(app, page, 'ControlOrMeta+e', matrix, /Saved 30 rows to progress.xlsx/);
  const [titles = []] = (await readXlsx(await readFile(matrix))).sheets[0]?.rows ?? [];
  await expect.poll(() => page.getByRole('columnheader').allInnerTexts()).toEqual(titles.map(String));
  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('heading', { level: 1, name: 'Attendance', exact: true }).waitFor();
  await page.getByRole('gridcell', { name: 'CTO Roles and Responsibilities' }).first().dblclick();
  await page
    .getByRole('grid', { name: /^People at/ })
    .getByRole('gridcell')
    .first()
    .waitFor();
  const list = path.join(folder, 'attendance.csv');
  await press(app, page, 'ControlOrMeta+Shift+e', list, /Saved 30 rows to attendance.csv/);
  const [header] = Papa.parse<string[]>((await readFile(list, 'utf8')).slice(1)).data;
  await expect.poll(() => page.getByRole('columnheader').allInnerTexts()).toEqual(header);
}

/** The cohort’s calendar, again after a session has moved, and one for each person. */
async function calendars(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await openFoxtrot(page);
  await page.getByRole('radio', { name: /Schedule/ }).click();
  // Each time another file: the word on the one before may still be there.
  const save = async (name: string) => {
    const file = path.join(folder, name);
    await answerDialogs(app, file);
    await page.getByRole('button', { name: 'Calendar…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Calendar of Foxtrot' });
    await dialog.getByText('6 sessions around 3 conferences.').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(`Saved 6 sessions and 3 conferences to ${name}`).first().waitFor();
    return readCalendar(await readFile(file, 'utf8')).entries;
  };
  const first = await save('foxtrot.ics');
  expect(first).toHaveLength(9);
  expect(first[0]).toMatchObject({ starts: '2024-10-21T13:00:00.000Z', status: 'CONFIRMED' });

  const session = (await ask(page, 'attendance.sessions', {})).find(({ heldOn }) => heldOn > '2024-10-21');
  if (!session) throw new Error('The sample plans no other session.');
  await ask(page, 'courses.reviseSession', { sessionId: session.id, room: 'Ballroom C' });
  const later = await save('foxtrot again.ics');
  const pairs = later.map((entry) => ({ entry, before: first.find(({ uid }) => uid === entry.uid) }));
  expect(pairs.every(({ before }) => before)).toBe(true);
  const moved = pairs.find(({ entry }) => entry.uid.startsWith(session.id));
  expect(moved?.entry.location).toContain('Ballroom C');
  expect(moved?.entry.sequence).toBe((moved?.before?.sequence ?? 0) + 1);

  await page.getByRole('button', { name: 'Calendar…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar of Foxtrot' });
  await dialog.getByRole('radio', { name: /One file for each person/ }).check();
  await answerDialogs(app, folder);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/Saved 30 calendars/)
    .first()
    .waitFor();
  const made = (await readdir(folder)).find((name) => name.startsWith('AL-CTO Foxtrot calendars'));
  const names = await readdir(path.join(folder, made ?? ''));
  expect(names).toHaveLength(30);
  const one = readCalendar(await readFile(path.join(folder, made ?? '', names[0] ?? ''), 'utf8'));
  expect(one.entries.map(({ uid }) => uid)).toEqual(later.map(({ uid }) => uid));
}
