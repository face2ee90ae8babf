import { type Contour, filledContours, strokedContours } from './contours.ts';
import type { PaperSize, PathMark } from './paper.ts';
import { encodePng } from './png.ts';

/** Each row of pixels is looked at in so many lines; across, a pixel's part is reckoned exactly. */
const linesInRow = 5;

/**
 * Draws marks as a PNG, `width` pixels wide, clear where nothing is drawn. What PDF and SVG do for themselves has to be
 * done here, for a picture is made without a window too: areas by the nonzero rule, edges smoothed.
 */
export function drawPng(marks: readonly PathMark[], size: PaperSize, width: number): Buffer {
  const scale = width / size.width;
  const canvas = new Canvas(width, Math.round(size.height * scale));
  for (const { path, fill, stroke } of marks) {
    if (fill !== null) canvas.fill(filledContours(path, scale), fill);
    if (stroke !== null) canvas.fill(strokedContours(path, stroke, scale), stroke.colour);
  }
  return encodePng(canvas.bytes(), width);
}

interface Crossing {
  readonly x: number;
  readonly turn: 1 | -1;
}

class Canvas {
  readonly #width: number;
  readonly #height: number;
  /** Red, green and blue times opacity, and opacity, each from 0 to 1. */
  readonly #pixels: Float32Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#pixels = new Float32Array(width * height * 4);
  }

  fill(contours: readonly Contour[], colour: string): void {
    const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
    const lines = this.#crossings(contours);
    const covered = new Float32Array(this.#width);
    let [from, to] = [this.#width, 0];
    for (const contour of contours) {
      for (let at = 0; at < contour.length; at += 2) {
        const x = contour[at] ?? 0;
        from = Math.min(from, Math.floor(x));
        to = Math.max(to, Math.ceil(x));
      }
    }
    [from, to] = [Math.max(0, from), Math.min(this.#width, to)];
    const rows = new Set([...lines.keys()].map((line) => Math.floor(line / linesInRow)));
    for (const row of rows) {
      covered.fill(0, from, to);
      for (let line = row * linesInRow; line < (row + 1) * linesInRow; line += 1) this.#cover(covered, lines.get(line));
      this.#blend(row, covered.subarray(from, to), from, rgb);
    }
  }

  /** Where each line meets the outlines. */
  #crossings(contours: readonly Contour[]): ReadonlyMap<number, Crossing[]> {
    const lines = new Map<number, Crossing[]>();
    for (const contour of contours) {
      for (let at = 0; at < contour.length; at += 2) {
        const next = (at + 2) % contour.length;
        const [x0, y0, x1, y1] = [contour[at] ?? 0, contour[at + 1] ?? 0, contour[next] ?? 0, contour[next + 1] ?? 0];
        if (y0 === y1) continue;
        const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
        const first = Math.max(0, Math.ceil(top * linesInRow - 0.5));
        const last = Math.min(this.#height * linesInRow, Math.ceil(bottom * linesInRow - 0.5));
        for (let line = first; line < last; line += 1) {
          const y = (line + 0.5) / linesInRow;
          const crossing: Crossing = { x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y0 < y1 ? 1 : -1 };
          const known = lines.get(line);
          if (known) known.push(crossing);
          else lines.set(line, [crossing]);
        }
      }
    }
    return lines;
  }

  #cover(covered: Float32Array, crossings: Crossing[] = []): void {
    crossings.sort((a, b) => a.x - b.x);
    let winding = 0;
    let from = 0;
    for (const { x, turn } of crossings) {
      if (winding === 0) from = x;
      winding += turn;
      if (winding === 0) this.#span(covered, Math.max(0, from), Math.min(this.#width, x));
    }
  }

  #span(covered: Float32Array, from: number, to: number): void {
    for (let x = Math.floor(from); x < to; x += 1) {
      covered[x] = (covered[x] ?? 0) + (Math.min(x + 1, to) - Math.max(x, from)) / linesInRow;
    }
  }

  #blend(row: number, covered: Float32Array, from: number, rgb: readonly number[]): void {
    for (let x = 0; x < covered.length; x += 1) {
      const part = Math.min(1, covered[x] ?? 0);
      if (part <= 0) continue;
      const at = (row * this.#width + from + x) * 4;
      for (let channel = 0; channel < 4; channel += 1) {
        const below = this.#pixels[at + channel] ?? 0;
        this.#pixels[at + channel] = part * (rgb[channel] ?? 1) + below * (1 - part);
      }
    }
  }

  /** Four bytes a pixel, its color no longer times its opacity. */
  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#pixels.length);
    for (let at = 0; at < bytes.length; at += 4) {
      const opacity = this.#pixels[at + 3] ?? 0;
      if (opacity === 0) continue;
      for (let channel = at; channel < at + 3; channel += 1)
        bytes[channel] = Math.round(Math.min(1, (this.#pixels[channel] ?? 0) / opacity) * 255);
      bytes[at + 3] = Math.round(opacity * 255);
    }
    return bytes;
  }
}
