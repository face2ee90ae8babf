import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readTemporaryName, temporaryName } from './maker.ts';

const PREVIOUS = 'previous-';

/** Where the file that another one replaces waits until the new one is known to be whole. */
export const previousOf = (file: string): string =>
  path.join(path.dirname(file), temporaryName(PREVIOUS + path.basename(file)));

/**
 * Removes what killed processes left half written in a folder, and puts a file that was being replaced back to its
 * name. What a running process made stays. Never fails: a folder may have gone with its stick.
 */
export async function sweepFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const read = readTemporaryName(name);
    if (read?.isLeftBehind) await settle(path.join(folder, name), read.rest);
  }
}

/** Puts the file that was being replaced back to its name, where it still waits for that. Never fails. */
export const putBack = (file: string): Promise<void> => settle(previousOf(file), PREVIOUS + path.basename(file));

async function settle(left: string, rest: string): Promise<void> {
  if (!rest.startsWith(PREVIOUS)) return rm(left, { recursive: true, force: true }).catch(() => {});
  const target = path.join(path.dirname(left), rest.slice(PREVIOUS.length));
  const [was, is] = await Promise.all([left, target].map((file) => stat(file, { bigint: true }).catch(() => null)));
  if (!was) return;
  // Two names of one file: the new one had not come yet. A rename of the one to the other would do nothing.
  const isSame = is?.ino === was.ino && is.dev === was.dev;
  await (isSame ? rm(left, { force: true }) : rename(left, target)).catch(() => {});
}
