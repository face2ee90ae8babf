import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that goes with its test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'documents-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** Whether this computer has a program; a test that needs one it lacks is skipped under its own name. */
export const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;

/** What a program printed. Throws where it failed. */
export function output(program: string, ...args: string[]): string {
  const { stdout, status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
