import path from 'node:path';
import { type FileIdentity, identityOf, isSameFile } from '../files/file-identity.ts';
import type { ReadableDatabase } from './handles.ts';

// A connection goes on writing into the file that it opened, also when its name leads to another file by now, or to
// none. SQLite itself notices that only without a write-ahead log.

type HeldFiles = ReadonlyMap<string, FileIdentity>;

const held = new WeakMap<ReadableDatabase, HeldFiles>();

/** Remembers which files a connection holds, from the first moment at which its write-ahead log is there. */
export function holdFiles(database: ReadableDatabase, file: string): void {
  const files = new Map<string, FileIdentity>();
  for (const name of [file, `${file}-wal`, `${file}-shm`]) {
    const identity = identityOf(name);
    if (identity !== null) files.set(name, identity);
  }
  held.set(database, files);
}

/** A file of this connection's whose name leads elsewhere by now, or nowhere; null: all are in their places. */
export function movedFile(database: ReadableDatabase): string | null {
  for (const [name, identity] of held.get(database) ?? []) {
    if (!isSameFile(identityOf(name), identity)) return name;
  }
  return null;
}

/** Throws where a change would be written into a file that nobody will find again; `explainStorageError` knows it. */
export function mustBeInPlace(database: ReadableDatabase): void {
  const moved = movedFile(database);
  if (moved !== null) throw new MovedError(path.basename(moved));
}

/** SQLite's own code for it, which it gives where it notices by itself. */
class MovedError extends Error {
  readonly code = 'SQLITE_READONLY_DBMOVED';
}
