import type { Migration } from '../migrate.ts';

// The numbers that were ever given, also by steps that were undone: read by series, without reading the whole log.
const numbers = `
CREATE INDEX logEntryNumber ON logEntry (tableName, coalesce(after ->> 'number', after ->> 'receipt'))
  WHERE tableName IN ('badge', 'certificate', 'feePayment', 'invoice', 'policyVersion');
`;

/** Prepares the log for several laptops. */
export const severalLaptops: Migration = { version: 12, sql: numbers };
