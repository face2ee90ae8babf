import { crc32 } from 'node:zlib';
import { pngChunk, signatureLength } from '../papers/png.ts';

// Open Badges 3.0, “Baked Badge”: the credential is in an iTXt chunk of its own, not compressed, and never twice.

const keyword = 'openbadgecredential';
/** No compression, its method, and neither a language nor a translated keyword. */
const plain = Buffer.alloc(4);

/** Bakes a credential into a PNG that has none: right behind its head, where it is found first. */
export function bakePng(png: Buffer, credential: string): Buffer {
  const headEnd = signatureLength + 8 + png.readUInt32BE(signatureLength) + 4;
  const data = Buffer.concat([Buffer.from(`${keyword}\0`, 'latin1'), plain, Buffer.from(credential, 'utf8')]);
  return Buffer.concat([png.subarray(0, headEnd), pngChunk('iTXt', data), png.subarray(headEnd)]);
}

/**
 * The credentials baked into a PNG: one at most in a good one. Null: the file is cut off, its sums don't fit, or one is
 * compressed, which the specification forbids.
 */
export function bakedInPng(png: Buffer): readonly string[] | null {
  const found: string[] = [];
  let at = signatureLength;
  while (at + 12 <= png.length) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > png.length) return null;
    if (type === 'iTXt') {
      if (crc32(png.subarray(at + 4, end)) !== png.readUInt32BE(end)) return null;
      const data = png.subarray(at + 8, end);
      if (data.subarray(0, keyword.length + 1).toString('latin1') === `${keyword}\0`) {
        const text = textOf(data.subarray(keyword.length + 1));
        if (text === null) return null;
        found.push(text);
      }
    }
    if (type === 'IEND') return found;
    at = end + 4;
  }
  return null;
}

/** The text behind the keyword: two bytes of compression, then a language and a translation that end in zeros. */
function textOf(data: Buffer): string | null {
  const language = data.indexOf(0, 2);
  const translation = data.indexOf(0, language + 1);
  if (data[0] !== 0 || language === -1 || translation === -1) return null;
  return data.toString('utf8', translation + 1);
}
