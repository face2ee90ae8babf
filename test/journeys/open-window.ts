import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, expect, onTestFinished } from 'vitest';
import { type LaunchOptions, launchApp } from './launch.ts';

export type App = ElectronApplication & { userData: string };

interface Opened {
  readonly app: App;
  readonly page: Page;
}

/** Starts the app and waits for its page; after the test it is closed. */
export async function open(options: LaunchOptions = {}): Promise<Opened> {
  const opened = await start(options);
  onTestFinished(() => opened.app.close().catch(() => {}));
  return opened;
}

/**
 * One window for those tests of a file that leave it as they found it: it is started for the first of them and closed
 * after the last. Each finds the page loaded again.
 */
export function shareWindow(): () => Promise<Opened> {
  let starting: Promise<Opened> | null = null;
  afterAll(async () => {
    await (await starting)?.app.close();
  });
  return async () => {
    if (starting === null) {
      starting = start();
      return starting;
    }
    const opened = await starting;
    await opened.page.reload();
    await opened.page.locator('h1').first().waitFor();
    return opened;
  };
}

async function start(options: LaunchOptions = {}): Promise<Opened> {
  const app = await launchApp(options);
  const page = await app.firstWindow();
  await page.locator('h1').first().waitFor();
  return { app, page };
}

/**
 * Listens for the next event of this name that the window's contents or its session emit. What it gives is asked
 * afterwards: it waits for the event and tells whether it was prevented.
 */
export async function listenFor(app: App, name: 'will-navigate' | 'will-download'): Promise<() => Promise<boolean>> {
  await app.evaluate(({ BrowserWindow, session }, event) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const source: NodeJS.EventEmitter | undefined = event === 'will-download' ? session.defaultSession : contents;
    // The guard's own listener was there first, so it has had its say by the time this one runs.
    const heard = new Promise<boolean>((resolve) =>
      source?.once(event, ({ defaultPrevented }) => resolve(defaultPrevented)),
    );
    Reflect.set(globalThis, 'heard', { of: heard });
  }, name);
  return () => app.evaluate(() => (Reflect.get(globalThis, 'heard') as { of: Promise<boolean> }).of);
}

/** What the app has logged. */
export const log = (app: App) => readFile(path.join(app.userData, 'logs/main.log'), 'utf8');
/** Waits for what the app logs. */
export const logged = (app: App) => expect.poll(() => log(app));

/** Whether a call from this frame, or from the page's own, is answered. */
export const callIsAnswered = (): Promise<boolean> =>
  window.desk.call('desk.status', {}).then(
    (result) => typeof result === 'object' && result !== null && 'ok' in result && result.ok === true,
    () => false,
  );
