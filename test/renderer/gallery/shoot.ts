import { renameSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { screenNames } from '../../../shared/menu.ts';
import { openGallery, pictureFolder, type View, views } from './gallery.ts';

// node test/renderer/gallery/shoot.ts FOLDER [SCREEN …]: the sample program on each screen, as pictures; file-moved and
// file-written-over are the window while nothing can be saved into the database's file.
const [folder = 'pictures', ...asked] = process.argv.slice(2);
const isAsked = (screen: string): boolean => asked.length === 0 || asked.includes(screen);
await pictureFolder(folder);
await using gallery = await openGallery();
await gallery.desk.call('program.openSample', {});
for (const view of views) {
  const page = await gallery.open(view);
  for (const [at, screen] of screenNames.entries()) {
    if (!isAsked(screen)) continue;
    await page.keyboard.press(`Control+${at + 1}`);
    await gallery.settle(page);
    await shoot(page, screen, view);
  }
  await page.close();
}
const file = gallery.databaseFile;
const away = `${file}.away`;
if (isAsked('file-moved')) {
  renameSync(file, away);
  await shootToday('file-moved');
  renameSync(away, file);
}
// The last of all: what was written over stays so.
if (isAsked('file-written-over')) {
  truncateSync(file, 8_192);
  await shootToday('file-written-over');
}
for (const complaint of gallery.complaints) console.error(complaint);

async function shootToday(name: string): Promise<void> {
  for (const view of views) {
    const page = await gallery.open(view);
    await gallery.settle(page);
    await shoot(page, name, view);
    await page.close();
  }
}

async function shoot(page: Page, what: string, { width, dark }: View): Promise<void> {
  const name = `${what}-${width}-${dark ? 'dark' : 'light'}.png`;
  await page.screenshot({ path: path.join(folder, name) });
  console.log(name);
}
