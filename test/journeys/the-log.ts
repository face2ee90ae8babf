import { writeFileSync } from 'node:fs';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SessionId } from '../../shared/model/ids.ts';
import { answerDialogs, ask } from './ask.ts';
import { badgesOf } from './the-door.ts';

/** The log of a scanner at the second session: everyone’s badge, one of them twice, and a stranger’s. */
export async function writeLog(
  page: Page,
  file: string,
  first: SessionId,
  came: readonly { readonly personId: string }[],
): Promise<void> {
  const badges = await badgesOf(page, first);
  const lines = came.map(({ personId }, at) => `${badges.get(personId)?.code},${momentOf(at)}`);
  writeFileSync(file, ['code,scanned_at', ...lines, lines[0], `X-9931-Q,${momentOf(59)}`].join('\n'));
}

const momentOf = (minute: number): string => `2024-06-14T12:${String(minute).padStart(2, '0')}:10Z`;

/** The log comes in from the session’s own page; the same again finds nothing to do. */
export async function importTwice(app: ElectronApplication, page: Page, log: string): Promise<void> {
  await answerDialogs(app, log);
  await page.keyboard.press('ControlOrMeta+4');
  await page.getByRole('gridcell', { name: 'Fri, Jun 14, 2024' }).click();
  const more = page.getByRole('button', { name: 'More about this session' });
  await more.waitFor();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: /Choose a log/ }).click();
  const grid = page.getByRole('grid', { name: 'Scans of scanner.csv' });
  await grid.getByRole('gridcell', { name: 'Checks in' }).first().waitFor();
  await page.getByRole('button', { name: /^Check in 58 people/ }).click();
  await page
    .getByRole('status')
    .getByText(/Checked in 58 people .* and kept 1 code/)
    .first()
    .waitFor();
  await more.waitFor();
  const commands = async () => (await ask(page, 'desk.status', {})).counts.commands;
  const count = await commands();
  await page.keyboard.press('i');
  await page.getByRole('button', { name: /Choose a log/ }).click();
  await grid.getByRole('gridcell', { name: 'Already in' }).first().waitFor();
  const button = page.getByRole('button', { name: /^Check in 0 people/ });
  await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Alt+ArrowLeft');
  await more.waitFor();
  expect(await commands()).toBe(count);
}
