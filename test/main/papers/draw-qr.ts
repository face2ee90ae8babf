import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

/** How a code is drawn: so many pixels a side, turned by so many degrees, blurred as by a bad copier. */
export interface DrawnQr {
  readonly pixels: number;
  readonly degrees?: number;
  /** The radius of the blur, in pixels. */
  readonly blur?: number;
  readonly correction?: 'low' | 'medium';
}

const margin = 40;
const samples = 5;

/** A gray picture, each pixel as dark as the part of it that a square covers. */
export function grayQr(text: string, { pixels, degrees = 0, blur = 0, correction = 'medium' }: DrawnQr) {
  const squares = encodeQR(text, 'raw', { ecc: correction, border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
  const side = Math.ceil(pixels + 2 * margin);
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const gray = new Float64Array(side * side);
  // Off the grid of the pixels, as a scanner's glass is.
  const middle = side / 2 + 0.37;
  const isDark = (x: number, y: number): boolean => {
    const [dx, dy] = [x - middle, y - middle];
    const column = Math.floor(((dx * cosine + dy * sine) / pixels + 0.5) * squares.length);
    const row = Math.floor(((dy * cosine - dx * sine) / pixels + 0.5) * squares.length);
    return squares[row]?.[column] === true;
  };
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      let dark = 0;
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const [right, down] = [(sample % samples) + 0.5, Math.floor(sample / samples) + 0.5];
        if (isDark(x + right / samples, y + down / samples)) dark += 1;
      }
      gray[y * side + x] = 255 * (1 - dark / samples ** 2);
    }
  }
  return { side, gray: Uint8Array.from(blur > 0 ? blurred(gray, side, blur) : gray, Math.round) };
}

function blurred(gray: Float64Array, side: number, radius: number): Float64Array {
  const reach = Math.ceil(3 * radius);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * radius ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const along = (source: Float64Array, step: number): Float64Array =>
    source.map((_, at) => {
      const place = step === 1 ? at % side : Math.floor(at / side);
      return (
        weights.reduce((sum, weight, k) => {
          const near = Math.min(side - 1, Math.max(0, place + k - reach));
          return sum + weight * (source[at + (near - place) * step] ?? 255);
        }, 0) / total
      );
    });
  return along(along(gray, 1), side);
}

/** The same as a PNG. */
export function drawQr(text: string, how: DrawnQr): Buffer {
  const { side, gray } = grayQr(text, how);
  const rows = Buffer.concat(
    Array.from({ length: side }, (_, y) => Buffer.concat([Buffer.of(0), gray.subarray(y * side, (y + 1) * side)])),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
