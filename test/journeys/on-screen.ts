import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The cells of a grid once it has so many rows, header first: each row as it is scrolled into sight. */
export async function cellsOnScreen(page: Page, grid: Locator, count: number): Promise<string[][]> {
  await grid.and(page.locator(`[aria-rowcount="${count + 1}"]`)).waitFor();
  const titles = await grid.getByRole('columnheader').allInnerTexts();
  const rows = new Map<number, string[]>();
  await grid.getByRole('gridcell').first().click();
  // A page that went by before its rows were loaded is read the next time around.
  for (let step = 0; rows.size < count; step += 1) {
    await page.keyboard.press(step % count === 0 ? 'ControlOrMeta+Home' : 'PageDown');
    for (const [index, cells] of await rowsInSight(grid)) rows.set(index, cells);
  }
  return [titles, ...[...rows].sort(([a], [b]) => a - b).map(([, cells]) => cells)];
}

/** The rows that are in sight and loaded, all read at one moment: while the grid scrolls, rows come and go. */
const rowsInSight = (grid: Locator): Promise<[number, string[]][]> =>
  grid.locator('[role=row][aria-rowindex]:not([aria-busy], [aria-rowindex="1"])').evaluateAll((rows) =>
    rows.map((row): [number, string[]] => {
      const cells = [...row.querySelectorAll<HTMLElement>('[role=gridcell]')];
      return [Number(row.getAttribute('aria-rowindex')), cells.map((cell) => cell.innerText)];
    }),
  );

/** A column of a table by its title. */
export function column([titles = [], ...rows]: readonly string[][], title: string): readonly string[] {
  const at = titles.indexOf(title);
  if (at < 0) throw new Error(`There is no column ${title}, only ${titles.join(', ')}.`);
  return rows.map((row) => row[at] ?? '');
}

/** Searches a list for someone and waits until it has no one else: until then a row may turn into another. */
export async function searchFor(page: Page, name: string, field = 'Search people'): Promise<void> {
  await page.getByRole('searchbox', { name: field }).fill(name);
  const cells = page.getByRole('grid').getByRole('gridcell');
  await cells.filter({ hasText: name }).first().waitFor();
  const others = page.locator('[role=grid] [role=row][aria-rowindex]:not([aria-rowindex="1"])', { hasNotText: name });
  await expect.poll(() => others.count()).toBe(0);
}

/** The chip that shows a part of a list, once it counts so many. */
export const chip = (page: Page, word: string, count: number): Locator =>
  page.getByRole('radio', { name: new RegExp(`^${word} ?${count}$`) });
