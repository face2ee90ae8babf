import type { Box } from '../../../shared/model/certificate-designs.ts';

/** Where a field goes when it is let go, and the lines that say what it was drawn to; null: to nothing on that axis. */
export interface Snapped {
  readonly box: Box;
  /** The x of a vertical guide and the y of a horizontal one, in points. */
  readonly guide: { readonly x: number | null; readonly y: number | null };
}

/** Half an inch: what printers leave free, and a little more. */
export const margin = 36;

interface Found {
  readonly by: number;
  readonly line: number | null;
}

/** The nearest line within reach of one of some edges; of two as near, the first. */
function nearest(edges: readonly number[], lines: readonly number[], reach: number): Found {
  let found: Found = { by: 0, line: null };
  let least = reach;
  for (const line of lines) {
    for (const edge of edges) {
      const by = line - edge;
      if (Math.abs(by) < least || (found.line === null && Math.abs(by) === least)) {
        least = Math.abs(by);
        found = { by, line };
      }
    }
  }
  return found;
}

/** What a field is drawn to along one axis: the page's center and margins, and the edges and middles of other fields. */
const linesOf = (page: number, others: readonly (readonly [start: number, size: number])[]): readonly number[] => [
  page / 2,
  margin,
  page - margin,
  ...others.flatMap(([start, size]) => [start, start + size, start + size / 2]),
];

const alongX = ({ x, width }: Box) => [x, width] as const;
const alongY = ({ y, height }: Box) => [y, height] as const;
const edgesOf = ([start, size]: readonly [number, number]): readonly number[] => [
  start,
  start + size / 2,
  start + size,
];

/**
 * Draws a dragged field to the page's center or margins, or to another field's edge or middle; `reach` and all lengths
 * are in points.
 */
export function snap(
  box: Box,
  page: { readonly width: number; readonly height: number },
  others: readonly Box[],
  reach: number,
): Snapped {
  const x = nearest(edgesOf(alongX(box)), linesOf(page.width, others.map(alongX)), reach);
  const y = nearest(edgesOf(alongY(box)), linesOf(page.height, others.map(alongY)), reach);
  return { box: { ...box, x: box.x + x.by, y: box.y + y.by }, guide: { x: x.line, y: y.line } };
}

/** By how much more the sides that a handle pulls have to go to be on a line, and which lines these are. */
export function snapSides(
  box: Box,
  pull: { readonly x: 'left' | 'right' | null; readonly y: 'top' | 'bottom' | null },
  page: { readonly width: number; readonly height: number },
  others: readonly Box[],
  reach: number,
): { readonly by: readonly [right: number, down: number]; readonly guide: Snapped['guide'] } {
  const x = nearest(
    pull.x === null ? [] : [pull.x === 'left' ? box.x : box.x + box.width],
    linesOf(page.width, others.map(alongX)),
    reach,
  );
  const y = nearest(
    pull.y === null ? [] : [pull.y === 'top' ? box.y : box.y + box.height],
    linesOf(page.height, others.map(alongY)),
    reach,
  );
  return { by: [x.by, y.by], guide: { x: x.line, y: y.line } };
}
