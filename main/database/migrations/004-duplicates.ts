import type { Migration } from '../migrate.ts';

const sql = `
CREATE TABLE notSamePerson (
  id TEXT PRIMARY KEY NOT NULL, personA TEXT NOT NULL REFERENCES person (id), personB TEXT NOT NULL REFERENCES person (id),
  UNIQUE (personA, personB), CHECK (personA < personB)
) STRICT;
CREATE INDEX notSamePersonB ON notSamePerson (personB);
`;

/** Pairs of people whom a lead found to be two. */
export const duplicates: Migration = { version: 4, sql };
