import { statSync } from 'node:fs';

/** A file itself, whatever it is called: a link, another folder's name or other letters lead to the same one. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** The file that a name leads to now; null: none. */
export function identityOf(file: string): FileIdentity | null {
  try {
    const facts = statSync(file, { bigint: true, throwIfNoEntry: false });
    return facts === undefined ? null : { device: facts.dev, inode: facts.ino };
  } catch {
    // A folder in progress is a file by now, or may not be read: the name leads nowhere.
    return null;
  }
}

export const isSameFile = (one: FileIdentity | null, other: FileIdentity | null): boolean =>
  one !== null && other !== null && one.device === other.device && one.inode === other.inode;
