import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { latestVersion, migrate } from '../../../main/database/migrate.ts';
import { damageOf, openDatabase, openForReading } from '../../../main/database/open.ts';
import { insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { columnsOf, tableNames } from '../../../shared/model/tables.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const pragma = (file: string, name: string) => new Database(file, { readonly: true }).pragma(name, { simple: true });
const refusalOf = (file: string): string => {
  const opened = openDatabase(file);
  if (opened.ok) throw new Error('It opened.');
  return opened.problem.sentence;
};

test('the tables have the columns that the model names, and every one is strict', () => {
  const database = openTestDatabase();
  for (const table of tableNames) {
    const real = database.all<{ name: string }>(`PRAGMA table_info("${table}")`).map((column) => column.name);
    expect(real, table).toEqual(columnsOf(table));
  }
  const loose = database.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  expect(loose).toEqual([]);
});

test('every table that the log can name is in the database, and no other holds records', () => {
  const database = openTestDatabase();
  const real = database.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'personSearch%'",
  );
  const own = ['laptop', 'logCommand', 'logDevice', 'logEntry', 'logProgram', 'logUnsettled'];
  expect(
    real
      .map((table) => table.name)
      .filter((name) => !own.includes(name))
      .sort(),
  ).toEqual([...tableNames].sort());
});

test('an acknowledged command is on the disk: write-ahead log, full synchronisation, foreign keys', () => {
  const database = openTestDatabase();
  expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
  expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
  expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
});

test('the readers’ connection can’t write, whatever it is asked', () => {
  const database = openTestDatabase();
  const reader = openForReading(database.file);
  expect(() => reader.get("INSERT INTO laptop VALUES ('a', 'b') RETURNING key")).toThrow('readonly');
  reader.close();
});

test('refuses a database of a newer version with a sentence, and leaves it untouched', () => {
  const file = path.join(temporaryFolder(), 'newer.db');
  const opened = openDatabase(file);
  if (opened.ok) {
    opened.value.exec(`PRAGMA user_version = ${latestVersion + 1}`);
    opened.value.close();
  }
  const before = readFileSync(file);
  expect(refusalOf(file)).toMatch(/newer version of Cohort Desk.*Install the newer version/);
  expect(readFileSync(file)).toEqual(before);
});

test('refuses another program’s database, and a file that is none', () => {
  const folder = temporaryFolder();
  const other = path.join(folder, 'other.db');
  new Database(other).exec('CREATE TABLE recipes (id INTEGER)').close();
  expect(refusalOf(other)).toBe(
    '“other.db” is another program’s database. Choose a Cohort Desk database, or a new file name.',
  );
  const text = path.join(folder, 'notes.db');
  writeFileSync(text, 'Dear diary, today was a long day. '.repeat(200));
  expect(refusalOf(text)).toBe(
    '“notes.db” isn’t a database. Choose a Cohort Desk database, or a new file name. If it was one, close Cohort Desk, put a copy of your latest backup in the place of “notes.db”, and start again.',
  );
});

test('refuses a folder in which nothing can be made', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'file'), '');
  expect(refusalOf(path.join(folder, 'file', 'program.db'))).toMatch(/can’t be opened|no folder|read-only/);
});

test('refuses a read-only folder with a sentence', () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o555);
  // Root may write anywhere, so a machine that tests as root becomes someone else for a moment.
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    expect(refusalOf(path.join(folder, 'program.db'))).toMatch(/can’t be opened. Check that its folder exists/);
  } finally {
    if (root) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
});

test('a full disk refuses the change with a sentence, and the database stays whole', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const before = hashOfRows(database);
  const pages = database.get<{ page_count: number }>('PRAGMA page_count')?.page_count ?? 0;
  database.exec(`PRAGMA max_page_count = ${pages + 5}`);
  const many = Array.from({ length: 2_000 }, () => insert('person', somebody()));
  const refused = await commit(database, world, 'test', () => ({
    ok: true,
    label: 'Imported',
    changes: many,
    value: null,
  }));
  expect(refused).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/^The disk is full.*Free some space/) },
  });
  expect(hashOfRows(database)).toBe(before);
  expect(damageOf(database)).toEqual([]);
  database.exec('PRAGMA max_page_count = 1000000');
  await make(database, world, 'Added Omar', [insert('person', somebody())]);
});

test('migrates in one transaction, with a copy of the database written before; one that fails changes nothing', () => {
  const database = openTestDatabase();
  const [now, next] = [latestVersion, latestVersion + 1];
  const steps = [
    { version: now, sql: '' },
    { version: next, sql: 'CREATE TABLE extra (id INTEGER) STRICT;' },
    { version: next + 1, sql: 'CREATE TABLE more (id INTEGER) STRICT;' },
  ];
  const failing = { version: next + 2, sql: 'SELECT no_such_function();' };
  const tablesNow = (): unknown[] =>
    database.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE name IN ('extra', 'more')");
  expect(() => migrate(database, [...steps, failing])).toThrow('no_such_function');
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: now });
  expect(tablesNow()).toEqual([]);
  migrate(database, steps);
  expect(database.get('PRAGMA user_version')).toEqual({ user_version: next + 1 });
  expect(tablesNow()).toHaveLength(2);
  const backups = path.join(path.dirname(database.file), 'backups');
  const names = [`program-before-version-${next}-2.db`, `program-before-version-${next}.db`];
  expect(readdirSync(backups).sort()).toEqual(names);
  for (const name of names) {
    expect(pragma(path.join(backups, name), 'user_version')).toBe(now);
    expect(statSync(path.join(backups, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(backups).mode & 0o777).toBe(0o700);
});

test('a damaged page is told, not hidden', async () => {
  const database = openTestDatabase();
  await make(
    database,
    world,
    'Added many',
    Array.from({ length: 500 }, () => insert('person', somebody())),
  );
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  const damaged = path.join(temporaryFolder(), 'damaged.db');
  copyFileSync(database.file, damaged);
  const bytes = readFileSync(damaged);
  bytes.fill(0xff, 4096 * 20, 4096 * 24);
  writeFileSync(damaged, bytes);
  const reader = openForReading(damaged);
  expect(damageOf(reader).length).toBeGreaterThan(0);
  reader.close();
});
