/**
 * A column of the certificate that a participant has now, in SQL, for a query that has `participant`: none that another
 * one replaces, one that is good before one that was revoked, and that one only of a graduate. Of several, as an old list
 * may have brought, the highest number.
 */
const current = (what: string): string => `(SELECT ${what} FROM certificate
  LEFT JOIN certificateEnding ending ON ending.certificateId = certificate.id
  WHERE certificate.participantId = participant.id AND ending.kind IS NOT 'superseded'
    AND (ending.id IS NULL OR participant.status = 'graduated')
  ORDER BY ending.id IS NOT NULL, number DESC LIMIT 1)`;

/** The number of a participant's certificate. */
export const currentNumber = current('number');

/** Whether a participant's certificate was issued against the rule: 1, or 0 or null. */
export const currentOverruled = current('overruleReason IS NOT NULL');
