import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { FeeStanding, FeeSums } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, sumCents } from '../../../shared/model/money.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import { feeStanding } from '../../rules/fees/fees.ts';

/** The tables that a fee's standing comes from. */
export const feeTables = ['participant', 'cohort', 'feePayment'] as const satisfies readonly TableName[];

/** How a participant's fee stands, and in which cohort. */
export type ParticipantsFee = FeeStanding & { readonly cohortId: CohortId };

interface Asked {
  readonly id: ParticipantId;
  readonly cohortId: CohortId;
  readonly status: ParticipantStatus;
  readonly fromList: number;
  readonly fee: Cents;
}

type Sums = Pick<FeeSums, 'received' | 'refunded' | 'waived'>;
type StoredSums = Sums & { readonly participantId: ParticipantId };

/** Who is known from a list of graduates alone has no fee here, unless something was entered. */
const asked = `SELECT participant.id, participant.cohortId, participant.status, cohort.fee,
    (participant.status = 'graduated' AND participant.applicationId IS NULL) AS fromList
  FROM participant JOIN cohort ON cohort.id = participant.cohortId`;

const sums = `SELECT participantId, coalesce(sum(cents) FILTER (WHERE kind = 'payment'), 0) AS received,
    coalesce(sum(cents) FILTER (WHERE kind = 'refund'), 0) AS refunded,
    coalesce(sum(cents) FILTER (WHERE kind = 'waiver'), 0) AS waived
  FROM feePayment`;

const nothing: Sums = { received: sumCents([]), refunded: sumCents([]), waived: sumCents([]) };

const standingOf = ({ cohortId, status, fromList, fee }: Asked, counted: Sums): ParticipantsFee => ({
  ...feeStanding({ ...counted, fee, status, fromList: fromList === 1 }),
  cohortId,
});

/** How the fee of everybody who has one here stands; graduates known from a list alone are left out. */
export function feeStandings(facts: Facts): ReadonlyMap<ParticipantId, ParticipantsFee> {
  const { database, cached } = facts;
  // A payment changes few of a hundred thousand: who is asked is read again only when somebody comes or goes.
  const everybody = cached('fees asked', ['participant', 'cohort'], () => database.all<Asked>(asked));
  return cached('fee standings', feeTables, () => {
    const counted = new Map(
      database.all<StoredSums>(`${sums} GROUP BY participantId`).map((row) => [row.participantId, row]),
    );
    const standings = new Map<ParticipantId, ParticipantsFee>();
    const untouched = new Map<string, ParticipantsFee>();
    for (const one of everybody) {
      const own = counted.get(one.id);
      if (own) standings.set(one.id, standingOf(one, own));
      else if (one.fromList === 0) standings.set(one.id, alike(untouched, one));
    }
    return standings;
  });
}

/** Those of a cohort and a status for whom nothing was entered stand alike. */
function alike(known: Map<string, ParticipantsFee>, one: Asked): ParticipantsFee {
  const key = `${one.cohortId} ${one.status}`;
  const standing = known.get(key) ?? standingOf(one, nothing);
  known.set(key, standing);
  return standing;
}

/** How one participant's fee stands, whoever it is; undefined where there is no such participant. */
export function feeStandingOf({ database }: Facts, participantId: ParticipantId): FeeStanding | undefined {
  const one = database.get<Asked>(`${asked} WHERE participant.id = ?`, participantId);
  const counted = database.get<StoredSums>(`${sums} WHERE participantId = ?`, participantId);
  return one && standingOf(one, counted ?? nothing);
}

/** Who still owes the fee: how many, how much in all, and their cohort where it is only one. */
export function feesOwed(facts: Facts): {
  readonly people: number;
  readonly cents: Cents;
  readonly cohortId: CohortId | null;
} {
  return facts.cached('owed fees', feeTables, () => {
    const owing = [...feeStandings(facts).values()].filter(({ owes }) => owes > 0);
    const cohorts = new Set(owing.map(({ cohortId }) => cohortId));
    const [only = null] = cohorts;
    return {
      people: owing.length,
      cents: sumCents(owing.map(({ owes }) => owes)),
      cohortId: cohorts.size === 1 ? only : null,
    };
  });
}
