import type { Migration } from '../migrate.ts';

/**
 * What lists over a whole program are found by: 100,000 people in the order of their names, and graduates, payments and
 * events without a look at their rows. The index of names is filled when the database is opened.
 */
export const listsByIndex: Migration = {
  version: 15,
  sql: `
ALTER TABLE personSearchKey ADD COLUMN sortName TEXT NOT NULL DEFAULT '';
ALTER TABLE personSearchKey ADD COLUMN words TEXT NOT NULL DEFAULT '';
CREATE INDEX personSearchKeyName ON personSearchKey (sortName);
CREATE INDEX participantStatus ON participant (status, cohortId, graduatedOn, applicationId, id, remark);
CREATE INDEX recertificationDueLatest ON recertificationDue (participantId, cycle, dueOn, id, remark);
CREATE INDEX recertificationDueOn ON recertificationDue (dueOn, participantId, cycle);
DROP INDEX recertificationReceiptDue;
CREATE INDEX recertificationReceiptDue ON recertificationReceipt (dueId, receivedOn);
DROP INDEX feePaymentParticipant;
CREATE INDEX feePaymentParticipant ON feePayment (participantId, kind, cents);
DROP INDEX attendanceEventSession;
CREATE INDEX attendanceEventSession ON attendanceEvent (sessionId, personId, kind, annulsId, id);
CREATE INDEX sessionHeldOn ON session (heldOn, startsAt);
`,
};
