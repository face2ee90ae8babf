import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { answerDialogs, ask } from './ask.ts';
import { barriersOn } from './barriers.ts';
import { newFolder } from './launch.ts';
import { type App, open } from './open-window.ts';

/** The cohorts of whatever is open; null while another database is being opened. */
const cohorts = async (page: Page): Promise<readonly string[] | null> => {
  try {
    return (await ask(page, 'cohorts.list', {})).cohorts.map(({ name }) => name).toSorted();
  } catch {
    return null;
  }
};

const choose = (app: App, id: string) =>
  app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);

/** Does something that opens another database, and waits until the page was loaded again and listens. */
async function toAnother(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'isBefore', true));
  await act();
  await page.waitForFunction(() => !('isBefore' in window) && document.querySelector('h1') !== null);
}

const databases = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .toSorted();

test('a lead backs up, restores, starts another program, and finds everything again', async () => {
  const { app, page } = await open();
  const folder = app.userData;
  await ask(page, 'program.establish', { program: 'al-cto', cohorts: 'none' });
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await ask(page, 'cohorts.create', { name: 'Echo' });
  const elsewhere = await newFolder();
  const backup = path.join(elsewhere, 'backup.db');
  await answerDialogs(app, backup);
  await choose(app, 'back-up');
  await page.getByText('Saved backup.db, checked and complete').waitFor();
  await ask(page, 'cohorts.create', { name: 'Foxtrot' });

  // What would be lost is said before anything is replaced.
  await choose(app, 'restore');
  const question = page.getByRole('dialog', { name: 'Restore a backup?' });
  await question.getByText('“program.db” has 1 change that the backup doesn’t have:').waitFor();
  await question.getByRole('listitem').filter({ hasText: 'Added cohort Foxtrot' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await toAnother(page, () => question.getByRole('button', { name: 'Replace “program.db”' }).click());
  await expect.poll(() => cohorts(page)).toEqual(['Echo']);
  await expect
    .poll(() => databases(folder).filter((name) => name.startsWith('program before restoring')))
    .toHaveLength(1);

  // What was replaced can be opened, and so can the restored one: Open Recent knows it.
  const [kept = ''] = databases(folder).filter((name) => name.startsWith('program before restoring'));
  await answerDialogs(app, path.join(folder, kept));
  await toAnother(page, () => choose(app, 'open-file'));
  expect(await cohorts(page)).toEqual(['Echo', 'Foxtrot']);
  await toAnother(page, () => choose(app, `recent:${path.join(folder, 'program.db')}`));
  await expect.poll(() => cohorts(page)).toEqual(['Echo']);

  const next = path.join(folder, 'next.cohortdesk');
  await answerDialogs(app, next);
  await toAnother(page, () => choose(app, 'new-file'));
  await page.getByRole('heading', { name: 'There is no program here yet' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  expect(existsSync(next)).toBe(true);

  // A double click in the system's own window of files, as a Mac hands it over.
  await toAnother(page, () =>
    app.evaluate(
      ({ app: electron }, file) => electron.emit('open-file', { preventDefault: () => undefined }, file),
      path.join(folder, 'program.db'),
    ),
  );
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  expect(await cohorts(page)).toEqual(['Echo']);
  await ask(page, 'cohorts.create', { name: 'Golf' });
  await app.close();
  const made = readdirSync(path.join(folder, 'backups')).filter((name) => name.includes(' automatic backup '));
  expect(made.length, 'a backup was made as the app was left').toBeGreaterThan(0);

  // The next start opens what was open last.
  const again = await open({ userData: folder });
  await expect.poll(() => cohorts(again.page)).toEqual(['Echo', 'Golf']);
});

test('what is typed and not saved keeps another database from being opened, until the lead says so', async () => {
  const { app, page } = await open();
  const folder = app.userData;
  await ask(page, 'program.establish', { program: 'al-cto', cohorts: 'none' });
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('ControlOrMeta+8');
  await page.getByLabel('Short name').first().fill('AL-CTO II');
  await page.getByRole('button', { name: /^Save…/ }).waitFor();
  const next = path.join(folder, 'next.cohortdesk');
  await answerDialogs(app, next);
  await choose(app, 'new-file');
  const question = page.getByRole('alertdialog', { name: 'Open another database?' });
  await question.waitFor();
  expect(existsSync(next)).toBe(false);
  await question.getByRole('button', { name: 'Open it anyway' }).click();
  await page.getByRole('heading', { name: 'There is no program here yet' }).waitFor();
});

test('preferences of the laptop are apart from the policy, hold at once, and come back', async () => {
  const { app, page } = await open();
  await ask(page, 'program.establish', { program: 'al-cto', cohorts: 'none' });
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  await page.keyboard.press('ControlOrMeta+,');
  const preferences = page.getByRole('region', { name: 'Preferences' });
  await preferences.getByLabel('Theme').selectOption({ label: 'Dark' });
  await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await preferences.getByLabel('Text size').selectOption({ label: 'Large (115 %)' });
  const zoom = (opened: App) =>
    opened.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());
  await expect.poll(() => zoom(app)).toBe(1.15);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('region', { name: 'Backups' }).getByText('None was made yet.').waitFor();
  await app.close();
  const again = await open({ userData: app.userData });
  await expect.poll(() => zoom(again.app)).toBe(1.15);
  expect(await ask(again.page, 'preferences.show', {})).toMatchObject({ theme: 'dark', textSize: 'large' });
});
