import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** What only the account that runs the app may read and write. Windows has no such modes: there the folder's own rights hold. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;

/** Makes a folder, and those above it that are missing, for this account alone. One that is there stays as it is. */
export function makePrivateFolder(folder: string): void {
  if (isFolder(folder)) return;
  // Not Node's own recursion: where a system folder takes none, such as /proc, it tries for ever.
  const parent = path.dirname(folder);
  if (parent !== folder) makePrivateFolder(parent);
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** Makes an empty file for this account alone; throws where the name is taken. */
export const makePrivateFile = (file: string): void => closeSync(openSync(file, 'wx', PRIVATE_FILE));

/** Takes every other account's rights to a file or folder of ours away. Fails never: the disk may know no rights. */
export function keepPrivate(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch {
    // Another account's, or a stick without modes: that is no reason not to work.
  }
}
