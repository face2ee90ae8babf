import type { Ranking, RankingFacts, RankingVerdict } from '../../../shared/model/applicants.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { ordinal } from '../words.ts';
import { type Differences, patched } from './patched-map.ts';
import { SaidRanking } from './said-ranking.ts';
import { lineWith } from './sorted-line.ts';
import { type Standing, standingUnder } from './standing.ts';

/** Where an application stands by the rule: in line, or in one of three groups without places. */
type Group = 'placed' | 'doubtful' | 'notEligible' | 'gone';

/** One application as the rule sees it. It is the same object as long as neither facts nor policy change. */
export interface Entry {
  /** The same number for the application in all rankings that were made from one another; below `slots`. */
  readonly slot: number;
  readonly facts: RankingFacts;
  readonly standing: Standing;
  readonly group: Group;
  /** Which line it stands in, as a number that sorts them; 0 without a place. */
  readonly line: number;
  /** What decides within the line. Moments as text compare as they do as times: all have the same form. */
  readonly sentAt: Instant;
}

/** Everybody of each group, sorted. */
type Groups = Readonly<Record<Group, readonly Entry[]>>;

/**
 * What the rule makes of the applications to one cohort. It keeps the sorted lines; a place is where somebody stands
 * in them, and a ranking is made when it is read. So after a change only those who changed are looked at anew, and
 * nobody has to be told that the line before has become shorter.
 */
export class RuleRankings implements ReadonlyMap<string, Ranking> {
  readonly policy: Policy;
  readonly seats: number;
  readonly byId: ReadonlyMap<string, Entry>;
  /** Everybody with a place, in order. */
  readonly placed: readonly Entry[];
  /** Who needs a look, who is not eligible, and who does not stand any more: each by the time of sending. */
  readonly doubtful: readonly Entry[];
  readonly notEligible: readonly Entry[];
  readonly gone: readonly Entry[];
  /** Every slot is below this. */
  readonly slots: number;
  #places: Places | null = null;

  constructor(policy: Policy, seats: number, byId: ReadonlyMap<string, Entry>, groups: Groups, slots: number) {
    this.policy = policy;
    this.seats = seats;
    this.byId = byId;
    this.placed = groups.placed;
    this.doubtful = groups.doubtful;
    this.notEligible = groups.notEligible;
    this.gone = groups.gone;
    this.slots = slots;
  }

  /** Ranks applications from nothing. */
  static of(policy: Policy, seats: number, applications: Iterable<RankingFacts>): RuleRankings {
    const ranker = new Ranker(policy, seats);
    for (const facts of applications) ranker.add(facts);
    return ranker.ranked();
  }

  /** The same applications with other seats or under another policy. */
  under(policy: Policy, seats: number): RuleRankings {
    if (policy === this.policy && seats === this.seats) return this;
    if (policy === this.policy) return new RuleRankings(policy, seats, this.byId, this, this.slots);
    const ranker = new Ranker(policy, seats);
    for (const { facts, slot } of this.byId.values()) ranker.add(facts, slot);
    return ranker.ranked();
  }

  /** The same with other facts of some, with some more or without some: as if everything were ranked from nothing. */
  after(changes: Differences<RankingFacts>): RuleRankings {
    if (changes.size === 0) return this;
    const { policy, seats } = this;
    const standingOf = standingsUnder(policy);
    const leave = noGroups();
    const come = noGroups();
    const changed = new Map<string, Entry | undefined>();
    let { slots } = this;
    for (const [id, facts] of changes) {
      const before = this.byId.get(id);
      if (before) leave[before.group].push(before);
      if (!facts) {
        changed.set(id, undefined);
        continue;
      }
      const entry = entryOf(policy, facts, standingOf(facts), before?.slot ?? slots);
      if (!before) slots += 1;
      come[entry.group].push(entry);
      changed.set(id, entry);
    }
    const line = (group: Group): readonly Entry[] => lineWith(this[group], leave[group], come[group], compareEntries);
    const groups = {
      placed: line('placed'),
      doubtful: line('doubtful'),
      notEligible: line('notEligible'),
      gone: line('gone'),
    };
    return new RuleRankings(policy, seats, patched(this.byId, changed), groups, slots);
  }

  get size(): number {
    return this.byId.size;
  }

  get(id: string): Ranking | undefined {
    const entry = this.byId.get(id);
    return entry && this.#rankingOf(entry);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  *keys(): MapIterator<string> {
    for (const { facts } of this.#everybody()) yield facts.applicationId;
  }

  *values(): MapIterator<Ranking> {
    for (const entry of this.#everybody()) yield this.#rankingOf(entry);
  }

  entries(): MapIterator<[string, Ranking]> {
    return this[Symbol.iterator]();
  }

  /** Everybody with a place in order, then the groups without. */
  *[Symbol.iterator](): MapIterator<[string, Ranking]> {
    for (const entry of this.#everybody()) yield [entry.facts.applicationId, this.#rankingOf(entry)];
  }

  forEach(visit: (ranking: Ranking, id: string, all: ReadonlyMap<string, Ranking>) => void): void {
    for (const [id, ranking] of this) visit(ranking, id, this);
  }

  *#everybody(): Generator<Entry> {
    yield* this.placed;
    yield* this.doubtful;
    yield* this.notEligible;
    yield* this.gone;
  }

  #rankingOf(entry: Entry): Ranking {
    if (entry.group !== 'placed') return unplaced(entry.facts, entry.standing);
    const { policy, seats } = this;
    this.#places ??= placesOf(this.placed, this.slots);
    const places = this.#places;
    const place = places.bySlot[entry.slot] ?? 0;
    const verdict = seatVerdict(policy, seats, place);
    return new SaidRanking(verdict, entry.standing.tier, place, entry.standing, () => [
      ...entry.standing.reasons,
      orderReason(policy, entry, place - (places.before.get(entry.line) ?? 0), isTied(this.placed, place - 1)),
      seatReason(policy, seats, place),
    ]);
  }
}

interface Places {
  readonly bySlot: Int32Array;
  /** How many stand before each line. */
  readonly before: ReadonlyMap<number, number>;
}

function placesOf(placed: readonly Entry[], slots: number): Places {
  const bySlot = new Int32Array(slots);
  const before = new Map<number, number>();
  let line: number | null = null;
  for (const [index, entry] of placed.entries()) {
    bySlot[entry.slot] = index + 1;
    if (entry.line !== line) {
      line = entry.line;
      before.set(line, index);
    }
  }
  return { bySlot, before };
}

/** Ranks applications that come one after another: 100,000 need not be ranked in one go. */
export class Ranker {
  readonly #policy: Policy;
  readonly #seats: number;
  readonly #standingOf: (facts: RankingFacts) => Standing;
  readonly #byId = new Map<string, Entry>();
  readonly #groups = noGroups();
  /** Sorted line by line: most applications come in the order in which they were sent. */
  readonly #lines = new Map<number, Entry[]>();
  #slots = 0;

  constructor(policy: Policy, seats: number) {
    this.#policy = policy;
    this.#seats = seats;
    this.#standingOf = standingsUnder(policy);
  }

  add(facts: RankingFacts, slot = this.#slots): void {
    const entry = entryOf(this.#policy, facts, this.#standingOf(facts), slot);
    this.#slots = Math.max(this.#slots, slot + 1);
    this.#byId.set(facts.applicationId, entry);
    if (entry.group !== 'placed') this.#groups[entry.group].push(entry);
    else {
      const line = this.#lines.get(entry.line);
      if (line) line.push(entry);
      else this.#lines.set(entry.line, [entry]);
    }
  }

  /** Everybody who was added, ranked. */
  ranked(): RuleRankings {
    const lines = [...this.#lines].sort(([a], [b]) => a - b).flatMap(([, line]) => line.sort(compareEntries));
    const { doubtful, notEligible, gone: left } = this.#groups;
    for (const group of [doubtful, notEligible, left]) group.sort(compareEntries);
    const groups = { placed: lines, doubtful, notEligible, gone: left };
    return new RuleRankings(this.#policy, this.#seats, this.#byId, groups, this.#slots);
  }
}

const noGroups = (): Record<Group, Entry[]> => ({ placed: [], doubtful: [], notEligible: [], gone: [] });

const standings = new WeakMap<Policy, (facts: RankingFacts) => Standing>();

/** What a policy has found out about applications that are alike serves every later look. */
function standingsUnder(policy: Policy): (facts: RankingFacts) => Standing {
  const standingOf = standings.get(policy) ?? standingUnder(policy);
  standings.set(policy, standingOf);
  return standingOf;
}

function entryOf(policy: Policy, facts: RankingFacts, standing: Standing, slot: number): Entry {
  const group = groupOf(facts, standing);
  const line = group === 'placed' ? lineOf(standing) : 0;
  const byLatest = group === 'placed' && policy.admission.withinTier === 'latest-submission';
  return { slot, facts, standing, group, line, sentAt: byLatest ? facts.latestSubmittedAt : facts.firstSubmittedAt };
}

function groupOf({ stands }: RankingFacts, { kind }: Standing): Group {
  if (!stands) return 'gone';
  if (kind === 'ranked') return 'placed';
  return kind === 'needs-a-look' ? 'doubtful' : 'notEligible';
}

/** The tiers, then the tiers of those given the last places. */
const lineOf = ({ goesLast, tier }: Standing): number => (goesLast ? mostTiers : 0) + (tier ?? 0);
/** More than a policy can have. */
const mostTiers = 1_000_000;

/** By the line, then by the moment of sending, then by the record. */
function compareEntries(a: Entry, b: Entry): number {
  if (a.line !== b.line) return a.line - b.line;
  if (a.sentAt !== b.sentAt) return a.sentAt < b.sentAt ? -1 : 1;
  if (a.facts.applicationId === b.facts.applicationId) return 0;
  return a.facts.applicationId < b.facts.applicationId ? -1 : 1;
}

/** Whether the moment of sending did not decide about the place alone. */
function isTied(placed: readonly Entry[], index: number): boolean {
  const here = placed[index];
  const isAlike = (other: Entry | undefined): boolean => other?.line === here?.line && other?.sentAt === here?.sentAt;
  return isAlike(placed[index - 1]) || isAlike(placed[index + 1]);
}

/** The decision on an application that takes no place. One that does not stand any more can't be eligible for a seat. */
export function unplaced(facts: RankingFacts, standing: Standing): Ranking {
  const verdict = facts.stands && standing.kind === 'needs-a-look' ? 'needs-a-look' : 'not-eligible';
  return new SaidRanking(verdict, null, null, standing, () =>
    facts.stands ? [...standing.reasons] : [gone, ...standing.reasons],
  );
}

const gone: Reason = {
  outcome: 'unmet',
  sentence: 'Not ranked: withdrawn, declined or deferred',
  seen: '',
  clause: '',
};

function seatVerdict(policy: Policy, seats: number, place: number): RankingVerdict {
  return place <= seats ? 'within-seats' : pastLastSeat(policy);
}

/** What becomes of whoever comes after the last seat. */
export const pastLastSeat = ({ admission }: Policy): RankingVerdict =>
  admission.pastLastSeat === 'wait-in-order' ? 'waiting' : 'past-last-seat';

function orderReason(policy: Policy, { standing }: Entry, inTier: number, tied: boolean): Reason {
  const by = policy.admission.withinTier === 'first-submission' ? 'date of application' : 'date of the latest sending';
  const among = standing.goesLast ? 'among the late in the tier' : 'in the tier';
  const tie = tied ? '; another was sent at the same moment, and the order of the records decided' : '';
  const sentence = `${ordinal(inTier)} by ${by} ${among}${tie}`;
  return { outcome: 'order', sentence, seen: '', clause: policy.admission.withinTierClause };
}

function seatReason(policy: Policy, seats: number, place: number): Reason {
  const { seatsClause, pastLastSeat: then, pastLastSeatClause } = policy.admission;
  const base = { outcome: 'order' as const, seen: '' };
  if (place <= seats) return { ...base, sentence: `Place ${place} of ${seats}`, clause: seatsClause };
  const what = then === 'wait-in-order' ? 'waits in order' : 'no seat is left';
  return { ...base, sentence: `Place ${place}, past the last of ${seats} seats; ${what}`, clause: pastLastSeatClause };
}
