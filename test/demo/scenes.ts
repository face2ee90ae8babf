import type { Page } from 'playwright-core';
import { found, foxtrot, goTo, type Scene, screen } from './scene.ts';
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

/** A certificate design in the editor, with a field selected. */
const certificateDesign: Scene = {
  name: 'certificate-design',
  route: 'certificate-designs',
  show: async (page, app) => {
    await found('designs', 'certificate-designs', 'Certificate designs', 'Certificate designs').show(page, app);
    await page.getByRole('gridcell', { name: 'Plain, Letter' }).click();
    await page.keyboard.press('e');
    await page.getByRole('img', { name: 'The certificate as it prints' }).waitFor();
    await page.getByRole('button', { name: /^Name:/ }).focus();
    await page.getByRole('complementary', { name: 'Name' }).waitFor();
  },
};

/** Who graduates, who does not and why, before anyone does. */
const graduating: Scene = {
  name: 'graduating',
  route: 'graduates',
  show: async (page) => {
    await foxtrotGraduates(page);
    await page.keyboard.press('g');
    await page.getByRole('dialog').getByRole('region', { name: 'Who graduates' }).waitFor();
  },
  leave: (page) => page.keyboard.press('Escape'),
};

/** A graduate with what can be done about it. */
const graduate: Scene = {
  name: 'graduate',
  route: 'graduates',
  show: async (page) => {
    await foxtrotGraduates(page);
    await page.getByRole('radio', { name: /^Graduates/ }).click();
    await page.getByRole('gridcell').first().click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Checklist' }).waitFor();
  },
  leave: (page) => page.keyboard.press('Escape'),
};

async function foxtrotGraduates(page: Page): Promise<void> {
  await goTo(page, 'Graduates');
  await page.getByRole('combobox', { name: 'Cohort' }).selectOption({ label: 'Foxtrot' });
  await page.getByRole('radio', { name: /^Ready to graduate/ }).click();
  await page.getByRole('gridcell').first().waitFor();
}

/** The checklist of a whole cohort. */
const checklist: Scene = {
  name: 'checklist',
  route: 'cohorts',
  show: async (page) => {
    await foxtrot(page, 'Participants');
    await page.getByRole('gridcell').first().click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.press('k');
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
  },
  leave: async (page) => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  },
};

/** What is asked of graduates, among the settings. */
const graduationSettings: Scene = {
  name: 'settings-graduation',
  route: 'settings',
  show: async (page) => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Graduation', exact: true }).click();
    await page.getByLabel('Requirement 1').waitFor();
  },
};

/** The rules of re-certification by form, in a draft that is given up afterwards. */
const rulesForm: Scene = {
  name: 'settings-recertification-rules',
  route: 'settings',
  show: async (page) => {
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Start from…' }).click();
    await page.getByRole('radio', { name: /^CoSN CETL/ }).click();
    await page.getByRole('button', { name: 'Start from these' }).click();
    await page.getByRole('button', { name: 'Change the rules…' }).click();
    await page.getByRole('status').getByText('If nothing more comes in').waitFor();
  },
  leave: async (page) => {
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('heading', { name: 'No rules with cycles yet' }).waitFor();
  },
};

/** The help, over the screen that it is about. */
const help: Scene = {
  name: 'help',
  route: null,
  show: async (page) => {
    await goTo(page, 'Graduates');
    await page.keyboard.press('F1');
    await page.getByRole('dialog', { name: 'Help' }).getByRole('article').waitFor();
  },
  leave: async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  },
};

/** Everything about one graduate, opened by the name in the inspector. */
const person: Scene = {
  name: 'person',
  route: 'person',
  show: async (page) => {
    await foxtrotGraduates(page);
    await page.getByRole('radio', { name: /^Graduates/ }).click();
    await page.getByRole('gridcell').first().click();
    await page.getByRole('complementary').getByRole('heading', { level: 2 }).getByRole('link').click();
    await page.getByRole('heading', { level: 2, name: 'Timeline' }).waitFor();
  },
};

const published = found('published', 'published', 'Published list of graduates', 'Published list');

/** Who is left off, and why. */
const leftOff: Scene = {
  name: 'published-left-off',
  route: 'published',
  show: async (page, app) => {
    await published.show(page, app);
    await page.getByRole('radio', { name: /^Left off/ }).click();
    await page.getByText('Asked not to be listed').first().waitFor();
  },
  leave: (page) => page.getByRole('radio', { name: /^On the list/ }).click(),
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
    graduating,
    graduate,
    person,
    published,
    leftOff,
    checklist,
    checkCertificate,
    certificateDesign,
    screen('Re-certification'),
    found('evidence', 'evidence', 'Review evidence', 'Review evidence'),
    screen('History'),
    screen('Settings'),
    graduationSettings,
    rulesForm,
    palette,
    help,
  ],
};
