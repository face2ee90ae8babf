import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { unpackChromium } from '../journeys/chromium.setup.ts';
import { hasElectron, launchApp, newFolder, root } from '../journeys/launch.ts';
import { whenStill } from '../renderer/gallery/still.ts';
import type { Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import type { Moment, Moments } from './story.ts';

/** The window's size in pictures, in CSS pixels. */
const size = { width: 1280, height: 800 };

/** Takes a picture of every scene, light and dark, in the real window; returns how many. Says so where none can open. */
export async function takePictures(moments: Moments, folder: string, say: (line: string) => void): Promise<number> {
  const chromium = hasElectron ? null : unpackChromium();
  if (chromium) process.env.ELECTRON_HOST_CHROMIUM ??= chromium;
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const [name, { databaseFile, now }] of Object.entries(moments)) {
    const app = await launchAt(databaseFile, now).catch(() => null);
    if (!app) {
      say(
        'No pictures: neither Electron nor a Chromium could be started here. Set ELECTRON_HOST_CHROMIUM to a browser.',
      );
      return taken;
    }
    taken += await pictureMoment(app, scenes[name as Moment], folder);
    await app.close();
  }
  return taken;
}

async function pictureMoment(app: ElectronApplication, list: readonly Scene[], folder: string): Promise<number> {
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  await page.getByRole('button').first().waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, page, theme);
    for (const scene of list) {
      await scene.show(page, app);
      await picture(page, path.join(folder, `${scene.name}-${theme}.png`));
      await scene.leave?.(page);
    }
  }
  return list.length * 2;
}

/** Starts the app on a database, on a day. */
export async function launchAt(databaseFile: string, now: string): Promise<ElectronApplication> {
  const userData = await newFolder();
  const before = [path.join(root, 'test/journeys/set-clock.cjs')];
  return launchApp({ userData, before, args: [`--db=${databaseFile}`], env: { DESK_NOW: now } });
}

/** Makes the window light or dark. */
export async function setTheme(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, theme);
  await page.waitForFunction(
    (wanted) => matchMedia('(prefers-color-scheme: dark)').matches === (wanted === 'dark'),
    theme,
  );
}

/** A picture once the letters are there and nothing moves. */
async function picture(page: Page, file: string): Promise<void> {
  await whenStill(page);
  await page.screenshot({ path: file, animations: 'disabled' });
}
