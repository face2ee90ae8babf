import type { Ranking } from '../../shared/model/applicants.ts';
import type { Reason } from '../../shared/model/decision.ts';
import type { Policy } from '../../shared/model/program.ts';

interface Seated {
  readonly id: string;
  readonly ranking: Ranking;
  readonly accepted: boolean;
}

/**
 * Gives the seats that are left after acceptance.
 *
 * The rule ranks everyone who stands, as if nobody had been accepted yet. An acceptance is a promise, though: who has
 * it keeps the seat, also where somebody better placed applies later, where a fact is corrected or where the seats
 * become fewer. So the accepted come within the seats first, and the seats left go to the others in the rule's order;
 * whoever has a seat stands before whoever waits, each part in the rule's order. While nobody overtakes an accepted
 * applicant, this changes no place.
 */
export function seatAccepted(
  policy: Policy,
  seats: number,
  rankings: ReadonlyMap<string, Ranking>,
  accepted: ReadonlySet<string>,
): ReadonlyMap<string, Ranking> {
  if (accepted.size === 0) return rankings;
  const all = [...rankings].map(([id, ranking]): Seated => ({ id, ranking, accepted: accepted.has(id) }));
  const line = all.filter(({ ranking, accepted }) => accepted || ranking.place !== null).sort(byPlace);
  const left = Math.max(0, seats - accepted.size);
  const seated: Seated[] = [];
  const waiting: Seated[] = [];
  let given = 0;
  for (const each of line) {
    const hasSeat = each.accepted || given < left;
    if (!each.accepted && hasSeat) given += 1;
    (hasSeat ? seated : waiting).push(each);
  }
  const again = new Map(rankings);
  for (const [index, each] of [...seated, ...waiting].entries()) {
    const place = index + 1;
    const hasSeat = index < seated.length;
    const kept = each.ranking.place === place && (each.ranking.verdict === 'within-seats') === hasSeat;
    if (each.accepted) again.set(each.id, holding(policy, seats, each.ranking, place));
    else if (!kept) again.set(each.id, moved(policy, seats, each.ranking, place, hasSeat, accepted.size));
  }
  return again;
}

/** By the rule's place; accepted applicants whom the rule would not rank any more come last. */
function byPlace(a: Seated, b: Seated): number {
  const places = (a.ranking.place ?? Number.MAX_SAFE_INTEGER) - (b.ranking.place ?? Number.MAX_SAFE_INTEGER);
  return places !== 0 ? places : a.id < b.id ? -1 : 1;
}

function holding(policy: Policy, seats: number, ranking: Ranking, place: number): Ranking {
  const reason: Reason = {
    outcome: 'order',
    sentence: `Accepted, and keeps the seat: place ${place} of ${seats}`,
    seen: sayRule(ranking, seats),
    clause: policy.admission.seatsClause,
  };
  return { ...ranking, verdict: 'within-seats', place, reasons: [...withoutSeat(ranking), reason] };
}

/** What the rule alone would say of an accepted applicant, where it differs. */
function sayRule({ place, verdict }: Ranking, seats: number): string {
  if (place !== null) return place <= seats ? '' : `place ${place} by the rule today`;
  return verdict === 'needs-a-look' ? 'by the rule today, needs a look' : 'by the rule today, not eligible';
}

function moved(
  policy: Policy,
  seats: number,
  ranking: Ranking,
  place: number,
  hasSeat: boolean,
  accepted: number,
): Ranking {
  const { pastLastSeat, seatsClause, pastLastSeatClause } = policy.admission;
  const waits = pastLastSeat === 'wait-in-order';
  const held = `${accepted} ${accepted === 1 ? 'is' : 'are'} held by accepted applicants`;
  const reason: Reason = hasSeat
    ? { outcome: 'order', sentence: `Place ${place} of ${seats}`, seen: '', clause: seatsClause }
    : {
        outcome: 'order',
        sentence: `Place ${place}, past the last of ${seats} seats; ${waits ? 'waits in order' : 'no seat is left'}`,
        seen: `${held}${ranking.place === place ? '' : `; place ${ranking.place} by the rule alone`}`,
        clause: pastLastSeatClause,
      };
  const past = waits ? 'waiting' : 'past-last-seat';
  const verdict = hasSeat ? 'within-seats' : past;
  return { ...ranking, verdict, place, reasons: [...withoutSeat(ranking), reason] };
}

/** The reasons without the last one, which the rule gives to the seat of everyone whom it places. */
const withoutSeat = ({ place, reasons }: Ranking): readonly Reason[] =>
  place === null ? reasons : reasons.slice(0, -1);
