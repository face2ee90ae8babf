import type { Migration } from '../migrate.ts';

/** Column sets: under a name, which columns a list shows and exports. */
export const columnSets: Migration = {
  version: 8,
  sql: `
CREATE TABLE columnSet (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL,
  list TEXT NOT NULL CHECK (list IN ('roster', 'attendance', 'progress')), columns TEXT NOT NULL CHECK (json_valid(columns)),
  savedAt TEXT NOT NULL, UNIQUE (list, name)
) STRICT;
`,
};
