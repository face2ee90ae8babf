/** Fewer keys than this are no code. */
const fewest = 5;
/** A scanner sends a key every few milliseconds; nobody types a name this fast. Both in milliseconds. */
const usualPause = 30;
const longestPause = 80;

/** Whether keys came from a scanner: a run of them, each right after the other. `times` are their moments in ms. */
export function isScan(times: readonly number[]): boolean {
  if (times.length < fewest) return false;
  const pauses = times.slice(1).map((time, at) => time - (times[at] ?? time));
  const whole = pauses.reduce((sum, pause) => sum + pause, 0);
  return whole / pauses.length <= usualPause && Math.max(...pauses) <= longestPause;
}

/** Keys in one go, and what stood in the field before the first of them. */
export interface Run {
  readonly times: readonly number[];
  readonly before: string;
}

/** A run with one more key; after a pause a new one begins. */
export function runBefore({ times, before }: Run, moment: number, value: string): Run {
  const last = times.at(-1);
  const goesOn = last !== undefined && moment - last <= longestPause;
  return goesOn ? { times: [...times, moment], before } : { times: [moment], before: value };
}
