import type { EvidenceFileType } from '../../../shared/model/evidence.ts';

type Test = (head: Uint8Array, text: string) => boolean;

const startsWith =
  (...bytes: number[]): Test =>
  (head) =>
    bytes.every((byte, at) => head[at] === byte);

/** Bytes as text, one letter a byte: enough to know tags and signatures by. */
const letters = (head: Uint8Array): string => Array.from(head, (byte) => String.fromCharCode(byte)).join('');

const markup = (tags: RegExp): Test => {
  return (_head, text) => tags.test(text);
};

const isText: Test = (head) => head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13);

/**
 * How each kind of file is told, the first that fits. Markup comes before plain text and after signatures: a page that
 * calls itself a picture is a page, and a picture with a comment in it is a picture.
 */
const tests: readonly (readonly [type: EvidenceFileType, test: Test])[] = [
  ['png', startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['jpeg', startsWith(0xff, 0xd8, 0xff)],
  ['gif', (_head, text) => /^GIF8[79]a/.test(text)],
  ['webp', (_head, text) => text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP'],
  // Windows programs and shortcuts, Linux and macOS programs, scripts.
  ['program', startsWith(0x4d, 0x5a)],
  ['program', startsWith(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
  ['program', startsWith(0x7f, 0x45, 0x4c, 0x46)],
  ['program', (head) => [0xfeedface, 0xfeedfacf, 0xcafebabe, 0xcefaedfe, 0xcffaedfe].includes(firstWord(head))],
  ['program', (_head, text) => text.startsWith('#!')],
  // Readers take a PDF whose signature comes within the first 1,024 bytes; so it is one here too.
  ['pdf', (_head, text) => text.slice(0, 1_024).includes('%PDF-')],
  ['office', startsWith(0x50, 0x4b, 3, 4)],
  ['office', startsWith(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ['svg', markup(/<(?:\w+:)?svg[\s>]/i)],
  ['html', markup(/<(?:!doctype\s+html|html|head|body|script|iframe|meta|table|div|p|a)[\s>/]/i)],
  ['text', isText],
];

const firstWord = (head: Uint8Array): number =>
  new DataView(Uint8Array.from([0, 1, 2, 3], (at) => head[at] ?? 0).buffer).getUint32(0);

/** How many bytes of a file decide what it is. */
const looked = 4_096;

/** What a file is, by its first bytes and never by its name: a page that is called `diploma.png` is a page. */
export function fileTypeOf(head: Uint8Array): EvidenceFileType {
  const start = head.subarray(0, looked);
  const text = letters(start);
  return tests.find(([, test]) => test(start, text))?.[0] ?? 'other';
}

/** The most points of a picture that is shown: a camera's is 12 to 50 million; one of thousands of millions would take all memory. */
const mostPoints = 60_000_000;

/**
 * Whether a picture is small enough to be shown, by the size that it says it has; a file of a few bytes can unpack to
 * many gigabytes. A picture whose size can't be read is not shown.
 */
export function isShowable(type: EvidenceFileType, head: Uint8Array): boolean {
  const size = pictureSize(type, head);
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= mostPoints;
}

/** The width and height that a picture states, in points; null: it is none, or states none where it should. */
export function pictureSize(
  type: EvidenceFileType,
  head: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    if (type === 'png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (type === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (type === 'jpeg') return jpegSize(view);
    return type === 'webp' ? webpSize(view) : null;
  } catch (error) {
    // Past the end: the header is cut off.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function jpegSize(view: DataView) {
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // Frames of any coding: C0 to CF, but for the tables C4, C8 and CC.
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
}

function webpSize(view: DataView) {
  const kind = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1;
  if (kind === 'VP8X') return { width: three(24), height: three(27) };
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = view.getUint32(21, true);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}
