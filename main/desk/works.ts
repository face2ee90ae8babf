import type { DeskEvent } from '../../shared/events.ts';
import { progressReporter } from '../call/progress.ts';

/** A piece of long work: how it hears of Cancel, and how it says how far it has come. */
export interface Work {
  readonly signal: AbortSignal;
  readonly report: (label: string, fraction: number | null) => void;
}

/** The long work that is running. All of it is canceled together: the window shows one progress bar and one Cancel. */
export class Works {
  readonly #running = new Set<AbortController>();
  readonly #tell: (event: DeskEvent) => void;

  constructor(tell: (event: DeskEvent) => void) {
    this.#tell = tell;
  }

  async run<Value>(work: (work: Work) => Promise<Value>): Promise<Value> {
    const controller = new AbortController();
    this.#running.add(controller);
    const reporter = progressReporter(this.#tell);
    try {
      return await work({ signal: controller.signal, report: reporter.report });
    } finally {
      this.#running.delete(controller);
      reporter.end();
    }
  }

  cancel(): void {
    for (const controller of this.#running) controller.abort();
  }
}
