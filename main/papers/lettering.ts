import type { FontName } from './fonts.ts';
import { fontFor, printable } from './glyphs.ts';
import type { Path, Segment } from './paper.ts';
import { outlineOf, Shaper, unitsPerEm } from './shaping.ts';

/** Letters as areas, for a drawing that must look the same where our fonts are not. */
export interface Lettering {
  readonly font: FontName;
  readonly size: number;
  /** The space added between letters. */
  readonly tracking: number;
}

/** Where a letter goes: its place, and by how much it is turned clockwise. */
type Placing = (along: number, advance: number) => { readonly x: number; readonly y: number; readonly turn: number };

interface Set {
  readonly font: FontName;
  readonly glyphs: readonly { readonly id: number; readonly x: number; readonly advance: number }[];
  readonly width: number;
}

const shaper = new Shaper();

/** A text in letters of its font, or of one that has them; null where none has. */
function setText(text: string, { font, size, tracking }: Lettering): Set | null {
  const found = fontFor(printable(text), [font, 'sans-bold', 'serif-bold']);
  if (!found.ok) return null;
  const scale = size / unitsPerEm(found.font);
  const { advance, glyphs } = shaper.shape(found.font, printable(text));
  const placed = glyphs.map(({ id, x }, at) => ({
    id,
    x: x * scale + at * tracking,
    advance: ((glyphs[at + 1]?.x ?? advance) - x) * scale,
  }));
  return { font: found.font, glyphs: placed, width: advance * scale + tracking * (glyphs.length - 1) };
}

/** How wide a text is, 0 where no font has its letters. */
export const letteringWidth = (text: string, lettering: Lettering): number => setText(text, lettering)?.width ?? 0;

function letters(text: string, lettering: Lettering, place: Placing): Path {
  const set = setText(text, lettering);
  if (set === null) return [];
  const scale = lettering.size / unitsPerEm(set.font);
  return set.glyphs.flatMap(({ id, x: along, advance }) => {
    const { x, y, turn } = place(along, advance);
    const [sine, cosine] = [Math.sin(turn) * scale, Math.cos(turn) * scale];
    return outlined(outlineOf(set.font, id), (px, py) => [x + px * cosine + py * sine, y + px * sine - py * cosine]);
  });
}

/** A text on a line, around `x`. */
export function straightText(text: string, lettering: Lettering, x: number, baseline: number): Path {
  const width = letteringWidth(text, lettering);
  return letters(text, lettering, (along) => ({ x: x - width / 2 + along, y: baseline, turn: 0 }));
}

interface Arc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Over the top of the circle, or below it; read from left to right on both. */
  readonly side: 'top' | 'bottom';
}

/** A text around a circle, its middle at the top or at the bottom; the baseline has the radius. */
export function roundText(text: string, lettering: Lettering, { x, y, radius, side }: Arc): Path {
  const width = letteringWidth(text, lettering);
  const way = side === 'top' ? 1 : -1;
  return letters(text, lettering, (along, advance) => {
    // Each letter's middle touches the circle.
    const turn = (way * (along + advance / 2 - width / 2)) / radius;
    const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
    const touch = { x: x + radius * sine, y: y - way * radius * cosine };
    return {
      x: touch.x - (cosine * advance) / 2,
      y: touch.y - (sine * advance) / 2,
      turn,
    };
  }).map(rounded);
}

/** The commands that a font's outlines are made of, each point put in its place. */
function outlined(svg: string, put: (x: number, y: number) => readonly [number, number]): Path {
  const path: Segment[] = [];
  let [x0, y0] = [0, 0];
  for (const [, command = '', values = ''] of svg.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (values.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
    if (command === 'Z') path.push(['Z']);
    else if (command === 'M' || command === 'L') path.push([command, ...put(a, b)]);
    else if (command === 'C') path.push(['C', ...put(a, b), ...put(c, d), ...put(e, f)]);
    else {
      // A quadratic curve as a cubic one.
      const first = put(x0 + (2 / 3) * (a - x0), y0 + (2 / 3) * (b - y0));
      path.push(['C', ...first, ...put(c + (2 / 3) * (a - c), d + (2 / 3) * (b - d)), ...put(c, d)]);
    }
    [x0, y0] = numbers.length >= 2 ? [numbers.at(-2) ?? 0, numbers.at(-1) ?? 0] : [x0, y0];
  }
  return path.map(rounded);
}

const at = (value: number): number => Math.round(value * 20) / 20;

/** A twentieth of a unit is finer than any screen. */
function rounded(segment: Segment): Segment {
  switch (segment[0]) {
    case 'Z':
      return segment;
    case 'C':
      return ['C', at(segment[1]), at(segment[2]), at(segment[3]), at(segment[4]), at(segment[5]), at(segment[6])];
    case 'R':
      return ['R', at(segment[1]), at(segment[2]), at(segment[3]), at(segment[4])];
    default:
      return [segment[0], at(segment[1]), at(segment[2])];
  }
}
