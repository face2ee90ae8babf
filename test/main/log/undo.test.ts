import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { insert, remove, update } from '../../../main/log/change.ts';
import { commit, type World } from '../../../main/log/commit.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import { type CommandId, OrganizationId } from '../../../shared/model/ids.ts';
import type { Organization, Person } from '../../../shared/model/people.ts';
import { allRows, hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const undo = (database: WritableDatabase, by: World = world, commandId: CommandId | null = null) =>
  commit(database, by, 'history.undo', (facts) => decideUndo(facts, commandId, world.device.id));
const redo = (database: WritableDatabase) =>
  commit(database, world, 'history.redo', (facts) => decideRedo(facts, world.device.id));
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

test('later work that was itself undone stands in no one’s way', async () => {
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
    problem: { sentence: '“Added Renée” was already undone. Redo brings it back.' },
  });
});

/** A school system, as the desk keeps one. */
const lee: Organization = {
  id: OrganizationId.parse(v7()),
  name: 'Lee County Schools',
  kind: 'school-system',
};

test('refuses to take away a row that later rows point to, and names the steps that brought them', async () => {
  const database = openTestDatabase();
  const omar = somebody({ givenName: 'Omar' });
  await make(database, world, 'Added Omar', [insert('person', omar)]);
  const added = await make(database, world, 'Added a school system', [insert('organization', lee)]);
  await make(database, world, 'Added Renée', [insert('person', somebody({ organizationId: lee.id }))]);
  await make(database, world, 'Moved Omar', [update('person', omar.id, { organizationId: lee.id })]);
  expect(await undo(database, world, added.commandId)).toEqual({
    ok: false,
    problem: {
      sentence: '“Added a school system” can’t be undone, because later work depends on it. Undo that first.',
      reasons: ['“Moved Omar”', '“Added Renée”'],
    },
  });
  expect(database.all('SELECT * FROM organization')).toHaveLength(1);
  await undo(database);
  await undo(database);
  expect(await undo(database, world, added.commandId)).toMatchObject({ ok: true });
});

test('rows that a step itself brought and pointed to each other do not stand in its own way', async () => {
  const database = openTestDatabase();
  const omar = somebody({ givenName: 'Omar' });
  await make(database, world, 'Added Omar', [insert('person', omar)]);
  const before = allRows(database);
  await make(database, world, 'Added a school system with its people', [
    insert('organization', lee),
    insert('person', somebody({ organizationId: lee.id })),
    update('person', omar.id, { organizationId: lee.id }),
  ]);
  expect(await undo(database)).toMatchObject({ ok: true });
  expect(allRows(database)).toEqual(before);
});

test('refuses to bring back a row whose own needs are gone, and names what took them away', async () => {
  const database = openTestDatabase();
  const added = await make(database, world, 'Added a school system', [insert('organization', lee)]);
  const renee = await make(database, world, 'Added Renée', [insert('person', somebody({ organizationId: lee.id }))]);
  await undo(database);
  await undo(database, world, added.commandId);
  expect(await undo(database, world, undoOf(database, renee))).toEqual({
    ok: false,
    problem: {
      sentence:
        '“Added Renée” can’t be brought back, because records that it needs are gone. First undo what removed them.',
      reasons: ['“Undid “Added a school system””'],
    },
  });
});

test('brings back any undone step by its own undo, whatever was done since to other records', async () => {
  const database = openTestDatabase();
  const first = await make(database, world, 'Added Renée', [insert('person', somebody())]);
  await undo(database);
  await make(database, world, 'Added Omar', [insert('person', somebody({ givenName: 'Omar' }))]);
  expect(await redo(database)).toMatchObject({ ok: false });
  const back = undoOf(database, first);
  expect(await undo(database, world, back)).toMatchObject({ ok: true, value: { label: 'Redid “Added Renée”' } });
  expect(database.all('SELECT * FROM person')).toHaveLength(2);
  expect(await undo(database, world, back)).toMatchObject({
    ok: false,
    problem: { sentence: '“Added Renée” was already redone.' },
  });
  expect(await undo(database, world, first.commandId)).toMatchObject({
    ok: true,
    value: { label: 'Undid “Added Renée”' },
  });
  expect(database.all('SELECT * FROM person')).toHaveLength(1);
});

test('names five of many steps in the way, and says that there are more', async () => {
  const database = openTestDatabase();
  const renee = somebody();
  const added = await make(database, world, 'Added Renée', [insert('person', renee)]);
  for (let number = 1; number <= 6; number += 1) {
    await make(database, world, `Title ${number}`, [update('person', renee.id, { jobTitle: `Title ${number}` })]);
  }
  expect(await undo(database, world, added.commandId)).toMatchObject({
    problem: { reasons: [6, 5, 4, 3, 2].map((number) => `“Title ${number}”`).concat('and earlier steps') },
  });
});

/** The step that took a command back. */
function undoOf(database: WritableDatabase, { commandId }: { commandId: CommandId | null }): CommandId {
  const found = database.get<{ id: CommandId }>('SELECT id FROM logCommand WHERE undoes = ?', commandId);
  if (!found) throw new Error('Nothing took that back');
  return found.id;
}

test('is refused with what is in the way: a later change of the same record, or a record that points to it', async () => {
  const database = openTestDatabase();
  const renee = somebody({ phone: '1' });
  const added = await make(database, world, 'Added Renée', [insert('person', renee)]);
  const changed = await make(database, world, 'Changed the phone', [update('person', renee.id, { phone: '2' })]);
  await make(database, world, 'Changed it again', [update('person', renee.id, { phone: '3' })]);
  expect(await undo(database, world, changed.commandId)).toMatchObject({
    ok: false,
    problem: {
      sentence: '“Changed the phone” can’t be undone, because later work touched the same records. Undo that first.',
    },
  });
  const school = { id: OrganizationId.parse(v7()), name: 'Lee County Schools', kind: 'school-system' } as const;
  const opened = await make(database, world, 'Added the school', [insert('organization', school)]);
  await make(database, world, 'Set the school', [update('person', renee.id, { organizationId: school.id })]);
  expect(await undo(database, world, opened.commandId)).toMatchObject({
    ok: false,
    problem: {
      sentence: '“Added the school” can’t be undone, because later work depends on it. Undo that first.',
      reasons: ['“Set the school”'],
    },
  });
  expect(await undo(database, world, added.commandId)).toMatchObject({ ok: false });
});
