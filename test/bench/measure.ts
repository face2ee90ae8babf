/** One line of the bench: what we take beside what the bare library takes, in the same run. */
export interface Measure {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB';
  readonly ours: number;
  /** The floor: the same rows through the bare library, or the least that the job can take. */
  readonly floor: number;
  /** What the floor is. */
  readonly floorIs: string;
  /** The most memory that it took, in MB, where it ran in a process of its own; else the section's counts. */
  readonly peakMegabytes?: number;
}

/** What a section of the bench reports. */
export type Report = (measure: Measure) => void;

/** The value that a share of all values does not pass, from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How long a piece of work takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

/** The median of several runs, in milliseconds; a first run warms up and does not count. */
export async function median(runs: number, work: () => unknown): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await timed(work));
  return percentile(times, 0.5);
}

/** What a piece of work took: by the clock, of the processor, and how long the longest turn held everything else up. */
export interface Effort {
  readonly wall: number;
  readonly cpu: number;
  readonly longestTurn: number;
}

/** Measures a piece of work beside a heartbeat, all in milliseconds. A busy machine shows in the clock, less in the rest. */
export async function effortOf(work: () => unknown): Promise<Effort> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  let beatAt = startedAt;
  let longestTurn = 0;
  const beat = () => {
    const now = performance.now();
    longestTurn = Math.max(longestTurn, now - beatAt);
    beatAt = now;
  };
  const heart = setInterval(beat, 1);
  try {
    await work();
  } finally {
    clearInterval(heart);
  }
  beat();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - startedAt, cpu: (user + system) / 1_000, longestTurn };
}
