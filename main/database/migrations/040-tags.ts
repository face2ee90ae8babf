import type { Migration } from '../migrate.ts';

/** The program's tags, and whom each was given to. */
export const tags: Migration = {
  version: 40,
  sql: `
CREATE TABLE tag (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE personTag (
  id TEXT PRIMARY KEY NOT NULL, personId TEXT NOT NULL REFERENCES person (id), tagId TEXT NOT NULL REFERENCES tag (id),
  UNIQUE (personId, tagId)
) STRICT;
CREATE INDEX personTagTag ON personTag (tagId);
`,
};
