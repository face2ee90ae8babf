import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

const most = 0xffff_ffff;
const midnight = 0;
// January 1, 1980: the same content gives the same bytes.
const firstDay = 0x0021;

/**
 * A ZIP archive written entry by entry, in the memory of a few chunks. Sizes go into each entry's head once they
 * are known, so that any reader can read it front to back. Up to 4 GiB; throws a RangeError past that.
 */
export class ZipFile {
  readonly #handle: FileHandle;
  readonly #entries: Entry[] = [];
  #position = 0;

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Adds an entry of UTF-8 text or of bytes, packed while the next chunk is made. */
  async add(
    path: string,
    chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
    signal?: AbortSignal,
  ): Promise<void> {
    const name = Buffer.from(path);
    const offset = this.#position;
    let crc = 0;
    let size = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        crc = crc32(bytes, crc);
        size += bytes.length;
        yield bytes;
      }
    };
    await this.#write(localHead({ name, offset, crc: 0, packed: 0, size: 0 }));
    const start = this.#position;
    const pack = createDeflateRaw({ level: 5, chunkSize: 128 * 1024 });
    const sink = async (source: AsyncIterable<Buffer>): Promise<void> => {
      for await (const bytes of source) await this.#write(bytes);
    };
    await pipeline(Readable.from(counted(), { objectMode: true, highWaterMark: 2 }), pack, sink, { signal });
    const entry = { name, offset, crc, packed: this.#position - start, size };
    if (size > most || this.#position > most) throw new RangeError('A ZIP archive holds 4 GiB at most.');
    await this.#handle.write(localHead(entry), 0, undefined, offset);
    this.#entries.push(entry);
  }

  /** Writes the table of contents; nothing can be added after it. */
  async finish(): Promise<void> {
    const start = this.#position;
    for (const entry of this.#entries) await this.#write(centralHead(entry));
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x0605_4b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.#position - start, 12);
    end.writeUInt32LE(start, 16);
    await this.#write(end);
  }

  async #write(bytes: Buffer): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      const { bytesWritten } = await this.#handle.write(bytes, from, bytes.length - from, this.#position);
      from += bytesWritten;
      this.#position += bytesWritten;
    }
  }
}

function localHead(entry: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x0403_4b50, 0);
  writeFacts(head, 4, entry);
  return Buffer.concat([head, entry.name]);
}

function centralHead(entry: Entry): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x0201_4b50, 0);
  head.writeUInt16LE(20, 4);
  writeFacts(head, 6, entry);
  head.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([head, entry.name]);
}

/** The 24 bytes that both heads share: version 2.0, UTF-8 names, deflate, the date, the checksum and the sizes. */
function writeFacts(head: Buffer, at: number, entry: Entry): void {
  head.writeUInt16LE(20, at);
  head.writeUInt16LE(0x0800, at + 2);
  head.writeUInt16LE(8, at + 4);
  head.writeUInt16LE(midnight, at + 6);
  head.writeUInt16LE(firstDay, at + 8);
  head.writeUInt32LE(entry.crc, at + 10);
  head.writeUInt32LE(entry.packed, at + 14);
  head.writeUInt32LE(entry.size, at + 18);
  head.writeUInt16LE(entry.name.length, at + 22);
}
