import { encodeQR } from 'qr';
import type { Path, Segment } from './paper.ts';

/**
 * A QR code as the black squares of one filled path, `size` points wide, with its upper left corner at `x`, `y`.
 * Leave four squares of white around it.
 */
export function qrPath(text: string, x: number, y: number, size: number, correction: Correction = 'medium'): Path {
  const modules = squaresOf(text, correction);
  const side = size / modules.length;
  const path: Segment[] = [];
  for (const [row, line] of modules.entries()) {
    for (let from = 0; from < line.length; from++) {
      if (line[from] !== true) continue;
      let to = from + 1;
      while (line[to] === true) to++;
      path.push(['R', x + from * side, y + row * side, (to - from) * side, side]);
      from = to;
    }
  }
  return path;
}

/** How many squares a text's code has along a side; the white around it left out. */
export const qrModules = (text: string, correction: Correction = 'medium'): number =>
  squaresOf(text, correction).length;

/** How much of a code may be unreadable: 15 % at `medium`; at `low` 7 %, with fewer and larger squares. */
type Correction = 'low' | 'medium';

function squaresOf(text: string, ecc: Correction): readonly (readonly boolean[])[] {
  // The encoder always adds a border; the page's own white is one.
  const bordered = encodeQR(text, 'raw', { ecc, border: 1 });
  return bordered.slice(1, -1).map((line) => line.slice(1, -1));
}
