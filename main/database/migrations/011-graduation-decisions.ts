import type { Migration } from '../migrate.ts';

/** A certificate keeps the decision it rests on, with the facts that it saw, and why a lead overruled it. */
export const graduationDecisions: Migration = {
  version: 11,
  sql: `
ALTER TABLE certificate ADD COLUMN overruleReason TEXT;
ALTER TABLE certificate ADD COLUMN decision TEXT CHECK (json_valid(decision));
`,
};
