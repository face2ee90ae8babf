import type { Migration } from '../migrate.ts';

/** Finds people by an address that stands on one of their forms, or was theirs before it was corrected or they were merged. */
export const formerAddresses: Migration = {
  version: 26,
  sql: `
CREATE INDEX submissionAddress ON submission (lower(trim(answers ->> 'email')));
CREATE INDEX logEntryAddress ON logEntry (lower(before ->> 'email'))
  WHERE tableName = 'person' AND before ->> 'email' IS NOT NULL;
CREATE INDEX logEntryPersonGone ON logEntry (rowId) WHERE tableName = 'person' AND after IS NULL;
`,
};
