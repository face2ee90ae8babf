import type { Ranking, RankingFacts, RankingVerdict, StoredRanking } from '../../shared/model/applicants.ts';
import type { Instant } from '../../shared/model/dates.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Policy } from '../../shared/model/program.ts';
import { plainRanking, SaidRanking } from './said-ranking.ts';
import { type Standing, standingUnder } from './standing.ts';
import { ordinal } from './words.ts';

interface Entry {
  readonly id: string;
  /** Moments as text compare as they do as times: all have the same form. */
  readonly sentAt: Instant;
  readonly standing: Standing;
}

/**
 * Ranks the applications to one cohort under a policy: who is in which tier, in which order, and who has a seat.
 *
 * Every application gets a decision with all of its reasons. The order is the tier, then the moment of sending that
 * the policy names, then the application's id, so that it never depends on the order of the input; a last place by
 * the id is said. Whoever does not stand, is not eligible or needs a look takes no place and moves nobody.
 * Ids are taken to be different. Made for 100,000 applications at once: the reasons are put into words when read.
 */
export function rankApplications(
  policy: Policy,
  seats: number,
  applications: readonly RankingFacts[],
): ReadonlyMap<string, Ranking> {
  const standingOf = standingsUnder(policy);
  const rankings = new Map<string, Ranking>();
  const lines = new Map<number, Entry[]>();
  for (const facts of applications) {
    const standing = standingOf(facts);
    const id = facts.applicationId;
    if (!facts.stands || standing.kind !== 'ranked') {
      rankings.set(id, unplaced(facts, standing));
      continue;
    }
    const key = lineOf(standing);
    const line = lines.get(key);
    const entry = { id, sentAt: sentAt(policy, facts), standing };
    if (line) line.push(entry);
    else lines.set(key, [entry]);
  }
  let place = 0;
  for (const [, line] of [...lines].sort(([a], [b]) => a - b)) {
    line.sort(compare);
    for (const [index, entry] of line.entries()) {
      place += 1;
      rankings.set(entry.id, placed(policy, seats, entry, { place, inTier: index + 1, tied: isTied(line, index) }));
    }
  }
  return rankings;
}

const standings = new WeakMap<Policy, (facts: RankingFacts) => Standing>();

/** The same standing for the same facts under the same policy: after a change only the changed are looked at anew. */
function standingsUnder(policy: Policy): (facts: RankingFacts) => Standing {
  const made = standings.get(policy);
  if (made) return made;
  const standingOf = standingUnder(policy);
  const known = new WeakMap<RankingFacts, Standing>();
  const fresh = (facts: RankingFacts): Standing => {
    const before = known.get(facts);
    if (before) return before;
    const standing = standingOf(facts);
    known.set(facts, standing);
    return standing;
  };
  standings.set(policy, fresh);
  return fresh;
}

/** Which line an application stands in, as a number that sorts them: the tiers, then the tiers of those given the last places. */
const lineOf = ({ goesLast, tier }: Standing): number => (goesLast ? mostTiers : 0) + (tier ?? 0);
/** More than a policy can have. */
const mostTiers = 1_000_000;

/** Whether the moment of sending did not decide about the place alone. */
const isTied = (line: readonly Entry[], index: number): boolean =>
  line[index]?.sentAt === line[index - 1]?.sentAt || line[index]?.sentAt === line[index + 1]?.sentAt;

function placed(
  policy: Policy,
  seats: number,
  entry: Entry,
  { place, inTier, tied }: { readonly place: number; readonly inTier: number; readonly tied: boolean },
): Ranking {
  const { standing } = entry;
  return new SaidRanking(seatVerdict(policy, seats, place), standing.tier, place, standing, () => [
    ...standing.reasons,
    orderReason(policy, entry, inTier, tied),
    seatReason(policy, seats, place),
  ]);
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
        ...plainRanking(again),
        verdict: old.verdict,
        // An offer against the order is told by the seat's own reason.
        overruled: again.overruled || old.reasons.at(-1)?.outcome === 'overruled',
        tier: standing.tier,
        place: old.place,
        // Whom the rule places ends with the place in the tier and the seat; who holds a seat in doubt, with the seat.
        reasons: [...standing.reasons, ...old.reasons.slice(byRule ? -2 : -1)],
      }
    : plainRanking(again);
  const agrees =
    ranking.verdict === old.verdict &&
    ranking.tier === old.tier &&
    ranking.place === old.place &&
    ranking.late === old.late &&
    ranking.overruled === old.overruled;
  return { agrees, ranking };
}

/** The decision on an application that takes no place. One that does not stand any more can't be eligible for a seat. */
function unplaced(facts: RankingFacts, standing: Standing): Ranking {
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

const sentAt = (policy: Policy, facts: RankingFacts): Instant =>
  policy.admission.withinTier === 'first-submission' ? facts.firstSubmittedAt : facts.latestSubmittedAt;

/** Within one line: by the moment of sending, then by the record. */
function compare(a: Entry, b: Entry): number {
  if (a.sentAt !== b.sentAt) return a.sentAt < b.sentAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

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
