import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchAt, setTheme } from '../demo/pictures.ts';
import { scenes } from '../demo/scenes.ts';
import { type Moment, type Moments, tellStory } from '../demo/story.ts';
import { whenStill } from '../renderer/gallery/still.ts';
import { barriersOn } from './barriers.ts';
import { newFolder } from './launch.ts';
import { layoutFaultsOn } from './layout.ts';

const whole = { width: 1280, height: 800 };
const small = { width: 1024, height: 700 };

/** What can't be seen or told apart at both sizes. */
async function layoutFaultsAtBothSizes(page: Page): Promise<readonly string[]> {
  const large = await layoutFaultsOn(page);
  await page.setViewportSize(small);
  const faults = [...large, ...(await layoutFaultsOn(page)).map((fault) => `at 1024: ${fault}`)];
  await page.setViewportSize(whole);
  return faults;
}

/** What of the window's frame is wider than the window at 200 %: there only a table may scroll sideways. */
async function tooWideWhenZoomed(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: whole.width / 2, height: whole.height / 2 });
  await whenStill(page);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('html, body, .frame, .frame-main, .screen, .screen-main, .toolbar')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ tagName, className, scrollWidth }) => `${tagName} ${className}: ${scrollWidth} px`),
  );
  await page.setViewportSize(whole);
  return wide;
}

let moments: Moments;
beforeAll(async () => {
  moments = await tellStory(await newFolder(), await newFolder(), () => undefined);
});

// The keys of `scenes` are exactly the moments; Object.keys forgets it.
describe.each(Object.keys(scenes) as Moment[])('at the moment “%s”', (moment) => {
  let app: ElectronApplication;
  let page: Page;
  const requested: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    const { databaseFile, now } = moments[moment];
    app = await launchAt(databaseFile, now);
    app.context().on('request', (request) => requested.push(request.url()));
    page = await app.firstWindow();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setViewportSize(whole);
    await page.getByRole('button').first().waitFor();
  });
  afterAll(() => app.close());

  for (const scene of scenes[moment]) {
    test(`axe finds nothing on “${scene.name}”, light and dark, all can be read at both sizes, and the frame fits at 200 %`, async () => {
      await setTheme(app, page, 'light');
      await scene.show(page, app);
      const barriers = { light: await barriersOn(page), dark: [] as readonly string[] };
      await setTheme(app, page, 'dark');
      // The page is the same; only its colors are others.
      barriers.dark = await barriersOn(page, ['color-contrast', 'link-in-text-block']);
      const layout = await layoutFaultsAtBothSizes(page);
      const tooWide = await tooWideWhenZoomed(page);
      await scene.leave?.(page);
      expect(barriers).toEqual({ light: [], dark: [] });
      expect(layout).toEqual([]);
      expect(tooWide).toEqual([]);
    });
  }

  test('every screen came without a complaint of the page and without a request to anywhere else', async () => {
    expect(complaints).toEqual([]);
    const own = new URL(page.url()).origin;
    expect(requested.filter((url) => !url.startsWith(own) && !/^(app|data|blob|devtools):/.test(url))).toEqual([]);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'networkAttempts'))).toEqual([]);
  });
});
