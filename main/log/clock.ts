import type { Instant } from '../../shared/model/dates.ts';

/**
 * The next reading of a hybrid logical clock: `2024-04-01T12:10:31.000Z-0000-<device>`. It sorts as text after
 * everything that this laptop has seen, also when its wall clock was set back, and stays close to the wall clock.
 */
export function tick(latest: string | null, now: Instant, device: string): string {
  const seen = latest === null ? null : readClock(latest);
  if (seen === null || now > seen.wall) return clockText(now, 0, device);
  if (seen.count < 0xffff) return clockText(seen.wall, seen.count + 1, device);
  // 65,536 commands within one millisecond of a clock that stands: borrow the next millisecond.
  return clockText(new Date(Date.parse(seen.wall) + 1).toISOString(), 0, device);
}

/** The parts of a clock's reading. */
export function readClock(text: string): { readonly wall: string; readonly count: number; readonly device: string } {
  return { wall: text.slice(0, 24), count: Number.parseInt(text.slice(25, 29), 16), device: text.slice(30) };
}

const clockText = (wall: string, count: number, device: string): string =>
  `${wall}-${count.toString(16).padStart(4, '0')}-${device}`;
