import type { Ranking, RankingFacts, RankingVerdict, StoredRanking } from '../../../shared/model/applicants.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { ordinal } from '../words.ts';
import { returnCounting } from './lateness.ts';
import { type ApplicationStanding, standingUnder } from './standing.ts';

/** Where an application stands by the rule: in line, or in one of three groups without places. */
type Group = 'placed' | 'doubtful' | 'notEligible' | 'gone';

/** One application as the rule sees it. */
export interface Entry {
  readonly facts: RankingFacts;
  readonly standing: ApplicationStanding;
  readonly group: Group;
}

/** A cohort's applications as the rule alone orders them, as if no one had been accepted or asked. */
export interface Order {
  readonly policy: Policy;
  readonly seats: number;
  /** Everyone with a place, in order; the others by the moment of sending. */
  readonly groups: Readonly<Record<Group, readonly Entry[]>>;
  readonly byId: ReadonlyMap<string, Entry>;
  /** Everyone's decision with all of its reasons, in the order of the groups. */
  readonly rankings: ReadonlyMap<string, Ranking>;
}

/**
 * Ranks the applications to one cohort under a policy: who is in which tier, in which order, and who has a seat.
 *
 * The order is the tier, then the moment of sending that the policy names, then which was read first, so that it never
 * depends on the order of the input; where that decided, the reason says so. Late applications that a policy sends to
 * the end form their own tiers after all others. Whoever does not stand, is not eligible or needs a look takes no place
 * and moves no one. Ids are taken to be different. 5,000 applications take some 25 ms, so everything is made again.
 */
export function rankApplications(policy: Policy, seats: number, applications: Iterable<RankingFacts>): Order {
  const standingOf = standingUnder(policy);
  const groups: Record<Group, Entry[]> = { placed: [], doubtful: [], notEligible: [], gone: [] };
  const byId = new Map<string, Entry>();
  for (const facts of applications) {
    const standing = standingOf(facts);
    const entry = { facts, standing, group: groupOf(facts, standing) };
    groups[entry.group].push(entry);
    byId.set(facts.applicationId, entry);
  }
  const sent = policy.admission.withinTier === 'latest-submission' ? latest : first;
  const sentAt = (entry: Entry): Instant => returnCounting(policy, entry.facts) ?? sent(entry);
  inLine(groups.placed, sentAt);
  const rankings = new Map<string, Ranking>();
  let place = 0;
  let inTier = 0;
  for (const [index, entry] of groups.placed.entries()) {
    const [before, after] = [groups.placed[index - 1], groups.placed[index + 1]];
    place += 1;
    inTier = before && lineOf(before) === lineOf(entry) ? inTier + 1 : 1;
    const isTied = [before, after].some(
      (other) => other && lineOf(other) === lineOf(entry) && sentAt(other) === sentAt(entry),
    );
    rankings.set(entry.facts.applicationId, placedAt(policy, seats, entry, { place, inTier, isTied }));
  }
  for (const group of [groups.doubtful, groups.notEligible, groups.gone]) {
    group.sort((a, b) => compareMoments(first(a), first(b)) || byReading(a, b));
    for (const { facts, standing } of group) rankings.set(facts.applicationId, unplaced(facts, standing));
  }
  return { policy, seats, groups, byId, rankings };
}

function groupOf({ stands }: RankingFacts, { kind }: ApplicationStanding): Group {
  if (!stands) return 'gone';
  if (kind === 'ranked') return 'placed';
  return kind === 'needs-a-look' ? 'doubtful' : 'notEligible';
}

/** The tiers, then the tiers of those given the last places. */
const lineOf = ({ standing: { goesLast, tier } }: Entry): number => (goesLast ? mostTiers : 0) + (tier ?? 0);
/** More than a policy can have. */
const mostTiers = 1_000_000;

const first = ({ facts }: Entry): Instant => facts.firstSubmittedAt;
const latest = ({ facts }: Entry): Instant => facts.latestSubmittedAt;

/** What decides between two that were sent at the same moment: which was read first. */
export const readOrderOf = ({ readOrder, applicationId }: RankingFacts): string => readOrder ?? applicationId;

/** Puts those with a place in order; what they are compared by is worked out once for each. */
function inLine(placed: Entry[], sentAt: (entry: Entry) => Instant): void {
  const keyed = placed.map((entry) => ({ entry, line: lineOf(entry), at: sentAt(entry) }));
  keyed.sort((a, b) => a.line - b.line || compareMoments(a.at, b.at) || byReading(a.entry, b.entry));
  for (const [index, { entry }] of keyed.entries()) placed[index] = entry;
}

/** Moments as text compare as they do as times, since all have the same form. */
const compareMoments = (one: Instant, other: Instant): number => (one === other ? 0 : one < other ? -1 : 1);

function byReading(a: Entry, b: Entry): number {
  const [before, after] = [readOrderOf(a.facts), readOrderOf(b.facts)];
  if (before !== after) return before < after ? -1 : 1;
  return a.facts.applicationId < b.facts.applicationId ? -1 : 1;
}

/** Where someone stands in the order. */
interface Place {
  readonly place: number;
  readonly inTier: number;
  /** Whether another was sent at the same moment. */
  readonly isTied: boolean;
}

function placedAt(policy: Policy, seats: number, { standing }: Entry, at: Place): Ranking {
  const { tier, late, early, overruled, reasons } = standing;
  return {
    verdict: at.place <= seats ? 'within-seats' : pastLastSeat(policy),
    tier,
    place: at.place,
    late,
    ...(early && { early }),
    overruled,
    reasons: [...reasons, orderReason(policy, standing, at), seatReason(policy, seats, at.place)],
  };
}

/** The decision on an application that takes no place. One that does not stand any more can't be eligible for a seat. */
function unplaced({ stands }: RankingFacts, { kind, late, early, overruled, reasons }: ApplicationStanding): Ranking {
  const verdict = stands && kind === 'needs-a-look' ? 'needs-a-look' : 'not-eligible';
  return {
    verdict,
    tier: null,
    place: null,
    late,
    ...(early && { early }),
    overruled,
    reasons: stands ? [...reasons] : [gone, ...reasons],
  };
}

const gone: Reason = {
  outcome: 'unmet',
  sentence: 'Not ranked: withdrawn, declined or deferred',
  seen: '',
  clause: '',
};

/** What becomes of whoever comes after the last seat. */
export const pastLastSeat = ({ admission }: Policy): RankingVerdict =>
  admission.pastLastSeat === 'wait-in-order' ? 'waiting' : 'past-last-seat';

function orderReason({ admission }: Policy, { goesLast }: ApplicationStanding, { inTier, isTied }: Place): Reason {
  const by = admission.withinTier === 'first-submission' ? 'date of application' : 'date of the latest form';
  const among = goesLast ? 'among late applications in the tier' : 'in the tier';
  const tie = isTied ? '; another was sent at the same moment, so the order of the records decided' : '';
  const sentence = `${ordinal(inTier)} by ${by} ${among}${tie}`;
  return { outcome: 'order', sentence, seen: '', clause: admission.withinTierClause };
}

/** A place past the last seat, as a reason: `1st on the waiting list: place 31, past the last of 30 seats`. */
export function sayPastLastSeat(place: number, seats: number, waits: boolean): string {
  const past = `past the last of ${seats} seats`;
  return waits
    ? `${ordinal(place - seats)} on the waiting list: place ${place}, ${past}`
    : `Place ${place}, ${past}; no seat is left`;
}

function seatReason({ admission }: Policy, seats: number, place: number): Reason {
  const { seatsClause, pastLastSeat: then, pastLastSeatClause } = admission;
  const base = { outcome: 'order' as const, seen: '' };
  if (place <= seats) return { ...base, sentence: `Place ${place} of ${seats}`, clause: seatsClause };
  return { ...base, sentence: sayPastLastSeat(place, seats, then === 'wait-in-order'), clause: pastLastSeatClause };
}

/** An old decision, made again from the facts that it kept. */
interface RankingReplay {
  /** Whether verdict, tier, lateness and overrule come out as they were stored. */
  readonly agrees: boolean;
  readonly ranking: Ranking;
}

/**
 * Makes a stored decision again under the policy version that it names.
 *
 * Tier, eligibility and their reasons are decided again. The place and the seat are recorded facts, for they depended
 * on everyone else, and on whom the leads had accepted or offered a seat: they stand as stored, with their reasons.
 * A seat that was held by acceptance, although the rule would not place the person any more, is stored with a place
 * and without a tier; the rule agrees with it as long as it still gives no tier.
 */
export function replayRanking(policy: Policy, stored: StoredRanking): RankingReplay {
  const { facts, ranking: old } = stored;
  const standing = standingUnder(policy)(facts);
  const again = unplaced(facts, standing);
  const byRule = standing.kind === 'ranked';
  const placed = facts.stands && old.place !== null && byRule === (old.tier !== null);
  const ranking: Ranking = placed
    ? {
        ...again,
        verdict: old.verdict,
        // An offer out of order is told by the seat's own reason.
        overruled: again.overruled || old.reasons.at(-1)?.outcome === 'overruled',
        tier: standing.tier,
        place: old.place,
        // Whom the rule places ends with the place in the tier and the seat; who holds a seat in doubt, with the seat.
        reasons: [...standing.reasons, ...old.reasons.slice(byRule ? -2 : -1)],
      }
    : again;
  const agrees =
    ranking.verdict === old.verdict &&
    ranking.tier === old.tier &&
    ranking.place === old.place &&
    ranking.late === old.late &&
    ranking.overruled === old.overruled;
  return { agrees, ranking };
}
