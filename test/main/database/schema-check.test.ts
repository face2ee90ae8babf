import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { wrap } from '../../../main/database/handles.ts';
import { latestVersion, migrate, migrations } from '../../../main/database/migrate.ts';
import { openDatabase, openForReading } from '../../../main/database/open.ts';
import { insert } from '../../../main/log/change.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

/** A database of this version, changed by another program in this way. */
function changedBy(sql: string, version = latestVersion): string {
  const file = path.join(temporaryFolder(), 'program.db');
  const connection = new Database(file);
  connection.pragma('application_id = 0x4344736b');
  migrate(
    wrap(connection),
    migrations.filter((step) => step.version <= version),
  );
  connection.unsafeMode();
  connection.exec(sql);
  connection.close();
  return file;
}

function refusalOf(file: string): string {
  const opened = openDatabase(file);
  if (!opened.ok) return opened.problem.sentence;
  opened.value.close();
  throw new Error('It opened.');
}

test.each([
  [
    'a trigger that changes what leads write',
    "CREATE TRIGGER evil AFTER INSERT ON person BEGIN UPDATE person SET email = 'x@example.org'; END",
    'it has a trigger “evil” on “person” that Cohort Desk did not make',
  ],
  [
    'a trigger inside the index of names',
    'CREATE TRIGGER quiet AFTER INSERT ON personSearchKey BEGIN DELETE FROM person; END',
    'it has a trigger “quiet” on “personSearchKey” that Cohort Desk did not make',
  ],
  ['a view', 'CREATE VIEW everyone AS SELECT * FROM person', 'it has a view “everyone” that Cohort Desk did not make'],
  ['a table', 'CREATE TABLE notes (note TEXT)', 'it has a table “notes” that Cohort Desk did not make'],
  [
    'an index',
    'CREATE UNIQUE INDEX onePhone ON person (phone)',
    'it has an index “onePhone” on “person” that Cohort Desk did not make',
  ],
])('refuses to open a database with %s that is not ours', (_what, sql, said) => {
  expect(refusalOf(changedBy(sql))).toBe(
    `“program.db” was not opened, because it is not built the way Cohort Desk builds it: ${said}. Another program or an unreleased version changed it. This file was not touched: keep it under another name, put a copy of your latest backup in its place, and start again.`,
  );
});

test.each([
  ['a table', 'DROP TABLE letter', 'its table “letter” is missing, and 3 more like this'],
  [
    'the trigger that guards the log',
    'DROP TRIGGER logEntryNoUPDATE',
    'its trigger “logEntryNoUPDATE” on “logEntry” is missing',
  ],
  ['an index', 'DROP INDEX personEmail', 'its index “personEmail” on “person” is missing'],
  ['a column', 'ALTER TABLE person DROP COLUMN jobTitle', 'its table “person” was changed'],
  [
    'a rule of a table',
    "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (seats > 0)', '') WHERE name = 'cohort'",
    'its table “cohort” was changed',
  ],
])('refuses to open a database without %s of ours', (_what, sql, said) => {
  expect(refusalOf(changedBy(sql))).toContain(`: ${said}`);
});

test('refuses a database that claims a version whose tables it does not have', () => {
  expect(refusalOf(changedBy('PRAGMA user_version = 3', 7))).toContain('that Cohort Desk did not make, and');
  expect(refusalOf(changedBy('PRAGMA user_version = 7', 3))).toContain('is missing, and');
  expect(refusalOf(changedBy('PRAGMA user_version = 0'))).toContain('that Cohort Desk did not make, and');
});

test.each(migrations.map(({ version }) => version))(
  'opens a database of version %i, and brings it up to date',
  (version) => {
    const database = openTestDatabase(changedBy('', version));
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: latestVersion });
  },
);

test('refuses an older database with a trigger that is not ours, before it is brought up to date', () => {
  const file = changedBy('CREATE TRIGGER evil AFTER INSERT ON person BEGIN DELETE FROM course; END', 5);
  expect(refusalOf(file)).toContain('it has a trigger “evil”');
  const connection = new Database(file, { readonly: true });
  expect(connection.pragma('user_version', { simple: true })).toBe(5);
  connection.close();
});

test('opens a database for which another tool has gathered statistics, and one that is open elsewhere', async () => {
  const file = changedBy('');
  const first = openTestDatabase(file);
  await make(first, world, 'Added Renée', [insert('person', somebody())]);
  first.exec('ANALYZE');
  expect(hashOfRows(openTestDatabase(file))).toBe(hashOfRows(first));
});

test('no connection trusts what a file’s own schema would call', () => {
  const database = openTestDatabase();
  const reader = openForReading(database.file);
  expect(database.get('PRAGMA trusted_schema')).toEqual({ trusted_schema: 0 });
  expect(reader.get('PRAGMA trusted_schema')).toEqual({ trusted_schema: 0 });
  reader.close();
});
