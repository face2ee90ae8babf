import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { insert, update } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { isInEffect, lastRedoable, lastUndoable, undoOf } from '../../../main/log/in-effect.ts';
import { type LiftedEntry, lift } from '../../../main/log/lift.ts';
import { newestFirst } from '../../../main/log/order.ts';
import { decideUndo } from '../../../main/log/undo.ts';
import { CommandId } from '../../../shared/model/ids.ts';
import { make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { arrive } from './two-laptops.ts';

const other = v7();
const labels = (database: WritableDatabase) =>
  database.all<{ label: string }>(`SELECT label FROM logCommand ORDER BY ${newestFirst}`).map(({ label }) => label);

test('the log stands in the order of its clocks, whatever arrived first, by an index', async () => {
  const database = openTestDatabase();
  const world = worldAt('2024-06-03T14:00:00.000Z');
  await make(database, world, 'at two', [insert('person', somebody())]);
  arrive(database, { deviceId: other, deviceSequence: 1, at: '2024-06-03T13:00:00.000Z', label: 'at one' });
  world.set('2024-06-03T15:00:00.000Z');
  await make(database, world, 'at three', [insert('person', somebody())]);
  arrive(database, { deviceId: other, deviceSequence: 2, at: '2024-06-03T14:30:00.000Z', label: 'at half past two' });
  expect(labels(database)).toEqual(['at three', 'at half past two', 'at two', 'at one']);
  const plan = database.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN SELECT * FROM logCommand ORDER BY ${newestFirst} LIMIT 10`,
  );
  expect(plan.map(({ detail }) => detail)).toEqual(['SCAN logCommand USING INDEX logCommandOrder']);
});

test('a step stands after everything that its laptop had seen, though the other’s clock is ahead', async () => {
  const database = openTestDatabase();
  arrive(database, { deviceId: other, deviceSequence: 1, at: '2024-06-03T18:00:00.000Z', label: 'by a clock ahead' });
  await make(database, worldAt('2024-06-03T14:00:00.000Z'), 'seen it', [insert('person', somebody())]);
  expect(labels(database)).toEqual(['seen it', 'by a clock ahead']);
});

test('Undo and Redo are about this laptop’s own steps', async () => {
  const database = openTestDatabase();
  const world = worldAt('2024-06-03T14:00:00.000Z');
  await make(database, world, 'mine', [insert('person', somebody())]);
  arrive(database, { deviceId: other, deviceSequence: 1, at: '2024-06-03T15:00:00.000Z', label: 'theirs' });
  expect(lastUndoable(database, world.device.id)?.label).toBe('mine');
  await commit(database, world, 'history.undo', (facts) => decideUndo(facts, null, world.device.id));
  expect(lastUndoable(database, world.device.id)).toBeNull();
  arrive(database, { deviceId: other, deviceSequence: 2, at: '2024-06-03T16:00:00.000Z', label: 'theirs again' });
  expect(lastRedoable(database, world.device.id)?.original.label, 'what others do is no new step here').toBe('mine');
});

test('a change that came later to this file, but was made before, is not in the way of Undo', async () => {
  const database = openTestDatabase();
  const world = worldAt('2024-06-03T14:00:00.000Z');
  const person = somebody({ phone: '1' });
  await make(database, world, 'added', [insert('person', person)]);
  world.set('2024-06-03T16:00:00.000Z');
  const named = await make(database, world, 'renamed', [update('person', person.id, { givenName: 'Reneé' })]);
  const entry = {
    table: 'person',
    id: person.id,
    before: { givenName: 'Renée' },
    after: { givenName: 'Rene' },
  } as const;
  arrive(database, { deviceId: other, deviceSequence: 1, at: '2024-06-03T15:00:00.000Z', label: 'before that', entry });
  const undo = () =>
    commit(database, world, 'history.undo', (facts) => decideUndo(facts, named.commandId, world.device.id));
  arrive(database, { deviceId: other, deviceSequence: 2, at: '2024-06-03T17:00:00.000Z', label: 'after that', entry });
  expect(await undo()).toMatchObject({ ok: false, problem: { reasons: ['“after that”'] } });
});

test('two laptops that undid the same step: the last of all undos and redos says whether it stands', async () => {
  const database = openTestDatabase();
  const world = worldAt('2024-06-03T14:00:00.000Z');
  const done = (await make(database, world, 'done', [insert('person', somebody())])).commandId;
  if (!done) throw new Error('Nothing was written.');
  const theirs = (deviceSequence: number, at: string, undoes: string) =>
    CommandId.parse(
      arrive(database, { deviceId: other, deviceSequence, at: `2024-06-03T${at}:00.000Z`, label: 'turned', undoes }),
    );
  const undo = theirs(1, '15:00', done);
  const secondUndo = theirs(2, '15:10', done);
  expect(undoOf(database, done)).toBe(secondUndo);
  expect([undo, secondUndo].map((id) => isInEffect(database, id))).toEqual([true, true]);
  const redo = theirs(3, '15:20', undo);
  expect(isInEffect(database, done)).toBe(true);
  expect([undo, secondUndo, redo].map((id) => isInEffect(database, id))).toEqual([false, false, true]);
  const early = theirs(4, '15:05', undo);
  expect(isInEffect(database, early), 'the second undo came after it').toBe(false);
  expect(isInEffect(database, done)).toBe(true);
});

test('each command says under which tables it was made, and older entries are lifted step by step when read', async () => {
  const database = openTestDatabase();
  await make(database, worldAt('2024-06-03T14:00:00.000Z'), 'added', [insert('person', somebody())]);
  const version = database.get<{ user_version: number }>('PRAGMA user_version')?.user_version;
  expect(database.all('SELECT schemaVersion FROM logCommand')).toEqual([{ schemaVersion: version }]);
  const kept = { tableName: 'person', rowId: 'x', before: null, after: '{"phone":"334"}' } as const;
  const steps = new Map<number, (entry: LiftedEntry) => LiftedEntry>([
    [
      3,
      ({ after, ...entry }) => ({
        ...entry,
        after: { ...after, phone: `+1 ${after?.['phone']}` },
      }),
    ],
    [5, ({ after, ...entry }) => ({ ...entry, after: { tel: after?.['phone'] ?? null } })],
  ]);
  const read = (schemaVersion: number) => lift({ ...kept, schemaVersion }, steps, 6).after;
  expect([2, 3, 4, 5].map(read)).toEqual([{ tel: '+1 334' }, { tel: '334' }, { tel: '334' }, { phone: '334' }]);
});
