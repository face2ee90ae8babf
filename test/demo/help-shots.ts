import type { Locator, Page } from 'playwright-core';
import { goTo, type Scene } from './scene.ts';
import { scenes } from './scenes.ts';
import type { Moment } from './story.ts';

/** A picture of the help: the scene of the demo that it shows, and which part of the window. */
export interface HelpShot {
  /** As the pages of the help name it. */
  readonly name: string;
  readonly scene: Scene;
  readonly of: (page: Page) => Locator;
  /** At most so high and wide, in CSS pixels. */
  readonly height: number;
  readonly width: number;
}

const main = (page: Page): Locator => page.locator('.frame-main');
const dialog = (page: Page): Locator => page.locator('.dialog');

/** A scene of the demo as a picture of the help; the screen without the rail unless it says otherwise. */
function shot(name: string, scene: Scene | undefined, part: Partial<Omit<HelpShot, 'name' | 'scene'>> = {}): HelpShot {
  if (!scene) throw new Error(`${name}: the demo has no such scene`);
  return { name, scene, of: main, height: 430, width: 1072, ...part };
}

const at = (moment: Moment, name: string): Scene | undefined => scenes[moment].find((scene) => scene.name === name);

/** One step of the history, opened. */
const oneStep: Scene = {
  name: 'history-step',
  route: 'history',
  show: async (page) => {
    await goTo(page, 'History');
    await page.getByRole('gridcell').nth(1).click();
    await page.getByRole('complementary').waitFor();
  },
  leave: (page) => page.keyboard.press('Escape'),
};

/** Who still gets which letter, with the first one. */
const lettersToWrite: Scene = {
  name: 'letters-to-write',
  route: 'letters',
  show: async (page, app) => {
    await at('door', 'letters')?.show(page, app);
    await page.getByRole('gridcell').first().click();
    await page
      .getByRole('button', { name: /^Edit text/ })
      .first()
      .waitFor();
  },
};

/** Every picture of the help, by the moment of the story at which it is taken. */
export const helpShots: Readonly<Partial<Record<Moment, readonly HelpShot[]>>> = {
  empty: [shot('start', at('empty', 'empty'), { of: (page) => page.locator('.no-program-box'), height: 360 })],
  applying: [shot('import', at('applying', 'import'))],
  ranked: [shot('select', at('ranked', 'applicants'), { height: 480 })],
  door: [
    shot('today', at('door', 'today')),
    shot('offers', at('door', 'offers')),
    shot('year', at('door', 'year')),
    shot('progress', at('door', 'progress'), { height: 380 }),
    shot('fees', at('door', 'fees'), { height: 380 }),
    shot('letters', lettersToWrite),
    shot('kiosk', at('door', 'kiosk'), { of: (page) => page.locator('body'), width: 1280, height: 640 }),
    shot('door', at('door', 'check-in'), { of: (page) => page.locator('body'), width: 1280, height: 540 }),
  ],
  graduated: [
    shot('graduate', at('graduated', 'graduating'), { of: dialog, width: 720, height: 480 }),
    shot('person', at('graduated', 'person')),
    shot('recertification', at('graduated', 're-certification')),
    shot('history', oneStep),
  ],
};
