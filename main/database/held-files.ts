import { statSync } from 'node:fs';
import { type FileIdentity, identityOf, isSameFile } from '../files/file-identity.ts';
import { type FileTrouble, WRITTEN_OVER } from './errors.ts';
import type { ReadableDatabase } from './handles.ts';
import { WatchedContents } from './watched-contents.ts';

// A connection goes on writing into the file that it opened, also when its name leads to another file by now, or to
// none. SQLite itself notices that only without a write-ahead log.

interface HeldFiles {
  readonly files: ReadonlyMap<string, FileIdentity>;
  /** The database's own file, and how long it has been at most: it never becomes shorter while it is open. */
  readonly main: string;
  longest: number;
  /** Sample values, where someone watches that. */
  contents?: WatchedContents;
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
function movedFile(database: ReadableDatabase): string | null {
  for (const [name, identity] of held.get(database)?.files ?? []) {
    if (!isSameFile(identityOf(name), identity)) return name;
  }
  return null;
}

/** What became of a connection's files since it was opened; null: nothing, as far as can be seen at once. */
export function fileTrouble(database: ReadableDatabase): FileTrouble | null {
  if (movedFile(database) !== null) return 'moved';
  const contents = held.get(database)?.contents;
  return contents?.isWrittenOver() || isCutShort(database) ? 'written over' : null;
}

/**
 * From now on these connections notice also what other programs write into their file. The descriptors that this takes
 * must be given back by `letGo`, after all connections of this process to the file are closed (watched-contents.ts).
 */
export function watchContents(file: string, databases: readonly ReadableDatabase[]): { letGo(): void } {
  const contents = WatchedContents.hold(file);
  for (const database of databases) {
    const holding = held.get(database);
    if (holding && contents) holding.contents = contents;
  }
  let isHeld = contents !== null;
  return {
    letGo() {
      if (isHeld) contents?.letGo();
      isHeld = false;
    },
  };
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
  const trouble = fileTrouble(database);
  if (trouble !== null) throw new FileTroubleError(trouble);
}

class FileTroubleError extends Error {
  readonly code: string;

  constructor(trouble: FileTrouble) {
    super(`The database’s file was ${trouble}.`);
    // For a file that was moved, SQLite's own code, which it gives where it notices by itself.
    this.code = trouble === 'moved' ? 'SQLITE_READONLY_DBMOVED' : WRITTEN_OVER;
  }
}
