import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { openRoom, prepareRoom } from './a-room.ts';
import { ask } from './ask.ts';
import { drawBadge, writeFilm } from './draw-badge.ts';
import { leaveDoor } from './the-door.ts';

const running: ElectronApplication[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((app) => app.close().catch(() => {})));
});

const fake = ['--use-fake-device-for-media-stream'];
const granted = [...fake, '--use-fake-ui-for-media-stream'];
const seconds = (length: number, picture: ReturnType<typeof drawBadge>) =>
  Array.from({ length: length * 10 }, () => picture);

async function toTheDoor(app: ElectronApplication): Promise<Page> {
  running.push(app);
  const page = await app.firstWindow();
  await page
    .getByRole('region', { name: 'Next session' })
    .getByRole('button', { name: /^Check in/ })
    .click();
  await page.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor();
  return page;
}

/** The moment of the film that the page shows now. */
const filmTime = (page: Page): Promise<number> =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);

test('badges before the camera are checked in once each, and the camera’s light goes out', async () => {
  const room = await prepareRoom();
  const film = path.join(room.userData, 'door.y4m');
  // A room, a badge that hangs askew, a smaller one, and again from the beginning.
  const noOne = drawBadge('no one', { side: 1 }, 640, 480);
  const ada = drawBadge(room.codes[0], { side: 240, turned: 14, noise: 12 });
  const bea = drawBadge(room.codes[1], { side: 150, turned: -8, blurred: 1 });
  writeFilm(film, [...seconds(0.5, noOne), ...seconds(1, ada), ...seconds(0.5, noOne), ...seconds(1, bea)]);
  const app = await openRoom(room, [...granted, `--use-file-for-fake-video-capture=${film}`]);
  const page = await toTheDoor(app);
  const requested: string[] = [];
  app.context().on('request', (request) => requested.push(request.url()));

  await page.keyboard.press('F6');
  const list = page.getByRole('complementary', { name: 'Last checked in' });
  await list.getByText('Ada Lovelace').waitFor();
  await list.getByText('Bea Ray').waitFor();
  // Typing goes on beside it.
  await page.keyboard.type('cal', { delay: 120 });
  await page.getByRole('option', { name: /Cal Orr/ }).waitFor();
  await page.keyboard.press('Enter');
  await list.getByText('Cal Orr').waitFor();
  await page.getByRole('status').getByText('Cal Orr is in').first().waitFor();

  // The film comes around again: who is still in sight is not taken a second time.
  const from = await filmTime(page);
  await expect.poll(() => filmTime(page)).toBeGreaterThan(from + 3.5);
  await page.getByRole('status').getByText('Cal Orr is in').first().waitFor();
  const { recent } = await ask(page, 'attendance.session', { sessionId: room.session });
  expect(recent.map(({ name, method }) => `${name}: ${method}`).sort()).toEqual([
    'Ada Lovelace: camera',
    'Bea Ray: camera',
    'Cal Orr: typed',
  ]);
  expect(recent.find(({ name }) => name === 'Ada Lovelace')?.code).toBe(room.codes[0]);
  // Its program came from the app’s own files.
  expect(requested.filter((url) => url.endsWith('.wasm'))).toHaveLength(1);
  expect(requested.filter((url) => !/^(app:\/\/bundle|https:\/\/bundle\.app\.invalid)\//.test(url))).toEqual([]);

  const isLit = () => page.evaluate(() => Reflect.get(window, 'track')?.readyState);
  await page.locator('video').evaluate((video: HTMLVideoElement) => {
    const [track] = video.srcObject instanceof MediaStream ? video.srcObject.getVideoTracks() : [];
    Reflect.set(window, 'track', track);
  });
  await expect.poll(isLit).toBe('live');
  await leaveDoor(page);
  await expect.poll(isLit).toBe('ended');
});

test.each([
  ['that is refused', 'does not let Cohort Desk use the camera', [...fake, '--use-fake-ui-for-media-stream=deny']],
  ['that is not there', 'No camera was found', []],
])('a camera %s is said in a sentence, and the door goes on', async (_, sentence, args) => {
  const room = await prepareRoom();
  const app = await openRoom(room, args);
  const page = await toTheDoor(app);
  await page.keyboard.press('F6');
  const camera = page.getByRole('region', { name: 'Camera' });
  await camera.getByRole('alert').getByText(sentence).waitFor();
  await camera.getByRole('button', { name: 'Try again' }).waitFor();
  await page.keyboard.type('ada', { delay: 120 });
  await page.getByRole('option', { name: /Ada Lovelace/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('Ada Lovelace is in').first().waitFor();
  await page.keyboard.press('F6');
  await camera.waitFor({ state: 'detached' });
});
