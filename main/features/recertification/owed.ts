import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import type { Facts } from '../../call/facts.ts';

/** Documents that graduates owe on a day. */
interface OwedDocuments {
  /** Past the due date, whether or not grace is left. */
  readonly pastDue: number;
  /** Past the due date and the grace. */
  readonly overdue: number;
  /** The earliest due date that has passed without documents. */
  readonly oldestOn: CivilDate | null;
  /** Still to come, within the days of the policy’s reminder. */
  readonly comingSoon: number;
  readonly nextOn: CivilDate | null;
}

/**
 * What graduates owe today, counted by SQLite alone, because the rail asks after every command. The rule’s own
 * arithmetic: due until the due date’s end, in grace for the policy’s days after it, overdue then. The latest cycle
 * counts. Receipts are looked at before the participants: nearly everyone whose day has come has sent the documents.
 */
export function owedDocuments({ database, cached, today, inForce }: Facts): OwedDocuments {
  const { graceDays = 0, remindDays = 0 } = inForce?.policy.recertification ?? {};
  const tables = ['participant', 'recertificationDue', 'recertificationReceipt'] as const;
  return cached(`owed ${today} ${graceDays} ${remindDays}`, tables, () => {
    const owed = database.get<OwedDocuments>(
      `WITH day (today, inTimeFrom, soon) AS (VALUES (?, ?, ?))
       SELECT count(*) FILTER (WHERE dueOn < today) AS pastDue, count(*) FILTER (WHERE dueOn < inTimeFrom) AS overdue,
         min(dueOn) FILTER (WHERE dueOn < today) AS oldestOn,
         count(*) FILTER (WHERE dueOn BETWEEN today AND soon) AS comingSoon, min(dueOn) FILTER (WHERE dueOn >= today) AS nextOn
       FROM day CROSS JOIN recertificationDue due CROSS JOIN participant ON participant.id = due.participantId
       WHERE dueOn <= soon AND NOT EXISTS (
           SELECT 1 FROM recertificationReceipt WHERE dueId = due.id AND receivedOn <= today)
         AND NOT EXISTS (
           SELECT 1 FROM recertificationDue later WHERE later.participantId = due.participantId AND later.cycle > due.cycle)
         AND participant.status = 'graduated' AND (graduatedOn IS NULL OR graduatedOn <= today)`,
      today,
      addDays(today, -graceDays),
      addDays(today, remindDays),
    );
    return owed ?? { pastDue: 0, overdue: 0, oldestOn: null, comingSoon: 0, nextOn: null };
  });
}
