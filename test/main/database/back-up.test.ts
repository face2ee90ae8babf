import { chmodSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../main/database/back-up.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { placeCopy } from '../../../main/database/place-copy.ts';
import { insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { isCancelled } from '../is-cancelled.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { backUpTo, sentenceOf } from './backing-up.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

/** A row that points to nothing, as only a damaged file has one: SQLite is told not to look. */
function damage(database: WritableDatabase): void {
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(
    "INSERT INTO participant (id, cohortId, personId, status) VALUES ('1', 'no such cohort', 'no one', 'enrolled')",
  );
}

test('a copy that is not whole is refused with what is wrong, and leaves nothing behind', async () => {
  const database = openTestDatabase();
  damage(database);
  const copy = path.join(temporaryFolder(), 'backup.db');
  expect(await backUpTo(database, copy)).toMatchObject({
    ok: false,
    problem: {
      sentence: expect.stringContaining('no backup was kept'),
      reasons: ['A row of participant points to nothing.', 'A row of participant points to nothing.'],
    },
  });
  expect(readdirSync(path.dirname(copy))).toEqual([]);
});

test('the last backup stays as it was until the next one is whole', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const copy = path.join(temporaryFolder(), 'backup.db');
  expect(await backUpTo(database, copy)).toMatchObject({ ok: true });
  const before = readFileSync(copy);
  damage(database);
  expect(await backUpTo(database, copy)).toMatchObject({ ok: false });
  expect(readFileSync(copy).equals(before)).toBe(true);
});

test('a new backup takes the place of the old one', async () => {
  const database = openTestDatabase();
  const copy = path.join(temporaryFolder(), 'backup.db');
  await backUpTo(database, copy);
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  expect(await backUpTo(database, copy)).toMatchObject({ ok: true });
  expect(hashOfRows(openTestDatabase(copy))).toBe(hashOfRows(database));
});

test('a backup is one file that only this account may read', async () => {
  const database = openTestDatabase();
  const copy = path.join(temporaryFolder(), 'backup.db');
  writeFileSync(copy, 'an old one that everyone may read');
  chmodSync(copy, 0o644);
  expect(await backUpTo(database, copy)).toMatchObject({ ok: true });
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  expect(readdirSync(path.dirname(copy))).toEqual(['backup.db']);
});

test('a copy that is whole is refused where its name shows another one, and the file before comes back', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const folder = temporaryFolder();
  const copy = path.join(folder, 'backup.db');
  await backUpTo(database, copy);
  const before = readFileSync(copy);
  const draft = path.join(folder, 'draft');
  await backUpTo(database, draft);
  // What a stick does that loses what it has just said it wrote.
  const lying = placeCopy(
    { draft, file: copy, database: database.file, entries: 1 },
    {
      onProgress() {
        renameSync(copy, path.join(folder, 'lost'));
        writeFileSync(copy, readFileSync(path.join(folder, 'lost')).subarray(0, 20_480));
      },
    },
  );
  expect(await sentenceOf(lying)).toMatch(/^The copy is incomplete, so no backup was kept/);
  expect(readFileSync(copy).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'lost']);
});

test('a cancelled backup leaves the one before, and nothing else', async () => {
  const database = openTestDatabase();
  const copy = path.join(temporaryFolder(), 'backup.db');
  await backUpTo(database, copy);
  const before = readFileSync(copy);
  const stop = new AbortController();
  const cancelled = await backUp(
    { database: database.file, file: copy },
    { signal: stop.signal, onProgress: () => stop.abort() },
  );
  expect(!cancelled.ok && isCancelled(cancelled.problem)).toBe(true);
  expect(readFileSync(copy).equals(before)).toBe(true);
  expect(readdirSync(path.dirname(copy))).toEqual(['backup.db']);
});

test('a backup during an import holds what was saved before it, and stops no one', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const before = hashOfRows(database);
  const copy = path.join(temporaryFolder(), 'backup.db');
  const backups: ReturnType<typeof backUp>[] = [];
  const many = Array.from({ length: 2_000 }, () => insert('person', somebody()));
  const decision = { ok: true as const, label: 'Imported', changes: many, value: null };
  const imported = await commit(database, world, 'test', () => decision, {
    signal: new AbortController().signal,
    onProgress: () => void (backups.length === 0 && backups.push(backUpTo(database, copy))),
  });
  expect(imported).toMatchObject({ ok: true });
  expect(await Promise.all(backups)).toMatchObject([{ ok: true }]);
  expect(hashOfRows(openTestDatabase(copy))).toBe(before);
});

test('commands that are done while a backup reads change nothing of it', async () => {
  const database = openTestDatabase();
  await make(
    database,
    world,
    'Added many',
    Array.from({ length: 3_000 }, () => insert('person', somebody())),
  );
  const before = hashOfRows(database);
  const copy = path.join(temporaryFolder(), 'backup.db');
  const made: Promise<unknown>[] = [];
  const backedUp = await backUp(
    { database: database.file, file: copy },
    { onProgress: () => void made.push(make(database, world, 'Added one', [insert('person', somebody())])) },
  );
  expect(backedUp).toEqual({ ok: true, value: { rows: 3_000 } });
  await Promise.all(made);
  expect(made.length).toBeGreaterThan(0);
  expect(hashOfRows(openTestDatabase(copy))).toBe(before);
});
