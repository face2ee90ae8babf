import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { runDesk } from '../../main/headless.ts';
import { openRoom, prepareRoom } from './a-room.ts';
import { ask } from './ask.ts';
import { barriersOn } from './barriers.ts';
import { scan } from './the-door.ts';

const running: ElectronApplication[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close().catch(() => {})));
});

async function open(room: { readonly userData: string }, args: string[] = []) {
  const app = await openRoom(room, args);
  running.push(app);
  const page = await app.firstWindow();
  return { app, page };
}

const field = (page: Page) => page.getByRole('textbox', { name: /Scan your badge/ });
const answer = (page: Page) => page.getByRole('status');

/** Does something and waits for the answer. An answer goes after seconds, so that it is waited for from before on. */
const answers = (page: Page, words: string, act: () => Promise<void>) =>
  Promise.all([answer(page).getByText(words).waitFor(), act()]);
const enter = (page: Page) => page.keyboard.press('Enter');

/** What the main process knows of its window and menu. */
const held = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, Menu }) => [
    BrowserWindow.getAllWindows()[0]?.isKiosk(),
    Menu.getApplicationMenu() === null,
  ]);

/** Closes the window as a person would; the app’s own listener was there first, so that it has had its say. */
const triesToClose = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const said = new Promise<string>((resolve) =>
      window?.once('close', ({ defaultPrevented }) => resolve(defaultPrevented ? 'it stays' : 'it closes')),
    );
    window?.close();
    return said;
  });

/** Asks as a page would that someone has got into: past the screen, at the gate. */
const asksFor = (page: Page, name: string, input: object) =>
  page.evaluate(([call, value]) => window.desk.call(call, value), [name, input] as const);

test('a kiosk lets people in, shows no one else, holds at the gate and over a restart, and opens by its PIN', async () => {
  const room = await prepareRoom();
  const { app, page } = await open(room);
  await page.getByRole('region', { name: 'Next session' }).waitFor();
  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('gridcell', { name: /Data Management/ }).dblclick();
  await page.getByRole('button', { name: 'More about this session' }).waitFor();
  await page.evaluate(() => Reflect.set(window, 'keptFromBefore', 'Ada Lovelace'));
  await page.keyboard.press('k');
  const dialog = page.getByRole('dialog', { name: 'Kiosk mode' });
  await dialog.getByLabel('PIN, 6 to 12 digits').fill('240610');
  await dialog.getByLabel('Repeat the PIN').fill('240610');
  await page.keyboard.press('Enter');

  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await expect.poll(() => held(app)).toEqual([true, true]);
  // The page was loaded again: nothing that it held of people is left in it.
  await expect.poll(() => page.evaluate(() => 'keptFromBefore' in window)).toBe(false);
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await answers(page, 'Welcome, Ada. You’re checked in.', () => scan(page, room.codes[0]));
  // Her number is on her chest: it asks for her name besides, and stays where she goes on typing.
  await field(page).fill('62');
  await answers(page, 'Now your last name', () => enter(page));
  await field(page).pressSequentially('ray');
  await answers(page, 'Welcome, Bea. You’re checked in.', () => enter(page));
  expect(await page.locator('body').innerText()).not.toMatch(/Ada|Lovelace|Opelika|Foxtrot|\d of \d/);

  // Three letters of a name list no one.
  await field(page).pressSequentially('cal');
  await answers(page, 'Please see a lead', () => enter(page));
  expect(await page.locator('body').innerText()).not.toMatch(/Cal\b|Orr/);

  // No key and no menu leads anywhere else.
  for (const keys of [
    'ControlOrMeta+k',
    'ControlOrMeta+1',
    'ControlOrMeta+z',
    'ControlOrMeta+i',
    'Escape',
    'F6',
    'Alt+ArrowLeft',
    '?',
  ]) {
    await page.keyboard.press(keys);
  }
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.getByRole('navigation').count()).toBe(0);
  for (const [name, input] of [
    ['people.search', { text: 'cal' }],
    ['attendance.find', { sessionId: room.session, text: 'cal' }],
    ['attendance.session', { sessionId: room.session }],
    ['desk.status', {}],
    ['history.undo', { commandId: null }],
    ['kiosk.release', {}],
  ] as const) {
    const said = await asksFor(page, name, input);
    expect(JSON.stringify(said), name).toContain('This laptop is in kiosk mode');
    expect(JSON.stringify(said), name).not.toMatch(/Cal|Ada|Bea/);
  }
  // Neither does closing its window.
  expect(await triesToClose(app)).toBe('it stays');
  await app.close();

  const again = await open(room);
  await again.page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await expect.poll(() => held(again.app)).toEqual([true, true]);
  await again.page.getByRole('button', { name: 'For leads' }).click();
  const leaving = again.page.getByRole('dialog', { name: 'Leave kiosk mode' });
  await leaving.getByLabel('PIN').fill('111111');
  await again.page.keyboard.press('Enter');
  await leaving.getByText('That is not the PIN of this kiosk').waitFor();
  await leaving.getByLabel('PIN').fill('240610');
  await again.page.keyboard.press('Enter');
  await again.page.getByRole('navigation').first().waitFor();
  await expect.poll(() => held(again.app)).toEqual([false, false]);
  const { session, recent } = await ask(again.page, 'attendance.session', { sessionId: room.session });
  expect(session.present).toBe(2);
  expect(recent.map(({ name, code, method }) => `${name || code}: ${method}`)).toEqual([
    'Bea Ray: kiosk',
    'Ada Lovelace: kiosk',
  ]);
});

test('a forgotten PIN: the app started with a word, or a terminal, lets the kiosk go', async () => {
  const room = await prepareRoom();
  const { app, page } = await open(room);
  await page.getByRole('region', { name: 'Next session' }).waitFor();
  // The page goes with the answer: it is loaded again, so that it holds no one's name.
  await ask(page, 'kiosk.start', { sessionId: room.session, pin: '240610' }).catch(() => undefined);
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  await app.close();

  const again = await open(room, ['--leave-kiosk']);
  await again.page.getByRole('region', { name: 'Next session' }).waitFor();
  await expect.poll(() => held(again.app)).toEqual([false, false]);
  await ask(again.page, 'kiosk.start', { sessionId: room.session, pin: '240610' }).catch(() => undefined);
  await again.page.getByRole('heading', { name: 'Welcome' }).waitFor();
  const released = await runDesk(['kiosk.release', '--db', room.databaseFile]);
  expect(released.stderr).toBe('');
  await again.page.getByRole('navigation').first().waitFor();
});
