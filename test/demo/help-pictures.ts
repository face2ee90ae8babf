// `npm run help-pictures`: takes the pictures of the help from the story that the demo tells, light and dark, and puts them
// where the help has them. Run it after a screen that the help shows has changed.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { unpackChromium } from '../journeys/chromium.setup.ts';
import { hasElectron } from '../journeys/launch.ts';
import { whenStill } from '../renderer/gallery/still.ts';
import { type HelpShot, helpShots } from './help-shots.ts';
import { launchAt, setTheme } from './pictures.ts';
import { type Moment, tellStory } from './story.ts';

const folder = path.join(import.meta.dirname, '../../renderer/features/help/pictures');
/** The window that is shown, and how large the help shows it: a picture this wide is as wide as a page of the help. */
const window = { width: 1280, height: 800 };
const mostWidth = 720;

const chromium = hasElectron ? null : unpackChromium();
if (chromium) process.env.ELECTRON_HOST_CHROMIUM ??= chromium;
const scratch = await mkdtemp(path.join(os.tmpdir(), 'cohort-desk-help-'));
const moments = await tellStory(scratch, scratch, () => undefined);
for (const file of await readdir(folder)) await rm(path.join(folder, file));
// The keys of `helpShots` are moments; Object.entries forgets it.
for (const [moment, shots] of Object.entries(helpShots)) {
  const { databaseFile, now } = moments[moment as Moment];
  const app = await launchAt(databaseFile, now);
  const page = await app.firstWindow();
  await page.setViewportSize(window);
  await page.getByRole('button').first().waitFor();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(app, page, theme);
    for (const shot of shots) {
      await shot.scene.show(page, app);
      // Where the scene loads the page again, as kiosk mode does, it looks as the system does.
      await setTheme(app, page, theme);
      await save(page, shot, `${shot.name}-${theme}.webp`);
      await shot.scene.leave?.(page);
    }
  }
  await app.close();
}
await rm(scratch, { recursive: true, force: true });

/** Saves the part of the window that the shot is about. */
async function save(page: Page, { of, height, width }: HelpShot, name: string): Promise<void> {
  await whenStill(page);
  const box = await of(page).first().boundingBox();
  if (!box) throw new Error(`${name}: there is nothing to see`);
  const clip = { x: box.x, y: box.y, width: Math.min(box.width, width), height: Math.min(box.height, height) };
  const png = await page.screenshot({ clip, animations: 'disabled' });
  const webp = await asWebp(page, png);
  await writeFile(path.join(folder, name), webp);
  console.log(`${name}: ${webp.length} bytes`);
}

/** The same picture as WebP, and no wider than twice what the help shows; the Chromium of the window makes it. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([data, most]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const scale = Math.min(1, (most * 1.5) / image.width);
      const canvas = new OffscreenCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('This browser draws nothing.');
      pen.imageSmoothingQuality = 'high';
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
      return new Promise<string>((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String(reader.result).replace(/^.*,/, ''));
        reader.readAsDataURL(blob);
      });
    },
    [png.toString('base64'), mostWidth] as const,
  );
  return Buffer.from(base64, 'base64');
}
