import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What the first bytes of a SQLite database say of it (https://sqlite.org/fileformat.html, section 1.3). */
interface SqliteFile {
  /** Which program’s file it says it is; 0: it does not say. */
  readonly applicationId: number;
  /**
   * Whether it keeps a write-ahead log. Every database that this app has opened does, and no backup that it made, so
   * that a backup is a single file.
   */
  readonly keepsWal: boolean;
}

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const HEADER = 100;
const READ_VERSION_AT = 19;
const APPLICATION_ID_AT = 68;

/**
 * What a file says of itself as a SQLite database; null: it is none, or isn’t there. Throws where it can’t be read.
 * Never ask this of a database that is open in this process: POSIX drops SQLite’s locks on a file when any descriptor
 * of it is closed.
 */
export function sqliteFileAt(file: string): SqliteFile | null {
  // Opening a pipe would wait until another program writes into it.
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
  const handle = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER);
    const length = readSync(handle, header, 0, HEADER, 0);
    if (length < HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) return null;
    return { applicationId: header.readUInt32BE(APPLICATION_ID_AT), keepsWal: header[READ_VERSION_AT] === 2 };
  } finally {
    closeSync(handle);
  }
}
