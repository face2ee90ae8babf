import { randomBytes } from 'node:crypto';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

// Every temporary file carries the process that made it in its name, so that the next start can tell what a killed
// process left behind from what another one is still writing.

const MARK = '.cohort-desk-';
const KEY = 'cohort-desk-process';

/**
 * This process by its number and a random word: a number alone comes round again, after a restart of the laptop often
 * at once. Threads have the word of the process that started them.
 */
const self = ((): string => {
  const known = getEnvironmentData(KEY);
  if (typeof known === 'string') return known;
  const made = `${process.pid}-${randomBytes(4).toString('hex')}`;
  setEnvironmentData(KEY, made);
  return made;
})();

/** This process, as temporary names carry it. */
export const thisProcess = (): string => self;

/** A name for a file that is there only while this process works on something. */
export const temporaryName = (rest: string): string => `${MARK}${self}-${rest}`;

/** What a temporary name was made with, and whether whoever made it has ended; null: no name of ours. */
export function readTemporaryName(name: string): { readonly rest: string; readonly isLeftBehind: boolean } | null {
  const [, maker = '', rest = ''] = /^\.cohort-desk-(\d+-[0-9a-f]{8})-(.+)$/s.exec(name) ?? [];
  return maker === '' ? null : { rest, isLeftBehind: hasEnded(maker) };
}

/** Whether a process, named as `thisProcess` names it, runs no more. */
export function hasEnded(maker: string): boolean {
  if (maker === self || !/^\d+-[0-9a-f]{8}$/.test(maker)) return false;
  const pid = Number(maker.split('-')[0]);
  // Our own number with another word: whoever had it before us has ended.
  return pid === process.pid || !isRunning(pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
