import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { identityOf } from '../files/file-identity.ts';
import { APPLICATION_ID } from './application-id.ts';

// With a write-ahead log SQLite writes into the database's own file only while it carries that log over, and it keeps in
// the shared memory how far it is, whichever process does it (https://www.sqlite.org/walformat.html, “The WAL-Index File
// Format”). Bytes that change without that were written by something else: a copy over the file, a cloud drive.

/** Which write-ahead log there is, and how far it was carried over. */
interface CarriedOver {
  /** One more each time the log begins again, when all of it has been carried over. */
  readonly log: number;
  readonly frames: number;
  /** How many frames are in the database, and how many whoever carries them over was going to bring there. */
  readonly carried: number;
  readonly attempted: number;
}

/** The database's own file, as far as it is compared. */
interface Contents {
  readonly size: bigint;
  readonly writtenAt: bigint;
  readonly sum: number;
}

/** A file of so many bytes is compared whole, in a few milliseconds; of a longer one as many, from all over it. */
const COMPARED = 4_194_304;
const STRETCH = 65_536;

const open = new Map<string, WatchedContents>();

/** One database file whose bytes are watched for what other programs write; whoever holds the file shares it. */
export class WatchedContents {
  readonly #main: number;
  readonly #shared: number;
  #holders = 0;
  #carried: CarriedOver;
  #contents: Contents;
  /** When the strange bytes were written; null: there are none. */
  #writtenOverAt: bigint | null = null;

  private constructor(file: string) {
    this.#main = openSync(file, 'r');
    this.#shared = openSync(`${file}-shm`, 'r');
    this.#carried = this.#readCarried();
    this.#contents = this.#readContents();
  }

  /**
   * Watches a database from now on. Let go only when all connections of this process to it are closed: POSIX takes the
   * locks that SQLite has on a file from the whole process as soon as it closes any descriptor of it. Null: a database
   * without shared memory, or one whose files went at this moment.
   */
  static hold(file: string): WatchedContents | null {
    const [main, shared] = [identityOf(file), identityOf(`${file}-shm`)];
    if (main === null || shared === null) return null;
    const key = `${main.device} ${main.inode} ${shared.inode}`;
    const watched = open.get(key) ?? new WatchedContents(file);
    open.set(key, watched);
    watched.#holders += 1;
    return watched;
  }

  letGo(): void {
    this.#holders -= 1;
    if (this.#holders > 0) return;
    for (const [key, each] of open) if (each === this) open.delete(key);
    closeSync(this.#main);
    closeSync(this.#shared);
  }

  /** Whether something else than SQLite has written into the file; a few system calls as long as no one has. */
  isWrittenOver(): boolean {
    // Whoever asks after everyone let go hears what was known until then.
    if (this.#holders === 0) return this.#writtenOverAt !== null;
    const carried = this.#readCarried();
    const { size, mtimeNs } = fstatSync(this.#main, { bigint: true });
    if (this.#writtenOverAt === mtimeNs) return true;
    if (this.#writtenOverAt === null && size === this.#contents.size && mtimeNs === this.#contents.writtenAt) {
      this.#carried = carried;
      return false;
    }
    return this.#lookClosely(carried);
  }

  #lookClosely(carried: CarriedOver): boolean {
    const found = this.#readContents();
    const isSame = found.size === this.#contents.size && found.sum === this.#contents.sum;
    // Where someone is carrying over at this moment, or was killed at it, the next look knows more.
    const isSettled = carried.carried === carried.attempted && areAlike(carried, this.#readCarried());
    const mayBeSqlite = this.#writtenOverAt === null && (!isSettled || mayHaveWritten(this.#carried, carried));
    if (!isSame && !(mayBeSqlite && this.#isOurs())) {
      this.#writtenOverAt = found.writtenAt;
      return true;
    }
    this.#writtenOverAt = null;
    if (isSettled) {
      this.#carried = carried;
      this.#contents = found;
    }
    return false;
  }

  /** Numbers are in the machine's own order, which is little-endian wherever the app runs. */
  #readCarried(): CarriedOver {
    // Not in one piece: between the two lie the bytes that SQLite locks, and Windows lets no one read what is locked.
    const header = this.#read(this.#shared, 0, 100);
    return {
      log: header.readUInt32BE(32),
      frames: header.readUInt32LE(16),
      carried: header.readUInt32LE(96),
      attempted: this.#read(this.#shared, 128, 4).readUInt32LE(0),
    };
  }

  #readContents(): Contents {
    const { size, mtimeNs } = fstatSync(this.#main, { bigint: true });
    const length = Number(size);
    const step = length <= COMPARED ? STRETCH : Math.ceil((length - STRETCH) / (COMPARED / STRETCH - 1));
    let sum = 0;
    for (let at = 0; at < length; at += step) sum = crc32(this.#read(this.#main, at, STRETCH), sum);
    return { size, writtenAt: mtimeNs, sum };
  }

  /** Whether it is at least a database, and of Cohort Desk. */
  #isOurs(): boolean {
    const header = this.#read(this.#main, 0, 100);
    return header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === APPLICATION_ID;
  }

  /** What is beyond the end of the file is zeros, so that a file that was cut short is another one. */
  #read(descriptor: number, at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    readSync(descriptor, bytes, 0, length, at);
    return bytes;
  }
}

/** Whether SQLite can have carried something over between two looks. */
function mayHaveWritten(before: CarriedOver, after: CarriedOver): boolean {
  if (areAlike(before, after)) return false;
  // A log of which all was in the database began again, and nothing of the new one was brought there.
  const onlyBeganAgain =
    before.carried === before.frames && after.log === (before.log + 1) >>> 0 && after.attempted === 0;
  return !onlyBeganAgain;
}

const areAlike = (one: CarriedOver, other: CarriedOver): boolean =>
  one.log === other.log && one.carried === other.carried && one.attempted === other.attempted;
