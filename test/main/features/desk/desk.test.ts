import { beforeEach, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;

beforeEach(() => {
  desk = openTestDesk();
  seed = new Seed();
});

const status = () => desk.call('desk.status', {});

test('an empty desk has no program, no cohort and nothing to undo', async () => {
  expect(await status()).toMatchObject({
    databaseFile: desk.databaseFile,
    lastBackupAt: null,
    program: null,
    currentCohort: null,
    undo: null,
    redo: null,
  });
});

test('the rail counts what each screen holds', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2024-10-01') });
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  seed.application(foxtrot, seed.person('Ann Ready'), '2024-04-01T12:00:00.000Z');
  seed.application(foxtrot, seed.person('Bob Unclear'), '2024-04-02T12:00:00.000Z', null);
  seed.due(seed.graduate(alpha, 'Yolanda Quarles'), '2022-06-01');
  seed.due(seed.graduate(alpha, 'Rashad Okafor'), '2022-06-01', '2022-05-01');
  seed.session(foxtrot, 'cto-roles', '2024-06-03');
  await seed.write(desk);
  const { counts, program, today } = await status();
  expect(today).toBe('2024-06-03');
  expect(program).toMatchObject({ name: 'AL-CTO', zone: 'America/Chicago' });
  expect(counts).toEqual({
    applicants: 2,
    needsALook: 1,
    cohorts: 2,
    sessionsToday: 1,
    graduates: 2,
    overdue: 1,
    commands: 2,
  });
});

test('the rail counts the overdue as the list does, on each day around the grace', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const view = await desk.call('program.show', {});
  if (!view) throw new Error('No program');
  await desk.call('program.revise', {
    policy: { ...view.policy, recertification: { ...view.policy.recertification, graceDays: 2 } },
    effectiveOn: day('2024-06-03'),
    note: 'Two days of grace',
  });
  const alpha = seed.cohort('Alpha', { status: 'finished' });
  for (const [name, dueOn] of [
    ['Ann', '2024-05-31'],
    ['Bob', '2024-06-01'],
    ['Cy', '2024-06-02'],
    ['Dee', '2024-06-03'],
    ['Eve', '2024-06-04'],
  ] as const) {
    seed.due(seed.graduate(alpha, `${name} Graduate`), dueOn);
  }
  await seed.write(desk);
  const overdue: number[] = [];
  for (const date of ['03', '04', '05', '06', '07']) {
    desk.now = `2024-06-${date}T14:00:00.000Z`;
    const { counts } = await desk.call('recertification.list', {});
    expect((await status()).counts.overdue).toBe(counts.overdue);
    overdue.push(counts.overdue);
  }
  expect(overdue).toEqual([1, 2, 3, 4, 5]);
});

test('the current cohort is the newest that is not finished', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed.cohort('Golf', { status: 'finished', startsOn: day('2025-06-01') });
  seed.cohort('Foxtrot', { startsOn: day('2024-06-01') });
  seed.cohort('Echo', { opensOn: day('2023-01-01') });
  seed.cohort('Hotel', { status: 'planned' });
  await seed.write(desk);
  expect((await status()).currentCohort?.name).toBe('Foxtrot');
});

test('Undo and Redo say what they would do', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const person = seed.person('Renée McAllister');
  await seed.write(desk);
  await desk.call('people.revise', { personId: person.id, jobTitle: 'Director' });
  const label = 'Corrected the record of Renée McAllister';
  expect(await status()).toMatchObject({ undo: { label }, redo: null });
  await desk.call('history.undo', {});
  expect(await status()).toMatchObject({ undo: { label: 'Seeded' }, redo: { label } });
  await desk.call('history.redo', {});
  expect(await status()).toMatchObject({ undo: { label }, redo: null });
});

test('what Undo and Redo say is what they do', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const people = ['Renée McAllister', 'Isaac Rutledge', 'Zoë Lovelace'].map((name) => seed.person(name));
  await seed.write(desk);
  for (const { id } of people) await desk.call('people.revise', { personId: id, jobTitle: 'Director' });
  const said: (string | undefined)[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { undo } = await status();
    said.push(undo?.label);
    expect((await desk.call('history.undo', {})).label).toBe(`Undid “${undo?.label}”`);
  }
  expect(new Set(said).size).toBe(3);
  for (let turn = 0; turn < 3; turn += 1) {
    const { redo } = await status();
    expect(redo?.label).toBe(said.pop());
    expect((await desk.call('history.redo', {})).label).toBe(`Redid “${redo?.label}”`);
  }
  expect((await status()).redo).toBeNull();
});

test('a backup is known at once', async () => {
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  desk.answers.saveFile = `${desk.folder}/copy.db`;
  await desk.call('desk.backUp', {});
  expect((await status()).lastBackupAt).toBe('2024-06-03T14:00:00.000Z');
});
