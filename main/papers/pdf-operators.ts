import type { PathMark, Segment } from './paper.ts';

/** A number as a page's drawing takes it: to a thousandth, without an exponent. */
const at = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/** A path as the drawing operators of a PDF’s page, which leave nothing changed for what is drawn after it. */
export function operatorsOf({ path, fill, stroke }: PathMark): string {
  const parts = ['q'];
  if (fill !== null) parts.push(`${colour(fill)} rg`);
  if (stroke !== null) {
    parts.push(`${colour(stroke.colour)} RG ${at(stroke.width)} w`);
    if (stroke.isRound) parts.push('1 j 1 J');
  }
  for (const segment of path) parts.push(operatorOf(segment));
  parts.push(fill === null ? 'S' : stroke === null ? 'f' : 'B', 'Q');
  return parts.join(' ');
}

function operatorOf([operator, ...numbers]: Segment): string {
  const name = { M: 'm', L: 'l', C: 'c', R: 're', Z: 'h' }[operator];
  return [...numbers.map(at), name].join(' ');
}

const colour = (hex: string): string =>
  [1, 3, 5].map((from) => at(Number.parseInt(hex.slice(from, from + 2), 16) / 255)).join(' ');
