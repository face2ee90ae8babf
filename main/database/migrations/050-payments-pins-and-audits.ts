import type { Migration } from '../migrate.ts';

/** What the rules of re-certification ask besides evidence: fees, exam days, birth months; pinned versions, and audits. */
export const paymentsPinsAndAudits: Migration = {
  version: 50,
  sql: `
CREATE TABLE recertificationPayment (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), cycle INTEGER NOT NULL,
  fee TEXT NOT NULL, amount INTEGER NOT NULL, paidOn TEXT NOT NULL, note TEXT
) STRICT;
CREATE INDEX recertificationPaymentOf ON recertificationPayment (participantId);
CREATE TABLE examDate (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL UNIQUE REFERENCES participant (id), examOn TEXT NOT NULL
) STRICT;
CREATE TABLE birthMonth (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL UNIQUE REFERENCES person (id), month INTEGER NOT NULL
) STRICT;
CREATE TABLE recertificationPin (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), cycle INTEGER NOT NULL,
  policyVersionId TEXT NOT NULL REFERENCES policyVersion (id), decidedOn TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX recertificationPinOf ON recertificationPin (participantId);
CREATE INDEX recertificationPinTo ON recertificationPin (policyVersionId);
CREATE TABLE auditDraw (
  id TEXT PRIMARY KEY NOT NULL, seed TEXT NOT NULL, share INTEGER NOT NULL, drawnOn TEXT NOT NULL, among TEXT NOT NULL
) STRICT;
CREATE TABLE recertificationAudit (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id),
  drawId TEXT REFERENCES auditDraw (id), cycle INTEGER NOT NULL, cause TEXT NOT NULL, reason TEXT,
  drawnOn TEXT NOT NULL, answerBy TEXT NOT NULL, answeredOn TEXT, outcome TEXT NOT NULL, decidedOn TEXT, note TEXT
) STRICT;
CREATE INDEX recertificationAuditOf ON recertificationAudit (participantId);
CREATE INDEX recertificationAuditDraw ON recertificationAudit (drawId);
`,
};
