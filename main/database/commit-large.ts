import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { WritableDatabase } from './handles.ts';
import { fileTrouble, mustBeInPlace } from './held-files.ts';

/** From so many bytes of write-ahead log on, carrying it into the database is work for a thread. */
const LARGE = 16_000_000;

/** How many pages of write-ahead log SQLite itself carries over after a commit: its own default. */
const PAGES = 1_000;

const running = new Set<Promise<void>>();

/**
 * Ends the transaction of a large command without a long pause: the disk takes the write-ahead log before the commit
 * waits for it, and a thread carries it into the database afterwards. The command is on the disk when this resolves.
 */
export async function commitLarge(database: WritableDatabase): Promise<void> {
  const log = `${database.file}-wal`;
  if (sizeOf(log) < LARGE) {
    mustBeInPlace(database);
    database.exec('COMMIT');
    return;
  }
  await syncToDisk(log);
  mustBeInPlace(database);
  database.exec(`PRAGMA wal_autocheckpoint = 0`);
  try {
    database.exec('COMMIT');
  } catch (error) {
    database.exec(`PRAGMA wal_autocheckpoint = ${PAGES}`);
    throw error;
  }
  const done = checkpoint(database.file).then(() => {
    running.delete(done);
    // Whatever else is written into the file from now on, no one can take it for the thread's work.
    if (database.isOpen()) fileTrouble(database);
    // Until now a small command would have carried it all over by itself.
    if (database.isOpen()) database.exec(`PRAGMA wal_autocheckpoint = ${PAGES}`);
  });
  running.add(done);
}

/** Resolves when no thread works on a database any more. */
export async function checkpointsDone(): Promise<void> {
  await Promise.all(running);
}

function checkpoint(file: string): Promise<void> {
  const entry = import.meta.url.endsWith('.ts') ? './checkpoint-thread.ts' : './checkpoint.js';
  return new Promise((resolve) => {
    const worker = new Worker(new URL(entry, import.meta.url), { name: 'checkpoint', workerData: file });
    // Nothing is lost where it fails: the command is on the disk, and the next commit tries again.
    worker.once('error', () => undefined);
    worker.once('exit', () => resolve());
  });
}

/** In the thread pool: only then does a slow disk hold no one up. SQLite's locks lie on other files. */
async function syncToDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
