import { encodeQR } from 'qr';

/**
 * A QR code as the drawing operators of a page: black squares in one filled path, `size` points wide, with its upper
 * left corner at `x`, `y` counted from the upper left. Leave four squares of white around it.
 */
export function qrDrawing(text: string, x: number, y: number, size: number): string {
  const modules = squaresOf(text);
  const side = size / modules.length;
  const at = (value: number): string => String(Math.round(value * 1000) / 1000);
  const path: string[] = [];
  for (const [row, line] of modules.entries()) {
    for (let from = 0; from < line.length; from++) {
      if (line[from] !== true) continue;
      let to = from + 1;
      while (line[to] === true) to++;
      path.push(`${at(x + from * side)} ${at(y + row * side)} ${at((to - from) * side)} ${at(side)} re`);
      from = to;
    }
  }
  return `q 0 g ${path.join(' ')} f Q`;
}

/** How many squares a text's code has along a side; the white around it left out. */
export const qrModules = (text: string): number => squaresOf(text).length;

function squaresOf(text: string): readonly (readonly boolean[])[] {
  // The encoder always adds a border; the page's own white is one.
  const bordered = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  return bordered.slice(1, -1).map((line) => line.slice(1, -1));
}
