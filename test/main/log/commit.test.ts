import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { damageOf } from '../../../main/database/open.ts';
import { type Change, insert, remove, update } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { replayLog } from '../../../main/log/replay.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import type { Person } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import { allRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const entries = (database: WritableDatabase) =>
  database.all<{ tableName: string; before: string | null; after: string | null }>('SELECT * FROM logEntry');

test('keeps only the changed fields, as they were and as they became', async () => {
  const database = openTestDatabase();
  const renee = somebody({ phone: '2565550112' });
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  await make(database, world, 'Changed the phone', [
    update('person', renee.id, { phone: '2565550199', givenName: 'Renée' }),
  ]);
  const last = entries(database).at(-1);
  expect(JSON.parse(last?.before ?? '')).toEqual({ phone: '2565550112' });
  expect(JSON.parse(last?.after ?? '')).toEqual({ phone: '2565550199' });
});

test('writes one entry a row and command, however often the command names the row', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [
    insert('person', renee),
    update('person', renee.id, { phone: '1' }),
    update('person', renee.id, { phone: '2' }),
  ]);
  expect(entries(database)).toHaveLength(1);
  expect(database.get<Person>('SELECT * FROM person')).toEqual({ ...renee, phone: '2' });
});

test('writes nothing where nothing changes', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const same = await make(database, world, 'Changed nothing', [update('person', renee.id, { givenName: 'Renée' })]);
  expect(same).toMatchObject({ commandId: null, entries: 0 });
  expect(database.all('SELECT * FROM logCommand')).toHaveLength(1);
});

test('a refusal writes nothing', async () => {
  const database = openTestDatabase();
  expect(await commit(database, world, 'test', () => refuse('No.'))).toEqual({
    ok: false,
    problem: { sentence: 'No.', reasons: [] },
  });
  expect(database.all('SELECT * FROM logCommand')).toEqual([]);
});

test('a bug halfway leaves everything as it was', async () => {
  const database = openTestDatabase();
  const bug = commit(database, world, 'test', () => ({
    ok: true,
    label: 'Broke',
    changes: [insert('person', somebody()), update('person', somebody().id, { phone: '1' })],
    value: null,
  }));
  await expect(bug).rejects.toThrow('not there');
  expect(allRows(database)['person']).toEqual([]);
  expect(database.all('SELECT * FROM logCommand')).toEqual([]);
});

test('the log can’t be changed or shortened, whoever tries', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  for (const attempt of [
    "UPDATE logCommand SET label = 'x'",
    'DELETE FROM logCommand',
    "UPDATE logEntry SET after = '{}'",
    'DELETE FROM logEntry',
  ]) {
    expect(() => database.exec(attempt), attempt).toThrow('The log is never changed.');
  }
});

test('the clock of the log goes forward when the laptop’s clock is set back', async () => {
  const database = openTestDatabase();
  const world = worldAt('2024-06-03T14:00:00.000Z');
  await make(database, world, 'First', [insert('person', somebody())]);
  world.set('2019-01-01T00:00:00.000Z');
  await make(database, world, 'Second', [insert('person', somebody())]);
  const clocks = database
    .all<{ clock: string }>('SELECT clock FROM logCommand ORDER BY sequence')
    .map((row) => row.clock);
  expect(clocks).toEqual([...clocks].sort());
  expect(new Set(clocks).size).toBe(2);
});

test('a cancelled command of thousands of rows leaves nothing behind', async () => {
  const database = openTestDatabase();
  const controller = new AbortController();
  const changes = Array.from({ length: 3_000 }, () => insert('person', somebody()));
  const result = await commit(database, world, 'test', () => ({ ok: true, label: 'Imported', changes, value: null }), {
    signal: controller.signal,
    onProgress: (fraction) => {
      if (fraction > 0.3) controller.abort();
    },
  });
  expect(result).toMatchObject({ ok: false, problem: { sentence: 'Canceled: nothing was changed.' } });
  expect(allRows(database)['person']).toEqual([]);
  expect(database.all('SELECT * FROM logEntry')).toEqual([]);
});

test('finds people by the beginning of any name, without accents, apostrophes and spaces', async () => {
  const database = openTestDatabase();
  const siobhan = somebody({ givenName: 'Siobhán', familyName: 'O’Brien' });
  const samuel = somebody({ givenName: 'Samuel', familyName: 'De la Cruz' });
  await make(database, world, 'Added two', [insert('person', siobhan), insert('person', samuel)]);
  const found = (text: string) =>
    database
      .all<{ personId: string }>(
        'SELECT personId FROM personSearch JOIN personSearchKey ON key = personSearch.rowid WHERE personSearch MATCH ?',
        `"${text}" *`,
      )
      .map((row) => row.personId);
  expect(found('siob')).toEqual([siobhan.id]);
  expect(found('obri')).toEqual([siobhan.id]);
  expect(found('delacr')).toEqual([samuel.id]);
  await make(database, world, 'Renamed', [update('person', siobhan.id, { familyName: 'Murphy' })]);
  expect(found('obri')).toEqual([]);
  expect(found('murp')).toEqual([siobhan.id]);
});

test('rows are what the log says: replayed into an empty database, the log makes the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.string({ maxLength: 8 })), { maxLength: 40 }),
      async (steps) => {
        const database = openTestDatabase();
        const people = Array.from({ length: 6 }, () => somebody());
        for (const [who, what, text] of steps) await doSomething(database, people, who, what, text);
        const copy = openTestDatabase();
        replayLog(database, copy);
        expect(allRows(copy)).toEqual(allRows(database));
        expect(damageOf(copy)).toEqual([]);
        database.exec('PRAGMA wal_checkpoint');
      },
    ),
    { numRuns: 25 },
  );
});

async function doSomething(database: WritableDatabase, people: Person[], who: number, what: number, text: string) {
  const person = people[who];
  if (!person) return;
  const there = database.get('SELECT 1 FROM person WHERE id = ?', person.id) !== undefined;
  if (what === 6)
    return void (await commit(database, world, 'undo', (facts) => decideUndo(facts, null, world.device.id)));
  if (what === 7) return void (await commit(database, world, 'redo', (facts) => decideRedo(facts, world.device.id)));
  const changes: Change[] = !there
    ? [insert('person', { ...person, givenName: text })]
    : what === 5
      ? [remove('person', person.id)]
      : [update('person', person.id, what % 2 ? { givenName: text } : { phone: text || null })];
  await make(database, world, `Step ${what}`, changes);
}
