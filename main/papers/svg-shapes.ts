import type { Path, PathMark, Segment } from './paper.ts';
import { segmentsOf } from './svg-path.ts';
import type { SvgElement } from './svg-reading.ts';

/** A matrix as SVG writes it: a b c d e f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Look {
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly width: number;
  readonly isRound: boolean;
}

const usualLook: Look = { fill: '#000000', stroke: null, width: 1, isRound: false };

/** Everything that is drawn within an element, in its order; null where a value can't be read. */
export function pathsOf(root: SvgElement, matrix: Matrix): readonly PathMark[] | null {
  const paths: PathMark[] = [];
  const draw = (element: SvgElement, within: Matrix, inherited: Look): boolean => {
    const own = transformOf(element.attributes.get('transform') ?? '');
    if (own === null) return false;
    const here = times(within, own);
    const styles = stylesOf(element);
    if (styles.get('display') === 'none' || styles.get('visibility') === 'hidden') return true;
    const look = lookOf(styles, inherited);
    if (element.name === 'svg' || element.name === 'g')
      return element.children.every((child) => draw(child, here, look));
    if (element.name === 'defs') return true;
    const path = outlineOf(element);
    if (path === null) return false;
    if (path.length === 0) return true;
    const placed = path.map((segment) => moved(segment, here));
    const scale = Math.sqrt(Math.abs(here[0] * here[3] - here[1] * here[2]));
    const stroke = look.stroke === null || look.width === 0 ? null : strokeOf(look, look.stroke, scale);
    if (look.fill !== null || stroke !== null) paths.push({ kind: 'path', path: placed, fill: look.fill, stroke });
    return true;
  };
  return draw(root, matrix, usualLook) ? paths : null;
}

const strokeOf = ({ width, isRound }: Look, colour: string, scale: number) =>
  isRound ? { colour, width: width * scale, isRound } : { colour, width: width * scale };

/** An element's own attributes, and what its style says, which goes before them. */
function stylesOf({ attributes }: SvgElement): ReadonlyMap<string, string> {
  const styles = new Map(attributes);
  for (const part of (attributes.get('style') ?? '').split(';')) {
    const at = part.indexOf(':');
    if (at > 0) styles.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return styles;
}

function lookOf(styles: ReadonlyMap<string, string>, inherited: Look): Look {
  const width = Number.parseFloat(styles.get('stroke-width') ?? '');
  const cap = styles.get('stroke-linecap') ?? styles.get('stroke-linejoin');
  return {
    fill: colorOf(styles.get('fill'), inherited.fill),
    stroke: colorOf(styles.get('stroke'), inherited.stroke),
    width: Number.isFinite(width) ? width : inherited.width,
    isRound: cap === undefined ? inherited.isRound : cap === 'round',
  };
}

const named: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  gray: '#808080',
  grey: '#808080',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  navy: '#000080',
  darkblue: '#00008b',
  currentcolor: '#000000',
};

function colorOf(value: string | undefined, inherited: string | null): string | null {
  if (value === undefined || value === 'inherit') return inherited;
  const text = value.trim().toLowerCase();
  if (text === 'none' || text === 'transparent') return null;
  if (/^#[0-9a-f]{6}$/.test(text)) return text;
  if (/^#[0-9a-f]{3}$/.test(text)) return `#${[...text.slice(1)].map((digit) => digit + digit).join('')}`;
  const parts = /^rgb\(\s*(\d+)\D+(\d+)\D+(\d+)\s*\)$/.exec(text)?.slice(1);
  if (parts) return `#${parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`;
  return named[text] ?? '#000000';
}

/** An element as the outline that it is; null where it can't be read. */
function outlineOf({ name, attributes }: SvgElement): Path | null {
  const number = (key: string): number => Number.parseFloat(attributes.get(key) ?? '0');
  switch (name) {
    case 'path':
      return segmentsOf(attributes.get('d') ?? '');
    case 'rect':
      return rectangle(number('x'), number('y'), number('width'), number('height'));
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return [
        ['M', number('x1'), number('y1')],
        ['L', number('x2'), number('y2')],
      ];
    case 'polyline':
    case 'polygon':
      return segmentsOf(`M${attributes.get('points') ?? ''}${name === 'polygon' ? 'Z' : ''}`);
    default:
      return [];
  }
}

const rectangle = (x: number, y: number, width: number, height: number): Path => [
  ['M', x, y],
  ['L', x + width, y],
  ['L', x + width, y + height],
  ['L', x, y + height],
  ['Z'],
];

// A quarter of a circle as one curve.
const pull = 0.5523;
const ellipse = (x: number, y: number, rx: number, ry: number): Path => [
  ['M', x + rx, y],
  ['C', x + rx, y + ry * pull, x + rx * pull, y + ry, x, y + ry],
  ['C', x - rx * pull, y + ry, x - rx, y + ry * pull, x - rx, y],
  ['C', x - rx, y - ry * pull, x - rx * pull, y - ry, x, y - ry],
  ['C', x + rx * pull, y - ry, x + rx, y - ry * pull, x + rx, y],
  ['Z'],
];

function transformOf(text: string): Matrix | null {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, kind = '', values = ''] of text.matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const numbers = values
      .split(/[\s,]+/)
      .filter((value) => value !== '')
      .map(Number);
    if (numbers.some((value) => !Number.isFinite(value))) return null;
    const next = matrixOf(kind, numbers);
    if (next === null) return null;
    matrix = times(matrix, next);
  }
  return matrix;
}

function matrixOf(kind: string, [a = 0, b, c, d, e, f]: readonly number[]): Matrix | null {
  switch (kind) {
    case 'matrix':
      return [a, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'rotate': {
      const turn = (a * Math.PI) / 180;
      const [sine, cosine] = [Math.sin(turn), Math.cos(turn)];
      const [x, y] = [b ?? 0, c ?? 0];
      return [cosine, sine, -sine, cosine, x - x * cosine + y * sine, y - x * sine - y * cosine];
    }
    case 'skewX':
      return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
    default:
      return null;
  }
}

const times = ([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix => [
  a * a2 + c * b2,
  b * a2 + d * b2,
  a * c2 + c * d2,
  b * c2 + d * d2,
  a * e2 + c * f2 + e,
  b * e2 + d * f2 + f,
];

const tidy = (value: number): number => Math.round(value * 1_000) / 1_000;

function moved(segment: Segment, [a, b, c, d, e, f]: Matrix): Segment {
  const put = (x: number, y: number): readonly [number, number] => [tidy(a * x + c * y + e), tidy(b * x + d * y + f)];
  switch (segment[0]) {
    case 'Z':
      return segment;
    case 'R':
      throw new Error('A rectangle may be turned: it’s drawn as four lines.');
    case 'C':
      return ['C', ...put(segment[1], segment[2]), ...put(segment[3], segment[4]), ...put(segment[5], segment[6])];
    default:
      return [segment[0], ...put(segment[1], segment[2])];
  }
}
