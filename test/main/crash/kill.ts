import { fork } from 'node:child_process';
import { expect } from 'vitest';
import { programFile } from './programs.ts';

/** Any whole number from 1 to `most`. */
export const upTo = (most: number): number => 1 + Math.floor(Math.random() * most);

/**
 * Runs a program of this folder as a process of its own and kills it as soon as what it has said is `enough`; gives back
 * all that it said. The kill waits for words, never for time: a slow machine only takes longer.
 */
export async function killWhen(
  enough: (said: readonly string[]) => boolean,
  program: string,
  args: readonly string[],
): Promise<readonly string[]> {
  const child = fork(await programFile(program), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const said: string[] = [];
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  child.on('message', (word) => {
    said.push(String(word));
    // It goes on until the signal reaches it.
    if (enough(said)) child.kill('SIGKILL');
  });
  expect(await gone, 'the child ended by the kill, not by itself').toBe('SIGKILL');
  return said;
}

/** A moment by how many words were said. */
export const after =
  (words: number) =>
  (said: readonly string[]): boolean =>
    said.length >= words;

/** The moment at which a word was said. */
export const onceSaid =
  (word: string) =>
  (said: readonly string[]): boolean =>
    said.includes(word);
