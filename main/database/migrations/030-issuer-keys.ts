import type { Migration } from '../migrate.ts';

/**
 * The public parts of the keys with which a program signs its certificates. A private part is never in the database. By
 * the index those are found that an undo took away: what they signed is on paper.
 */
export const issuerKeys: Migration = {
  version: 30,
  sql: `
CREATE TABLE issuerKey (
  id TEXT PRIMARY KEY NOT NULL, publicKey TEXT NOT NULL UNIQUE, since TEXT NOT NULL, until TEXT,
  ending TEXT CHECK (ending IN ('replaced', 'lost', 'stolen')), CHECK ((until IS NULL) = (ending IS NULL))
) STRICT;
CREATE INDEX logEntryIssuerKey ON logEntry (rowId) WHERE tableName = 'issuerKey';
`,
};
