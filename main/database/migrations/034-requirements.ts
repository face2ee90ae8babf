import type { Migration } from '../migrate.ts';

/** Requirements for graduation that were ticked off, and people who are left off the published list of graduates. */
export const requirements: Migration = {
  version: 34,
  sql: `
CREATE TABLE metRequirement (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id),
  requirementId TEXT NOT NULL, metOn TEXT NOT NULL, note TEXT, UNIQUE (participantId, requirementId)
) STRICT;
CREATE TABLE unlisted (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL UNIQUE REFERENCES person (id), reason TEXT
) STRICT;
`,
};
