import { type MatchWeights, matchThresholds, matchWeights } from '../../../shared/model/duplicates.ts';
import type { Comparable } from './duplicates.ts';

/** Where each number of a seat lies beside the others. */
const mailboxAt = 0;
const phoneAt = 1;
const placeAt = 2;
const metByAt = 3;
const width = 4;

/**
 * People by number, with what tells quickly that two are too little alike to be compared: plain numbers side by side,
 * since a search looks at millions of pairs and nearly all are no one. 0 stands for what is not known.
 */
export class Seats {
  readonly #people: (Comparable | null)[] = [null];
  readonly #numbers = new Map<string, number>();
  /** Four numbers a seat: mailbox, phone, place, and the seat that it was looked at for last, so that several common keys count once. */
  #seats = new Int32Array(1024 * width);

  readonly #weights: MatchWeights;
  /** The most that a name can count. */
  readonly #mostName: number;

  constructor(weights: MatchWeights = matchWeights) {
    this.#weights = weights;
    const { given, family, swapped } = weights;
    this.#mostName = Math.max(...Object.values(given)) + Math.max(...Object.values(family));
    this.#mostName = Math.max(this.#mostName, swapped);
  }

  /** Gives someone the next seat. */
  take(one: Comparable): number {
    const seat = this.#people.push(one) - 1;
    if ((seat + 1) * width > this.#seats.length) this.#grow();
    const { person } = one;
    const at = seat * width;
    this.#seats[at + mailboxAt] = this.#numberOf(person.email === null ? '' : one.mailbox || person.email);
    this.#seats[at + phoneAt] = this.#numberOf(one.phone ?? '');
    this.#seats[at + placeAt] = this.#numberOf(person.organizationId ?? '');
    return seat;
  }

  /** Whoever sits there; null where someone sat. */
  at(seat: number): Comparable | null {
    return this.#people[seat] ?? null;
  }

  leave(seat: number): void {
    this.#people[seat] = null;
  }

  /** Whether the second was not looked at for the first before. */
  meetsAnew(seat: number, other: number): boolean {
    const at = other * width + metByAt;
    if (this.#seats[at] === seat) return false;
    this.#seats[at] = seat;
    return true;
  }

  /** Whether two people may reach the threshold if their names were the same; never false where they do reach it. */
  mayReach(one: number, other: number): boolean {
    const seats = this.#seats;
    const [a, b] = [one * width, other * width];
    const mailboxes = compare(seats[a + mailboxAt], seats[b + mailboxAt]);
    const phones = compare(seats[a + phoneAt], seats[b + phoneAt]);
    const places = compare(seats[a + placeAt], seats[b + placeAt]);
    const { email, phone, place, post, nothingElse } = this.#weights;
    // One mailbox may be one address, one phone may be a switchboard's: whichever counts more.
    const ofEmail = mailboxes === 'same' ? Math.max(email.same, email['same-mailbox']) : email[mailboxes];
    const ofPhone = phones === 'same' ? Math.max(phone.same, phone.switchboard) : phone[phones];
    const rest = ofEmail + ofPhone + place[places];
    const silent = mailboxes === 'unknown' && phones === 'unknown' && places === 'unknown';
    // The post is not looked at here: in the same place it may be the same.
    const mostOfPost = places === 'same' ? Math.max(...Object.values(post)) : post.unknown;
    const mostName = mailboxes === 'same' ? Math.max(this.#mostName, this.#weights.leastNameWithEmail) : this.#mostName;
    return mostName + rest + mostOfPost + (silent ? Math.max(0, nothingElse) : 0) >= matchThresholds.perhaps;
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
    const wider = new Int32Array(this.#seats.length * 2);
    wider.set(this.#seats);
    this.#seats = wider;
  }
}

function compare(one: number | undefined, other: number | undefined): 'same' | 'differs' | 'unknown' {
  if (one === 0 || other === 0) return 'unknown';
  return one === other ? 'same' : 'differs';
}
