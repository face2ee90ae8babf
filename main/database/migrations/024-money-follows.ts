import type { Migration } from '../migrate.ts';

/** An invoice can be voided under its number, with a reason; a participant who moved keeps the cohorts they came from. */
export const moneyFollows: Migration = {
  version: 24,
  sql: `
ALTER TABLE invoice ADD COLUMN voidedOn TEXT;
ALTER TABLE invoice ADD COLUMN voidReason TEXT;
ALTER TABLE participant ADD COLUMN cameFrom TEXT CHECK (json_valid(cameFrom));
`,
};
