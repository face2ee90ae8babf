import type { Migration } from '../migrate.ts';

/** What leads write down about a person, a cohort, or a session. Each note is about exactly one of them. */
export const notes: Migration = {
  version: 39,
  sql: `
CREATE TABLE note (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT REFERENCES person (id), cohortId TEXT REFERENCES cohort (id),
  sessionId TEXT REFERENCES session (id), text TEXT NOT NULL, writtenAt TEXT NOT NULL
) STRICT;
CREATE INDEX notePerson ON note (personId);
CREATE INDEX noteCohort ON note (cohortId);
CREATE INDEX noteSession ON note (sessionId);
`,
};
