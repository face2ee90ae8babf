import { constants } from 'node:fs';
import { access, type FileHandle, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { cancelled } from './cancelled.ts';
import { sweepFolder } from './leftovers.ts';
import { temporaryName } from './maker.ts';
import { leadsToOpenDatabase } from './open-databases.ts';
import { sayFolder, sayName } from './say-name.ts';
import { ownerOfSidecar } from './sidecars.ts';
import { sqliteFileAt } from './sqlite-file.ts';

let count = 0;
const prefix = (thread: number): string => temporaryName(`${thread}-`);

/**
 * Writes a file whole or not at all: `write` fills a new file beside it, which then takes its place. A database is never
 * replaced, whether it is open or not: what a list or a paper would delete with it can't be had back.
 * A full disk, a locked file or Cancel leaves the old file as it was and nothing else behind.
 * Gives back what `write` gave; a refusal names the file and says what to do.
 */
export async function replaceFile<T>(
  file: string,
  write: (handle: FileHandle) => Promise<T>,
  signal?: AbortSignal,
): Promise<Result<T>> {
  let temporary: string | null = null;
  try {
    signal?.throwIfAborted();
    // Half a character would be written as another one: the file would lie under a name that no one chose.
    if (!file.isWellFormed()) throw Object.assign(new Error('Half a character.'), { code: 'EINVAL' });
    if (leadsToOpenDatabase(file)) return refuse(sayIsOpenDatabase(file));
    const target = await whereItLeads(file);
    // A rename would put a file in the place of the system's own device.
    if (target === null) return refuse(`${sayName(file)} is a device or a pipe, not a file. Choose another name.`);
    const database = whyKeptForDatabase(file, target);
    if (database !== null) return refuse(database);
    await sweepFolder(dirname(target));
    temporary = join(dirname(target), `${prefix(threadId)}${++count}.part`);
    const handle = await open(temporary, 'wx');
    let value: T;
    try {
      value = await write(handle);
      // On the disk before it takes the old file's name: else a power cut could leave an empty file under it.
      await handle.sync();
    } finally {
      await handle.close();
    }
    signal?.throwIfAborted();
    await rename(temporary, target);
    temporary = null;
    return done(value);
  } catch (error) {
    if (signal?.aborted) return cancelled();
    const why = sayFileError(file, error);
    if (why === null) throw error;
    return refuse(why);
  } finally {
    if (temporary !== null) await rm(temporary, { force: true }).catch(() => {});
  }
}

/** Why nothing may be written over a database that is open. */
export const sayIsOpenDatabase = (file: string): string =>
  `${sayName(file)} is the database that is open, or one of its own files. Choose another name.`;

/** Why a name, which leads to `target`, is left to a database, this program's or any other's; null: it is not. */
function whyKeptForDatabase(file: string, target: string): string | null {
  if (sqliteFileAt(target) !== null) {
    return `${sayName(file)} is a database: this would delete all that is in it. Choose another name.`;
  }
  const owner = ownerOfSidecar(target);
  return owner !== null && sqliteFileAt(owner) !== null
    ? `${sayName(file)} is a name that only the database ${sayName(owner)} may use. Choose another name.`
    : null;
}

/** Removes what a thread that was stopped by force left half written in a file's folder. Never fails. */
export async function removeLeftovers(file: string, thread: number): Promise<void> {
  const folder = dirname(await realpath(file).catch(() => file));
  const names = await readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(prefix(thread)));
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true }).catch(() => {})));
}

/**
 * The file itself where the name is a link, so that the link stays one; null: it is no file. Throws where an existing
 * one may not be written.
 */
async function whereItLeads(file: string): Promise<string | null> {
  try {
    const target = await realpath(file);
    const facts = await stat(target);
    if (facts.isDirectory()) throw Object.assign(new Error('A folder has that name.'), { code: 'EISDIR' });
    if (!facts.isFile()) return null;
    await access(target, constants.W_OK);
    return target;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return file;
    throw error;
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;

/** A file system's error as a sentence that names the file and says what to do; null: no such error. */
export function sayFileError(file: string, error: unknown): string | null {
  const name = sayName(file);
  const folder = sayFolder(dirname(file));
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${name} was not written: the disk is full. Free some space or choose another disk, then try again.`;
    case 'EBUSY':
    case 'ETXTBSY':
      return `${name} was not written: another program has it open. Close it there, then try again.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} was not written: it is open in another program, or ${folder} may not be written to. Close it there or choose another folder, then try again.`;
    case 'EROFS':
      return `${name} was not written: ${folder} is read-only. Choose another folder, then try again.`;
    case 'ENOENT':
    case 'ENOTDIR':
      return `${name} was not written: the folder ${folder} no longer exists. Choose another folder, then try again.`;
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return `${name} was not written: a folder has that name. Choose another name, then try again.`;
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'EINVAL':
    case 'ERR_INVALID_ARG_VALUE':
      return `${name} was not written: this disk does not take that name. Choose a shorter, plainer one, then try again.`;
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
      return `${name} was not written: the disk did not answer. Check that it is still connected, then try again.`;
    case 'EMFILE':
    case 'ENFILE':
      return `${name} was not written: too many files are open on this laptop. Close some programs, then try again.`;
    default:
      return null;
  }
}
