import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** How many bytes every PNG begins with. */
export const signatureLength = signature.length;

/** Whether bytes begin as a PNG does. */
export const isPng = (bytes: Buffer): boolean => bytes.subarray(0, signature.length).equals(signature);

/** A chunk of a PNG: length, type, data and the checksum of both. */
export function pngChunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const bytesPerPixel = 4;
/** Each row as its difference to the row above it, which packs drawn areas best. */
const upFilter = 2;

/** Pixels, four bytes each (red, green, blue, opacity), as a PNG. */
export function encodePng(pixels: Uint8Array, width: number): Buffer {
  const stride = width * bytesPerPixel;
  const height = pixels.length / stride;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * (stride + 1)] = upFilter;
    for (let x = 0; x < stride; x += 1) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0);
      rows[y * (stride + 1) + 1 + x] = ((pixels[y * stride + x] ?? 0) - above) & 255;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a channel, color with opacity.
  head.set([8, 6, 0, 0, 0], 8);
  const parts = [pngChunk('IHDR', head), pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([signature, ...parts]);
}
