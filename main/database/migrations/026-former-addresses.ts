import type { Migration } from '../migrate.ts';

/** Finds who came back after withdrawing, and people by an address that stands on one of their forms, or was theirs before it was corrected or they were merged. */
export const formerAddresses: Migration = {
  version: 26,
  sql: `
CREATE INDEX submissionAddress ON submission (lower(trim(answers ->> 'email')));
CREATE INDEX logEntryAddress ON logEntry (lower(before ->> 'email'))
  WHERE tableName = 'person' AND before ->> 'email' IS NOT NULL;
CREATE INDEX logEntryReturn ON logEntry (rowId)
  WHERE tableName = 'application' AND before ->> 'status' = 'withdrawn';
CREATE INDEX logEntryPersonGone ON logEntry (rowId) WHERE tableName = 'person' AND after IS NULL;
`,
};
