import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { ReadableDatabase, Scalar, WritableDatabase } from '../../../main/database/handles.ts';
import { type Change, insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import { OrganizationId } from '../../../shared/model/ids.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

/** So many people, every one in a school system of their own: half of the rows point to the other half. */
const peopleInSystems = (count: number): Change[] =>
  Array.from({ length: count }, (_, at) => {
    const id = OrganizationId.parse(v7());
    return [
      insert('organization', { id, name: `System ${at}`, kind: 'school-system' }),
      insert('person', somebody({ organizationId: id, email: `p${at}@example.org` })),
    ];
  }).flat();

/** The same database, which keeps every statement that it is asked. */
function overheard(database: WritableDatabase): { readonly database: WritableDatabase; readonly asked: string[] } {
  const asked: string[] = [];
  const hearing =
    <Answer>(ask: (sql: string, ...values: Scalar[]) => Answer) =>
    (sql: string, ...values: Scalar[]): Answer => {
      asked.push(sql);
      return ask(sql, ...values);
    };
  const { all, get, each, run } = database;
  const heard: WritableDatabase = {
    ...database,
    all: <Row>(sql: string, ...values: Scalar[]) => hearing(all<Row>)(sql, ...values),
    get: <Row>(sql: string, ...values: Scalar[]) => hearing(get<Row>)(sql, ...values),
    each: <Row>(sql: string, ...values: Scalar[]) => hearing(each<Row>)(sql, ...values),
    run: hearing(run),
  };
  return { database: heard, asked };
}

/** How SQLite would answer a statement, a line for each table that it goes through. */
const planOf = (database: ReadableDatabase, sql: string): string[] =>
  database
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...Array.from(sql.matchAll(/\?/g), () => null))
    .map(({ detail }) => detail);

/** The statements that a decision to undo or redo asks, and how many. */
async function questionsOf(count: number, again: boolean): Promise<{ database: WritableDatabase; asked: string[] }> {
  const { database, asked } = overheard(openTestDatabase());
  await make(database, world, 'Imported', peopleInSystems(count));
  if (again) await commit(database, world, 'history.undo', (facts) => decideUndo(facts, null, world.device.id));
  asked.length = 0;
  const deciding = again ? decideRedo(database, world.device.id) : decideUndo(database, null, world.device.id);
  let step = deciding.next();
  while (!step.done) step = deciding.next();
  expect(step.value).toMatchObject({ ok: true });
  return { database, asked };
}

for (const again of [false, true]) {
  const what = again ? 'doing an import again' : 'taking an import back';
  test(`${what} asks a few questions of every 500 entries, none of each`, async () => {
    const few = (await questionsOf(500, again)).asked.length;
    const many = (await questionsOf(3_000, again)).asked.length;
    // Two stretches against twelve.
    expect(few).toBeLessThan(60);
    expect(many).toBeLessThan(6 * few);
  });

  test(`${what} finds the entries of a row by the row, never by reading all of a command or a table`, async () => {
    const { database, asked } = await questionsOf(20, again);
    const steps = asked.flatMap((sql) => planOf(database, sql));
    const others = steps.filter((step) => /^(?:SEARCH|SCAN) (?:later|gone|own)\b/.test(step));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((step) => !step.includes('USING INDEX logEntryRow (rowId=?'))).toEqual([]);
    expect(steps.filter((step) => /^SCAN (?:mine|child|holder|logEntry)\b/.test(step))).toEqual([]);
  });
}

test('an undo of thousands writes no more statements than what it undoes, but for reading each row first', async () => {
  const { database, asked } = overheard(openTestDatabase());
  await make(database, world, 'Imported', peopleInSystems(2_000));
  const done = asked.length;
  asked.length = 0;
  await commit(database, world, 'history.undo', (facts) => decideUndo(facts, null, world.device.id));
  expect(asked.length).toBeLessThan(done + 4_000);
});

test('an undo of thousands says how far it is all along, and Cancel at any point of it rolls back whole', async () => {
  const database = openTestDatabase();
  await make(database, world, 'Imported', peopleInSystems(1_500));
  const before = hashOfRows(database);
  const entries = () => database.get<{ n: number }>('SELECT count(*) AS n FROM logEntry')?.n;
  const logged = entries();
  const undo = (stopAt: number) => {
    const controller = new AbortController();
    const told: number[] = [];
    const onProgress = (fraction: number) => {
      told.push(fraction);
      if (fraction >= stopAt) controller.abort();
    };
    const decide = (facts: ReadableDatabase) => decideUndo(facts, null, world.device.id);
    return commit(database, world, 'history.undo', decide, { signal: controller.signal, onProgress }).then(
      (result) => ({ result, told }),
    );
  };
  for (const stopAt of [0, 0.26, 0.5, 0.7]) {
    expect((await undo(stopAt)).result).toMatchObject({
      ok: false,
      problem: { sentence: 'Canceled: nothing was changed.' },
    });
    expect(hashOfRows(database)).toBe(before);
    expect(entries()).toBe(logged);
  }
  const { result, told } = await undo(2);
  expect(result).toMatchObject({ ok: true, value: { label: 'Undid “Imported”' } });
  expect(told.length).toBeGreaterThan(10);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBeLessThanOrEqual(1);
});
