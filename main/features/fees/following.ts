import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { FeeKind, FeeSums } from '../../../shared/model/fees.ts';
import type { ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { Cents, sumCents } from '../../../shared/model/money.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import { isAsked, moneyHome } from '../../rules/fees/following.ts';

export type Sums = Pick<FeeSums, 'received' | 'refunded' | 'waived'>;

/** The money of a place that someone left, and the place where it counts instead. */
interface CarriedMoney extends Sums {
  readonly fromId: ParticipantId;
  /** The cohort of the place that was left. */
  readonly from: string;
  readonly toId: ParticipantId;
  readonly to: string;
}

/** The tables that money which follows comes from. */
export const feeTables = ['participant', 'cohort', 'feePayment'] as const satisfies readonly TableName[];

/** Whether a participant is known from a list of graduates alone. */
export const fromList = "(participant.status = 'graduated' AND participant.applicationId IS NULL)";

/** What came in, went back, and was waived, as columns over rows of `feePayment`. */
export const summed = `coalesce(sum(cents) FILTER (WHERE kind = 'payment'), 0) AS received,
  coalesce(sum(cents) FILTER (WHERE kind = 'refund'), 0) AS refunded,
  coalesce(sum(cents) FILTER (WHERE kind = 'waiver'), 0) AS waived`;

/** A participant's own payments as one text, `payment 7500,refund 500`; null: none. Few texts differ. */
export const paymentsTold =
  "SELECT group_concat(kind || ' ' || cents) FROM feePayment WHERE participantId = participant.id";

/** What such a text comes to. */
export function sumsTold(told: string | null): Sums {
  const sums: Record<FeeKind, Cents[]> = { payment: [], refund: [], waiver: [] };
  for (const one of told?.split(',') ?? []) {
    const [kind, cents] = one.split(' ');
    if (kind === 'payment' || kind === 'refund' || kind === 'waiver') sums[kind].push(Cents.parse(Number(cents)));
  }
  return { received: sumCents(sums.payment), refunded: sumCents(sums.refund), waived: sumCents(sums.waiver) };
}

export const nothing: Sums = { received: sumCents([]), refunded: sumCents([]), waived: sumCents([]) };

interface StoredPlace {
  readonly id: ParticipantId;
  readonly personId: PersonId;
  readonly cohort: string;
  readonly status: ParticipantStatus;
  readonly fromList: 0 | 1;
  readonly begins: string;
}

const places = `SELECT participant.id, personId, cohort.name AS cohort, participant.status, ${fromList} AS fromList,
    coalesce(startsOn, opensOn, closesOn, '') AS begins
  FROM participant JOIN cohort ON cohort.id = cohortId
  WHERE personId IN (
    SELECT gone.personId FROM json_each(?) asked CROSS JOIN participant gone ON gone.id = asked.value
    WHERE EXISTS (SELECT 1 FROM feePayment WHERE participantId = gone.id))`;

/** The places that were left by someone who has another one: few, and a payment changes none of them. */
const leftForAnother = ({ database, cached }: Facts): readonly ParticipantId[] =>
  cached('places left for another', ['participant'], () =>
    database
      .all<{ id: ParticipantId }>(
        `SELECT id FROM participant gone WHERE status IN ('withdrawn', 'deferred')
         AND EXISTS (SELECT 1 FROM participant other WHERE other.personId = gone.personId AND other.id <> gone.id)`,
      )
      .map(({ id }) => id),
  );

/** All money that counts at another place than the one it was recorded for: of few people, those who came back. */
export const carriedMoney = (facts: Facts): readonly CarriedMoney[] =>
  facts.cached('money that follows', feeTables, () => {
    const people = new Map<PersonId, StoredPlace[]>();
    const left = leftForAnother(facts);
    if (left.length === 0) return [];
    for (const place of facts.database.all<StoredPlace>(places, JSON.stringify(left))) {
      const theirs = people.get(place.personId);
      if (theirs) theirs.push(place);
      else people.set(place.personId, [place]);
    }
    return [...people.values()].flatMap((theirs) => carriedOf(facts, theirs));
  });

function carriedOf({ database }: Facts, theirs: readonly StoredPlace[]): CarriedMoney[] {
  const seen = theirs.map((place) => ({ ...place, fromList: place.fromList === 1 }));
  const home = moneyHome(seen);
  const to = theirs.find(({ id }) => id === home);
  if (!to) return [];
  return seen
    .filter((place) => place.id !== home && !place.fromList && !isAsked(place))
    .flatMap(({ id, cohort }) => {
      const sums = database.get<Sums>(
        `SELECT ${summed} FROM feePayment WHERE participantId = ? HAVING count(*) > 0`,
        id,
      );
      return sums ? [{ ...sums, fromId: id, from: cohort, toId: to.id, to: to.cohort }] : [];
    });
}

/** The places whose sums aren't their own alone: money left them, or came to them. */
export const placesWithCarried = (facts: Facts): readonly ParticipantId[] => [
  ...new Set(carriedMoney(facts).flatMap(({ fromId, toId }) => [fromId, toId])),
];

/** A participant's own sums, less what counts elsewhere, with what counts here. */
export function withCarried(own: Sums, id: ParticipantId, carried: readonly CarriedMoney[]): Sums {
  if (carried.length === 0) return own;
  const counted = [
    carried.some(({ fromId }) => fromId === id) ? nothing : own,
    ...carried.filter(({ toId }) => toId === id),
  ];
  const sum = (of: keyof Sums) => sumCents(counted.map((each) => each[of]));
  return { received: sum('received'), refunded: sum('refunded'), waived: sum('waived') };
}

/** The places whose money counts at this one: none where its own money counts elsewhere. */
export function accountOf(facts: Facts, id: ParticipantId): readonly ParticipantId[] {
  const carried = carriedMoney(facts);
  if (carried.some(({ fromId }) => fromId === id)) return [];
  return [id, ...carried.filter(({ toId }) => toId === id).map(({ fromId }) => fromId)];
}
