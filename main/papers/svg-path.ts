import type { Path, Segment } from './paper.ts';

const howMany: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const token = /([MLHVCSQTAZ])|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/gi;

interface Command {
  readonly letter: string;
  readonly isRelative: boolean;
  readonly values: readonly number[];
}

interface Bend {
  readonly kind: 'C' | 'Q';
  readonly x: number;
  readonly y: number;
}

/** The data of an SVG path as lines and cubic curves; null where it can't be read (SVG 2, chapter 9). */
export function segmentsOf(data: string): Path | null {
  const commands = commandsOf(data);
  if (commands === null) return null;
  const path: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** Where the last curve bent last, for the smooth ones; null after anything else. */
  let bend: Bend | null = null;
  const mirrored = (kind: 'C' | 'Q'): readonly [number, number] =>
    bend?.kind === kind ? [2 * x - bend.x, 2 * y - bend.y] : [x, y];
  const cubic = (x1: number, y1: number, x2: number, y2: number, toX: number, toY: number): void => {
    path.push(['C', x1, y1, x2, y2, toX, toY]);
  };
  const quadratic = (x1: number, y1: number, toX: number, toY: number): void =>
    cubic(
      x + (2 / 3) * (x1 - x),
      y + (2 / 3) * (y1 - y),
      toX + (2 / 3) * (x1 - toX),
      toY + (2 / 3) * (y1 - toY),
      toX,
      toY,
    );
  for (const { letter, isRelative, values } of commands) {
    const [ox, oy] = isRelative ? [x, y] : [0, 0];
    const at = (index: number): readonly [number, number] => [(values[index] ?? 0) + ox, (values[index + 1] ?? 0) + oy];
    let [toX, toY] = values.length >= 2 ? at(values.length - 2) : [x, y];
    let nextBend: Bend | null = null;
    if (letter === 'H') [toX, toY] = [(values[0] ?? 0) + ox, y];
    if (letter === 'V') [toX, toY] = [x, (values[0] ?? 0) + oy];
    if (letter === 'M') {
      path.push(['M', toX, toY]);
      [startX, startY] = [toX, toY];
    } else if (letter === 'L' || letter === 'H' || letter === 'V') path.push(['L', toX, toY]);
    else if (letter === 'C' || letter === 'S') {
      const [x1, y1] = letter === 'C' ? at(0) : mirrored('C');
      const [x2, y2] = letter === 'C' ? at(2) : at(0);
      cubic(x1, y1, x2, y2, toX, toY);
      nextBend = { kind: 'C', x: x2, y: y2 };
    } else if (letter === 'Q' || letter === 'T') {
      const [x1, y1] = letter === 'Q' ? at(0) : mirrored('Q');
      quadratic(x1, y1, toX, toY);
      nextBend = { kind: 'Q', x: x1, y: y1 };
    } else if (letter === 'A') path.push(...arc([x, y], values, [toX, toY]));
    else {
      path.push(['Z']);
      [toX, toY] = [startX, startY];
    }
    [x, y, bend] = [toX, toY, nextBend];
  }
  return path;
}

function commandsOf(data: string): readonly Command[] | null {
  const commands: Command[] = [];
  let letter = '';
  let values: number[] = [];
  if (data.replace(token, '').replace(/[\s,]/g, '') !== '') return null;
  for (const [, command, number] of data.matchAll(token)) {
    if (command !== undefined) {
      if (values.length > 0) return null;
      letter = command;
      if (letter.toUpperCase() === 'Z') commands.push({ letter: 'Z', isRelative: false, values: [] });
      continue;
    }
    const needed = howMany[letter.toUpperCase()] ?? 0;
    if (needed === 0) return null;
    values.push(Number(number));
    if (values.length < needed) continue;
    commands.push({ letter: letter.toUpperCase(), isRelative: letter !== letter.toUpperCase(), values });
    values = [];
    // Further pairs after a move are lines.
    if (letter === 'M') letter = 'L';
    if (letter === 'm') letter = 'l';
  }
  return values.length === 0 && (commands.length === 0 || commands[0]?.letter === 'M') ? commands : null;
}

/** An arc of an ellipse as curves of a quarter turn at most (SVG 2, appendix B.2). */
function arc(
  [x0, y0]: readonly [number, number],
  [givenX = 0, givenY = 0, degrees = 0, isLarge = 0, isSweep = 0]: readonly number[],
  [x, y]: readonly [number, number],
): readonly Segment[] {
  let [rx, ry] = [Math.abs(givenX), Math.abs(givenY)];
  if (rx === 0 || ry === 0) return [['L', x, y]];
  const turn = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
  const [halfX, halfY] = [(x0 - x) / 2, (y0 - y) / 2];
  const [px, py] = [cosine * halfX + sine * halfY, -sine * halfX + cosine * halfY];
  const grow = Math.sqrt(Math.max(1, (px / rx) ** 2 + (py / ry) ** 2));
  [rx, ry] = [rx * grow, ry * grow];
  const below = (rx * py) ** 2 + (ry * px) ** 2;
  if (below === 0) return [];
  const reach = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below)) * (isLarge === isSweep ? -1 : 1);
  const [cx, cy] = [(reach * rx * py) / ry, (-reach * ry * px) / rx];
  const [middleX, middleY] = [cosine * cx - sine * cy + (x0 + x) / 2, sine * cx + cosine * cy + (y0 + y) / 2];
  const from = Math.atan2((py - cy) / ry, (px - cx) / rx);
  let sweep = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - from;
  if (isSweep === 0 && sweep > 0) sweep -= 2 * Math.PI;
  if (isSweep === 1 && sweep < 0) sweep += 2 * Math.PI;
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / pieces;
  const pull = (4 / 3) * Math.tan(step / 4);
  const put = (u: number, v: number): readonly [number, number] => [
    middleX + cosine * rx * u - sine * ry * v,
    middleY + sine * rx * u + cosine * ry * v,
  ];
  return Array.from({ length: pieces }, (_, piece): Segment => {
    const [a, b] = [from + piece * step, from + (piece + 1) * step];
    const first = put(Math.cos(a) - pull * Math.sin(a), Math.sin(a) + pull * Math.cos(a));
    const second = put(Math.cos(b) + pull * Math.sin(b), Math.sin(b) - pull * Math.cos(b));
    return ['C', ...first, ...second, ...put(Math.cos(b), Math.sin(b))];
  });
}
