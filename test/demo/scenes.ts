import { found, goTo, type Scene, screen } from './scene.ts';
import { decided, importing, selection } from './scenes-selection.ts';
import { checkIn, fees, invoices, kiosk, letters, printPreview, progress, scanLog, year } from './scenes-year.ts';
import type { Moment } from './story.ts';

const empty: Scene = {
  name: 'empty',
  route: null,
  show: async (page) => {
    await page.getByRole('button', { name: 'Open the sample program' }).waitFor();
  },
};

const palette: Scene = {
  name: 'palette',
  route: null,
  show: async (page) => {
    await goTo(page, 'Today');
    await page.keyboard.press('ControlOrMeta+K');
    await page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox').fill('obri');
    await page
      .getByRole('option', { name: /O’Brien/ })
      .first()
      .waitFor();
  },
  leave: (page) => page.keyboard.press('Escape'),
};

/** A certificate that is checked by its number. */
const checkCertificate: Scene = {
  name: 'check-certificate',
  route: 'check-certificate',
  show: async (page, app) => {
    await found('check', 'check-certificate', 'Check a certificate', 'Check a certificate').show(page, app);
    await page.getByRole('textbox', { name: /^Number/ }).fill('100014');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /^Valid/ }).waitFor();
  },
};

/** Every picture, by the moment of the story at which it is taken. */
export const scenes: Readonly<Record<Moment, readonly Scene[]>> = {
  empty: [empty],
  applying: [importing],
  ranked: selection,
  door: [
    screen('Today'),
    ...decided,
    screen('Cohorts'),
    year,
    progress,
    fees,
    invoices,
    letters,
    screen('Attendance'),
    checkIn,
    scanLog,
    printPreview,
    kiosk,
  ],
  graduated: [
    screen('Graduates'),
    checkCertificate,
    screen('Re-certification'),
    screen('History'),
    screen('Settings'),
    palette,
  ],
};
