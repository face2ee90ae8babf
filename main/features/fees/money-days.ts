import { addYears, type CivilDate, dayOf, type Instant } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { type Cents, lessCents, sumCents } from '../../../shared/model/money.ts';
import type { Facts } from '../../call/facts.ts';
import { earliest } from '../../rules/dates/date-order.ts';

interface FirstDays {
  readonly opensOn: CivilDate | null;
  readonly startsOn: CivilDate | null;
  readonly appliedAt: Instant | null;
}

/**
 * The first day on which someone could pay: when they first applied anywhere, or when their cohort's applications
 * opened; where neither is known, a year before it starts. Null: nothing is known.
 */
export function couldPayFrom({ database, zone }: Facts, participantId: ParticipantId): CivilDate | null {
  const days = database.get<FirstDays>(
    `SELECT opensOn, startsOn, (SELECT min(firstSubmittedAt) FROM application
       WHERE application.personId = participant.personId) AS appliedAt
     FROM participant JOIN cohort ON cohort.id = participant.cohortId WHERE participant.id = ?`,
    participantId,
  );
  if (!days) return null;
  const { opensOn, startsOn, appliedAt } = days;
  return (
    earliest([opensOn, appliedAt === null ? null : dayOf(appliedAt, zone)]) ??
    (startsOn === null ? null : addYears(startsOn, -1))
  );
}

const ofAccount = 'FROM feePayment WHERE participantId IN (SELECT value FROM json_each(?))';

/** The first day on which money came in for one of someone's places, those whose money counts together; null: none did. */
export const firstPaidOn = ({ database }: Facts, account: readonly ParticipantId[]): CivilDate | null =>
  database.get<{ day: CivilDate | null }>(
    `SELECT min(receivedOn) AS day ${ofAccount} AND kind = 'payment'`,
    JSON.stringify(account),
  )?.day ?? null;

/** How much of the money of such places was there at the end of a day. */
export function paidBy({ database }: Facts, account: readonly ParticipantId[], day: CivilDate): Cents {
  const sum = (kind: 'payment' | 'refund'): Cents =>
    sumCents(
      database
        .all<{ cents: Cents }>(
          `SELECT cents ${ofAccount} AND kind = ? AND receivedOn <= ?`,
          JSON.stringify(account),
          kind,
          day,
        )
        .map(({ cents }) => cents),
    );
  return lessCents(sum('payment'), sum('refund'));
}
