import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { threadId } from 'node:worker_threads';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { cancelled } from './cancelled.ts';
import { temporaryName } from './maker.ts';
import { makePrivateFolder, PRIVATE_FILE } from './private.ts';
import { openRegularFile } from './regular-file.ts';
import { sayFolder, sayName } from './say-name.ts';
import { syncFolder } from './sync.ts';

/** A file that was kept: its name in the folder is its hash. */
export interface KeptFile {
  /** SHA-256 of its bytes, in 64 lower-case hex digits. */
  readonly sha256: string;
  readonly size: number;
  /** Its first bytes, by which its kind is told. */
  readonly head: Buffer;
  /** Whether the folder did not have it before. */
  readonly isNew: boolean;
}

interface Keeping {
  /** The most bytes that one file may have. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
  /** Hears how many bytes have been copied, of how many. */
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
}

const atOnce = 1 << 20;
const headBytes = 65_536;
let count = 0;

/** The folder beside a database in which files lie that its records name by their hash: evidence that people handed in. */
export const evidenceFolder = (database: string): string => path.join(path.dirname(database), 'evidence');

/** Where a file of this hash is in a folder of kept files. The hash is checked, so that nothing else can be named by it. */
export function placeOf(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('That is no SHA-256.');
  return path.join(folder, sha256);
}

/**
 * Copies a file into a folder under its own hash: whole or not at all, for this account alone, and once however often it
 * comes. A file that is there but was altered is put right. Only regular files are copied; a link is followed. What
 * changes or goes away meanwhile, is too large, or doesn't fit on the disk is refused with a sentence, and leaves
 * nothing behind; what a killed process leaves is known by its name (`sweepFolder`).
 */
export async function keepFile(folder: string, source: string, options: Keeping): Promise<Result<KeptFile>> {
  const opened = await openRegularFile(source, 'a file');
  if (!opened.ok) return opened;
  await using from = opened.value.handle;
  const before = await from.stat();
  if (before.size > options.most) return refuse(sayTooLarge(source, options.most));
  if (before.size === 0) return refuse(`${sayName(source)} is empty. Choose a file that has something in it.`);
  const temporary = path.join(folder, `${temporaryName(`${threadId}-kept-`)}${++count}.part`);
  try {
    makePrivateFolder(folder);
    const to = await open(temporary, 'wx', PRIVATE_FILE);
    let copied: Result<Omit<KeptFile, 'isNew'>>;
    try {
      copied = await copy(from, to, source, before.size, options);
      // On the disk before it takes its name: else a power cut could leave an empty file under it.
      if (copied.ok) await to.sync();
    } finally {
      await to.close();
    }
    if (!copied.ok) return copied;
    const after = await from.stat();
    const sizes = [after.size, copied.value.size];
    if (after.mtimeMs !== before.mtimeMs || sizes.some((size) => size !== before.size))
      return refuse(sayChanged(source));
    options.signal?.throwIfAborted();
    const place = placeOf(folder, copied.value.sha256);
    const had = await stat(place).catch(() => null);
    const isNew = had === null || (await hashOf(place)) !== copied.value.sha256;
    if (isNew) {
      await rename(temporary, place);
      syncFolder(folder);
    }
    return done({ ...copied.value, isNew });
  } catch (error) {
    if (options.signal?.aborted) return cancelled('Canceled: no file was copied.');
    const why = sayWhyNotKept(source, folder, error);
    if (why === null) throw error;
    return refuse(why);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
}

async function copy(
  from: FileHandle,
  to: FileHandle,
  source: string,
  size: number,
  { most, signal, onProgress }: Keeping,
): Promise<Result<Omit<KeptFile, 'isNew'>>> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(atOnce);
  const head: Buffer[] = [];
  let length = 0;
  for (;;) {
    signal?.throwIfAborted();
    const bytesRead = await readSome(from, buffer, length);
    if (bytesRead === null) return refuse(sayUnread(source));
    if (bytesRead === 0) break;
    const part = buffer.subarray(0, bytesRead);
    if (length < headBytes) head.push(Buffer.from(part.subarray(0, headBytes - length)));
    hash.update(part);
    await to.writeFile(part);
    length += bytesRead;
    // One that grows while it is copied: a log, or a download that is not done.
    if (length > most) return refuse(sayTooLarge(source, most));
    onProgress?.(length, Math.max(size, length));
  }
  return done({ sha256: hash.digest('hex'), size: length, head: Buffer.concat(head) });
}

/** How many bytes were read; null: the disk did not give them, as when a stick is pulled out. */
async function readSome(from: FileHandle, into: Buffer, at: number): Promise<number | null> {
  try {
    return (await from.read(into, 0, into.length, at)).bytesRead;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/** The hash of a file as it is on the disk; null where it is missing or can't be read. */
export async function hashOf(file: string): Promise<string | null> {
  const opened = await openRegularFile(file, 'a file');
  if (!opened.ok) return null;
  await using from = opened.value.handle;
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(atOnce);
  for (let at = 0; ; ) {
    const bytesRead = await readSome(from, buffer, at);
    if (bytesRead === null) return null;
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
}

/** A size as people read it: `340 KB`, `2.1 MB`. */
export function saySize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  const [unit, divisor] = bytes < 1_000_000 ? ['KB', 1_000] : bytes < 1_000_000_000 ? ['MB', 1_000_000] : ['GB', 1e9];
  const amount = bytes / Number(divisor);
  return `${amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}

const sayTooLarge = (file: string, most: number): string =>
  `${sayName(file)} is larger than ${saySize(most)}, the most that is kept of one file. Save a smaller copy of it, or add a note of where it is.`;

const sayChanged = (file: string): string =>
  `${sayName(file)} changed while it was copied, so nothing was kept. Close it in the other program, then try again.`;

const sayUnread = (file: string): string =>
  `${sayName(file)} could not be read to its end: it went away, or its disk did not answer. Copy it to this laptop and try again.`;

/** A file system's error as a sentence; null: no such error. */
function sayWhyNotKept(source: string, folder: string, error: unknown): string | null {
  const name = sayName(source);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${name} was not saved: the disk is full. Free some space, then try again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${name} was not saved: nothing may be written to ${sayFolder(folder)}. Ask for permission, then try again.`;
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
      return `${name} was not saved: ${sayFolder(folder)} is not a folder, or something else has its file’s name. Move that away, then try again.`;
    case 'ENOENT':
      return `${name} was not saved: ${sayFolder(folder)} can’t be found. Check that its disk is connected, then try again.`;
    case 'EIO':
    case 'ENXIO':
    case 'ENODEV':
      return `${name} was not saved: the disk did not answer. Check that it is still connected, then try again.`;
    case 'EMFILE':
    case 'ENFILE':
      return `${name} was not saved: too many files are open on this laptop. Close some programs, then try again.`;
    default:
      return null;
  }
}
