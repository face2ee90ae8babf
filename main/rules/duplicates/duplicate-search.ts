import {
  type ComparedPerson,
  type MatchWeights,
  matchThresholds,
  matchWeights,
  mostWithOneKey,
} from '../../../shared/model/duplicates.ts';
import { Seats } from './duplicate-seats.ts';
import { type Comparable, comparable, evidenceOf, meetingKeys, scoreOf } from './duplicates.ts';

/** Two people who may be one. */
export interface FoundPair {
  readonly a: Comparable;
  readonly b: Comparable;
  /** 0 to 100. */
  readonly score: number;
  /** How many have the phone that they share. */
  readonly phoneHolders: number;
}

/** How far a search has come, in people. */
export interface SearchProgress {
  readonly searched: number;
  readonly of: number;
}

/** The seats of everyone who shares a key. */
interface Group {
  readonly key: string;
  readonly seats: number[];
}

/** Someone in the search. */
interface Seated {
  readonly one: Comparable;
  readonly seat: number;
  readonly groups: readonly Group[];
}

/** So many people are laid out or compared between two pauses: some ten milliseconds. */
const slice = 100;

/**
 * Looks for pairs of people who may be one. Only people who share a key are compared, and a key that too many share
 * says nothing. People may change, come and go; then only theirs is searched again.
 */
export class DuplicateSearch {
  readonly #people = new Map<string, Seated>();
  readonly #seats: Seats;
  readonly #weights: MatchWeights;
  readonly #groups = new Map<string, Group>();
  readonly #pairs = new Map<string, FoundPair>();
  readonly #pairsOf = new Map<string, Set<string>>();
  #common = 0;

  /** Under the weights of a policy; without, under those that a program begins with. */
  constructor(weights: MatchWeights = matchWeights) {
    this.#weights = weights;
    this.#seats = new Seats(weights);
  }

  /** How many people the search knows. */
  get size(): number {
    return this.#people.size;
  }

  /** Whoever was found so far, the most alike first; equal scores in the order of names. */
  pairs(): FoundPair[] {
    return [...this.#pairs.values()].sort((one, other) => other.score - one.score || order(one, other));
  }

  /** How many names, phones and mailboxes were left out, because more people share them than can be one. */
  get commonKeys(): number {
    return this.#common;
  }

  /**
   * Puts people in, or in again where they changed, and compares them with everyone; pauses now and then. `count` is
   * how many they are, for the progress alone. Whoever breaks off may put the same people in again.
   */
  *put(people: Iterable<ComparedPerson>, count: number): Generator<SearchProgress, void> {
    const fresh: Seated[] = [];
    // Laying out and comparing take about as long.
    const of = count * 2;
    for (const person of people) {
      this.take(person.id);
      fresh.push(this.#lay(person));
      if (fresh.length % slice === 0) yield { searched: fresh.length, of };
    }
    for (const [at, seated] of fresh.entries()) {
      this.#compare(seated);
      if (at % slice === slice - 1) yield { searched: fresh.length + at, of };
    }
  }

  /** Puts someone in without comparing: `nearest` finds them from now on. */
  add(person: ComparedPerson): void {
    this.take(person.id);
    this.#lay(person);
  }

  /** Takes a person out, with every pair. */
  take(id: string): void {
    const seated = this.#people.get(id);
    if (!seated) return;
    this.#people.delete(id);
    this.#seats.leave(seated.seat);
    for (const { key, seats } of seated.groups) {
      seats.splice(seats.indexOf(seated.seat), 1);
      if (seats.length === mostWithOneKey) this.#common -= 1;
      if (seats.length === 0) this.#groups.delete(key);
    }
    for (const pair of this.#pairsOf.get(id) ?? []) {
      const found = this.#pairs.get(pair);
      this.#pairs.delete(pair);
      const other = found?.a === seated.one ? found.b : found?.a;
      if (other) this.#pairsOf.get(other.person.id)?.delete(pair);
    }
    this.#pairsOf.delete(id);
  }

  /** Whoever is most like someone who is not in the search; null where no one is alike enough. */
  nearest(person: ComparedPerson): FoundPair | null {
    const one = comparable(person);
    const seat = this.#seats.take(one);
    this.#seats.leave(seat);
    let best: FoundPair | null = null;
    for (const key of meetingKeys(one)) {
      const seats = this.#groups.get(key)?.seats ?? [];
      if (seats.length > mostWithOneKey) continue;
      for (const other of seats) {
        const wanted = this.#seats.meetsAnew(seat, other) && this.#seats.mayReach(seat, other);
        const met = wanted ? this.#seats.at(other) : null;
        const pair = met && this.#pair(one, met);
        if (pair && (best === null || pair.score > best.score)) best = pair;
      }
    }
    return best;
  }

  #lay(person: ComparedPerson): Seated {
    const one = comparable(person);
    const seat = this.#seats.take(one);
    const groups = meetingKeys(one).map((key) => this.#group(key));
    for (const { seats } of groups) if (seats.push(seat) === mostWithOneKey + 1) this.#common += 1;
    const seated = { one, seat, groups };
    this.#people.set(person.id, seated);
    return seated;
  }

  #group(key: string): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    const group: Group = { key, seats: [] };
    this.#groups.set(key, group);
    return group;
  }

  /** Compares with whoever came in before: whoever came in later will do it from the other side. */
  #compare({ one, seat, groups }: Seated): void {
    for (const { seats } of groups) {
      if (seats.length < 2 || seats.length > mostWithOneKey) continue;
      for (const other of seats) {
        if (other >= seat) break;
        if (!this.#seats.meetsAnew(seat, other) || !this.#seats.mayReach(seat, other)) continue;
        const met = this.#seats.at(other);
        const pair = met && this.#pair(one, met);
        if (pair) this.#keep(pair);
      }
    }
  }

  #pair(one: Comparable, other: Comparable): FoundPair | null {
    const phoneHolders = one.phone !== null && one.phone === other.phone ? this.#holdersOf(one.phone) : 2;
    const score = scoreOf(evidenceOf(one, other, phoneHolders), this.#weights);
    if (score < matchThresholds.perhaps) return null;
    const inOrder = one.person.id < other.person.id;
    return { a: inOrder ? one : other, b: inOrder ? other : one, score, phoneHolders };
  }

  #holdersOf(phone: string): number {
    return Math.max(2, this.#groups.get(`p ${phone}`)?.seats.length ?? 0);
  }

  #keep(pair: FoundPair): void {
    const key = pairKey(pair.a.person.id, pair.b.person.id);
    this.#pairs.set(key, pair);
    for (const { person } of [pair.a, pair.b]) {
      const known = this.#pairsOf.get(person.id);
      if (known) known.add(key);
      else this.#pairsOf.set(person.id, new Set([key]));
    }
  }
}

/** The key of two people, whichever is named first. */
export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

const order = (one: FoundPair, other: FoundPair): number => compare(nameOf(one), nameOf(other));
const nameOf = ({ a, b }: FoundPair): string => `${a.family} ${a.given} ${a.person.id} ${b.person.id}`;
const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
