import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, unlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { identityOf } from '../files/file-identity.ts';
import { PRIVATE_FOLDER } from '../files/private.ts';

/** Where an open desk can be called; `close` takes it away. */
export interface Doorbell {
  close(): void;
}

/** So long a desk that is busy may take to open its door, in milliseconds. */
const mostWait = 5_000;

/**
 * Calls the desk that has this database open, whatever the folder of its settings and the name by which it opened the
 * file: then 'rang'. Where none has, this one can be called from now on. Null: this account can't listen, or the file is
 * not there yet; then the app goes on without.
 */
export async function ringOrListen(
  database: string,
  onRing: () => void,
  folder = usualFolder(),
): Promise<Doorbell | 'rang' | null> {
  const address = addressOf(database, folder);
  if (address === null) return null;
  // A second try after what a killed desk left was removed.
  for (const _ of [1, 2]) {
    const bell = await listen(address, onRing);
    if (bell !== null) return bell;
    if (await ring(address)) return 'rang';
    removeLeftover(address);
  }
  return null;
}

/** For every folder of settings the same, so not from the environment, and no one else’s. */
function usualFolder(): string {
  return path.join('/tmp', `cohort-desk-${process.getuid?.() ?? ''}`);
}

/** The address of a file itself; short, as the system's limit for a socket's name is about a hundred letters. */
function addressOf(database: string, folder: string): string | null {
  const file = identityOf(database);
  if (file === null) return null;
  const name = createHash('sha256').update(`${file.device} ${file.inode}`).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\cohort-desk-${os.userInfo().username}-${name}`;
  return isOwnFolder(folder) ? path.join(folder, name) : null;
}

/** Whether a folder is this account's own, made where it is missing. Anyone may write beside it. */
function isOwnFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: PRIVATE_FOLDER, recursive: true });
    const facts = lstatSync(folder);
    return facts.isDirectory() && facts.uid === process.getuid?.() && (facts.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/** Null: the address is taken. */
function listen(address: string, onRing: () => void): Promise<Doorbell | null> {
  const server = net.createServer((caller) => {
    caller.on('error', () => undefined);
    caller.end();
    onRing();
  });
  // Whoever waits at this door does not keep the app alive.
  server.unref();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(address, () => resolve({ close: () => void server.close() }));
  });
}

/** Whether someone lives at the address: a desk that is busy opens later, one that was killed never. */
function ring(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = net.connect(address);
    const end = (answered: boolean) => {
      caller.destroy();
      resolve(answered);
    };
    caller.setTimeout(mostWait, () => end(false));
    caller.once('connect', () => end(true));
    caller.once('error', () => end(false));
  });
}

function removeLeftover(address: string): void {
  try {
    unlinkSync(address);
  } catch {
    // It is a pipe, or has gone by itself.
  }
}
