import type { Migration } from '../migrate.ts';

/**
 * The index of names is put in order once half of a part of it is gone, not a tenth: taking out an import's people a
 * few at a time had it rewritten again and again, ten times the work of putting them in.
 */
export const namesTakenOut: Migration = {
  version: 14,
  sql: "INSERT INTO personSearch (personSearch, rank) VALUES ('deletemerge', 50)",
};
