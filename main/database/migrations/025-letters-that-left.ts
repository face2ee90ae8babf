import type { Migration } from '../migrate.ts';

/** Finds the letters that were ever written, also those whose step was undone: their files have left the laptop. */
export const lettersThatLeft: Migration = {
  version: 25,
  sql: `
CREATE INDEX logEntryLetter ON logEntry (tableName, after ->> 'cohortId', after ->> 'personId')
  WHERE tableName = 'letter' AND before IS NULL;
`,
};
