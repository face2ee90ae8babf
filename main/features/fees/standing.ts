import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { FeeStanding } from '../../../shared/model/fees.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Cents } from '../../../shared/model/money.ts';
import type { Facts } from '../../call/facts.ts';
import { feeStanding } from '../../rules/fees/fees.ts';
import { carriedMoney, feeTables, fromList, nothing, type Sums, summed, withCarried } from './following.ts';

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

type StoredSums = Sums & { readonly participantId: ParticipantId };

const asked = `SELECT participant.id, participant.cohortId, participant.status, cohort.fee, ${fromList} AS fromList
  FROM participant JOIN cohort ON cohort.id = participant.cohortId`;

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

/** The sums of what was recorded for some participants themselves; anyone with none is left out. */
const sumsOf = ({ database }: Facts, { participants, values }: Some): ReadonlyMap<ParticipantId, Sums> =>
  new Map(
    database
      .all<StoredSums>(
        `SELECT participantId, ${summed} FROM feePayment WHERE participantId IN (${participants}) GROUP BY participantId`,
        ...values,
      )
      .map((row) => [row.participantId, row]),
  );

/** The same of participants by their ids. */
export const ownSums = (facts: Facts, ids: readonly ParticipantId[]): ReadonlyMap<ParticipantId, Sums> =>
  sumsOf(facts, { participants: 'SELECT value FROM json_each(?)', values: [JSON.stringify(ids)] });

/** How the fees of some participants stand; graduates known from a list alone are left out. */
export function feeStandingsOf(
  facts: Facts,
  { participants, values }: Some,
): ReadonlyMap<ParticipantId, ParticipantsFee> {
  const { database } = facts;
  const carried = carriedMoney(facts);
  const counted = sumsOf(facts, { participants, values });
  const standings = new Map<ParticipantId, ParticipantsFee>();
  for (const one of database.all<ChargedParticipant>(`${asked} WHERE participant.id IN (${participants})`, ...values)) {
    const own = counted.get(one.id);
    if (own || one.fromList === 0)
      standings.set(one.id, participantsFeeOf(one, withCarried(own ?? nothing, one.id, carried)));
  }
  return standings;
}

/** The same of everyone in a cohort. */
export const feeStandings = (facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, ParticipantsFee> =>
  facts.cached(`fee standings ${cohortId}`, feeTables, () =>
    feeStandingsOf(facts, { participants: 'SELECT id FROM participant WHERE cohortId = ?', values: [cohortId] }),
  );

/** How one participant's fee stands, whoever it is; undefined where there is no such participant. */
export function feeStandingOf(facts: Facts, participantId: ParticipantId): FeeStanding | undefined {
  const { database } = facts;
  const one = database.get<ChargedParticipant>(`${asked} WHERE participant.id = ?`, participantId);
  const own = database.get<Sums>(`SELECT ${summed} FROM feePayment WHERE participantId = ?`, participantId) ?? nothing;
  return one && participantsFeeOf(one, withCarried(own, participantId, carriedMoney(facts)));
}
