import type { Migration } from '../migrate.ts';

/** Letters: the templates that the leads changed, and what was written to whom and when. */
export const letters: Migration = {
  version: 3,
  sql: `
CREATE TABLE letterTemplate (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL UNIQUE, subject TEXT NOT NULL, body TEXT NOT NULL, changedAt TEXT NOT NULL
) STRICT;
CREATE TABLE letter (
  id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL, personId TEXT NOT NULL REFERENCES person (id),
  cohortId TEXT NOT NULL REFERENCES cohort (id), occasion TEXT NOT NULL, subject TEXT NOT NULL, body TEXT NOT NULL,
  writtenAt TEXT NOT NULL, channel TEXT NOT NULL CHECK (channel IN ('eml', 'mail-merge')), file TEXT NOT NULL
) STRICT;
CREATE INDEX letterCohort ON letter (cohortId, kind, personId);
CREATE INDEX letterPerson ON letter (personId);
`,
};
