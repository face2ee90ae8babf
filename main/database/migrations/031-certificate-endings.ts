import type { Migration } from '../migrate.ts';

/** Certificates that were revoked, or that another one replaces. */
export const certificateEndings: Migration = {
  version: 31,
  sql: `
CREATE TABLE certificateEnding (
  id TEXT PRIMARY KEY NOT NULL, certificateId TEXT NOT NULL UNIQUE REFERENCES certificate (id),
  kind TEXT NOT NULL CHECK (kind IN ('revoked', 'superseded')), endedOn TEXT NOT NULL, reason TEXT NOT NULL,
  replacedById TEXT REFERENCES certificate (id)
) STRICT;
CREATE INDEX certificateEndingReplacedBy ON certificateEnding (replacedById);
`,
};
