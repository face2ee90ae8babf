import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { programFile } from './programs.ts';

/**
 * Runs one of the programs of this folder until it is killed, and returns every line that it said until then.
 * It is killed once `isTime` says so of a line; it may also kill itself. One that ends in any other way fails the test.
 */
export async function runUntilKilled(
  program: string,
  words: readonly string[],
  isTime: (line: string, count: number) => boolean,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [await programFile(program), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal));
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    // It goes on with its work until the signal reaches it.
    if (isTime(line, lines.length)) child.kill('SIGKILL');
  }
  expect(await gone, 'the process was killed; it did not end by itself').toBe('SIGKILL');
  return lines;
}
