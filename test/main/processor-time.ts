import { createHash } from 'node:crypto';

/**
 * Milliseconds of the processor that some work takes: not the clock's, for other tests run beside it. What is too much
 * depends on the machine, so compare it with `yardstick`.
 */
export async function processorTime(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

/**
 * Milliseconds of the processor that a fixed piece of work takes now: about one on a laptop of 2024. Say a limit for
 * other work as a multiple of it: a machine that is slow, or busy, is slow at both.
 */
export async function yardstick(): Promise<number> {
  await fixedWork();
  const times: number[] = [];
  for (let at = 0; at < 9; at += 1) times.push(await processorTime(fixedWork));
  return times.toSorted((a, b) => a - b)[4] ?? 0;
}

// Of what the app does most: making objects, sorting text, hashing.
async function fixedWork(): Promise<void> {
  const rows = Array.from({ length: 2_000 }, (_, at) => ({ key: `row ${(at * 7_919) % 2_000}`, at }));
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  createHash('sha256').update(JSON.stringify(rows)).digest();
}
