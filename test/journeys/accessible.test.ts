import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchAt, setTheme } from '../demo/pictures.ts';
import { scenes } from '../demo/scenes.ts';
import { type Moment, type Moments, tellStory } from '../demo/story.ts';
import { newFolder } from './launch.ts';

let moments: Moments;
beforeAll(async () => {
  moments = await tellStory(await newFolder(), await newFolder(), () => undefined);
}, 60_000);

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
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button').first().waitFor();
  }, 60_000);
  afterAll(() => app.close());

  for (const scene of scenes[moment]) {
    test.each(['light', 'dark'] as const)(`axe finds nothing on “${scene.name}”, %s`, async (theme) => {
      await setTheme(app, page, theme);
      await scene.show(page, app);
      // Legacy mode needs no page of another origin, which the app would refuse.
      const { violations } = await new AxeBuilder({ page: page as never }).setLegacyMode(true).analyze();
      const said = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
      await scene.leave?.(page);
      expect(said).toEqual([]);
    });
  }

  test('every screen came without a complaint of the page and without a request to anywhere else', async () => {
    expect(complaints).toEqual([]);
    const own = new URL(page.url()).origin;
    expect(requested.filter((url) => !url.startsWith(own) && !/^(app|data|blob|devtools):/.test(url))).toEqual([]);
    expect(await app.evaluate(() => Reflect.get(globalThis, 'networkAttempts'))).toEqual([]);
  });
});
