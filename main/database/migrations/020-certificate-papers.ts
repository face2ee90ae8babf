import type { Migration } from '../migrate.ts';

/** A certificate keeps its words, its signatories and its look, so that it is printed the same for good. */
export const certificatePapers: Migration = {
  version: 20,
  sql: 'ALTER TABLE certificate ADD COLUMN paper TEXT CHECK (json_valid(paper));',
};
