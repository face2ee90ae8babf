import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { readBadgeCode } from '../../../shared/model/badges.ts';
import { BadgeId } from '../../../shared/model/ids.ts';
import { type PdfPage, pdfDrawings } from './pdf-text.ts';

const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

/** Pixels a point: a square of a badge's code is nearly seven wide, one of a sign-in sheet's more than four. */
const fine = 3;
/** A pixel from its last byte to its first: opaque, without any color. */
const black = 0xff00_0000;

/** A page's black squares as a picture: what a scanner sees of its codes. Needs no system tool. */
function pictureOf({ width, height, content }: PdfPage): ImageData {
  const [columns, rows] = [Math.round(width * fine), Math.round(height * fine)];
  const data = new Uint8ClampedArray(columns * rows * 4).fill(255);
  const points = new Uint32Array(data.buffer);
  for (const [, squares = ''] of content.matchAll(/q 0 0 0 rg ([^f]*) f Q/g)) {
    for (const [, x, y, wide, high] of squares.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)) {
      const [left, top] = [Math.round(Number(x) * fine), Math.round(Number(y) * fine)];
      const [right, bottom] = [
        Math.round((Number(x) + Number(wide)) * fine),
        Math.round((Number(y) + Number(high)) * fine),
      ];
      for (let row = top; row < bottom; row++) points.fill(black, row * columns + left, row * columns + right);
    }
  }
  return { data, width: columns, height: rows, colorSpace: 'srgb' } as ImageData;
}

/** A badge's id for a test, the same in every run. */
export function someBadgeId(number: number): BadgeId {
  const hex = createHash('sha256').update(`badge ${number}`).digest('hex');
  return BadgeId.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`,
  );
}

/**
 * Which of our codes a reader reads on each page of a PDF, in the order of their places. Among many codes on a page a
 * reader may put together one that is not there; that it is none of ours is told by its check.
 */
export async function codesOn(pdf: Buffer): Promise<readonly (readonly string[])[]> {
  const pages: string[][] = [];
  for (const page of pdfDrawings(pdf)) {
    const found = await readBarcodes(pictureOf(page), {
      formats: ['QRCode'],
      maxNumberOfSymbols: 255,
      tryHarder: true,
    });
    const read = found.filter(({ isValid, text }) => isValid && readBadgeCode(text).kind === 'badge');
    pages.push(
      read
        .map(({ text, position }) => ({ text, x: position.topLeft.x, y: position.topLeft.y }))
        .sort((a, b) => (Math.abs(a.y - b.y) > 20 ? a.y - b.y : a.x - b.x))
        .map(({ text }) => text),
    );
  }
  return pages;
}
