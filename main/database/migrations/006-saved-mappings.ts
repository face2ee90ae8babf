import type { Migration } from '../migrate.ts';

/** Saved mappings: under a name, what the columns of a kind of spreadsheet were taken for. */
export const savedMappings: Migration = {
  version: 6,
  sql: `
CREATE TABLE savedMapping (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('applications', 'graduates')),
  shapes TEXT NOT NULL, savedAt TEXT NOT NULL, UNIQUE (kind, name)
) STRICT;
`,
};
