import { beforeEach, expect, test } from 'vitest';
import type { Cohort } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;
let foxtrot: Cohort;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { seats: 30 });
});

const list = async (search = '') => (await desk.call('history.list', { search })).rows;

/** What the last step changed, in sentences. */
async function lastSentences(): Promise<readonly string[]> {
  const [last] = await list();
  if (!last) throw new Error('Nothing was done');
  return (await desk.call('history.show', { commandId: last.commandId })).sentences;
}

test('the last thing done stands first, with how many records it changed', async () => {
  await seed.write(desk, 'Seeded Foxtrot');
  const rows = await list();
  expect(rows.map(({ label, entries, state }) => [label, entries, state])).toEqual([
    ['Seeded Foxtrot', 1, 'done'],
    // The policy, its six courses, and every school system of the list that comes with the app.
    ['Started the program AL-CTO', expect.any(Number), 'done'],
  ]);
});

test('what was undone says so, and so does what took it back or brought it back', async () => {
  const person = seed.person('Renée McAllister');
  await seed.write(desk);
  await desk.call('people.revise', { personId: person.id, jobTitle: 'Director' });
  const states = async () => (await list()).map(({ state }) => state).slice(0, -2);
  expect(await states()).toEqual(['done']);
  await desk.call('history.undo', {});
  expect(await states()).toEqual(['undo', 'undone']);
  await desk.call('history.redo', {});
  expect(await states()).toEqual(['redo', 'undo', 'done']);
  await desk.call('history.undo', {});
  expect(await states()).toEqual(['undo', 'redo', 'undo', 'undone']);
});

test('each step says which step took it back and still stands', async () => {
  const person = seed.person('Renée McAllister');
  await seed.write(desk);
  await desk.call('people.revise', { personId: person.id, jobTitle: 'Director' });
  await desk.call('history.undo', {});
  const [undo, undone] = await list();
  expect([undo?.undoneBy, undone?.undoneBy]).toEqual([null, undo?.commandId]);
  await desk.call('history.undo', { commandId: undo?.commandId ?? null });
  const after = await list();
  expect(after.slice(0, 3).map(({ label, undoneBy }) => [label, undoneBy])).toEqual([
    [`Redid “${undone?.label}”`, null],
    [`Undid “${undone?.label}”`, after[0]?.commandId],
    [undone?.label, null],
  ]);
});

test('each kind of record reads as a sentence', async () => {
  const renee = seed.person('Renée McAllister', { organization: 'Marengo County Schools' });
  const participant = seed.participant(foxtrot, renee);
  const session = seed.session(foxtrot, 'data-governance', '2024-10-21');
  seed.checkIn(session, participant);
  seed.due(seed.graduate(seed.cohort('Alpha'), 'Isaac Rutledge'), '2022-06-01', '2022-05-20', 'pending');
  seed.application(foxtrot, renee, '2024-04-06T13:15:00.000Z');
  await seed.write(desk);
  expect(await lastSentences()).toEqual([
    'Foxtrot: new cohort with 30 seats',
    'Marengo County Schools: new school system',
    'Renée McAllister: new here',
    'Renée McAllister: enrolled in Foxtrot',
    'Data Management and Governance: new session, Mon, Oct 21, 2024, 8:00 AM to 3:30 PM',
    'Data Management and Governance, Mon, Oct 21, 2024: held for Foxtrot',
    'Renée McAllister: checked in to Data Management and Governance, Mon, Oct 21, 2024',
    'Alpha: new cohort with 30 seats',
    'Isaac Rutledge: new here',
    'Isaac Rutledge: graduate of Alpha',
    'Isaac Rutledge: documents due Jun 1, 2022, “pending”',
    'Isaac Rutledge: documents received May 20, 2022',
    'Renée McAllister: applied to Foxtrot on Apr 6, 2024, 8:15 AM',
  ]);
});

test('a changed field says what it was and what it became, in the text of the screen', async () => {
  const renee = seed.person('Renée McAllister');
  const application = seed.application(foxtrot, renee, '2024-04-06T13:15:00.000Z');
  await seed.write(desk);
  await desk.call('applicants.setStatus', { applicationIds: [application], status: 'under-review', reason: null });
  expect(await lastSentences()).toEqual(['Renée McAllister: status submitted → under review']);
});

test('rows that are gone keep their names', async () => {
  const due = seed.due(seed.graduate(foxtrot, 'Isaac Rutledge'), '2022-06-01');
  await seed.write(desk);
  await desk.call('recertification.receive', { dueIds: [due], receivedOn: day('2024-06-01'), note: 'by post' });
  await desk.call('history.undo', {});
  expect(await lastSentences()).toEqual(['Isaac Rutledge: receipt of Jun 1, 2024 undone']);
  const [undone] = (await list()).slice(1);
  if (!undone) throw new Error('Nothing was done');
  const shown = await desk.call('history.show', { commandId: undone.commandId });
  expect(shown.sentences).toEqual(['Isaac Rutledge: documents received Jun 1, 2024, “by post”']);
});

test('the first two hundred changes are told, and how many more there are', async () => {
  for (let number = 0; number < 230; number += 1) seed.person(`Person${number} Any`);
  await seed.write(desk);
  const [last] = await list();
  if (!last) throw new Error('Nothing was done');
  const shown = await desk.call('history.show', { commandId: last.commandId });
  expect([shown.sentences.length, shown.more]).toEqual([200, 31]);
});

test('the search looks for the words as they were typed, also for a percent sign', async () => {
  await seed.write(desk, 'Marked 50% of Foxtrot');
  expect((await list('foxtrot')).length).toBe(1);
  expect((await list('50%')).length).toBe(1);
  expect((await list('5%o')).length).toBe(0);
});

test('a long history comes in slices', async () => {
  const person = seed.person('Renée McAllister');
  await seed.write(desk);
  for (let number = 0; number < 5; number += 1) {
    await desk.call('people.revise', { personId: person.id, jobTitle: `Director ${number}` });
  }
  const page = await desk.call('history.list', { offset: 2, limit: 2 });
  expect([page.total, page.offset, page.rows.length]).toEqual([7, 2, 2]);
});
