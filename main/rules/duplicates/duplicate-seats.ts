import { matchThresholds, matchWeights } from '../../../shared/model/duplicates.ts';
import type { Comparable } from './duplicates.ts';

const { email, phone, place, given, family, nothingElse } = matchWeights;
/** The most that a name can count. */
const mostName = Math.max(given.same + family.same, matchWeights.swapped);

/**
 * People by number, with what tells quickly that two are too little alike to be compared: plain numbers side by side,
 * since a search looks at millions of pairs and nearly all are nobody. 0 stands for what is not known.
 */
export class Seats {
  readonly #people: (Comparable | null)[] = [null];
  readonly #numbers = new Map<string, number>();
  #mailbox = new Int32Array(1024);
  #phone = new Int32Array(1024);
  #place = new Int32Array(1024);
  /** The seat that each was looked at for last, so that several common keys count once. */
  #metBy = new Int32Array(1024);

  /** Gives somebody the next seat. */
  take(one: Comparable): number {
    const seat = this.#people.push(one) - 1;
    if (seat >= this.#metBy.length) this.#grow();
    const { person } = one;
    this.#mailbox[seat] = this.#numberOf(person.email === null ? '' : one.mailbox || person.email);
    this.#phone[seat] = this.#numberOf(one.phone ?? '');
    this.#place[seat] = this.#numberOf(person.organizationId ?? '');
    return seat;
  }

  /** Whoever sits there; null where somebody sat. */
  at(seat: number): Comparable | null {
    return this.#people[seat] ?? null;
  }

  leave(seat: number): void {
    this.#people[seat] = null;
  }

  /** Whether the second was not looked at for the first before. */
  meetsAnew(seat: number, other: number): boolean {
    if (this.#metBy[other] === seat) return false;
    this.#metBy[other] = seat;
    return true;
  }

  /** Whether two people may reach the threshold if their names were the same; never false where they do reach it. */
  mayReach(one: number, other: number): boolean {
    const mailbox = compare(this.#mailbox, one, other);
    const phones = compare(this.#phone, one, other);
    const places = compare(this.#place, one, other);
    const rest = email[mailbox] + phone[phones] + place[places];
    const silent = mailbox === 'unknown' && phones === 'unknown' && places === 'unknown';
    return mostName + rest + (silent ? nothingElse : 0) >= matchThresholds.perhaps;
  }

  #numberOf(text: string): number {
    if (text === '') return 0;
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(text, number);
    return number;
  }

  #grow(): void {
    const wider = (column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(column.length * 2);
      next.set(column);
      return next;
    };
    this.#mailbox = wider(this.#mailbox);
    this.#phone = wider(this.#phone);
    this.#place = wider(this.#place);
    this.#metBy = wider(this.#metBy);
  }
}

function compare(column: Int32Array, one: number, other: number): 'same' | 'differs' | 'unknown' {
  const [a, b] = [column[one], column[other]];
  if (a === 0 || b === 0) return 'unknown';
  return a === b ? 'same' : 'differs';
}
