import { inflateSync } from 'node:zlib';

/** What a PDF has of ours without being drawn. */
interface StatementsInPdf {
  /** The statements that it carries as text, each once. */
  readonly statements: readonly string[];
  /** JPEGs on its pages, as a scanner puts them there. */
  readonly pictures: readonly Uint8Array[];
  readonly isEncrypted: boolean;
}

/** Unpacked, no more than so many bytes are looked at: a small file can unpack to any size. */
const mostUnpacked = 256 * 1024 * 1024;
const mostStreams = 50_000;
const mostPictures = 40;
const statement = /CDC[-0-9A-Z:*+/]{110,}/g;

/**
 * Finds the statements that our own certificates carry in their PDF's information, also where another program saved the
 * file again and packed it; and the pictures of a scan. Reads no more of the format than it takes: it looks for streams.
 */
export function statementsIn(pdf: Buffer): StatementsInPdf {
  const text = pdf.toString('latin1');
  const found = new Set(text.match(statement) ?? []);
  const pictures: Uint8Array[] = [];
  let budget = mostUnpacked;
  let streams = 0;
  let from = 0;
  for (; streams < mostStreams && budget > 0; streams += 1) {
    const begins = /stream\r?\n/g;
    begins.lastIndex = from;
    const begin = begins.exec(text);
    if (begin === null) break;
    const start = begins.lastIndex;
    const end = text.indexOf('endstream', start);
    if (end === -1) break;
    const head = text.slice(Math.max(from, begin.index - 1_000), begin.index);
    const dictionary = head.slice(head.lastIndexOf('obj') + 1);
    from = end + 'endstream'.length;
    if (/\/DCTDecode/.test(dictionary)) {
      if (pictures.length < mostPictures) pictures.push(pdf.subarray(start, end));
    } else if (/\/FlateDecode/.test(dictionary) && !/\/Subtype\s*\/Image/.test(dictionary)) {
      const unpacked = unpack(pdf.subarray(start, end), budget);
      budget -= unpacked.length;
      for (const each of unpacked.toString('latin1').match(statement) ?? []) found.add(each);
    }
  }
  return { statements: [...found], pictures, isEncrypted: /\/Encrypt\s+\d+\s+\d+\s+R/.test(text) };
}

function unpack(bytes: Buffer, most: number): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, Math.min(most, 64 * 1024 * 1024)), finishFlush: 2 });
  } catch {
    // Broken, or larger than may be looked at: nothing of ours is in it.
    return Buffer.alloc(0);
  }
}
