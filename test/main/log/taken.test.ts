import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { insert, remove, update } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { decideUndo } from '../../../main/log/undo.ts';
import type { CommandId } from '../../../shared/model/ids.ts';
import { tableNames } from '../../../shared/model/tables.ts';
import { allRows, make, openTestDatabase, someCohort, worldAt } from '../database-for-test.ts';
import { parents, rivals } from './rivals.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

const undo = (database: WritableDatabase, commandId: CommandId | null) =>
  commit(database, world, 'history.undo', (facts) => decideUndo(facts, commandId, world.device.id));

test('there is a rival for everything that the schema wants to be unique', () => {
  const database = openTestDatabase();
  const wanted = tableNames.flatMap((table) => {
    const rows = database.all<{ name: string; column: string }>(
      `SELECT list.name, info.name AS "column" FROM pragma_index_list(?) list JOIN pragma_index_info(list.name) info
       WHERE list."unique" = 1 AND list.origin <> 'pk' ORDER BY list.name, info.seqno`,
      table,
    );
    const byIndex = Map.groupBy(rows, ({ name }) => name);
    return [...byIndex.values()].map((columns) => `${table} ${columns.map(({ column }) => column).join()}`);
  });
  expect(Object.keys(rivals).sort()).toEqual(wanted.sort());
});

test.each(Object.entries(rivals))(
  '%s: what took the place is named, and nothing is changed',
  async (_, [rival, says]) => {
    const database = openTestDatabase();
    const of = parents();
    await make(database, world, 'Made what they point to', of.changes);
    const first = rival(of);
    await make(database, world, 'Brought the first', [first]);
    const gone = await make(database, world, 'Took it away', [remove(first.table, first.id as never)]);
    await make(database, world, 'Brought another', [rival(of)]);
    const before = allRows(database);
    expect(await undo(database, gone.commandId)).toMatchObject({
      ok: false,
      problem: {
        sentence:
          '“Took it away” can’t be undone, because something else has taken its place. Change or undo that first.',
        reasons: [`${says}, by “Brought another”.`],
      },
    });
    expect(allRows(database)).toEqual(before);
  },
);

test('a name that a row had before is taken too, and free again once the other one has another', async () => {
  const database = openTestDatabase();
  const [golf, other] = [someCohort({ name: 'Golf' }), someCohort({ name: 'Hotel' })];
  await make(database, world, 'Opened both', [insert('cohort', golf), insert('cohort', other)]);
  const renamed = await make(database, world, 'Renamed Golf', [update('cohort', golf.id, { name: 'India' })]);
  await make(database, world, 'Named the other one Golf', [update('cohort', other.id, { name: 'Golf' })]);
  expect(await undo(database, renamed.commandId)).toMatchObject({
    ok: false,
    problem: { reasons: ['Another cohort is named “Golf”, by “Named the other one Golf”.'] },
  });
  await make(database, world, 'Named it otherwise', [update('cohort', other.id, { name: 'Juliett' })]);
  expect(await undo(database, renamed.commandId)).toMatchObject({ ok: true });
});

test('a step that put one row in the place of another is taken back whole', async () => {
  const database = openTestDatabase();
  const [one, two] = [someCohort({ name: 'Golf' }), someCohort({ name: 'Golf' })];
  await make(database, world, 'Opened Golf', [insert('cohort', one)]);
  const before = allRows(database);
  const swapped = await make(database, world, 'Opened it again', [remove('cohort', one.id), insert('cohort', two)]);
  expect(await undo(database, swapped.commandId)).toMatchObject({ ok: true });
  expect(allRows(database)).toEqual(before);
});
