import type { Path } from './paper.ts';

// How far a curve's handles reach, so that four of them make a circle.
const pull = 0.5523;

/** A straight line. */
export const straight = (x1: number, y1: number, x2: number, y2: number): Path => [
  ['M', x1, y1],
  ['L', x2, y2],
];

export const circle = (x: number, y: number, radius: number): Path =>
  roundedRectangle(x - radius, y - radius, 2 * radius, 2 * radius, radius);

export function roundedRectangle(x: number, y: number, width: number, height: number, radius: number): Path {
  const [right, bottom, short] = [x + width, y + height, radius * (1 - pull)];
  return [
    ['M', x + radius, y],
    ['L', right - radius, y],
    ['C', right - short, y, right, y + short, right, y + radius],
    ['L', right, bottom - radius],
    ['C', right, bottom - short, right - short, bottom, right - radius, bottom],
    ['L', x + radius, bottom],
    ['C', x + short, bottom, x, bottom - short, x, bottom - radius],
    ['L', x, y + radius],
    ['C', x, y + short, x + short, y, x + radius, y],
    ['Z'],
  ];
}
