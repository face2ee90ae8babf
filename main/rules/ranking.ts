import type { Ranking, RankingFacts, RankingVerdict, StoredRanking } from '../../shared/model/applicants.ts';
import type { Instant } from '../../shared/model/dates.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Policy } from '../../shared/model/program.ts';
import { type Standing, standingUnder } from './standing.ts';
import { ordinal } from './words.ts';

interface Entry {
  readonly id: string;
  /** Milliseconds: read once, compared often. */
  readonly sentAt: number;
  readonly standing: Standing;
}

/**
 * Ranks the applications to one cohort under a policy: who is in which tier, in which order, and who has a seat.
 *
 * Every application gets a decision with all of its reasons. The order is the tier, then the moment of sending that
 * the policy names, then the application's id, so that it never depends on the order of the input; a last place by
 * the id is said. Whoever does not stand, is not eligible or needs a look takes no place and moves nobody.
 * Ids are taken to be different. Made for 100,000 applications at once.
 */
export function rankApplications(
  policy: Policy,
  seats: number,
  applications: readonly RankingFacts[],
): ReadonlyMap<string, Ranking> {
  const standingOf = standingUnder(policy);
  const rankings = new Map<string, Ranking>();
  const entries: Entry[] = [];
  for (const facts of applications) {
    const standing = standingOf(facts);
    const id = facts.applicationId;
    if (facts.stands && standing.kind === 'ranked')
      entries.push({ id, sentAt: Date.parse(sentAt(policy, facts)), standing });
    else rankings.set(id, unplaced(facts, standing));
  }
  entries.sort(compare);

  let inTier = 0;
  let before: Entry | undefined;
  entries.forEach((entry, index) => {
    inTier = before !== undefined && sameLine(before, entry) ? inTier + 1 : 1;
    const tied = sameMoment(before, entry) || sameMoment(entries[index + 1], entry);
    const { tier, late, overruled, reasons } = entry.standing;
    const place = index + 1;
    rankings.set(entry.id, {
      verdict: seatVerdict(policy, seats, place),
      tier,
      place,
      late,
      overruled,
      reasons: [...reasons, orderReason(policy, entry, inTier, tied), seatReason(policy, seats, place)],
    });
    before = entry;
  });
  return rankings;
}

/** An old decision, made again from the facts that it kept. */
export interface Replay {
  /** Whether verdict, tier, lateness and overrule come out as they were stored. */
  readonly agrees: boolean;
  readonly ranking: Ranking;
}

/**
 * Makes a stored decision again under the policy version that it names.
 *
 * Tier, eligibility and their reasons are decided anew. The place and the seat are recorded facts, for they depended
 * on everybody else, and on whom the leads had accepted or offered a seat: they stand as stored, with their reasons.
 * A seat that was held by acceptance, although the rule would not place the person any more, is stored with a place
 * and without a tier; the rule agrees with it as long as it still gives no tier.
 */
export function replayRanking(policy: Policy, stored: StoredRanking): Replay {
  const { facts, ranking: old } = stored;
  const standing = standingUnder(policy)(facts);
  const again = unplaced(facts, standing);
  const byRule = standing.kind === 'ranked';
  const placed = facts.stands && old.place !== null && byRule === (old.tier !== null);
  const ranking: Ranking = placed
    ? {
        ...again,
        verdict: old.verdict,
        // An offer against the order is told by the seat's own reason.
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

/** The decision on an application that takes no place. One that does not stand any more can't be eligible for a seat. */
function unplaced(facts: RankingFacts, { kind, late, overruled, reasons }: Standing): Ranking {
  const verdict = facts.stands && kind === 'needs-a-look' ? 'needs-a-look' : 'not-eligible';
  const gone: Reason = {
    outcome: 'unmet',
    sentence: 'Not ranked: withdrawn, declined or deferred',
    seen: '',
    clause: '',
  };
  return {
    verdict,
    tier: null,
    place: null,
    late,
    overruled,
    reasons: facts.stands ? [...reasons] : [gone, ...reasons],
  };
}

const sentAt = (policy: Policy, facts: RankingFacts): Instant =>
  policy.admission.withinTier === 'first-submission' ? facts.firstSubmittedAt : facts.latestSubmittedAt;

function compare(a: Entry, b: Entry): number {
  if (a.standing.goesLast !== b.standing.goesLast) return a.standing.goesLast ? 1 : -1;
  const tiers = (a.standing.tier ?? 0) - (b.standing.tier ?? 0);
  if (tiers !== 0) return tiers;
  return a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1);
}

/** Whether two applications stand in the same line: one tier, and both in time or both given the last places. */
const sameLine = (a: Entry, b: Entry): boolean =>
  a.standing.tier === b.standing.tier && a.standing.goesLast === b.standing.goesLast;

const sameMoment = (other: Entry | undefined, entry: Entry): boolean =>
  other !== undefined && other.sentAt === entry.sentAt && sameLine(other, entry);

function seatVerdict(policy: Policy, seats: number, place: number): RankingVerdict {
  if (place <= seats) return 'within-seats';
  return policy.admission.pastLastSeat === 'wait-in-order' ? 'waiting' : 'past-last-seat';
}

function orderReason(policy: Policy, { standing }: Entry, inTier: number, tied: boolean): Reason {
  const by = policy.admission.withinTier === 'first-submission' ? 'date of application' : 'date of the latest sending';
  const among = standing.goesLast ? 'among the late in the tier' : 'in the tier';
  const tie = tied ? '; another was sent at the same moment, and the order of the records decided' : '';
  const sentence = `${ordinal(inTier)} by ${by} ${among}${tie}`;
  return { outcome: 'order', sentence, seen: '', clause: policy.admission.withinTierClause };
}

function seatReason(policy: Policy, seats: number, place: number): Reason {
  const { seatsClause, pastLastSeat, pastLastSeatClause } = policy.admission;
  const base = { outcome: 'order' as const, seen: '' };
  if (place <= seats) return { ...base, sentence: `Place ${place} of ${seats}`, clause: seatsClause };
  const then = pastLastSeat === 'wait-in-order' ? 'waits in order' : 'no seat is left';
  return { ...base, sentence: `Place ${place}, past the last of ${seats} seats; ${then}`, clause: pastLastSeatClause };
}
