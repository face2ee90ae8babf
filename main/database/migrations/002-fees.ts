import type { Migration } from '../migrate.ts';

const sql = `
CREATE TABLE feePayment (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id),
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'refund', 'waiver')), cents INTEGER NOT NULL CHECK (cents > 0),
  method TEXT CHECK (method IN ('check', 'purchase-order', 'card', 'cash')), reference TEXT, payer TEXT,
  organizationId TEXT REFERENCES organization (id), receivedOn TEXT NOT NULL, note TEXT, receipt TEXT,
  CHECK ((kind = 'waiver') = (method IS NULL)), CHECK ((kind = 'payment') = (receipt IS NOT NULL))
) STRICT;
CREATE INDEX feePaymentParticipant ON feePayment (participantId);
CREATE INDEX feePaymentOrganization ON feePayment (organizationId);
CREATE INDEX feePaymentReceipt ON feePayment (receipt);
CREATE TABLE invoice (
  id TEXT PRIMARY KEY NOT NULL, number TEXT NOT NULL UNIQUE, organizationId TEXT NOT NULL REFERENCES organization (id),
  billTo TEXT NOT NULL, issuedOn TEXT NOT NULL, purchaseOrder TEXT,
  policyVersionId TEXT NOT NULL REFERENCES policyVersion (id)
) STRICT;
CREATE INDEX invoiceOrganization ON invoice (organizationId);
CREATE INDEX invoicePolicyVersion ON invoice (policyVersionId);
CREATE TABLE invoiceLine (
  id TEXT PRIMARY KEY NOT NULL, invoiceId TEXT NOT NULL REFERENCES invoice (id),
  participantId TEXT NOT NULL REFERENCES participant (id), name TEXT NOT NULL, cohort TEXT NOT NULL,
  cents INTEGER NOT NULL CHECK (cents > 0), UNIQUE (invoiceId, participantId)
) STRICT;
CREATE INDEX invoiceLineParticipant ON invoiceLine (participantId);
`;

/** The course fee: what came in, went back or was waived, and invoices. */
export const fees: Migration = { version: 2, sql };
