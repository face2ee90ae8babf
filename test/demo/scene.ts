import type { ElectronApplication, Page } from 'playwright-core';

/** A picture: how to bring the window there from any other scene, and how to leave it again where Escape must help. */
export interface Scene {
  readonly name: string;
  /** The first part of its path in `renderer/shell/routes.tsx`; null: it is over the screens, or instead of them. */
  readonly route: string | null;
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
type ScreenName = (typeof screens)[number];

/** A screen of the rail, by its key. */
export const screen = (name: ScreenName): Scene => ({
  name: name.toLowerCase(),
  route: name.toLowerCase().replace('-', ''),
  show: (page) => goTo(page, name),
});

export async function goTo(page: Page, name: ScreenName): Promise<void> {
  await page.keyboard.press(`ControlOrMeta+${screens.indexOf(name) + 1}`);
  await heading(page, name);
}

/** Waits until a screen is there, by its title. */
export const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

/** Runs a command from the palette, as whoever does not know its key. */
export async function command(page: Page, label: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox').fill(label);
  await page.getByRole('option', { name: label }).first().click();
}

/** A screen that the palette leads to. */
export const found = (name: string, route: string, label: string, title: string): Scene => ({
  name,
  route,
  show: async (page) => {
    await command(page, label);
    await heading(page, title);
  },
});

export async function openRow(page: Page, name: string): Promise<void> {
  await page.getByRole('gridcell', { name, exact: true }).first().click();
  await page.getByRole('complementary').getByRole('heading', { name }).waitFor();
}

/** Opens Foxtrot, and there one of its parts. */
export async function foxtrot(page: Page, part: string | RegExp): Promise<void> {
  await goTo(page, 'Cohorts');
  await page.getByRole('gridcell', { name: 'Foxtrot' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: part }).click();
}
