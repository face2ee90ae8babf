import type { Migration } from '../migrate.ts';

/** More time for a cycle of re-certification, and what a lead decided about someone's standing. */
export const extensionsAndStanding: Migration = {
  version: 49,
  sql: `
CREATE TABLE recertificationExtension (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), cycle INTEGER NOT NULL,
  untilOn TEXT NOT NULL, grantedOn TEXT NOT NULL, reason TEXT NOT NULL, fee INTEGER NOT NULL, takenBackOn TEXT,
  takenBackBecause TEXT
) STRICT;
CREATE INDEX recertificationExtensionOf ON recertificationExtension (participantId);
CREATE TABLE standingChange (
  id TEXT PRIMARY KEY NOT NULL, participantId TEXT NOT NULL REFERENCES participant (id), kind TEXT NOT NULL,
  fromOn TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE INDEX standingChangeOf ON standingChange (participantId);
`,
};
