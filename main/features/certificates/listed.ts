import type { EndingKind } from '../../../shared/model/certificate-endings.ts';
import { addDays, type CivilDate, dayOf, type Instant } from '../../../shared/model/dates.ts';
import type { CertificateId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import type { CertificateEnd, ListedCertificate } from '../../rules/certificates/state.ts';

/** A certificate that was issued, with what became of it. */
export interface IssuedCertificate extends ListedCertificate {
  readonly id: CertificateId;
  readonly participantId: ParticipantId;
  readonly name: string;
  readonly cohort: string;
  readonly issuedOn: CivilDate;
  readonly dueOn: CivilDate | null;
}

interface StoredCertificate {
  readonly id: CertificateId;
  readonly participantId: ParticipantId;
  readonly number: string;
  readonly name: string;
  readonly cohort: string;
  readonly issuedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly receivedOn: CivilDate | null;
  readonly kind: EndingKind | null;
  readonly endedOn: CivilDate | null;
  readonly reason: string | null;
  readonly replacedBy: string | null;
}

/** Certificates with what became of each; `tail` says which, and in what order. */
export function issuedBy(facts: Facts, tail: string, ...values: readonly string[]): IssuedCertificate[] {
  const graceDays = facts.inForce?.policy.recertification.graceDays ?? 0;
  return facts.database
    .all<StoredCertificate>(
      `SELECT certificate.id, certificate.participantId, certificate.number, certificate.name, cohort.name AS cohort,
         certificate.issuedOn, due.dueOn,
         (SELECT min(receivedOn) FROM recertificationReceipt WHERE dueId = due.id) AS receivedOn,
         ending.kind, ending.endedOn, ending.reason, successor.number AS replacedBy
       FROM certificate JOIN participant ON participant.id = certificate.participantId
       JOIN cohort ON cohort.id = participant.cohortId
       LEFT JOIN certificateEnding ending ON ending.certificateId = certificate.id
       LEFT JOIN certificate successor ON successor.id = ending.replacedById
       LEFT JOIN recertificationDue due ON due.participantId = certificate.participantId
         AND due.cycle = (SELECT max(cycle) FROM recertificationDue WHERE participantId = certificate.participantId)
       ${tail}`,
      ...values,
    )
    .map(({ id, participantId, number, name, cohort, issuedOn, dueOn, receivedOn, ...ending }) => {
      const open = receivedOn !== null && receivedOn <= facts.today ? null : dueOn;
      return {
        id,
        participantId,
        number,
        name,
        cohort,
        issuedOn,
        dueOn: open,
        goodUntil: open === null ? null : addDays(open, graceDays),
        ended: endOf(ending),
      };
    });
}

const endOf = ({
  kind,
  endedOn,
  reason,
  replacedBy,
}: Pick<StoredCertificate, 'kind' | 'endedOn' | 'reason' | 'replacedBy'>): CertificateEnd | null => {
  if (kind === null || endedOn === null) return null;
  return kind === 'revoked' ? { kind, on: endedOn, reason: reason ?? '' } : { kind, on: endedOn, by: replacedBy };
};

/** Every number whose certificate is in the record. */
export const everyIssued = (facts: Facts): IssuedCertificate[] => issuedBy(facts, 'ORDER BY certificate.number');

/** The certificate of a number, however its letters are written. */
export const issuedUnder = (facts: Facts, number: string): IssuedCertificate | undefined =>
  issuedBy(facts, 'WHERE certificate.number = ? COLLATE NOCASE', number)[0];

/**
 * Numbers that were given and that no certificate has now: no one else gets them, and they answer too. Where the
 * graduation was taken back, that it was; where the same certificate has another number now, because two laptops issued
 * it, or it was issued again after an undo, that the one with that number counts.
 */
export function takenBack(facts: Facts, number?: string): ListedCertificate[] {
  const { database, zone } = facts;
  return database
    .all<{ number: string; issuedOn: CivilDate; by: string | null; at: Instant }>(
      `SELECT given.after ->> 'number' AS number, given.after ->> 'issuedOn' AS issuedOn, standing.number AS by,
         (SELECT max(at) FROM logEntry other JOIN logCommand ON logCommand.sequence = other.commandSequence
          WHERE other.tableName = 'certificate' AND other.rowId = given.rowId
            AND (other.before IS NULL OR other.after IS NULL)) AS at
       FROM logEntry given LEFT JOIN certificate standing ON standing.id = given.rowId
       WHERE tableName IN ('badge', 'certificate', 'feePayment', 'invoice', 'policyVersion')
         AND tableName = 'certificate' AND coalesce(after ->> 'number', after ->> 'receipt') ${number === undefined ? 'IS NOT NULL' : '= ?'}
         AND given.before IS NULL
         AND NOT EXISTS (SELECT 1 FROM certificate WHERE number = given.after ->> 'number')
       GROUP BY given.after ->> 'number'`,
      ...(number === undefined ? [] : [number]),
    )
    .map(({ number: given, issuedOn, by, at }) => ({
      number: given,
      issuedOn,
      dueOn: null,
      goodUntil: null,
      ended:
        by === null
          ? {
              kind: 'revoked',
              on: dayOf(at, zone),
              reason: 'The graduation was entered by mistake and taken back',
            }
          : { kind: 'superseded', on: dayOf(at, zone), by },
    }));
}
