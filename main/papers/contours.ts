import type { Path, Stroke } from './paper.ts';

/** A closed outline: x and y of its corners, one after the other. */
export type Contour = readonly number[];

/** A curve in straight pieces of so many pixels at most, which no eye sees. */
const longestPiece = 3;
const fewestPieces = 4;
const mostPieces = 200;

interface Line {
  readonly points: readonly number[];
  readonly isClosed: boolean;
}

/** A path as straight lines, `scale` times its size. */
function linesOf(path: Path, scale: number): readonly Line[] {
  const lines: { points: number[]; isClosed: boolean }[] = [];
  let current: { points: number[]; isClosed: boolean } = { points: [], isClosed: false };
  const begin = (x: number, y: number): void => {
    current = { points: [x * scale, y * scale], isClosed: false };
    lines.push(current);
  };
  for (const segment of path) {
    switch (segment[0]) {
      case 'M':
        begin(segment[1], segment[2]);
        break;
      case 'L':
        current.points.push(segment[1] * scale, segment[2] * scale);
        break;
      case 'R': {
        const [, x, y, width, height] = segment;
        begin(x, y);
        const corners = [x + width, y, x + width, y + height, x, y + height];
        current.points.push(...corners.map((value) => value * scale));
        current.isClosed = true;
        break;
      }
      case 'C': {
        const [, x1, y1, x2, y2, x3, y3] = segment;
        const [x0 = 0, y0 = 0] = current.points.slice(-2).map((value) => value / scale);
        const reach =
          (Math.hypot(x1 - x0, y1 - y0) + Math.hypot(x2 - x1, y2 - y1) + Math.hypot(x3 - x2, y3 - y2)) * scale;
        const pieces = Math.min(mostPieces, Math.max(fewestPieces, Math.ceil(reach / longestPiece)));
        for (let piece = 1; piece <= pieces; piece += 1) {
          const t = piece / pieces;
          const s = 1 - t;
          const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
          current.points.push((a * x0 + b * x1 + c * x2 + d * x3) * scale, (a * y0 + b * y1 + c * y2 + d * y3) * scale);
        }
        break;
      }
      case 'Z':
        current.isClosed = true;
        break;
    }
  }
  return lines;
}

/** The outlines of a filled path. */
export const filledContours = (path: Path, scale: number): readonly Contour[] =>
  linesOf(path, scale).map(({ points }) => points);

/** The outlines of a line's ink: a rectangle along each piece and a round joint between two, all turning one way. */
export function strokedContours(path: Path, { width }: Pick<Stroke, 'width'>, scale: number): readonly Contour[] {
  const half = (width * scale) / 2;
  return linesOf(path, scale).flatMap(({ points, isClosed }) => {
    const corners = isClosed ? [...points, ...points.slice(0, 2)] : points;
    const contours: Contour[] = [];
    for (let at = 0; at + 3 < corners.length; at += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners.slice(at, at + 4);
      const length = Math.hypot(x1 - x0, y1 - y0);
      if (length === 0) continue;
      const [nx, ny] = [(-(y1 - y0) / length) * half, ((x1 - x0) / length) * half];
      contours.push([x0 - nx, y0 - ny, x1 - nx, y1 - ny, x1 + nx, y1 + ny, x0 + nx, y0 + ny]);
      if (at + 5 < corners.length || isClosed) contours.push(joint(x1, y1, half));
    }
    return contours;
  });
}

const jointCorners = 8;
const joint = (x: number, y: number, radius: number): Contour =>
  Array.from({ length: jointCorners }, (_, corner) => (corner / jointCorners) * 2 * Math.PI).flatMap((turn) => [
    x + radius * Math.cos(turn),
    y + radius * Math.sin(turn),
  ]);
