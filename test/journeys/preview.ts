import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The preview of a paper. */
export const preview = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** Waits until every page of the preview is drawn. */
export async function drawn(page: Page, title: string, pages: number): Promise<void> {
  await preview(page, title)
    .getByRole('img', { name: `Page ${pages} of ${pages}` })
    .waitFor({ state: 'attached' });
  await expect
    .poll(() =>
      preview(page, title)
        .getByRole('button', { name: /^Print/ })
        .getAttribute('aria-disabled'),
    )
    .toBeNull();
}

/** Runs a command from the palette by some of its words, once it is the line that Enter runs. */
export async function runFromPalette(page: Page, words: string, command: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  await palette.getByRole('combobox').fill(words);
  await palette.getByRole('option', { selected: true }).filter({ hasText: command }).waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached' });
}

/** From the palette to the preview of the badges of a cohort of sixty, who have none yet. */
export async function askForBadges(page: Page, cohort: string): Promise<void> {
  await runFromPalette(page, 'print badges', 'Print badges');
  const question = page.getByRole('dialog', { name: 'Print badges' });
  await question.getByLabel('For').selectOption({ label: `Cohort ${cohort} (60)` });
  await question.getByText('60 badges. 60 get their number and code now; they keep them.').waitFor();
  await question.getByRole('button', { name: /^Print/ }).click();
  await drawn(page, `Badges of ${cohort}`, 10);
}
