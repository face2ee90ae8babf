/** What a JPEG says of itself, and its bytes without what a camera noted beside the picture. */
interface ReadJpeg {
  readonly width: number;
  readonly height: number;
  /** Whether a viewer has to turn it to show it upright. */
  readonly isTurned: boolean;
  readonly bytes: Buffer;
}

/** Kinds of JPEG that every reader of PDF takes: baseline, extended and progressive (ITU-T T.81, table B.1). */
const usual = [0xc0, 0xc1, 0xc2];
const unusual = [0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf];
const noted = 0xe1;
const scanBegins = 0xda;

/** Reads the parts of a JPEG up to its pixels; null where it is none, is cut off, or is of a kind that few programs read. */
export function readJpeg(bytes: Buffer): ReadJpeg | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let isTurned = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === scanBegins) {
      kept.push(bytes.subarray(at));
      const isWhole = bytes.subarray(at).lastIndexOf(Buffer.of(0xff, 0xd9)) !== -1;
      return size && isWhole ? { ...size, isTurned, bytes: Buffer.concat(kept) } : null;
    }
    const length = bytes.readUInt16BE(at + 2);
    const data = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || at + 2 + length > bytes.length || unusual.includes(marker)) return null;
    if (usual.includes(marker)) {
      if (data.length < 6 || data[0] !== 8) return null;
      size = { height: data.readUInt16BE(1), width: data.readUInt16BE(3) };
      if (size.width === 0 || size.height === 0 || ![1, 3, 4].includes(data[5] ?? 0)) return null;
    }
    if (marker === noted) isTurned ||= turnOf(data) > 1;
    else kept.push(bytes.subarray(at, at + 2 + length));
    at += 2 + length;
  }
  return null;
}

/** The tag of a picture's orientation among what a camera notes (Exif 2.32, table 4): 1 is upright. */
const orientation = 0x0112;

function turnOf(data: Buffer): number {
  if (data.toString('latin1', 0, 6) !== 'Exif\0\0' || data.length < 20) return 1;
  const notes = data.subarray(6);
  const isLittle = notes.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? notes.readUInt16LE(at) : notes.readUInt16BE(at));
  const from = isLittle ? notes.readUInt32LE(4) : notes.readUInt32BE(4);
  if (from + 2 > notes.length) return 1;
  for (let entry = 0; entry < short(from); entry += 1) {
    const at = from + 2 + entry * 12;
    if (at + 12 > notes.length) return 1;
    if (short(at) === orientation) return short(at + 8);
  }
  return 1;
}
