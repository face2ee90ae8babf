import type { Migration } from '../migrate.ts';
import { sealLog } from '../seal.ts';

// What each command and its entries are, as a digest that goes on from the laptop's command before it.
const seals = `
ALTER TABLE logCommand ADD COLUMN seal TEXT NOT NULL DEFAULT '';
`;

// Where whatever is still said of a person who was merged into another goes.
const signposts = `
CREATE TABLE mergedPerson (id TEXT PRIMARY KEY NOT NULL, keptId TEXT NOT NULL REFERENCES person (id)) STRICT;
CREATE INDEX mergedPersonKept ON mergedPerson (keptId);
`;

// Rows that are not simply what their own entries say, because two laptops' work meets in them. Made from the log and
// remade at will: not of the log.
const unsettled = `
CREATE TABLE logUnsettled (
  tableName TEXT NOT NULL, rowId TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (tableName, rowId)
) STRICT, WITHOUT ROWID;
`;

// Of applications sent at the same moment the first one read ranks first. Until now their ids said which that is; from
// now on an id is made from the person and the cohort. Null: the id still says it.
const ties = `
ALTER TABLE application ADD COLUMN readOrder TEXT;
`;

/** Lets the logs of two laptops meet in one database. */
export const logsMeet: Migration = { version: 16, sql: seals + signposts + unsettled + ties, afterwards: sealLog };
