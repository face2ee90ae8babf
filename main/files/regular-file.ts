import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { sayName } from './say-name.ts';

/** What a list is read from, as a sentence asks for it. */
const aList = 'a .csv or .xlsx file';

/** A file that was opened, and how many bytes it had then. The caller closes it. */
interface OpenFile {
  readonly handle: FileHandle;
  readonly size: number;
}

/**
 * Opens a file to read it: a regular one and nothing else. A pipe, a device or a socket could hold the app up for ever or
 * do something by being read. What was looked at by name is looked at again once it is open, so that nothing can be put
 * in its place in between; and opening itself never waits. Refuses with a sentence that names the file and asks for what
 * is `wanted` instead.
 */
export async function openRegularFile(file: string, wanted = aList): Promise<Result<OpenFile>> {
  try {
    const byName = whyNotRead(file, await stat(file), wanted);
    if (byName) return byName;
    const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    const facts = await handle.stat();
    const opened = whyNotRead(file, facts, wanted);
    if (!opened) return done({ handle, size: facts.size });
    await handle.close();
    return opened;
  } catch (problem) {
    return refuse(sayWhyUnread(file, problem));
  }
}

/** All bytes of a file, up to so many; null where it has more, also one that grows while it is read. */
export async function readUpTo({ handle, size }: OpenFile, most: number): Promise<Buffer | null> {
  if (size > most) return null;
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    // One byte more than it had: where that comes too, the file is longer than it said.
    const room = Buffer.allocUnsafe(Math.max(size + 1 - length, 65_536));
    const { bytesRead } = await handle.read(room, 0, room.length, length);
    if (bytesRead === 0) return Buffer.concat(parts, length);
    length += bytesRead;
    if (length > most) return null;
    parts.push(room.subarray(0, bytesRead));
  }
}

/** Reads a whole regular file; null where it has more than so many bytes. Refuses what can’t be opened or read. */
export async function readRegularFile(file: string, most: number, wanted = aList): Promise<Result<Buffer | null>> {
  const opened = await openRegularFile(file, wanted);
  if (!opened.ok) return opened;
  await using _ = opened.value.handle;
  try {
    return done(await readUpTo(opened.value, most));
  } catch (problem) {
    return refuse(sayWhyUnread(file, problem));
  }
}

function whyNotRead(file: string, facts: { isFile(): boolean; isDirectory(): boolean }, wanted: string) {
  if (facts.isFile()) return null;
  if (facts.isDirectory()) return refuse(`${sayName(file)} is a folder. Choose ${wanted} inside it.`);
  return refuse(`${sayName(file)} is a device or a connection on this laptop, not a file. Choose ${wanted}.`);
}

/** Why a file could not be opened or read, as a sentence that says what to do. */
function sayWhyUnread(file: string, problem: unknown): string {
  const name = sayName(file);
  const code = problem instanceof Error && 'code' in problem ? problem.code : null;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `${name} can’t be found. It may have been moved or renamed; choose it again.`;
    case 'EACCES':
    case 'EPERM':
      return `${name} can’t be read: this account has no permission. Copy it to your own folder and try again.`;
    case 'EBUSY':
      return `${name} is in use by another program. Close it there and try again.`;
    case 'ENAMETOOLONG':
    case 'ELOOP':
    case 'ERR_INVALID_ARG_VALUE':
      return `${name} can’t be the name of a file on this disk. Choose the file again.`;
    default:
      return `${name} can’t be read from its disk. Copy it to this laptop and try again.`;
  }
}
