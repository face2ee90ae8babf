import type { DeskEvent } from '../../shared/events.ts';

/** At most so many milliseconds pass silently between two reports of progress, and no fewer. */
const INTERVAL = 100;

/** Reports an errand's progress to the screens, with the time left at the rate so far; says so when it ends. */
export function progressReporter(onEvent: (event: DeskEvent) => void) {
  const startedAt = performance.now();
  let saidAt = Number.NEGATIVE_INFINITY;
  return {
    report(label: string, fraction: number | null): void {
      const now = performance.now();
      if (now - saidAt < INTERVAL) return;
      saidAt = now;
      const elapsed = (now - startedAt) / 1000;
      // Before a second has passed or a fiftieth is done, a rate would be a guess.
      const known = fraction !== null && fraction > 0.02 && elapsed > 1;
      const secondsLeft = known ? Math.ceil((elapsed / fraction) * (1 - fraction)) : null;
      onEvent({ kind: 'progress', label, fraction, secondsLeft });
    },
    end(): void {
      if (saidAt > Number.NEGATIVE_INFINITY) onEvent({ kind: 'progress-ended' });
    },
  };
}
