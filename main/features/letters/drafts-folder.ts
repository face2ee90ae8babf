import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { cancelled } from '../../files/cancelled.ts';
import { sweepFolder } from '../../files/leftovers.ts';
import { temporaryName } from '../../files/maker.ts';
import { breathe, type WorkOptions } from '../../files/progress.ts';
import { sayFileError } from '../../files/replace-file.ts';

/** A file of a folder on its way to the disk. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** What was written, and the way back as long as no one was told of it. */
export interface Placed {
  /** The folder or the file. */
  readonly path: string;
  /** Removes what was written, and nothing else. Never fails. */
  readonly takeBack: () => Promise<void>;
  /** Says that it stays. Never fails. */
  readonly keep: () => Promise<void>;
}

const temporaryIn = (folder: string): string =>
  join(folder, temporaryName(`letters-${randomBytes(6).toString('hex')}.part`));

/**
 * Writes a new folder of files, whole or not at all: they fill a folder of another name, which then takes its own. A
 * folder that is there already is never touched: the new one has a number behind its name.
 */
export async function writeFolder(
  parent: string,
  name: string,
  files: readonly NewFile[],
  { signal, onProgress }: WorkOptions = {},
): Promise<Result<Placed>> {
  let temporary: string | null = null;
  try {
    signal?.throwIfAborted();
    await sweepFolder(parent);
    temporary = temporaryIn(parent);
    await mkdir(temporary);
    for (const [at, file] of files.entries()) {
      await writeFile(join(temporary, file.name), file.text, { flag: 'wx', flush: true });
      onProgress?.({ done: at + 1, total: files.length });
      await breathe(signal);
    }
    const path = await freePath(parent, name);
    await rename(temporary, path);
    temporary = null;
    return done({ path, keep: async () => undefined, takeBack: () => removeFiles(path, files) });
  } catch (error) {
    if (signal?.aborted) return cancelled();
    const why = sayFileError(join(parent, name), error);
    if (why === null) throw error;
    return refuse(why);
  } finally {
    if (temporary !== null) await rm(temporary, { recursive: true, force: true }).catch(() => {});
  }
}

/** A file that `write` makes or replaces, with the way back to what was there before. */
export async function writeBeside<Value>(
  file: string,
  write: () => Promise<Result<Value>>,
): Promise<Result<Placed & { readonly value: Value }>> {
  const before = temporaryIn(dirname(file));
  // Of a pipe or a device there is nothing to keep: copying it would wait for ever, and writing it is refused.
  const isFile = (await stat(file).catch(() => null))?.isFile() === true;
  const replaces =
    isFile &&
    (await copyFile(file, before).then(
      () => true,
      () => false,
    ));
  const forget = () => rm(before, { force: true }).catch(() => {});
  const written = await write();
  if (!written.ok) {
    await forget();
    return written;
  }
  const takeBack = (): Promise<void> => (replaces ? rename(before, file) : rm(file, { force: true })).catch(() => {});
  return done({ path: file, value: written.value, takeBack, keep: forget });
}

async function freePath(parent: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(parent, number === 1 ? name : `${name} (${number})`);
    const taken = await stat(path).then(
      () => true,
      () => false,
    );
    if (!taken) return path;
  }
}

async function removeFiles(folder: string, files: readonly NewFile[]): Promise<void> {
  await Promise.all(files.map(({ name }) => rm(join(folder, name), { force: true }).catch(() => {})));
  // Whatever someone else put there meanwhile keeps the folder.
  await rmdir(folder).catch(() => {});
}
