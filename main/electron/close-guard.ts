import type { DeskEvent } from '../../shared/events.ts';

/** What the guard needs of the app around it. */
interface Around {
  readonly tell: (event: DeskEvent) => void;
  /** Closes the window, or ends the whole app where that is what was asked for. */
  readonly leave: (wholeApp: boolean) => void;
}

/**
 * Keeps the window open while the page has something that closing would lose: then the page asks first. The page says
 * so as it comes and goes; a page that has gone, or answers nothing, keeps no window open.
 */
export class CloseGuard {
  readonly #around: Around;
  #because: readonly string[] = [];
  #wasQuitting = false;
  #isLeaving = false;

  constructor(around: Around) {
    this.#around = around;
  }

  /** What would be lost from now on, a sentence each. */
  holdOpen(because: readonly string[]): void {
    // What the page says while it goes no longer keeps anything open.
    if (!this.#isLeaving) this.#because = because;
  }

  /** Another window is open, with a page that has said nothing yet. */
  begin(): void {
    this.#isLeaving = false;
    this.forget();
  }

  /** The page that would ask is gone. */
  forget(): void {
    this.#because = [];
  }

  /** Whether the window may close now; where it may not, the page asks. */
  mayClose(isQuitting: boolean): boolean {
    if (this.#because.length === 0) return true;
    this.#wasQuitting = isQuitting;
    this.#around.tell({ kind: 'closing' });
    return false;
  }

  /** The person was asked, and closes it anyway. */
  leave(): void {
    this.#isLeaving = true;
    this.forget();
    this.#around.leave(this.#wasQuitting);
  }
}
