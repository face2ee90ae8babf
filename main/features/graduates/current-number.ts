/**
 * The number of a participant's certificate in SQL, for a query that has `participant`: none that another one replaces;
 * of several, as an old list may have brought, the highest.
 */
export const currentNumber = `(SELECT number FROM certificate WHERE participantId = participant.id
  AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id AND kind = 'superseded')
  ORDER BY number DESC LIMIT 1)`;
