import type { DeskEvent } from '../../shared/events.ts';

/** Where long work shows outside the window. */
interface Outside {
  /** From 0 to 1; null: it goes on, and no one knows how far it is; 'none': nothing goes on. */
  readonly bar: (fraction: number | null | 'none') => void;
  readonly isInBackground: () => boolean;
  readonly notify: (text: string) => void;
}

/** Shows long work in the taskbar or the dock, and says when it has ended where no one looks at the window. */
export class LongWork {
  readonly #outside: Outside;
  #label: string | null = null;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  hear(event: DeskEvent): void {
    if (event.kind === 'progress') {
      this.#label = event.label;
      this.#outside.bar(event.fraction);
    } else if (event.kind === 'progress-ended' && this.#label !== null) {
      const label = this.#label;
      this.#label = null;
      this.#outside.bar('none');
      if (this.#outside.isInBackground()) this.#outside.notify(`“${label}” has ended.`);
    }
  }
}
