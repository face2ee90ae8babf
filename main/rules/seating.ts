import type { RankedOrganization, Ranking, RankingFacts } from '../../shared/model/applicants.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Policy } from '../../shared/model/program.ts';
import { ChangedRankings } from './changed-rankings.ts';
import type { OfferNow } from './offers.ts';
import { rankApplications } from './ranking.ts';
import { SaidRanking } from './said-ranking.ts';

/** What has been promised and asked, beside the order: it decides who has the seats. */
export interface Promises {
  readonly accepted: ReadonlySet<string>;
  /**
   * The last offer to each who waits, and the one that was taken to each who was accepted by it. Of somebody who was
   * taken back into the order since, none.
   */
  readonly offers: ReadonlyMap<string, OfferNow>;
}

/** Nobody accepted, nobody asked. */
export const noPromises: Promises = { accepted: new Set(), offers: new Map() };

/** Ranks a cohort's applications by the rule and gives out the seats: what the list of applicants shows. */
export function rankAndSeat(
  policy: Policy,
  seats: number,
  applications: readonly RankingFacts[],
  promises: Promises = noPromises,
): ReadonlyMap<string, Ranking> {
  return seatRanked(policy, seats, applications, rankApplications(policy, seats, applications), promises);
}

/** The same for applications that are ranked by the rule already. */
export function seatRanked(
  policy: Policy,
  seats: number,
  applications: readonly RankingFacts[],
  byRule: ReadonlyMap<string, Ranking>,
  promises: Promises,
): ReadonlyMap<string, Ranking> {
  const organizations = new Map<string, RankedOrganization | null>();
  if (policy.admission.perOrganizationCap !== null) {
    for (const { applicationId, organization } of applications) organizations.set(applicationId, organization);
  }
  return giveSeats(policy, seats, byRule, promises, organizations);
}

interface Seated {
  readonly id: string;
  readonly ranking: Ranking;
  /** Why the seat is held, or why it is passed on; null: it follows from the order alone. */
  readonly because: {
    readonly kind: 'accepted' | 'offered' | 'passed';
    readonly sentence: string;
    /** Why the seat was offered against the order; null: it was not. */
    readonly overruleReason: string | null;
  } | null;
}

/** The seats as they are given, and what a reason says of them. */
interface Room {
  readonly policy: Policy;
  readonly seats: number;
  /** `2 are held by accepted applicants, 1 is offered`. */
  readonly held: string;
}

/**
 * Gives the seats to a ranking.
 *
 * The rule ranks everyone who stands, as if nobody had been accepted or asked yet. An acceptance is a promise, though:
 * who has it keeps the seat, also where somebody better placed applies later, where a fact is corrected or where the
 * seats become fewer. An open offer holds its seat until its last day; whoever declined one or let it lapse keeps the
 * place in line while the seat goes on to the next. So the promised come within the seats first, and the seats left
 * go to the others in the rule's order, but for those whose school system has as many as the policy allows. Whoever
 * has a seat stands before whoever waits, each part in the rule's order. While nothing of this moves anybody, this
 * changes no place. `organizations` is asked only where the policy has a cap.
 */
export function giveSeats(
  policy: Policy,
  seats: number,
  rankings: ReadonlyMap<string, Ranking>,
  { accepted, offers }: Promises,
  organizations: ReadonlyMap<string, RankedOrganization | null> = new Map(),
): ReadonlyMap<string, Ranking> {
  const { perOrganizationCap: cap, perOrganizationCapClause } = policy.admission;
  if (accepted.size === 0 && offers.size === 0 && cap === null) return rankings;
  const line = inLine(rankings, { accepted, offers });
  const within = new Map<string, number>();
  const count = (organization: RankedOrganization | null): void => {
    if (organization) within.set(organization.id, (within.get(organization.id) ?? 0) + 1);
  };
  const holders = line.filter(holds);
  for (const { id } of holders) count(organizations.get(id) ?? null);
  const offered = holders.filter(({ because }) => because?.kind === 'offered').length;
  const room: Room = { policy, seats, held: sayHeld(holders.length - offered, offered) };

  let left = Math.max(0, seats - holders.length);
  const seated: Seated[] = [];
  const waiting: Seated[] = [];
  const capped = new Map<string, Reason>();
  // Behind the last seat and the last promise everybody waits where the rule has put them: nothing to look at.
  const settled = Math.max(seats, line.findLastIndex(({ because }) => because !== null) + 1);
  for (const [index, each] of line.entries()) {
    if (left === 0 && index >= settled) break;
    const organization = organizations.get(each.id) ?? null;
    const others = organization ? (within.get(organization.id) ?? 0) : 0;
    if (holds(each)) seated.push(each);
    else if (each.because !== null || left === 0) waiting.push(each);
    else if (cap !== null && organization !== null && others >= cap) {
      const sentence = `${others} from ${organization.name} ${others === 1 ? 'is' : 'are'} within the seats already; the cap is ${cap}`;
      const seen = `place ${each.ranking.place} by the order alone`;
      capped.set(each.id, { outcome: 'order', sentence, seen, clause: perOrganizationCapClause });
      waiting.push(each);
    } else {
      left -= 1;
      count(organization);
      seated.push(each);
    }
  }

  const again = new Map<string, Ranking>();
  for (const [index, each] of [...seated, ...waiting].entries()) {
    const { id, ranking } = each;
    const place = index + 1;
    const hasSeat = index < seated.length;
    const kept = ranking.place === place && (ranking.verdict === 'within-seats') === hasSeat;
    const cap = capped.get(id);
    if (holds(each)) again.set(id, placed(ranking, 'within-seats', place, holding(room, each, place)));
    else if (cap || each.because) {
      again.set(id, placed(ranking, past(policy), place, cap ?? passed(room, each, place)));
    } else if (!kept) {
      const verdict = hasSeat ? 'within-seats' : past(policy);
      again.set(id, placed(ranking, verdict, place, moved(room, ranking, place, hasSeat)));
    }
  }
  return new ChangedRankings(rankings, again);
}

const holds = ({ because }: Seated): boolean => because?.kind === 'accepted' || because?.kind === 'offered';

/** An acceptance and an open offer hold a seat; a declined or a lapsed one passes it on. */
function promised(accepted: boolean, offer: OfferNow | undefined): Seated['because'] {
  const overruleReason = offer?.offer.overruleReason ?? null;
  if (accepted) return { kind: 'accepted', sentence: 'Accepted, and keeps the seat', overruleReason };
  if (!offer || offer.state === 'taken') return null;
  const { state, sentence } = offer;
  if (state === 'open') return { kind: 'offered', sentence: `${sentence}, which is held so long`, overruleReason };
  return { kind: 'passed', sentence, overruleReason: null };
}

const past = ({ admission }: Policy): Ranking['verdict'] =>
  admission.pastLastSeat === 'wait-in-order' ? 'waiting' : 'past-last-seat';

/**
 * Everyone by the rule's place; accepted applicants whom the rule would not rank any more come last. Places have no
 * gaps, so that nothing has to be sorted but these.
 */
function inLine(rankings: ReadonlyMap<string, Ranking>, { accepted, offers }: Promises): readonly Seated[] {
  const line = [...placedByRule(rankings)];
  const unranked: Seated[] = [];
  for (const id of new Set([...accepted, ...offers.keys()])) {
    const ranking = rankings.get(id);
    const because = promised(accepted.has(id), offers.get(id));
    if (!ranking || !because) continue;
    if (ranking.place !== null) line[ranking.place - 1] = { id, ranking, because };
    else if (because.kind === 'accepted') unranked.push({ id, ranking, because });
  }
  return [...line, ...unranked.sort((a, b) => (a.id < b.id ? -1 : 1))];
}

/** Everyone whom the rule places, in order, as if nothing had been promised: kept with the ranking that it is of. */
function placedByRule(rankings: ReadonlyMap<string, Ranking>): readonly Seated[] {
  const known = placedLines.get(rankings);
  if (known) return known;
  const line: Seated[] = [];
  for (const [id, ranking] of rankings) {
    if (ranking.place !== null) line[ranking.place - 1] = { id, ranking, because: null };
  }
  placedLines.set(rankings, line);
  return line;
}

const placedLines = new WeakMap<ReadonlyMap<string, Ranking>, readonly Seated[]>();

/** A ranking with another seat: the last reason, which the rule gives to the seat of everyone whom it places, goes. */
function placed(ranking: Ranking, verdict: Ranking['verdict'], place: number, reason: Reason): Ranking {
  const { tier, late } = ranking;
  const overruled = ranking.overruled || reason.outcome === 'overruled';
  return new SaidRanking(verdict, tier, place, { late, overruled }, () => {
    const before = ranking.place === null ? ranking.reasons : ranking.reasons.slice(0, -1);
    return [...before, reason];
  });
}

/** Where the seat was offered against the order, the reason that a lead gave stands with it. */
function holding({ policy, seats }: Room, { ranking, because }: Seated, place: number): Reason {
  const against = because?.overruleReason ?? null;
  const overruled = against === null ? '' : `; offered against the order by a lead: “${against}”`;
  return {
    outcome: against === null ? 'order' : 'overruled',
    sentence: `${because?.sentence}: place ${place} of ${seats}${overruled}`,
    seen: sayRule(ranking, seats),
    clause: policy.admission.seatsClause,
  };
}

function passed({ policy }: Room, { ranking, because }: Seated, place: number): Reason {
  const sentence = `${because?.sentence ?? ''}; keeps place ${place} in line while the seat goes to the next`;
  const seen = ranking.place === place ? '' : `place ${ranking.place} by the order alone`;
  return { outcome: 'order', sentence, seen, clause: policy.admission.pastLastSeatClause };
}

/** What the rule alone would say of somebody who holds a seat, where it differs. */
function sayRule({ place, verdict }: Ranking, seats: number): string {
  if (place !== null) return place <= seats ? '' : `place ${place} by the rule today`;
  return verdict === 'needs-a-look' ? 'by the rule today, needs a look' : 'by the rule today, not eligible';
}

function moved({ policy, seats, held }: Room, ranking: Ranking, place: number, hasSeat: boolean): Reason {
  const { pastLastSeat, seatsClause, pastLastSeatClause } = policy.admission;
  if (hasSeat) return { outcome: 'order', sentence: `Place ${place} of ${seats}`, seen: '', clause: seatsClause };
  const waits = pastLastSeat === 'wait-in-order';
  const alone = ranking.place === place ? '' : `place ${ranking.place} by the rule alone`;
  return {
    outcome: 'order',
    sentence: `Place ${place}, past the last of ${seats} seats; ${waits ? 'waits in order' : 'no seat is left'}`,
    seen: [held, alone].filter((part) => part !== '').join('; '),
    clause: pastLastSeatClause,
  };
}

function sayHeld(accepted: number, offered: number): string {
  const one = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'is' : 'are'} ${what}`];
  return [...one(accepted, 'held by accepted applicants'), ...one(offered, 'offered')].join(', ');
}
