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
type ParticipantsFee = FeeStanding & { readonly cohortId: CohortId };

/** What the rule sees of a participant beside the sums. */
export interface ChargedParticipant {
  readonly id: ParticipantId;
  readonly cohortId: CohortId;
  readonly status: ParticipantStatus;
  readonly fromList: number;
  readonly fee: Cents;
}

export type Sums = Pick<FeeSums, 'received' | 'refunded' | 'waived'>;
type StoredSums = Sums & { readonly participantId: ParticipantId };

/** Whether a participant is known from a list of graduates alone. */
export const fromList = "(participant.status = 'graduated' AND participant.applicationId IS NULL)";

const asked = `SELECT participant.id, participant.cohortId, participant.status, cohort.fee, ${fromList} AS fromList
  FROM participant JOIN cohort ON cohort.id = participant.cohortId`;

const sums = `SELECT participantId, coalesce(sum(cents) FILTER (WHERE kind = 'payment'), 0) AS received,
    coalesce(sum(cents) FILTER (WHERE kind = 'refund'), 0) AS refunded,
    coalesce(sum(cents) FILTER (WHERE kind = 'waiver'), 0) AS waived
  FROM feePayment`;

const nothing: Sums = { received: sumCents([]), refunded: sumCents([]), waived: sumCents([]) };

/** How a participant's fee stands by the rule. */
export const participantsFeeOf = (
  { cohortId, status, fromList: isFromList, fee }: Omit<ChargedParticipant, 'id'>,
  { received, refunded, waived }: Sums,
): ParticipantsFee => ({
  ...feeStanding({ received, refunded, waived, fee, status, fromList: isFromList === 1 }),
  cohortId,
});

/** Participants by a query that finds their ids. */
interface Some {
  readonly participants: string;
  readonly values: readonly string[];
}

/** How the fees of some participants stand; graduates known from a list alone are left out. */
export function feeStandingsOf(
  { database }: Facts,
  { participants, values }: Some,
): ReadonlyMap<ParticipantId, ParticipantsFee> {
  const counted = new Map(
    database
      .all<StoredSums>(`${sums} WHERE participantId IN (${participants}) GROUP BY participantId`, ...values)
      .map((row) => [row.participantId, row]),
  );
  const standings = new Map<ParticipantId, ParticipantsFee>();
  for (const one of database.all<ChargedParticipant>(`${asked} WHERE participant.id IN (${participants})`, ...values)) {
    const own = counted.get(one.id);
    if (own || one.fromList === 0) standings.set(one.id, participantsFeeOf(one, own ?? nothing));
  }
  return standings;
}

/** The same of everyone in a cohort. */
export const feeStandings = (facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, ParticipantsFee> =>
  facts.cached(`fee standings ${cohortId}`, feeTables, () =>
    feeStandingsOf(facts, { participants: 'SELECT id FROM participant WHERE cohortId = ?', values: [cohortId] }),
  );

/** How one participant's fee stands, whoever it is; undefined where there is no such participant. */
export function feeStandingOf({ database }: Facts, participantId: ParticipantId): FeeStanding | undefined {
  const one = database.get<ChargedParticipant>(`${asked} WHERE participant.id = ?`, participantId);
  const counted = database.get<StoredSums>(`${sums} WHERE participantId = ?`, participantId);
  return one && participantsFeeOf(one, counted ?? nothing);
}
