import type { Migration } from '../migrate.ts';

// The numbers that were ever given, also by steps that were undone: read by series, without reading the whole log.
const numbers = `
CREATE INDEX logEntryNumber ON logEntry (tableName, coalesce(after ->> 'number', after ->> 'receipt'))
  WHERE tableName IN ('badge', 'certificate', 'feePayment', 'invoice', 'policyVersion');
`;

// Which program this is: only logs of one program merge. A database that has a log takes the id from its first
// command, so that a backup of before this step is of the same program as the database that it was made of.
const program = `
CREATE TABLE logProgram (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;
INSERT INTO logProgram (one, id) SELECT 1, coalesce(
  (SELECT substr(id, 1, 14) || '8' || substr(id, 16) FROM logCommand ORDER BY clock, deviceId, deviceSequence LIMIT 1),
  lower(substr(random, 1, 8) || '-' || substr(random, 9, 4) || '-4' || substr(random, 14, 3) || '-8'
    || substr(random, 18, 3) || '-' || substr(random, 21)))
FROM (SELECT hex(randomblob(16)) AS random);
`;

// The laptops in the log, each with the letter that its numbers carry.
const devices = `
CREATE TABLE logDevice (
  id TEXT PRIMARY KEY NOT NULL, letter TEXT NOT NULL, name TEXT,
  because TEXT NOT NULL CHECK (because IN ('first', 'other-laptop', 'older-file')), since TEXT NOT NULL
) STRICT;
INSERT INTO logDevice (id, letter, name, because, since)
SELECT deviceId, char(64 + row_number() OVER (ORDER BY min(clock))),
  (SELECT name.value FROM laptop name JOIN laptop own ON own.key = 'deviceId' AND own.value = deviceId
   WHERE name.key = 'deviceName'),
  iif(row_number() OVER (ORDER BY min(clock)) = 1, 'first', 'other-laptop'), min(at)
FROM logCommand GROUP BY deviceId;
`;

// The log's true order, and the version of the tables that each command was made under.
const order = `
CREATE UNIQUE INDEX logCommandOrder ON logCommand (clock, deviceId, deviceSequence);
ALTER TABLE logCommand ADD COLUMN schemaVersion INTEGER NOT NULL DEFAULT 11;
`;

const neverChanged = ['logProgram', 'logDevice']
  .flatMap((table) =>
    ['UPDATE', 'DELETE'].map(
      (verb) =>
        `CREATE TRIGGER ${table}No${verb} BEFORE ${verb} ON ${table} BEGIN SELECT RAISE(ABORT, 'The log is never changed.'); END;`,
    ),
  )
  .join('\n');

/** Prepares the log for several laptops. */
export const severalLaptops: Migration = { version: 13, sql: numbers + program + devices + order + neverChanged };
