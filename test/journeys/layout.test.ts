import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { whenStill } from '../renderer/gallery/still.ts';
import { cutFocusRingsOn } from './layout.ts';
import { open } from './open-window.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
];

let page: Page;
beforeEach(async () => {
  ({ page } = await open());
  await page.getByRole('button', { name: 'Open the sample program' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
});

async function go(screen: string): Promise<void> {
  await page.getByRole('link', { name: screen }).first().click();
  await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  await page.getByRole('gridcell').first().waitFor();
  await whenStill(page);
}

/** Goes where the palette leads. */
async function find(label: string, screen: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+K');
  await page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox').fill(label);
  await page.getByRole('option', { name: label }).first().click();
  await page.getByRole('heading', { name: screen, level: 1 }).waitFor();
  await page.getByRole('gridcell').first().waitFor();
  await whenStill(page);
}

/** Opens Foxtrot, and there one of its parts. */
async function foxtrot(part: RegExp): Promise<void> {
  await go('Cohorts');
  await page.getByRole('gridcell', { name: 'Foxtrot' }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: part }).click();
  await page.getByRole('gridcell').first().waitFor();
  await whenStill(page);
}

/** Every list beside which an inspector opens, and how it is reached. */
const lists: readonly (readonly [list: string, show: () => Promise<void>])[] = [
  ['Applicants', () => go('Applicants')],
  ['Participants', () => foxtrot(/^Participants/)],
  ['Progress', () => foxtrot(/^Progress/)],
  ['Fees', () => find('Go to Fees', 'Fees')],
  ['Graduates', () => go('Graduates')],
  ['Published list', () => find('Published list of graduates', 'Published list')],
  ['Re-certification', () => go('Re-certification')],
  ['School systems', () => find('School systems', 'School systems')],
  ['History', () => go('History')],
];

/** Where the head and the first row of the list are. */
const places = () =>
  page.evaluate(() =>
    ['.table-head', '.table-rows .table-row'].map((part) => {
      const { left, top } = document.querySelector(part)?.getBoundingClientRect() ?? {};
      return [part, left, top];
    }),
  );

describe('at both sizes', () => {
  test('no list jumps when a row is opened or selected, and none when the selection is cleared', async () => {
    // So that the cohort has participants, with progress and fees.
    await go('Applicants');
    await page.keyboard.press('a');
    const accepting = page.getByRole('alertdialog');
    await accepting.getByRole('button', { name: /^Accept/ }).click();
    await accepting.waitFor({ state: 'detached' });
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const [screen, show] of lists) {
        await show();
        const before = await places();
        const said = (step: string) => `${screen} at ${size.width}: ${step}`;
        await page.getByRole('gridcell').first().click();
        await whenStill(page);
        expect(await places(), said('a row is opened')).toEqual(before);
        await page.getByRole('grid').press('Space');
        await whenStill(page);
        expect(await places(), said('it is selected')).toEqual(before);
        await page.getByRole('grid').press('Escape');
        await whenStill(page);
        expect(await places(), said('Escape clears it')).toEqual(before);
        await page.keyboard.press('Escape');
      }
    }
  });

  test('no focus ring is cut by what is around it', async () => {
    const found: string[] = [];
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const screen of ['Applicants', 'Cohorts', 'Attendance', 'Graduates', 'Re-certification', 'History']) {
        await go(screen);
        const cut = await cutFocusRingsOn(page);
        found.push(...cut.map((ring) => `${screen} at ${size.width}: ${ring}`));
      }
    }
    expect(found).toEqual([]);
  });
});
