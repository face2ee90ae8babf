import { statSync } from 'node:fs';
import path from 'node:path';
import { type FileIdentity, identityOf, isSameFile } from '../files/file-identity.ts';
import type { ReadableDatabase } from './handles.ts';

// A connection goes on writing into the file that it opened, also when its name leads to another file by now, or to
// none. SQLite itself notices that only without a write-ahead log.

interface HeldFiles {
  readonly files: ReadonlyMap<string, FileIdentity>;
  /** The database's own file, and how long it has been at most: it never becomes shorter while it is open. */
  readonly main: string;
  longest: number;
}

const held = new WeakMap<ReadableDatabase, HeldFiles>();

/** Remembers which files a connection holds, from the first moment at which its write-ahead log is there. */
export function holdFiles(database: ReadableDatabase, file: string): void {
  const files = new Map<string, FileIdentity>();
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    const identity = identityOf(name);
    if (identity !== null) files.set(name, identity);
  }
  held.set(database, { files, main: file, longest: lengthOf(file) });
}

/** A file of this connection's whose name leads elsewhere by now, or nowhere; null: all are in their places. */
export function movedFile(database: ReadableDatabase): string | null {
  for (const [name, identity] of held.get(database)?.files ?? []) {
    if (!isSameFile(identityOf(name), identity)) return name;
  }
  return null;
}

/** Whether another program has cut the database's own file short, as one does that writes something else over it. */
function isCutShort(database: ReadableDatabase): boolean {
  const holding = held.get(database);
  if (holding === undefined) return false;
  const length = lengthOf(holding.main);
  if (length < holding.longest) return true;
  holding.longest = length;
  return false;
}

/** Asks the name: to open and close the file would let go of the locks that this process has on it. */
function lengthOf(file: string): number {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}

/** Throws where a change would be written into a file that no one will find again; `explainStorageError` knows it. */
export function mustBeInPlace(database: ReadableDatabase): void {
  const moved = movedFile(database);
  if (moved !== null) throw new MovedError(path.basename(moved));
  if (isCutShort(database)) throw new CutShortError('The database is shorter than it was.');
}

/** SQLite's own code for it, which it gives where it notices by itself. */
class MovedError extends Error {
  readonly code = 'SQLITE_READONLY_DBMOVED';
}

/** SQLite's own code for it, which it gives as soon as it reads a page that is gone. */
class CutShortError extends Error {
  readonly code = 'SQLITE_CORRUPT';
}
