import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ReadingLimits, ReadingStopped } from '../reading.ts';
import type { ZipEntry } from '../zip-directory.ts';
import { partDecoder } from './part-encoding.ts';
import { type XmlListener, XmlScanner } from './xml-scanner.ts';

const localSignature = 0x04034b50;
const localHeader = 30;
const stored = 0;
const deflated = 8;
const encryptedFlag = 1;
const pieceLength = 65_536;
const piecesAStep = 16;

/** The parts of a workbook by name, whatever the case of its letters, as Excel takes them. */
export class WorkbookParts {
  readonly #bytes: Buffer;
  readonly #limits: ReadingLimits;
  readonly #entries = new Map<string, ZipEntry>();

  /** Throws `ReadingStopped` where parts lie over each other. */
  constructor(bytes: Buffer, entries: readonly ZipEntry[], limits: ReadingLimits) {
    this.#bytes = bytes;
    this.#limits = limits;
    // Parts that share their bytes unpack to any size from next to nothing; no program that saves workbooks makes them.
    if (overlap(entries)) throw new ReadingStopped('unpacked');
    for (const entry of entries) this.#entries.set(entry.name.toLowerCase(), entry);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** Bytes that the archive claims for a part; 0 where there is none. Only a progress bar may trust it. */
  claimedSize(name: string): number {
    return this.#entries.get(name.toLowerCase())?.size ?? 0;
  }

  /**
   * Reads a part as it unpacks; without such a part the listener hears nothing. `onRead` is told how many bytes were
   * unpacked. Throws `ReadingStopped` where the part is damaged or a budget is used up.
   */
  async read(name: string, listener: XmlListener, onRead?: (bytes: number) => void): Promise<void> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return;
    const scanner = new XmlScanner(listener);
    const decode = partDecoder();
    let sum = 0;
    for await (const piece of this.#unpacked(entry)) {
      this.#limits.countUnpacked(piece.length);
      onRead?.(piece.length);
      sum = crc32(piece, sum);
      scanner.feed(decode(piece));
      if (listener.isDone) return;
    }
    scanner.feed(decode(null));
    scanner.end();
    if (entry.crc !== 0 && entry.crc !== sum) throw new ReadingStopped('damaged');
  }

  #unpacked(entry: ZipEntry): AsyncGenerator<Buffer> {
    const { offset, packedSize, method, flags } = entry;
    const bytes = this.#bytes;
    if (offset < 0 || offset + localHeader > bytes.length || bytes.readUInt32LE(offset) !== localSignature) {
      throw new ReadingStopped('damaged');
    }
    const start = offset + localHeader + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packedSize > bytes.length || (flags & encryptedFlag) !== 0) throw new ReadingStopped('damaged');
    const packed = bytes.subarray(start, start + packedSize);
    if (method === stored) return pieces(packed);
    if (method === deflated) return inflated(packed, this.#limits);
    throw new ReadingStopped('damaged');
  }
}

function overlap(entries: readonly ZipEntry[]): boolean {
  const inPlace = entries.toSorted((a, b) => a.offset - b.offset);
  return inPlace.some((entry, at) => {
    const next = inPlace[at + 1];
    return next !== undefined && entry.offset + localHeader + entry.packedSize > next.offset;
  });
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0, count = 1; at < bytes.length; at += pieceLength, count += 1) {
    yield bytes.subarray(at, at + pieceLength);
    // A Cancel can only be heard between turns.
    if (count % piecesAStep === 0) await nextTurn();
  }
}

async function* inflated(packed: Buffer, limits: ReadingLimits): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: pieceLength });
  inflate.end(packed);
  const unpacked = inflate[Symbol.asyncIterator]();
  let length = 0;
  try {
    for (;;) {
      const { value, done } = await unpacked.next().catch((problem: unknown) => {
        throw new ReadingStopped('damaged', undefined, { cause: problem });
      });
      if (done) return;
      if (!(value instanceof Buffer)) continue;
      length += value.length;
      limits.checkPart(length, inflate.bytesWritten);
      yield value;
    }
  } finally {
    inflate.destroy();
  }
}
