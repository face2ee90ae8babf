import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { unpackChromium } from '../journeys/chromium.setup.ts';
import { hasElectron, launchApp, newFolder } from '../journeys/launch.ts';
import type { Told } from './story.ts';

/** Where each screen is, in the words of the rail, and what tells that it is drawn. */
const screens = [
  'Today',
  'Applicants',
  'Cohorts',
  'Attendance',
  'Graduates',
  'Re-certification',
  'History',
  'Settings',
] as const;

/** Takes a picture of every screen, light and dark, in the real window; returns how many. Says so where none can open. */
export async function takePictures(told: Told, folder: string, say: (line: string) => void): Promise<number> {
  if (!hasElectron) {
    const chromium = unpackChromium();
    if (chromium) process.env.ELECTRON_HOST_CHROMIUM ??= chromium;
  }
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  const app = await launch(told.databaseFile, '2025-02-10T13:05:00.000Z').catch((error: unknown) => error);
  if (!isApplication(app)) {
    say(`No pictures: no window could be opened here (${app instanceof Error ? app.message.split('\n')[0] : app}).`);
    return taken;
  }
  const page = await app.firstWindow();
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, page, theme);
    for (const [index, screen] of screens.entries()) {
      await page.keyboard.press(`ControlOrMeta+${index + 1}`);
      await page.getByRole('heading', { level: 1, name: screen }).waitFor();
      await picture(page, path.join(folder, `${index + 1}-${screen.toLowerCase()}-${theme}.png`));
      taken += 1;
    }
  }
  await app.close();
  return taken;
}

const launch = async (databaseFile: string, now: string): Promise<ElectronApplication> =>
  launchApp({
    userData: await newFolder(),
    args: [`--db=${databaseFile}`],
    env: { DEMO_NOW: now, NODE_OPTIONS: `--require=${path.join(import.meta.dirname, 'set-clock.cjs')}` },
  });

const isApplication = (value: unknown): value is ElectronApplication =>
  typeof value === 'object' && value !== null && 'firstWindow' in value;

async function setTheme(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, theme);
  await page.waitForFunction((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme);
}

/** A picture once fonts are there and nothing is still being asked for or moved. */
async function picture(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.screenshot({ path: file, animations: 'disabled' });
}
