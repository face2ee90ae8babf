import { v7 } from 'uuid';

/** Ids of version 7 that follow from a seed, so that each run of the bench has the same. */
export class SeededIds {
  readonly #random = new Uint32Array(4);
  #state = 0x2545f491;
  #seq = 0;

  /** The next id, made at a moment in milliseconds. */
  next(msecs: number): string {
    for (let word = 0; word < 4; word += 1) {
      // xorshift32: any spread of bits will do, the sequence keeps the ids apart.
      this.#state ^= this.#state << 13;
      this.#state ^= this.#state >>> 17;
      this.#state ^= this.#state << 5;
      this.#random[word] = this.#state;
    }
    this.#seq += 1;
    return v7({ random: new Uint8Array(this.#random.buffer), msecs, seq: this.#seq });
  }
}
