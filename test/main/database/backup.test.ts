import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../main/database/backup.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { insert } from '../../../main/log/change.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

/** A row that points to nothing, as only a damaged file has one: SQLite is told not to look. */
function damage(database: WritableDatabase): void {
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(
    "INSERT INTO participant (id, cohortId, personId, status) VALUES ('1', 'no such cohort', 'nobody', 'enrolled')",
  );
}

test('a copy that is not whole is refused with what is wrong, and leaves nothing behind', async () => {
  const database = openTestDatabase();
  damage(database);
  const copy = path.join(temporaryFolder(), 'backup.db');
  expect(backUp(database, copy)).toMatchObject({
    ok: false,
    problem: {
      sentence: expect.stringContaining('no backup was kept'),
      reasons: ['A row of participant points to nothing.', 'A row of participant points to nothing.'],
    },
  });
  expect(existsSync(copy)).toBe(false);
  expect(existsSync(`${copy}.part`)).toBe(false);
});

test('the last backup stays as it was until the next one is whole', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const copy = path.join(temporaryFolder(), 'backup.db');
  expect(backUp(database, copy)).toMatchObject({ ok: true });
  const before = readFileSync(copy);
  damage(database);
  expect(backUp(database, copy)).toMatchObject({ ok: false });
  expect(readFileSync(copy).equals(before)).toBe(true);
});

test('a new backup takes the place of the old one, and of what an ended one left half written', async () => {
  const database = openTestDatabase();
  const copy = path.join(temporaryFolder(), 'backup.db');
  backUp(database, copy);
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  writeFileSync(`${copy}.part`, 'half of a backup');
  expect(backUp(database, copy)).toMatchObject({ ok: true });
  expect(hashOfRows(openTestDatabase(copy))).toBe(hashOfRows(database));
});
