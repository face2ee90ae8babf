import type { Drawing, PaperSize, Path, PathMark, Segment } from '../../papers/paper.ts';
import { circle } from '../../papers/shapes.ts';

type Point = readonly [x: number, y: number];

// A hundredth of a point is finer than any printer.
const at = (value: number): number => Math.round(value * 100) / 100;
const move = ([x, y]: Point): Segment => ['M', at(x), at(y)];
const line = ([x, y]: Point): Segment => ['L', at(x), at(y)];
const curve = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): Segment => [
  'C',
  at(x1),
  at(y1),
  at(x2),
  at(y2),
  at(x),
  at(y),
];

const deep = '#0b5c66';
const middle = '#70a0a6';
const pale = '#eaf1f1';

const inset = ({ width, height }: PaperSize, by: number): Path => [['R', by, by, width - 2 * by, height - 2 * by]];

/**
 * A wave from one point to another: so many whole waves, so high to each side, begun so far into the first.
 * Each half wave is one curve, drawn by its slope, so that the line has no corners.
 */
function wave([x0, y0]: Point, [x1, y1]: Point, waves: number, height: number, phase: number): Path {
  const steps = waves * 6;
  const length = Math.hypot(x1 - x0, y1 - y0);
  const along: Point = [(x1 - x0) / length, (y1 - y0) / length];
  const turn = (step: number): number => (step / 6 + phase) * 2 * Math.PI;
  const place = (distance: number, off: number): Point => [
    x0 + along[0] * distance - along[1] * off,
    y0 + along[1] * distance + along[0] * off,
  ];
  const stride = length / steps;
  const slope = (height * 2 * Math.PI) / (6 * 3);
  const path = [move(place(0, height * Math.sin(turn(0))))];
  for (let step = 0; step < steps; step++) {
    const [from, to] = [turn(step), turn(step + 1)];
    const first = place(stride * (step + 1 / 3), height * Math.sin(from) + slope * Math.cos(from));
    const second = place(stride * (step + 2 / 3), height * Math.sin(to) - slope * Math.cos(to));
    path.push(curve(first, second, place(stride * (step + 1), height * Math.sin(to))));
  }
  return path;
}

/** A rose of thin lines, as engraved on banknotes: waves around a circle, each turned a little further. */
function rose([x, y]: Point, radius: number, inner: number, petals: number, turns: number): readonly Path[] {
  const middleRadius = (radius + inner) / 2;
  const swing = (radius - inner) / 2;
  const steps = petals * 12;
  return Array.from({ length: turns }, (_, turn) => {
    const phase = (turn / turns) * 2 * Math.PI;
    const points = Array.from({ length: steps }, (_, step): Point => {
      const angle = (step / steps) * 2 * Math.PI;
      const reach = middleRadius + swing * Math.sin(petals * angle + phase);
      return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
    });
    return [...points.map((place, index) => (index === 0 ? move(place) : line(place))), ['Z'] as const];
  });
}

/**
 * What a certificate of the classic design has behind its words: a braid of fine waves between two rules, a rose in each corner, and a
 * pale rose in the middle of the page.
 */
export function engravedBorder(size: PaperSize): Drawing {
  const { width: pageWidth, height: pageHeight } = size;
  const outer = 28;
  const inner = 47;
  const between = (outer + inner) / 2;
  const corner = inner + 1;
  const corners: Point[] = [
    [between, between],
    [pageWidth - between, between],
    [pageWidth - between, pageHeight - between],
    [between, pageHeight - between],
  ];
  // A wave is about twelve points long: 58 across Letter, and 43 down.
  const across = Math.round((pageWidth - 2 * corner) / 12);
  const down = Math.round((pageHeight - 2 * corner) / 12);
  const braid = [0, 1 / 3, 2 / 3].flatMap((phase) => [
    wave([corner, between], [pageWidth - corner, between], across, 6, phase),
    wave([corner, pageHeight - between], [pageWidth - corner, pageHeight - between], across, 6, phase),
    wave([between, corner], [between, pageHeight - corner], down, 6, phase),
    wave([pageWidth - between, corner], [pageWidth - between, pageHeight - corner], down, 6, phase),
  ]);
  const centre: Point = [pageWidth / 2, pageHeight / 2];
  // Each line is a path of its own: some printers take no path of thousands of points.
  const drawn = (colour: string, width: number, paths: readonly Path[]): readonly PathMark[] =>
    paths.map((path) => ({ kind: 'path', path, fill: null, stroke: { colour, width, isRound: true } }));
  return {
    name: `Border${Math.round(pageWidth)}`,
    size,
    paths: [
      ...drawn(pale, 0.4, [...rose(centre, 205, 120, 36, 8), ...rose(centre, 120, 78, 24, 6)]),
      ...drawn(middle, 0.35, braid),
      ...drawn(
        deep,
        0.35,
        corners.flatMap((place) => rose(place, 7.4, 2.2, 8, 3)),
      ),
      ...drawn(
        deep,
        0.35,
        corners.map(([x, y]) => circle(x, y, 8.6)),
      ),
      ...drawn(deep, 1.1, [inset(size, outer)]),
      ...drawn(deep, 0.5, [inset(size, inner), inset(size, inner + 3.5)]),
    ],
  };
}

/** What a plain certificate has behind its words: two rules around the page. */
export const ruledBorder = (size: PaperSize): Drawing => ({
  name: `Rules${Math.round(size.width)}`,
  size,
  paths: [
    { kind: 'path', path: inset(size, 36), fill: null, stroke: { colour: '#1d2124', width: 1.2 } },
    { kind: 'path', path: inset(size, 41), fill: null, stroke: { colour: '#1d2124', width: 0.4 } },
  ],
});
