import { type MatchWeights, matchThresholds, matchWeights } from '../../../shared/model/duplicates.ts';
import type { Comparable } from './duplicates.ts';

/** Where each number of a seat lies beside the others. */
const mailboxAt = 0;
const phoneAt = 1;
const placeAt = 2;
const postAt = 3;
const givenAt = 4;
const familyAt = 5;
/** So many numbers of two people are compared. */
const compared = 6;
const metByAt = 6;
const width = 7;

/**
 * People by number, with what tells quickly that two are too little alike to be compared: plain numbers side by side,
 * since a search looks at millions of pairs and nearly all are no one. 0 stands for what is not known.
 */
export class Seats {
  readonly #people: (Comparable | null)[] = [null];
  readonly #numbers = new Map<string, number>();
  /** Seven numbers a seat: mailbox, phone, place, post, first name, last name, and the seat that it was looked at for last, so that several common keys count once. */
  #seats = new Int32Array(1024 * width);

  /** Worked out once for the weights: a search asks millions of times. */
  readonly #reaching: readonly boolean[];

  constructor(weights: MatchWeights = matchWeights) {
    this.#reaching = reachingUnder(weights);
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
    this.#seats[at + postAt] = this.#numberOf(one.post);
    this.#seats[at + givenAt] = this.#numberOf(one.given);
    this.#seats[at + familyAt] = this.#numberOf(one.family);
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

  /** Whether two people may reach the threshold; never false where they do reach it. */
  mayReach(one: number, other: number): boolean {
    const seats = this.#seats;
    let way = 0;
    for (let at = 0; at < compared; at += 1) {
      const [a, b] = [seats[one * width + at], seats[other * width + at]];
      way = way * ways + (a === 0 || b === 0 ? unknown : a === b ? same : differs);
    }
    return this.#reaching[way] === true;
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

/** How two numbers may compare. */
const same = 0;
const differs = 1;
const unknown = 2;
const ways = 3;

/** For every way in which the numbers of two people may compare, whether they may reach the threshold. */
const reachingUnder = (weights: MatchWeights): readonly boolean[] =>
  Array.from({ length: ways ** compared }, (_, way) => {
    const digit = (at: number): number => Math.floor(way / ways ** (compared - 1 - at)) % ways;
    return mostUnder(weights, digit) >= matchThresholds.perhaps;
  });

/** The most that two people can count whose numbers compare so. */
function mostUnder(weights: MatchWeights, comparing: (at: number) => number): number {
  const { given, family, swapped, suffixDiffers, leastNameWithEmail, email, phone, place, post, nothingElse } = weights;
  const [mailboxes, phones, places] = [comparing(mailboxAt), comparing(phoneAt), comparing(placeAt)];
  // Names that aren't the same may still be a short form, or spelled alike, or stand in each other's place.
  const ofNames = mostOf(given, comparing(givenAt)) + mostOf(family, comparing(familyAt));
  const named = comparing(givenAt) === differs ? Math.max(ofNames, swapped) : ofNames;
  const name = named + Math.max(0, suffixDiffers);
  const mostName = mailboxes === same ? Math.max(name, leastNameWithEmail) : name;
  // One mailbox may be one address, one phone may be a switchboard's: whichever counts more.
  const ofEmail = mailboxes === same ? Math.max(email.same, email['same-mailbox']) : plain(email, mailboxes);
  const ofPhone = phones === same ? Math.max(phone.same, phone.switchboard) : plain(phone, phones);
  // A post says something only within one school system.
  const ofPost = places === same ? plain(post, comparing(postAt)) : post.unknown;
  const silent = mailboxes === unknown && phones === unknown && places === unknown;
  return mostName + ofEmail + ofPhone + plain(place, places) + ofPost + (silent ? Math.max(0, nothingElse) : 0);
}

interface Plain {
  readonly same: number;
  readonly differs: number;
  readonly unknown: number;
}

const plain = (weights: Plain, way: number): number =>
  way === same ? weights.same : way === differs ? weights.differs : weights.unknown;

/** The most that a name can count: where it isn't the same, whatever it is instead. */
function mostOf({ same: alike, unknown: untold, ...others }: MatchWeights['given' | 'family'], way: number): number {
  if (way === same) return alike;
  return way === unknown ? untold : Math.max(...Object.values(others));
}
