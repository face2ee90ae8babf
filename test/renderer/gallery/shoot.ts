import path from 'node:path';
import { screenNames } from '../../../shared/menu.ts';
import { openGallery, pictureFolder, views } from './gallery.ts';

// node test/renderer/gallery/shoot.ts FOLDER [SCREEN …]: the sample program on each screen, as pictures.
const [folder = 'pictures', ...asked] = process.argv.slice(2);
await pictureFolder(folder);
await using gallery = await openGallery();
await gallery.desk.call('program.openSample', {});
for (const view of views) {
  const page = await gallery.open(view);
  for (const [at, screen] of screenNames.entries()) {
    if (asked.length > 0 && !asked.includes(screen)) continue;
    await page.keyboard.press(`Control+${at + 1}`);
    await gallery.settle(page);
    const name = `${screen}-${view.width}-${view.dark ? 'dark' : 'light'}.png`;
    await page.screenshot({ path: path.join(folder, name) });
    console.log(name);
  }
  await page.close();
}
for (const complaint of gallery.complaints) console.error(complaint);
