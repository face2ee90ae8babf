import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { guessWestern, type WesternGuess } from './western-encodings.ts';

/** A file's text and the encoding it was read in, named as people know it: `UTF-8`, `windows-1252`. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** The bytes do not tell the encoding: letters outside ASCII may be others than they were. */
  readonly isDoubtful?: true;
}

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16LE' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16BE' },
];

/** Decodes a file's bytes; null where they are no text at all. A byte order mark is taken off. */
export function decodeText(bytes: Buffer): DecodedText | null {
  const mark = marks.find(({ bytes: start }) => start.every((byte, index) => bytes[index] === byte));
  if (mark) return decodeAs(bytes.subarray(mark.bytes.length), mark.encoding);
  const sixteen = sixteenBitEncoding(bytes);
  if (sixteen) return decodeAs(bytes, sixteen);
  // What is valid UTF-8 is UTF-8: other encodings pass that test by chance only in plain ASCII, where it is no matter.
  if (isUtf8(bytes)) return decodeAs(bytes, 'UTF-8');
  if (isBrokenUtf8(bytes)) return decodeAs(bytes, 'UTF-8');
  const { encoding, isDoubtful } = singleByteEncoding(bytes);
  const decoded = decodeAs(bytes, encoding);
  return decoded && isDoubtful ? { ...decoded, isDoubtful } : decoded;
}

/**
 * UTF-8 with a few broken letters stays UTF-8: one bad byte must not garble every accent of the file. In other
 * encodings pairs of bytes that make a UTF-8 letter come up by rare chance only.
 */
function isBrokenUtf8(bytes: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (const letter of bytes.subarray(0, 1_048_576).toString('utf8')) {
    if (letter === '\uFFFD') broken += 1;
    else if (letter > '\u007F') whole += 1;
  }
  return whole > 1 && whole >= broken;
}

function decodeAs(bytes: Buffer, encoding: string): DecodedText | null {
  const text = withoutZeros(encoding === 'UTF-8' ? bytes.toString('utf8') : iconv.decode(bytes, encoding)).replace(
    /^\uFEFF/,
    '',
  );
  return looksLikeText(text) ? { text, encoding } : null;
}

/** Western text in sixteen bits without a mark has a zero in nearly every other byte. */
function sixteenBitEncoding(bytes: Buffer): string | null {
  const length = Math.min(bytes.length, 4_096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > length * 0.35 && even < odd / 4) return 'UTF-16LE';
  if (even > length * 0.35 && odd < even / 4) return 'UTF-16BE';
  return null;
}

/**
 * Accents sprinkled over Latin letters are told by the words that they make; detectors take short lists with few of
 * them for anything. Only where a large part of the letters lies outside ASCII, and enough of them to tell a language
 * by, does the detector's word count.
 */
function singleByteEncoding(bytes: Buffer): WesternGuess {
  let high = 0;
  let letters = 0;
  for (const byte of bytes.subarray(0, 65_536)) {
    if (byte >= 0x80) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters += 1;
  }
  if (high < 40 || high < (high + letters) * 0.4) return guessWestern(bytes.subarray(0, 1_048_576));
  const found = analyse(bytes.subarray(0, 65_536)).find((match) => iconv.encodingExists(match.name));
  const encoding = !found || found.name === 'ISO-8859-1' ? 'windows-1252' : found.name;
  return { encoding, isDoubtful: false };
}

/** A few zero characters are left over from old programs; more of them are no text. */
function withoutZeros(text: string): string {
  const zeros = text.split('\0').length - 1;
  if (zeros === 0) return text;
  const bare = text.replace(/\0+$/, '');
  return bare.split('\0').length - 1 <= bare.length / 200 ? bare.replaceAll('\0', '') : text;
}

/** Text holds tabs and line ends, and next to no other control characters; a zero character never. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, 65_536);
  let odd = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const code = sample.charCodeAt(at);
    if (code === 0) return false;
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) odd += 1;
  }
  return odd <= sample.length / 200;
}
