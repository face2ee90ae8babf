import { v5 } from 'uuid';
import { expect, test } from 'vitest';
import { insert, remove, update } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { idFor } from '../../../main/log/one-of-a-kind.ts';
import { decideUndo } from '../../../main/log/undo.ts';
import { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { make, openTestDatabase, somebody, someCohort, worldAt } from '../database-for-test.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const place = (id: string, cohortId: CohortId, personId: PersonId) =>
  insert('participant', {
    id: ParticipantId.parse(id),
    personId,
    cohortId,
    applicationId: null,
    status: 'enrolled',
    graduatedOn: null,
    remark: null,
    cameFrom: null,
  });

test('two laptops that add the same person to the same cohort add the same row', async () => {
  const [person, foxtrot, golf] = [somebody(), someCohort(), someCohort({ name: 'Golf' })];
  const ids = await Promise.all(
    [openTestDatabase(), openTestDatabase()].map(async (database) => {
      await make(database, world, 'Added', [insert('person', person), insert('cohort', foxtrot)]);
      return idFor(database, 'participant', { cohortId: foxtrot.id, personId: person.id });
    }),
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ParticipantId.safeParse(ids[0]).success).toBe(true);
  const database = openTestDatabase();
  const same = { cohortId: foxtrot.id, personId: person.id };
  expect(idFor(database, 'participant', { ...same, cohortId: golf.id })).not.toBe(ids[0]);
});

test('the id is the UUID of version 5 that the name has in every program, so that it never changes', async () => {
  const database = openTestDatabase();
  const what = { cohortId: someCohort().id, personId: somebody().id };
  const name = JSON.stringify(['participant', what.cohortId, what.personId]);
  expect(idFor(database, 'participant', what)).toBe(v5(name, 'b0c9c5f2-6d0e-5a7b-9a39-7c3f5d2f8e11'));
});

test('someone who was removed and is added again has the row of before, also by Undo', async () => {
  const database = openTestDatabase();
  const [person, foxtrot] = [somebody(), someCohort()];
  const what = { cohortId: foxtrot.id, personId: person.id };
  await make(database, world, 'Opened', [insert('person', person), insert('cohort', foxtrot)]);
  const id = ParticipantId.parse(idFor(database, 'participant', what));
  const added = await make(database, world, 'Added', [place(id, foxtrot.id, person.id)]);
  await make(database, world, 'Removed', [remove('participant', id)]);
  expect(idFor(database, 'participant', what)).toBe(id);
  await make(database, world, 'Added again', [place(id, foxtrot.id, person.id)]);
  expect(database.all('SELECT id FROM participant')).toEqual([{ id }]);
  const undo = (commandId: typeof added.commandId) =>
    commit(database, world, 'history.undo', (facts) => decideUndo(facts, commandId, world.device.id));
  expect(await undo(added.commandId)).toMatchObject({
    ok: false,
    problem: { reasons: ['“Added again”', '“Removed”'] },
  });
  expect(await undo(null)).toMatchObject({ ok: true });
  expect(database.all('SELECT id FROM participant')).toEqual([]);
});

test('someone who moved on and comes back gets a row beside the one that moved', async () => {
  const database = openTestDatabase();
  const [person, foxtrot, golf] = [somebody(), someCohort(), someCohort({ name: 'Golf' })];
  const what = { cohortId: foxtrot.id, personId: person.id };
  const id = ParticipantId.parse(idFor(database, 'participant', what));
  await make(database, world, 'Added', [
    insert('person', person),
    insert('cohort', foxtrot),
    insert('cohort', golf),
    place(id, foxtrot.id, person.id),
  ]);
  await make(database, world, 'Moved', [update('participant', id, { cohortId: golf.id })]);
  const again = idFor(database, 'participant', what);
  expect(again).not.toBe(id);
  await make(database, world, 'Came back', [place(again, foxtrot.id, person.id)]);
  expect(database.all('SELECT cohortId FROM participant ORDER BY rowid')).toEqual([
    { cohortId: golf.id },
    { cohortId: foxtrot.id },
  ]);
});

test('an id made from what a row stands for stays the same for good, or two versions of the app would add two rows', () => {
  const database = openTestDatabase();
  const cohortId = CohortId.parse('018f0000-0000-7000-8000-000000000001');
  const personId = PersonId.parse('018f0000-0000-7000-8000-000000000002');
  expect(idFor(database, 'participant', { cohortId, personId })).toBe('e9a9c072-82bd-532b-b1a9-427bd35705ee');
  expect(idFor(database, 'application', { cohortId, personId })).toBe('d09215c9-e1e5-58f2-a448-5ea7a2562c53');
  expect(idFor(database, 'columnSet', { list: 'roster', name: 'For the door' })).toBe(
    '2f83911f-9e23-59f7-9bcf-6fcae90b20e7',
  );
});
