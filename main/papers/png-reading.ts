import { crc32, inflateSync } from 'node:zlib';
import { isPng, signatureLength } from './png.ts';

/** A PNG that was unpacked whole: four bytes a pixel, and whether pdfkit takes the file as it is. */
interface ReadPng {
  readonly width: number;
  readonly height: number;
  readonly isPlain: boolean;
  /** Its pixels as red, green, blue and opacity. */
  pixels(): Uint8Array;
}

interface Head {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colors: number;
  readonly channels: number;
  readonly isInterlaced: boolean;
}

/** How many channels a pixel has, by the color type (PNG, third edition, 11.2.1). */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** The seven passes of an interlaced picture: where each begins and how far it steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The size that a PNG says it has, before anything of it is unpacked; null: it is none, or a broken one. */
export function pngSize(bytes: Buffer): { readonly width: number; readonly height: number } | null {
  const head = isPng(bytes) && bytes.length >= 33 ? headOf(bytes.subarray(16, 29)) : null;
  return head && { width: head.width, height: head.height };
}

/** Reads a PNG whole, with its check sums; null where anything of it is missing or wrong. Its size was looked at before. */
export function readPng(bytes: Buffer): ReadPng | null {
  const chunks = chunksOf(bytes);
  const [first] = chunks ?? [];
  const head = first?.type === 'IHDR' ? headOf(first.data) : null;
  if (!chunks || !head) return null;
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data ?? null;
  const clear = chunks.find(({ type }) => type === 'tRNS')?.data ?? null;
  if (head.colors === 3 && !palette) return null;
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const parts = head.isInterlaced ? passes.map((pass) => partOf(head, pass)) : [partOf(head, [0, 0, 1, 1])];
  const length = parts.reduce((sum, part) => sum + part.rows * (part.bytesAcross + 1), 0);
  const rows = unpacked(packed, length);
  if (!rows) return null;
  return {
    width: head.width,
    height: head.height,
    isPlain: !head.isInterlaced && (head.depth === 8 || (head.depth < 8 && clear === null)),
    pixels: () => pixelsOf(rows, head, parts, palette, clear),
  };
}

function headOf(data: Buffer): Head | null {
  if (data.length !== 13) return null;
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
  const [depth = 0, colors = 0, , , interlace = 0] = data.subarray(8);
  const channels = channelsOf[colors];
  if (width === 0 || height === 0 || channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || interlace > 1) {
    return null;
  }
  return { width, height, depth, colors, channels, isInterlaced: interlace === 1 };
}

function chunksOf(bytes: Buffer): readonly { readonly type: string; readonly data: Buffer }[] | null {
  if (!isPng(bytes)) return null;
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = signatureLength; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== bytes.readUInt32BE(at + 8 + length)) return null;
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    at += 12 + length;
  }
  return null;
}

function unpacked(packed: Buffer, length: number): Buffer | null {
  try {
    const rows = inflateSync(packed, { maxOutputLength: length + 1 });
    return rows.length === length ? rows : null;
  } catch {
    return null;
  }
}

interface Part {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly columns: number;
  readonly rows: number;
  readonly bytesAcross: number;
}

function partOf(
  { width, height, depth, channels }: Head,
  [x, y, stepX, stepY]: readonly [number, number, number, number],
): Part {
  const columns = Math.max(0, Math.ceil((width - x) / stepX));
  const rows = columns === 0 ? 0 : Math.max(0, Math.ceil((height - y) / stepY));
  return { x, y, stepX, stepY, columns, rows, bytesAcross: Math.ceil((columns * depth * channels) / 8) };
}

function pixelsOf(
  rows: Buffer,
  head: Head,
  parts: readonly Part[],
  palette: Buffer | null,
  clear: Buffer | null,
): Uint8Array {
  const pixels = new Uint8Array(head.width * head.height * 4);
  const bytesPerPixel = Math.max(1, (head.depth * head.channels) >> 3);
  let at = 0;
  for (const part of parts) {
    let above = new Uint8Array(part.bytesAcross);
    for (let row = 0; row < part.rows; row += 1) {
      const line = new Uint8Array(rows.subarray(at + 1, at + 1 + part.bytesAcross));
      unfilter(rows[at] ?? 0, line, above, bytesPerPixel);
      for (let column = 0; column < part.columns; column += 1) {
        const to = ((part.y + row * part.stepY) * head.width + part.x + column * part.stepX) * 4;
        putPixel(pixels, to, head, line, column, palette, clear);
      }
      above = line;
      at += part.bytesAcross + 1;
    }
  }
  return pixels;
}

/** Takes back what a row was packed with (PNG, third edition, 9.2). */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= step ? (line[at - step] ?? 0) : 0;
    const up = above[at] ?? 0;
    const corner = at >= step ? (above[at - step] ?? 0) : 0;
    const guess =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : filter === 4
              ? nearest(left, up, corner)
              : 0;
    line[at] = (line[at] ?? 0) + guess;
  }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

function putPixel(
  pixels: Uint8Array,
  to: number,
  { depth, colors, channels }: Head,
  line: Uint8Array,
  column: number,
  palette: Buffer | null,
  clear: Buffer | null,
): void {
  const sample = (channel: number): number => {
    const index = column * channels + channel;
    if (depth === 8) return line[index] ?? 0;
    if (depth === 16) return line[index * 2] ?? 0;
    const bit = index * depth;
    return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  };
  if (colors === 3) {
    const index = sample(0);
    pixels.set(palette?.subarray(index * 3, index * 3 + 3) ?? [], to);
    pixels[to + 3] = clear?.[index] ?? 255;
    return;
  }
  const full = depth < 8 ? 255 / ((1 << depth) - 1) : 1;
  const isGray = colors === 0 || colors === 4;
  for (let channel = 0; channel < 3; channel += 1)
    pixels[to + channel] = Math.round(sample(isGray ? 0 : channel) * full);
  pixels[to + 3] = channels % 2 === 0 ? sample(channels - 1) : isClear() ? 0 : 255;

  /** One color of a picture without opacity may be named as clear; of 16 bits the upper ones decide here. */
  function isClear(): boolean {
    if (!clear) return false;
    for (let channel = 0; channel < channels; channel += 1) {
      if (sample(channel) !== (depth === 16 ? clear[channel * 2] : clear[channel * 2 + 1])) return false;
    }
    return true;
  }
}
