import { expect, test } from 'vitest';
import { insert, remove, update } from '../../../main/changes/change.ts';
import { commit, type World } from '../../../main/changes/commit.ts';
import { decideRedo, decideUndo } from '../../../main/changes/undo.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import type { CommandId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/people.ts';
import { allRows, hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const undo = (database: WritableDatabase, by: World = world, commandId: CommandId | null = null) =>
  commit(database, by, 'history.undo', (facts) => decideUndo(facts, commandId));
const redo = (database: WritableDatabase) => commit(database, world, 'history.redo', decideRedo);
const nameOf = (database: WritableDatabase, person: Person) =>
  database.get<Person>('SELECT * FROM person WHERE id = ?', person.id)?.givenName;

test('an undone command leaves every row as it was, and redoing brings every row back', async () => {
  const database = openTestDatabase();
  const [renee, omar] = [somebody(), somebody({ givenName: 'Omar', familyName: 'Müller' })];
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const before = allRows(database);
  await make(database, world, 'Changed much', [
    update('person', renee.id, { phone: '2565550112', jobTitle: 'Director' }),
    insert('person', omar),
  ]);
  const after = allRows(database);

  expect(await undo(database)).toMatchObject({ ok: true, value: { label: 'Undid “Changed much”' } });
  expect(allRows(database)).toEqual(before);
  expect(await redo(database)).toMatchObject({ ok: true, value: { label: 'Redid “Changed much”' } });
  expect(allRows(database)).toEqual(after);
});

test('brings back a row that was removed, whole', async () => {
  const database = openTestDatabase();
  const renee = somebody({ email: 'renee@example.org' });
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  await make(database, world, 'Removed Renée', [remove('person', renee.id)]);
  await undo(database);
  expect(database.get<Person>('SELECT * FROM person')).toEqual(renee);
});

test('undoes step by step to the very beginning, then says that there is nothing left', async () => {
  const database = openTestDatabase();
  const empty = hashOfRows(database);
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  for (const givenName of ['Renee', 'Renata', 'Rena']) {
    await make(database, world, `Named her ${givenName}`, [update('person', renee.id, { givenName })]);
  }
  const names = [];
  for (let step = 0; step < 4; step += 1) {
    await undo(database);
    names.push(nameOf(database, renee));
  }
  expect(names).toEqual(['Renata', 'Renee', 'Renée', undefined]);
  expect(hashOfRows(database)).toBe(empty);
  expect(await undo(database)).toMatchObject({ ok: false, problem: { sentence: 'There is nothing to undo.' } });
});

test('redoes several undone steps in order, and none once something new was done', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  await make(database, world, 'Named her Renata', [update('person', renee.id, { givenName: 'Renata' })]);
  await make(database, world, 'Named her Rena', [update('person', renee.id, { givenName: 'Rena' })]);
  await undo(database);
  await undo(database);
  await redo(database);
  expect(nameOf(database, renee)).toBe('Renata');
  await redo(database);
  expect(nameOf(database, renee)).toBe('Rena');
  await undo(database);
  await make(database, world, 'Gave a phone', [update('person', renee.id, { phone: '2565550112' })]);
  expect(await redo(database)).toMatchObject({ ok: false });
  expect(nameOf(database, renee)).toBe('Renata');
});

test('refuses to undo what later work touched in the same field, and names that work', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const first = await make(database, world, 'Corrected the name', [
    update('person', renee.id, { givenName: 'Renata' }),
  ]);
  await make(database, world, 'Corrected it again', [update('person', renee.id, { givenName: 'Rena' })]);
  const refused = await undo(database, world, first.commandId);
  expect(refused).toMatchObject({ ok: false, problem: { reasons: ['“Corrected it again”'] } });
  expect(nameOf(database, renee)).toBe('Rena');
});

test('undoes an older command when later work touched other fields only', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const first = await make(database, world, 'Corrected the name', [
    update('person', renee.id, { givenName: 'Renata' }),
  ]);
  await make(database, world, 'Gave a phone', [update('person', renee.id, { phone: '2565550112' })]);
  expect(await undo(database, world, first.commandId)).toMatchObject({ ok: true });
  expect(database.get<Person>('SELECT * FROM person')).toEqual({ ...renee, phone: '2565550112' });
});

test('later work that was itself undone stands in nobody’s way', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  await make(database, world, 'Added Renée', [insert('person', renee)]);
  const first = await make(database, world, 'Corrected the name', [
    update('person', renee.id, { givenName: 'Renata' }),
  ]);
  await make(database, world, 'Corrected it again', [update('person', renee.id, { givenName: 'Rena' })]);
  await undo(database);
  expect(await undo(database, world, first.commandId)).toMatchObject({ ok: true });
  expect(nameOf(database, renee)).toBe('Renée');
});

test('refuses to undo the same command twice', async () => {
  const database = openTestDatabase();
  const first = await make(database, world, 'Added Renée', [insert('person', somebody())]);
  await undo(database, world, first.commandId);
  expect(await undo(database, world, first.commandId)).toMatchObject({
    ok: false,
    problem: { sentence: '“Added Renée” has been undone already. Redo brings it back.' },
  });
});

test('refuses to take away a row that later rows point to', async () => {
  const database = openTestDatabase();
  const organization = { id: somebody().id, name: 'Lee County Schools', kind: 'school-system' } as never;
  const added = await make(database, world, 'Added a school system', [insert('organization', organization)]);
  await make(database, world, 'Added Renée', [insert('person', somebody({ organizationId: organization['id'] }))]);
  expect(await undo(database, world, added.commandId)).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringContaining('Undo the later work first') },
  });
  expect(database.all('SELECT * FROM organization')).toHaveLength(1);
});
