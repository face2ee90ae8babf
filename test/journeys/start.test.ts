import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { newFolder, runApp } from './launch.ts';
import { type App, callIsAnswered, logged, open } from './open-window.ts';

/**
 * Minimizes the window. What it gives is asked afterwards: it waits until the window gets the focus, and tells whether
 * it was minimized even then.
 */
async function minimize(app: App): Promise<() => Promise<boolean>> {
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.minimize();
    const focused = new Promise<boolean>((resolve) => window?.once('focus', () => resolve(window.isMinimized())));
    Reflect.set(globalThis, 'focused', { of: focused });
  });
  return () => app.evaluate(() => (Reflect.get(globalThis, 'focused') as { of: Promise<boolean> }).of);
}

describe('the app', () => {
  test('started a second time shows the first one’s window and ends', async () => {
    const { app } = await open();
    const minimizedAtFocus = await minimize(app);
    expect((await runApp({ userData: app.userData })).code).toBe(0);
    expect(await minimizedAtFocus()).toBe(false);
    expect(app.windows()).toHaveLength(1);
  });

  test('started on the same database with other settings shows the first one’s window and ends', async () => {
    const database = path.join(await newFolder(), 'program.db');
    const { app } = await open({ args: [`--db=${database}`] });
    const minimizedAtFocus = await minimize(app);
    expect((await runApp({ userData: await newFolder(), args: [`--db=${database}`] })).code).toBe(0);
    expect(await minimizedAtFocus()).toBe(false);
  });

  test('comes back with the window where it was closed', async () => {
    const { app } = await open();
    const moved = { x: 120, y: 80, width: 1100, height: 760 };
    await app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), moved);
    await app.close();
    const again = await open({ userData: app.userData });
    expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(
      moved,
    );
  });

  test('asks its page before it closes over something typed, and closes when the page says so', async () => {
    const { app, page } = await open();
    const asked = page.waitForEvent('console', (message) => message.text() === 'asked');
    const closed = page.waitForEvent('close');
    await page.evaluate(async () => {
      window.desk.subscribe((event) => event.kind === 'closing' && console.log('asked'));
      await window.desk.call('desk.holdOpen', { because: ['Your changes in Settings are not saved.'] });
    });
    // The page itself knows of nothing to lose, so that it closes as soon as it is asked: perhaps before this answers.
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined);
    await asked;
    await closed;
  });

  test('says why and ends with 1 where its database cannot be opened', async () => {
    const userData = await newFolder();
    const database = path.join(userData, 'not a database.db');
    await writeFile(database, 'this is a letter, not a database; '.repeat(200));
    const { code, output } = await runApp({ userData, args: [`--db=${database}`] });
    expect(code).toBe(1);
    expect(output).toContain('Cohort Desk cannot start');
  });

  test('opens the database it is told to, in a folder with spaces', async () => {
    const userData = path.join(await newFolder(), 'with some spaces');
    await mkdir(userData);
    const database = path.join(userData, 'program of 2027', 'program.db');
    const { app, page } = await open({ userData, env: { COHORT_DESK_DB: database } });
    expect(await page.evaluate(callIsAnswered)).toBe(true);
    await app.close();
    expect((await readFile(database)).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test('logs what was not foreseen, says so, and goes on', async () => {
    const { app, page } = await open();
    const shown = app.evaluate(({ dialog }) => {
      const title = new Promise<string>((resolve) => {
        dialog.showErrorBox = resolve;
      });
      setTimeout(() => {
        throw new Error('of ada@example.org');
      });
      return title;
    });
    expect(await shown).toBe('Cohort Desk');
    await logged(app).toContain('Error: of [e-mail]');
    expect(await page.evaluate(callIsAnswered)).toBe(true);
  });
});
