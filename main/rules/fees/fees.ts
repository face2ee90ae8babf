import { sayDate } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import {
  type Fee,
  type FeePayment,
  type FeeStanding,
  type FeeState,
  type FeeSums,
  sayPaidBy,
} from '../../../shared/model/fees.ts';
import { type Cents, lessCents, sayCents, sumCents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';

type FeeEvent = Pick<FeePayment, 'kind' | 'cents' | 'method' | 'reference' | 'payer' | 'receivedOn' | 'note'> & {
  /** The cohort that it was recorded for, where that is an earlier one. */
  readonly earlier?: string | null;
};

/** What a participant's fee is decided on. Events in any order: only their sums count. */
export interface FeeFacts extends Pick<FeeSums, 'fee' | 'status' | 'fromList'> {
  readonly cohortName: string;
  /** Those that count here. */
  readonly events: readonly FeeEvent[];
  /** What was recorded here and counts in another cohort, which asks for the fee now; null: nothing does. */
  readonly countsIn?: { readonly cohort: string; readonly cents: Cents } | null;
}

const none = sumCents([]);

/**
 * Where a participant's fee stands, from sums alone: made to be asked for 100,000 participants.
 *
 * The fee is asked of whoever is enrolled or has graduated here. Who withdrew or was deferred owes nothing more, and
 * what was paid stays until a lead refunds it, or the fee is asked in another cohort: it follows there. Money that went back from someone enrolled is owed again, unless a
 * lead waives it. Where two laptops refunded more than came in, nothing counts as paid.
 */
export function feeStanding({ fee, status, fromList, received, refunded, waived }: FeeSums): FeeStanding {
  const paid = lessCents(received, refunded);
  const isAsked = !fromList && (status === 'enrolled' || status === 'graduated');
  const due = isAsked ? fee : none;
  const rest = lessCents(due, waived);
  const owes = lessCents(rest, paid);
  // Someone who left was asked once: what was paid up to the fee is no more than that.
  const over = lessCents(paid, isAsked ? rest : fee);
  return { state: stateOf({ fee, isAsked, paid, owes, over, refunded, waived }), due, paid, waived, owes, over };
}

interface Outcome extends Pick<FeeStanding, 'paid' | 'waived' | 'owes' | 'over'>, Pick<FeeSums, 'fee' | 'refunded'> {
  readonly isAsked: boolean;
}

function stateOf({ fee, isAsked, paid, owes, over, refunded, waived }: Outcome): FeeState {
  if (over > 0) return 'overpaid';
  if (paid > 0) return owes > 0 || (!isAsked && paid < fee) ? 'part-paid' : 'paid';
  if (refunded > 0) return 'refunded';
  if (owes > 0) return 'due';
  return waived > 0 ? 'waived' : 'nothing-due';
}

/** Where a participant's fee stands, with every reason: what is asked, each event in the order of its day, the rest. */
export function decideFee(policy: Policy, { fee, status, fromList, cohortName, events, countsIn }: FeeFacts): Fee {
  const sum = (kind: FeeEvent['kind']): Cents =>
    sumCents(events.filter((event) => event.kind === kind).map(({ cents }) => cents));
  const sums = { fee, status, fromList, received: sum('payment'), refunded: sum('refund'), waived: sum('waiver') };
  const standing = feeStanding(sums);
  const { clause } = policy.fee;
  const ordered = events.toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : Number(a.receivedOn > b.receivedOn)));
  return {
    ...standing,
    reasons: [
      askedReason(policy, sums, cohortName),
      ...(countsIn ? [movedReason(countsIn, clause)] : []),
      ...ordered.map((event) => eventReason(event, clause)),
      ...restReasons(standing, sums, clause),
    ],
  };
}

function askedReason(policy: Policy, { fee, status, fromList }: FeeSums, cohortName: string): Reason {
  const { amount, clause } = policy.fee;
  const not = (sentence: string): Reason => ({ outcome: 'not-needed', sentence, seen: '', clause });
  if (fromList) return not(`Graduated with ${cohortName} before the fee was kept here`);
  if (status === 'withdrawn') return not(`Withdrawn from ${cohortName}: nothing more is due`);
  if (status === 'deferred') return not(`Deferred from ${cohortName}: nothing more is due here`);
  if (fee === 0) return not(`${cohortName} has no course fee`);
  const seen = fee === amount ? '' : `set for ${cohortName}; the policy says ${sayCents(amount)}`;
  return { outcome: 'order', sentence: `The course fee of ${cohortName} is ${sayCents(fee)}`, seen, clause };
}

/** The fee is asked once: money goes where the person went. */
const movedReason = ({ cohort, cents }: NonNullable<FeeFacts['countsIn']>, clause: string): Reason => ({
  outcome: 'not-needed',
  sentence:
    cents > 0 ? `${sayCents(cents)} recorded here counts in ${cohort}` : `What was recorded here counts in ${cohort}`,
  seen: 'the fee is asked once',
  clause,
});

function eventReason(
  { kind, cents, method, reference, payer, receivedOn, note, earlier = null }: FeeEvent,
  clause: string,
): Reason {
  const by = method === null ? '' : ` by ${sayPaidBy(method, reference)}`;
  const day = `${sayDate(receivedOn)}${earlier === null ? '' : `, in ${earlier}`}`;
  const seen = note === null || note === '' ? '' : `“${note}”`;
  switch (kind) {
    case 'payment':
      return { outcome: 'met', sentence: `${sayCents(cents)} received${by}, ${day}${from(payer)}`, seen, clause };
    case 'refund':
      return { outcome: 'unmet', sentence: `${sayCents(cents)} refunded${by}, ${day}`, seen, clause };
    case 'waiver':
      return { outcome: 'overruled', sentence: `${sayCents(cents)} waived by a lead, ${day}`, seen, clause };
  }
}

const from = (payer: string | null): string => (payer === null ? '' : `, from ${payer}`);

/** What is left after all of it: what is owed, or was paid too much. */
function restReasons({ owes, over, state }: FeeStanding, { received, refunded }: FeeSums, clause: string): Reason[] {
  const say = (outcome: Reason['outcome'], sentence: string): Reason => ({ outcome, sentence, seen: '', clause });
  const reasons: Reason[] = [];
  if (refunded > received) {
    reasons.push(say('unknown', `${sayCents(lessCents(refunded, received))} more was refunded than received`));
  }
  if (over > 0) reasons.push(say('unknown', `${sayCents(over)} more was received than was due`));
  if (owes > 0) {
    const again = state === 'refunded' ? ' again, unless it is waived' : '';
    reasons.push(say('unmet', `${sayCents(owes)} is owed${again}`));
  }
  return reasons;
}

/**
 * A total as parts that differ by a cent at most, the larger ones first; they add up to the total exactly.
 * `count` is at least 1.
 */
export function splitEvenly(total: Cents, count: number): readonly Cents[] {
  const least = Math.floor(total / count);
  const rest = total - least * count;
  // A part of a sound amount is one too.
  return Array.from({ length: count }, (_, at) => (least + Number(at < rest)) as Cents);
}
