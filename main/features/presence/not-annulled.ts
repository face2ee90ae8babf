/** In SQL, of an attendance event named `event`: that another event annuls it. */
export const annulled = 'EXISTS (SELECT 1 FROM attendanceEvent annulment WHERE annulment.annulsId = event.id)';

/** The same of one that no other event annuls. */
export const notAnnulled = `NOT ${annulled}`;
