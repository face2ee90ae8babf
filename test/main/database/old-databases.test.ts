import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { programIdOf } from '../../../main/database/device.ts';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import { openForReading } from '../../../main/database/open.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { tableNames } from '../../../shared/model/tables.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A database as version 11 of the tables left it: the sample program, with work done and undone on it. */
function oldDatabase(madeOn: string): string {
  const file = path.join(temporaryFolder(), 'program.db');
  writeFileSync(file, gunzipSync(readFileSync(path.join(import.meta.dirname, 'version-11.db.gz'))));
  const bare = new Database(file);
  bare.prepare("UPDATE laptop SET value = ? WHERE key = 'deviceName'").run(madeOn);
  bare.close();
  return file;
}

const here = os.hostname().split('.')[0] ?? '';

/** The tables and columns of version 11: what later versions add is empty in what it left. */
const columnsThen = (database: ReadableDatabase): readonly (readonly [table: string, columns: string])[] =>
  tableNames.flatMap((table) => {
    const columns = database.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`);
    return columns.length === 0 ? [] : [[table, columns.map(({ name }) => `"${name}"`).join(', ')] as const];
  });

/** Every row of every table of version 11, as one hash. */
function hashOf(database: ReadableDatabase, then = columnsThen(database)): string {
  const hash = createHash('sha256');
  for (const [table, columns] of then) {
    hash.update(table);
    for (const row of database.each(`SELECT ${columns} FROM "${table}" ORDER BY id`)) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}

function ofFile<Value>(file: string, read: (database: ReadableDatabase) => Value): Value {
  const database = openForReading(file);
  const value = read(database);
  database.close();
  return value;
}

describe('a database of version 11', () => {
  let file: string;
  let before: string;
  let then: ReturnType<typeof columnsThen>;

  beforeEach(() => {
    file = oldDatabase(here);
    before = ofFile(file, hashOf);
    then = ofFile(file, columnsThen);
  });

  test('opens with the rows that it had, which are still what its log says; a copy of before lies beside it', () => {
    const database = openTestDatabase(file);
    expect(hashOf(database, then)).toBe(before);
    const again = openTestDatabase();
    replayLog(database, again);
    expect(hashOf(again, then)).toBe(before);
    expect(hashOfRows(again)).toBe(hashOfRows(database));
    const backups = path.join(path.dirname(file), 'backups');
    const [copy, ...more] = readdirSync(backups).filter((name) => name.endsWith('.db'));
    expect([copy, more]).toEqual(['program-before-version-12.db', []]);
    expect(ofFile(path.join(backups, copy ?? ''), hashOf)).toBe(before);
  });

  test('is whole by its own check: its log is sealed as it was', async () => {
    const desk = openTestDesk(file);
    expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole', differences: [] });
    const seals = openTestDatabase(file).all<{ seal: string }>('SELECT seal FROM logCommand');
    expect(new Set(seals.map(({ seal }) => seal)).size).toBe(seals.length);
    expect(seals.every(({ seal }) => /^[\w-]{22}$/.test(seal))).toBe(true);
  });

  test('and every copy of it are one program', () => {
    const ids = [file, oldDatabase(here)].map((each) => programIdOf(openTestDatabase(each)));
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(programIdOf(openTestDatabase())).not.toBe(ids[0]);
  });

  test('goes on as the laptop that made it, with its undo and its numbers', async () => {
    const desk = openTestDesk(file);
    desk.now = '2024-06-05T14:00:00.000Z';
    const { undo } = await desk.call('desk.status', {});
    expect(undo?.label).toMatch(/^Received /);
    await desk.call('badges.makeBlank', { count: 1 });
    const { rows } = await desk.call('badges.list', { whose: { of: 'walk-ins', badgeIds: 'all' } });
    const numbers = rows.map(({ number }) => number ?? 0);
    const given = new Set(numbers);
    expect(given.size).toBe(numbers.length);
    const last = Math.max(...numbers);
    // Three were made and undone before the two that stand: none of these is given again.
    expect([last - 2, last - 1, last].map((number) => given.has(number))).toEqual([true, true, true]);
    expect(given.has(last - 3)).toBe(false);
    expect((await desk.call('history.list', {})).rows[0]?.device).toBe(here);
    expect(openTestDatabase(file).all('SELECT letter, because FROM logDevice')).toEqual([
      { letter: 'A', because: 'first' },
    ]);
  });

  test('goes on as another laptop where it was made on one', async () => {
    const elsewhere = openTestDesk(oldDatabase('someone-elses'));
    expect((await elsewhere.call('desk.status', {})).undo).toBeNull();
    await elsewhere.call('badges.makeBlank', { count: 1 });
    const history = await elsewhere.call('history.list', {});
    expect(history.rows.slice(0, 2).map(({ device }) => device)).toEqual([here, 'someone-elses (laptop A)']);
  });
});
