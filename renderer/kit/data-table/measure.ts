/** Room for a sign beside a title, in pixels. */
const signRoom = 17;

/** Where what a cell shows begins and ends, also beyond the cell’s edge; what only a screen reader hears is not shown. */
function contentWidth(cell: Element): number {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  const take = (rect: DOMRect) => {
    if (rect.width === 0) return;
    left = Math.min(left, rect.left);
    right = Math.max(right, rect.right);
  };
  const range = document.createRange();
  const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.parentElement?.closest('.unseen')) continue;
    range.selectNodeContents(text);
    take(range.getBoundingClientRect());
  }
  for (const drawn of cell.querySelectorAll('svg, [role="img"]')) take(drawn.getBoundingClientRect());
  return right > left ? right - left : 0;
}

function withPadding(cell: Element): number {
  const { paddingLeft, paddingRight } = getComputedStyle(cell);
  return contentWidth(cell) + (Number.parseFloat(paddingLeft) || 0) + (Number.parseFloat(paddingRight) || 0);
}

const headersOf = (grid: Element): readonly Element[] => [...grid.querySelectorAll('[role="columnheader"]')];

/** How wide a column is drawn, in pixels; 0 while nothing is laid out. */
export const drawnWidth = (grid: Element | null, at: number): number =>
  grid === null ? 0 : (headersOf(grid)[at]?.getBoundingClientRect().width ?? 0);

/** The width at which a column cuts nothing of its title and of the rows in view, in pixels. */
export function fittingWidth(grid: Element, at: number): number {
  const header = headersOf(grid)[at];
  // A long title takes several lines; it asks for no more than its rows do.
  const title = header === undefined || header.classList.contains('long') ? 0 : withPadding(header) + signRoom;
  const cells = [...grid.querySelectorAll(`[role="gridcell"][aria-colindex="${at + 1}"]`)];
  return Math.ceil(Math.max(title, ...cells.map(withPadding)));
}

/** The place of the header under a point of the window, and which half of it; null beside them. */
export function headerUnder(
  grid: Element,
  x: number,
): { readonly at: number; readonly side: 'before' | 'after' } | null {
  for (const [at, header] of headersOf(grid).entries()) {
    const { left, right } = header.getBoundingClientRect();
    if (x < left || x >= right) continue;
    return { at, side: x < (left + right) / 2 ? 'before' : 'after' };
  }
  return null;
}
