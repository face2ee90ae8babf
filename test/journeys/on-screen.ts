import type { Locator, Page } from 'playwright-core';

/** The cells of a grid once it has so many rows, header first: each row as it is scrolled into sight. */
export async function cellsOnScreen(page: Page, grid: Locator, count: number): Promise<string[][]> {
  await grid.and(page.locator(`[aria-rowcount="${count + 1}"]`)).waitFor();
  const titles = await grid.getByRole('columnheader').allInnerTexts();
  const rows = new Map<number, string[]>();
  await grid.getByRole('gridcell').first().click();
  await page.keyboard.press('ControlOrMeta+Home');
  while (rows.size < count) {
    for (const [index, cells] of await rowsInSight(grid)) rows.set(index, cells);
    await page.keyboard.press('PageDown');
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

/** The chip that shows a part of a list, once it counts so many. */
export const chip = (page: Page, word: string, count: number): Locator =>
  page.getByRole('radio', { name: new RegExp(`^${word} ?${count}$`) });
