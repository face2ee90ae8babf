import type { RankedOrganization, Ranking, RankingFacts } from '../../../shared/model/applicants.ts';
import { countOf, wordFor } from '../../../shared/model/counts.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { OfferNow } from '../offers/offers.ts';
import { type Order, pastLastSeat, readOrderOf, sayPastLastSeat } from './ranking.ts';

/** What has been promised and asked, beside the order: it decides who has the seats. */
export interface Promises {
  readonly accepted: ReadonlySet<string>;
  /**
   * The last offer to each who waits, and the one that was taken to each who was accepted by it. Of someone who was
   * taken back into the order since, none.
   */
  readonly offers: ReadonlyMap<string, OfferNow>;
}

/** No one accepted, no one asked. */
export const noPromises: Promises = { accepted: new Set(), offers: new Map() };

/** Gives out the seats to applications in the rule's order: what the list of applicants shows. */
export const seatRanked = (
  { policy, seats, rankings, byId }: Order,
  promises: Promises,
): ReadonlyMap<string, Ranking> => giveSeats(policy, seats, rankings, promises, (id) => byId.get(id)?.facts ?? null);

interface Seated {
  readonly id: string;
  /** The place by the rule alone; null: it gives none. */
  readonly rulePlace: number | null;
  /** Why the seat is held, or why it is passed on; null: it follows from the order alone. */
  readonly because: {
    readonly kind: 'accepted' | 'offered' | 'passed';
    readonly sentence: string;
    /** Why the seat was offered out of order; null: it was not. */
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
 * The rule ranks everyone who stands, as if no one had been accepted or asked yet. An acceptance is a promise, though:
 * who has it keeps the seat, also where someone better placed applies later, where a fact is corrected or where the
 * seats become fewer. An open offer holds its seat until its last day; whoever declined one or let it lapse keeps the
 * place in line while the seat goes on to the next. So the promised come within the seats first, and the seats left
 * go to the others in the rule's order, but for those whose school system has as many as the policy allows. Whoever
 * has a seat stands before whoever waits, each part in the rule's order. While nothing of this moves anybody, this
 * changes no place. `factsOf` tells the school systems that a cap counts, and who was read first.
 */
export function giveSeats(
  policy: Policy,
  seats: number,
  rankings: ReadonlyMap<string, Ranking>,
  { accepted, offers }: Promises,
  factsOf: (id: string) => RankingFacts | null = () => null,
): ReadonlyMap<string, Ranking> {
  const { perOrganizationCap: cap, perOrganizationCapClause } = policy.admission;
  if (accepted.size === 0 && offers.size === 0 && cap === null) return rankings;
  const { line, promised, unranked } = inLine(rankings, { accepted, offers }, factsOf);
  const employerOf = (id: string) => (cap === null ? null : (factsOf(id)?.organization ?? null));
  const within = new Map<string, number>();
  const count = (organization: RankedOrganization | null): void => {
    if (organization) within.set(organization.id, (within.get(organization.id) ?? 0) + 1);
  };
  const holders = [...promised.values(), ...unranked].filter(holds);
  for (const { id } of holders) count(employerOf(id));
  const offered = holders.filter(({ because }) => because?.kind === 'offered').length;
  const room: Room = { policy, seats, held: sayHeld(holders.length - offered, offered) };

  let left = Math.max(0, seats - holders.length);
  const seated: Seated[] = [];
  const waiting: Seated[] = [];
  const capped = new Map<string, Reason>();
  for (const [at, id] of line.entries()) {
    const each = promised.get(at) ?? { id, rulePlace: at + 1, because: null };
    if (holds(each)) {
      seated.push(each);
      continue;
    }
    const organization = employerOf(id);
    const others = organization ? (within.get(organization.id) ?? 0) : 0;
    if (each.because !== null || left === 0) waiting.push(each);
    else if (cap !== null && organization !== null && others >= cap) {
      const sentence = `${others} from ${organization.name} ${wordFor(others, 'is', 'are')} within the seats already; the cap is ${cap}`;
      const seen = `place ${at + 1} by the order alone`;
      capped.set(id, { outcome: 'order', sentence, seen, clause: perOrganizationCapClause });
      waiting.push(each);
    } else {
      left -= 1;
      count(organization);
      seated.push(each);
    }
  }
  seated.push(...unranked);

  const again = new Map(rankings);
  for (const [index, each] of [...seated, ...waiting].entries()) {
    const { id, rulePlace } = each;
    const place = index + 1;
    const hasSeat = index < seated.length;
    const reason = capped.get(id);
    if (each.because === null && !reason && rulePlace === place && place <= seats === hasSeat) continue;
    const ranking = rankings.get(id);
    if (!ranking) throw new Error(`The application ${id} was not ranked.`);
    if (holds(each)) again.set(id, placed(ranking, 'within-seats', place, holding(room, each, ranking, place)));
    else if (reason || each.because) {
      again.set(id, placed(ranking, pastLastSeat(policy), place, reason ?? passed(room, each, place)));
    } else {
      const verdict = hasSeat ? 'within-seats' : pastLastSeat(policy);
      again.set(id, placed(ranking, verdict, place, moved(room, rulePlace, place, hasSeat)));
    }
  }
  return again;
}

const holds = ({ because }: Seated): boolean => because?.kind === 'accepted' || because?.kind === 'offered';

/** An acceptance and an open offer hold a seat; a declined or a lapsed one passes it on. */
function promise(accepted: boolean, offer: OfferNow | undefined): Seated['because'] {
  const overruleReason = offer?.offer.overruleReason ?? null;
  if (accepted) return { kind: 'accepted', sentence: 'Accepted, and keeps the seat', overruleReason };
  if (!offer || offer.state === 'taken') return null;
  const { state, sentence } = offer;
  if (state === 'open') return { kind: 'offered', sentence: `${sentence}, which is held until then`, overruleReason };
  return { kind: 'passed', sentence, overruleReason: null };
}

/** Everyone by the rule's place, with what stands beside those who were promised or asked something. */
interface PromisedLine {
  readonly line: readonly string[];
  /** By the place in the line, from 0. */
  readonly promised: ReadonlyMap<number, Seated>;
  /** Accepted applicants whom the rule would not rank any more: they come last. */
  readonly unranked: readonly Seated[];
}

function inLine(
  rankings: ReadonlyMap<string, Ranking>,
  { accepted, offers }: Promises,
  factsOf: (id: string) => RankingFacts | null,
): PromisedLine {
  const readAt = ({ id }: Seated): string => {
    const facts = factsOf(id);
    return facts === null ? id : readOrderOf(facts);
  };
  const promised = new Map<number, Seated>();
  const unranked: Seated[] = [];
  for (const id of new Set([...accepted, ...offers.keys()])) {
    const ranking = rankings.get(id);
    const because = promise(accepted.has(id), offers.get(id));
    if (!ranking || !because) continue;
    const { place: rulePlace } = ranking;
    if (rulePlace !== null) promised.set(rulePlace - 1, { id, rulePlace, because });
    else if (because.kind === 'accepted') unranked.push({ id, rulePlace, because });
  }
  return {
    line: placedByRule(rankings),
    promised,
    unranked: unranked.sort((a, b) => (readAt(a) < readAt(b) ? -1 : 1)),
  };
}

/** Everyone whom the rule places, in order. Places have no gaps. */
function placedByRule(rankings: ReadonlyMap<string, Ranking>): readonly string[] {
  const line: string[] = [];
  for (const [id, { place }] of rankings) if (place !== null) line[place - 1] = id;
  return line;
}

/** A ranking with another seat: the last reason, which the rule gives to the seat of everyone whom it places, goes. */
function placed(ranking: Ranking, verdict: Ranking['verdict'], place: number, reason: Reason): Ranking {
  const overruled = ranking.overruled || reason.outcome === 'overruled';
  const before = ranking.place === null ? ranking.reasons : ranking.reasons.slice(0, -1);
  return { ...ranking, verdict, place, overruled, reasons: [...before, reason] };
}

/** Where the seat was offered out of order, the reason that a lead gave stands with it. */
function holding({ policy, seats }: Room, { because }: Seated, ranking: Ranking, place: number): Reason {
  const against = because?.overruleReason ?? null;
  const overruled = against === null ? '' : `; offered out of order by a lead: “${against}”`;
  return {
    outcome: against === null ? 'order' : 'overruled',
    sentence: `${because?.sentence}: place ${place} of ${seats}${overruled}`,
    seen: sayRule(ranking, seats),
    clause: policy.admission.seatsClause,
  };
}

function passed({ policy }: Room, { rulePlace, because }: Seated, place: number): Reason {
  const sentence = `${because?.sentence ?? ''}; keeps place ${place} in line while the seat goes to the next`;
  const seen = rulePlace === place ? '' : `place ${rulePlace} by the order alone`;
  return { outcome: 'order', sentence, seen, clause: policy.admission.pastLastSeatClause };
}

/** What the rule alone would say of someone who holds a seat, where it differs. */
function sayRule({ place, verdict }: Ranking, seats: number): string {
  if (place !== null) return place <= seats ? '' : `place ${place} by the rule today`;
  return verdict === 'needs-a-look' ? 'by the rule today, needs a look' : 'by the rule today, not eligible';
}

function moved({ policy, seats, held }: Room, rulePlace: number | null, place: number, hasSeat: boolean): Reason {
  const { pastLastSeat: then, seatsClause, pastLastSeatClause } = policy.admission;
  if (hasSeat) return { outcome: 'order', sentence: `Place ${place} of ${seats}`, seen: '', clause: seatsClause };
  const waits = then === 'wait-in-order';
  const alone = rulePlace === place ? '' : `place ${rulePlace} by the rule alone`;
  return {
    outcome: 'order',
    sentence: sayPastLastSeat(place, seats, waits),
    seen: [held, alone].filter((part) => part !== '').join('; '),
    clause: pastLastSeatClause,
  };
}

function sayHeld(accepted: number, offered: number): string {
  const one = (count: number, what: string): string[] =>
    count === 0 ? [] : [`${countOf(count, 'is', 'are')} ${what}`];
  return [...one(accepted, 'held by accepted applicants'), ...one(offered, 'offered')].join(', ');
}
