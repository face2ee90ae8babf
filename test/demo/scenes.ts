import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import type { Moment } from './story.ts';

/** A picture: how to bring the window there from any other scene, and how to leave it again where Escape must help. */
export interface Scene {
  readonly name: string;
  readonly show: (page: Page, app: ElectronApplication) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

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

/** A screen, by its key. */
const screen = (name: (typeof screens)[number]): Scene => ({
  name: name.toLowerCase(),
  show: (page) => goTo(page, name),
});

async function goTo(page: Page, name: (typeof screens)[number]): Promise<void> {
  await page.keyboard.press(`ControlOrMeta+${screens.indexOf(name) + 1}`);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function openRow(page: Page, name: string): Promise<void> {
  await page.getByRole('gridcell', { name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
}

const applicant: Scene = {
  name: 'applicants',
  show: async (page) => {
    await goTo(page, 'Applicants');
    await openRow(page, 'Siobhán O’Brien');
  },
};

const year: Scene = {
  name: 'year',
  show: async (page) => {
    await goTo(page, 'Cohorts');
    await page.getByRole('gridcell', { name: 'Foxtrot' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: /The year/ }).click();
    await page.getByRole('region', { name: 'Conferences' }).getByText('Summer conference').waitFor();
  },
};

const progress: Scene = {
  name: 'progress',
  show: async (page) => {
    await goTo(page, 'Cohorts');
    await page.getByRole('gridcell', { name: 'Foxtrot' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Progress' }).click();
    await page.getByRole('grid', { name: 'Progress of Foxtrot' }).getByRole('gridcell').first().waitFor();
  },
};

const importing: Scene = {
  name: 'import',
  show: async (page, app) => {
    const file = path.join(import.meta.dirname, '../../resources/sample/applications-web-form.csv');
    await app.evaluate(({ dialog }, answer) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
    }, file);
    await page.keyboard.press('ControlOrMeta+I');
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    const cells = page.getByRole('grid').getByRole('gridcell');
    // The screen keeps what was chosen: in the other theme the rows are there already.
    if ((await cells.count()) > 0) return;
    await page.getByRole('button', { name: /Choose a file/ }).click();
    await page.getByRole('button', { name: 'Look at the columns' }).click();
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await cells.first().waitFor();
  },
  leave: (page) => goTo(page, 'Today'),
};

const palette: Scene = {
  name: 'palette',
  show: async (page) => {
    await goTo(page, 'Today');
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.type('obri');
    await page
      .getByRole('option', { name: /O’Brien/ })
      .first()
      .waitFor();
  },
  leave: (page) => page.keyboard.press('Escape'),
};

const checkIn: Scene = {
  name: 'check-in',
  show: async (page) => {
    await goTo(page, 'Today');
    await page
      .getByRole('region', { name: 'Next session' })
      .getByRole('button', { name: /^Check in/ })
      .click();
    await page.getByRole('heading', { level: 1, name: 'Check-in' }).waitFor();
    await page.keyboard.type('nú');
    await page.getByText('Núñez').first().waitFor();
  },
  leave: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('navigation').waitFor();
  },
};

/** Every picture, by the moment of the story at which it is taken. */
export const scenes: Readonly<Record<Moment, readonly Scene[]>> = {
  empty: [
    {
      name: 'empty',
      show: async (page) => {
        await page.getByRole('button', { name: 'Open the sample program' }).waitFor();
      },
    },
  ],
  applying: [importing],
  ranked: [applicant],
  door: [screen('Today'), screen('Cohorts'), year, progress, screen('Attendance'), checkIn],
  graduated: [screen('Graduates'), screen('Re-certification'), screen('History'), screen('Settings'), palette],
};
