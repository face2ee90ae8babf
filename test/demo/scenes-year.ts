import { leaveDoor } from '../journeys/the-door.ts';
import { found, foxtrot, goTo, heading, type Scene } from './scene.ts';

/** The year around its conferences. */
export const year: Scene = {
  name: 'year',
  route: 'cohorts',
  show: async (page) => {
    await foxtrot(page, /Schedule/);
    await page.getByRole('region', { name: 'Conferences' }).getByText('Summer conference').waitFor();
  },
};

export const progress: Scene = {
  name: 'progress',
  route: 'progress',
  show: async (page) => {
    await foxtrot(page, 'Progress');
    await page.getByRole('grid', { name: 'Progress of Foxtrot' }).getByRole('gridcell').first().waitFor();
  },
};

export const fees = found('fees', 'fees', 'Go to Fees', 'Fees');

export const invoices: Scene = {
  name: 'invoices',
  route: 'invoices',
  show: async (page, app) => {
    await fees.show(page, app);
    await page.keyboard.press('l');
    await heading(page, 'Invoices');
  },
};

export const letters = found('letters', 'letters', 'Write letters', 'Letters');

export const checkIn: Scene = {
  name: 'check-in',
  route: 'check-in',
  show: async (page) => {
    await goTo(page, 'Today');
    await page
      .getByRole('region', { name: 'Next session' })
      .getByRole('button', { name: /^Check in/ })
      .click();
    await heading(page, 'Check-in');
    await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('nú');
    await page.getByText('Núñez').first().waitFor();
  },
  leave: leaveDoor,
};

export const scanLog = found('scan-log', 'scan-log', 'Import a scanner log', 'Scanner log');

/** The roster as it will be printed. */
export const printPreview: Scene = {
  name: 'print-preview',
  route: null,
  show: async (page) => {
    await foxtrot(page, /^Participants/);
    await page.getByRole('gridcell').first().waitFor();
    await page.keyboard.press('ControlOrMeta+P');
    await page
      .getByRole('dialog')
      .getByRole('img', { name: /^Page 1 of/ })
      .waitFor();
  },
  leave: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
};

const pin = '240610';

/** A room without a lead. */
export const kiosk: Scene = {
  name: 'kiosk',
  route: null,
  show: async (page) => {
    await goTo(page, 'Attendance');
    await page.getByRole('gridcell', { name: /Data Management/ }).dblclick();
    await page.getByRole('button', { name: 'More about this session' }).waitFor();
    await page.keyboard.press('k');
    const dialog = page.getByRole('dialog', { name: 'Kiosk mode' });
    await dialog.getByLabel('PIN, 6 to 12 digits').fill(pin);
    await dialog.getByLabel('Repeat the PIN').fill(pin);
    // The page is loaded again, so that it holds no one's name.
    await page.evaluate(() => Reflect.set(window, 'keptFromBefore', true));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !('keptFromBefore' in window));
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  },
  leave: async (page) => {
    await page.getByRole('button', { name: 'For leads' }).click();
    await page.getByRole('dialog', { name: 'Leave kiosk mode' }).getByLabel('PIN').fill(pin);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
  },
};
