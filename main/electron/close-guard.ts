import type { DeskEvent } from '../../shared/events.ts';
import { done, type Result } from '../../shared/model/result.ts';

/** What the guard needs of the app around it. */
interface Around {
  readonly tell: (event: DeskEvent) => void;
  /** Closes the window, or ends the whole app where that is what was asked for. */
  readonly leave: (wholeApp: boolean) => void;
}

/** What goes on as soon as nothing would be lost by it. */
type Next = () => Promise<Result<null>>;

/**
 * Keeps the window open, and its database, while the page has something that leaving would lose: then the page asks
 * first. The page says so as it comes and goes; a page that has gone, or answers nothing, keeps nothing open.
 */
export class CloseGuard {
  readonly #around: Around;
  #because: readonly string[] = [];
  #wasQuitting = false;
  #isLeaving = false;
  /** What was asked for last is to open another database; null: to close. */
  #next: Next | null = null;

  constructor(around: Around) {
    this.#around = around;
  }

  /** What would be lost from now on, a sentence each. */
  holdOpen(because: readonly string[]): void {
    // What the page says while it goes no longer keeps anything open.
    if (!this.#isLeaving) this.#because = because;
  }

  /** Another window is open, or another page in it, which has said nothing yet. */
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
    this.#next = null;
    this.#wasQuitting = isQuitting;
    this.#around.tell({ kind: 'closing', opensAnother: false });
    return false;
  }

  /** Goes on at once where nothing would be lost; else the page asks first, and a later refusal is told to it. */
  async whenFree(next: Next): Promise<Result<null>> {
    if (this.#because.length === 0) return next();
    this.#next = next;
    this.#around.tell({ kind: 'closing', opensAnother: true });
    return done(null);
  }

  /** The person was asked, and leaves anyway. */
  leave(): void {
    const next = this.#next;
    this.#next = null;
    const because = this.#because;
    this.#isLeaving = true;
    this.forget();
    if (next === null) this.#around.leave(this.#wasQuitting);
    else
      void next().then((went) => {
        if (went.ok) return;
        // The page is still the one that holds something.
        this.#isLeaving = false;
        this.#because = because;
        this.#around.tell({ kind: 'refused', problem: went.problem });
      });
  }
}
