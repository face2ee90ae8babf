import path from 'node:path';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { deviceIn } from '../../../../main/database/device.ts';
import type { WritableDatabase } from '../../../../main/database/handles.ts';
import { openDatabase } from '../../../../main/database/open.ts';
import { append } from '../../../../main/log/append.ts';
import { batchOf, heldOf } from '../../../../main/log/batch.ts';
import { insert, update } from '../../../../main/log/change.ts';
import { nameBefore } from '../../../../main/log/name-apart.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { shapeOf, tableNames } from '../../../../shared/model/tables.ts';
import { make, somebody, worldIn } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { Seed } from '../../seed-graduates.ts';
import { settingsBeside } from '../../settings-beside.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

let one: TestDesk;
let two: TestDesk;
let seed: Seed;

/** Works on the file of a desk beside it, as another window of the same laptop. */
async function beside<Value>(
  { databaseFile }: TestDesk,
  work: (database: WritableDatabase) => Value | Promise<Value>,
): Promise<Value> {
  const opened = openDatabase(databaseFile);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  try {
    return await work(opened.value);
  } finally {
    opened.value.close();
  }
}

/** Another laptop, which begins with what this one has. */
async function copyOf(desk: TestDesk): Promise<TestDesk> {
  const copy = path.join(temporaryFolder(), 'program.db');
  await beside(desk, (database) => database.run('VACUUM INTO ?', copy));
  return openTestDesk(copy);
}

const heldBy = (desk: TestDesk) => beside(desk, heldOf);
const ownId = (database: WritableDatabase, desk: TestDesk) =>
  deviceIn(database, settingsBeside(desk.databaseFile), v7).id;

const here = (database: WritableDatabase, desk: TestDesk) => ({
  id: ownId(database, desk),
  now: Instant.parse(desk.now),
  zone: 'America/Chicago',
});

/** One desk takes in what the other has, of every laptop. */
async function hears(desk: TestDesk, from: TestDesk): Promise<void> {
  const [held, theirs] = [await heldBy(desk), await heldBy(from)];
  for (const id of theirs.keys()) {
    const batch = await beside(from, (database) => batchOf(database, id, held.get(id) ?? 0, 1_000));
    if (!batch) continue;
    const result = await beside(desk, (database) => append(database, here(database, desk), batch));
    if (!result.ok) throw new Error(result.problem.sentence);
  }
}

async function meet(): Promise<void> {
  await hears(one, two);
  await hears(two, one);
}

/** What Today asks for because two laptops' work came together. */
const asked = async (desk: TestDesk) =>
  (await desk.call('today.show', {})).steps
    .filter(({ key }) => /^(?:renamed|came-back|unheard|waits)/.test(key))
    .map(({ sentence, action, path: to }) => ({ sentence, action, to }));

const cohortNamed = async (desk: TestDesk, name: string) => {
  const cohort = (await desk.call('cohorts.list', {})).cohorts.find((each) => each.name === name);
  if (!cohort) throw new Error(`No cohort is named ${name}.`);
  return cohort.id;
};

beforeEach(async () => {
  one = openTestDesk();
  seed = new Seed();
  await one.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  two = await copyOf(one);
});

describe('two cohorts of one name', () => {
  beforeEach(async () => {
    await one.call('cohorts.create', { name: 'Golf' });
    two.now = '2024-06-03T14:05:00.000Z';
    await two.call('cohorts.create', { name: 'Golf' });
    await meet();
  });

  test('are shown on both desks until a lead renames one, and again where that is undone', async () => {
    const id = await cohortNamed(one, 'Golf (laptop B)');
    const step = (letter: string) => ({
      sentence: `Two laptops both added a cohort named Golf; one is shown as “Golf (laptop ${letter})”`,
      action: 'Rename one',
      to: `/cohorts/${id}`,
    });
    expect(await asked(one)).toEqual([step('B')]);
    expect(await asked(two)).toEqual([step('B')]);
    one.now = '2024-06-03T14:10:00.000Z';
    await one.call('cohorts.revise', { cohortId: id, name: 'Hotel' });
    await meet();
    expect(await asked(one)).toEqual([]);
    expect(await asked(two)).toEqual([]);
    await one.call('history.undo', {});
    await meet();
    // The laptop that took the renaming back gave the name now.
    expect(await asked(one)).toEqual([step('A')]);
    expect(await asked(two)).toEqual([step('A')]);
  });

  test('may also be told apart by renaming the other', async () => {
    two.now = '2024-06-03T14:10:00.000Z';
    await two.call('cohorts.revise', { cohortId: await cohortNamed(two, 'Golf'), name: 'Golf North' });
    await meet();
    expect(await asked(one)).toEqual([]);
    expect((await one.call('cohorts.list', {})).cohorts.map(({ name }) => name).toSorted()).toEqual([
      'Golf',
      'Golf North',
    ]);
  });
});

test('a session that one laptop took off and another has checked in at is shown until the step is undone', async () => {
  const foxtrot = seed.cohort('Foxtrot');
  const session = seed.session(foxtrot, 'data-governance', '2024-06-03');
  const ana = seed.participant(foxtrot, 'Ana Alvarez');
  await seed.write(one);
  await meet();
  one.now = '2024-06-03T14:05:00.000Z';
  await one.call('courses.removeSession', { sessionId: session });
  two.now = '2024-06-03T14:06:00.000Z';
  seed.checkIn(session, ana, '2024-06-03T13:00:00.000Z');
  await seed.write(two);
  await meet();
  const steps = await asked(two);
  expect(steps).toMatchObject([
    { sentence: expect.stringContaining('removed something that another laptop has used, so it is back') },
  ]);
  expect(await asked(one)).toEqual(steps);
  one.now = '2024-06-03T14:20:00.000Z';
  await one.call('history.undo', { commandId: steps[0]?.to.replace('/history?open=', '') as never });
  await meet();
  expect(await asked(one)).toEqual([]);
  expect(await asked(two)).toEqual([]);
});

test('a session that one laptop took off while another changed it is said for a week', async () => {
  const foxtrot = seed.cohort('Foxtrot');
  const session = seed.session(foxtrot, 'data-governance', '2024-06-20');
  await seed.write(one);
  await meet();
  one.now = '2024-06-03T14:05:00.000Z';
  await one.call('courses.removeSession', { sessionId: session });
  two.now = '2024-06-03T14:06:00.000Z';
  await beside(two, (database) =>
    make(database, worldIn(database, two.now), 'Moved', [update('session', session, { room: 'Ballroom C' })]),
  );
  await meet();
  const steps = await asked(two);
  expect(steps).toMatchObject([
    { sentence: expect.stringContaining('removed something that another laptop changed at the same time') },
  ]);
  expect(await asked(one)).toEqual(steps);
  one.now = '2024-06-09T14:20:00.000Z';
  expect(await asked(one)).toEqual(steps);
  one.now = '2024-06-10T14:20:00.000Z';
  expect(await asked(one)).toEqual([]);
});

test('records that wait for a third laptop’s changes are counted until those are here', async () => {
  await two.call('cohorts.create', { name: 'Hotel' });
  const three = await copyOf(two);
  const ana = somebody({ givenName: 'Ana' });
  await beside(three, (database) => make(database, worldIn(database, three.now), 'Added', [insert('person', ana)]));
  await hears(two, three);
  seed.participant(seed.cohort('Foxtrot'), ana);
  await seed.write(two);
  const own = await beside(two, (database) => ownId(database, two));
  const batch = await beside(two, (database) => batchOf(database, own, 0, 1_000));
  expect(await beside(one, (database) => append(database, here(database, one), batch))).toMatchObject({ ok: true });
  expect(await asked(one)).toEqual([
    {
      sentence: '1 record waits for another laptop’s changes that aren’t here yet',
      action: 'See the history',
      to: '/history',
    },
  ]);
  await hears(one, three);
  expect(await asked(one)).toEqual([]);
});

describe('The name before a laptop’s letter', () => {
  test.each([
    ['Golf (laptop B)', 'Golf'],
    ['Golf (laptop AB, 2)', 'Golf'],
    ['Golf (laptop B) (laptop C)', 'Golf (laptop B)'],
    ['Golf', null],
    ['Golf (North)', null],
    ['(laptop B)', null],
  ])('of %s is %s', (shown, before) => expect(nameBefore(shown)).toBe(before));

  test('is asked of cohorts, the only records that two laptops may both give a name', () => {
    const named = tableNames.filter((table) =>
      shapeOf(table).unique.some(({ collision }) => collision === 'lead-decides'),
    );
    expect(named).toEqual(['cohort']);
  });
});
