/** After so many rows a command pauses for a turn, so that the app goes on answering during a large one. */
const SLICE = 250;

/** After so many milliseconds too, wherever it is: a slow disk must not make a slice a long one. */
const TURN = 10;

/** Tells when a turn is over: after so many steps, or so much time. */
export class Pace {
  #steps = 0;
  #since = 0;

  /** Counts a step; true: let others have their turn. The next one's time runs from its own first step. */
  isOver(): boolean {
    const now = performance.now();
    if (this.#steps === 0) this.#since = now;
    this.#steps += 1;
    const over = this.#steps >= SLICE || now - this.#since >= TURN;
    if (over) this.#steps = 0;
    return over;
  }
}
