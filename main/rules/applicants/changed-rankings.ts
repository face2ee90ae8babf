import type { Ranking } from '../../../shared/model/applicants.ts';

/** The front of the order as the giving of seats leaves it. */
export interface Front {
  /** Who was looked at, in the new order: first whoever has a seat, then whoever waits. */
  readonly ids: readonly string[];
  /** How many of them have a seat. */
  readonly seated: number;
  /** How many of the rule's line these are; whoever comes after keeps the rule's place. */
  readonly ofLine: number;
}

/**
 * Rankings of which a few differ from others: what the giving of seats makes of the rule's order. Of 100,000 only the
 * few are looked at again, here and by whoever keeps something beside the rule's order.
 */
export class ChangedRankings implements ReadonlyMap<string, Ranking> {
  readonly #before: ReadonlyMap<string, Ranking>;
  readonly #changes: ReadonlyMap<string, Ranking>;
  readonly front: Front;

  /** `changes` names nobody who is not in `before`. */
  constructor(before: ReadonlyMap<string, Ranking>, changes: ReadonlyMap<string, Ranking>, front: Front) {
    this.#before = before;
    this.#changes = changes;
    this.front = front;
  }

  get size(): number {
    return this.#before.size;
  }

  get(id: string): Ranking | undefined {
    return this.#changes.get(id) ?? this.#before.get(id);
  }

  has(id: string): boolean {
    return this.#before.has(id);
  }

  keys(): MapIterator<string> {
    return this.#before.keys();
  }

  *values(): MapIterator<Ranking> {
    for (const [, ranking] of this) yield ranking;
  }

  entries(): MapIterator<[string, Ranking]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[string, Ranking]> {
    for (const [id, ranking] of this.#before) yield [id, this.#changes.get(id) ?? ranking];
  }

  forEach(visit: (ranking: Ranking, id: string, all: ReadonlyMap<string, Ranking>) => void): void {
    for (const [id, ranking] of this) visit(ranking, id, this);
  }
}
