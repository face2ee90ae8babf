/** In SQL, of an attendance event named `event`: that no other event annuls it. */
export const notAnnulled = 'NOT EXISTS (SELECT 1 FROM attendanceEvent annulment WHERE annulment.annulsId = event.id)';
