import { expect, test } from 'vitest';
import type { CivilDate } from '../../../../shared/model/dates.ts';
import { CourseId } from '../../../../shared/model/ids.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { hashOfRows, openTestDatabase } from '../../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const planning = CourseId.parse('technology-planning');

async function withProgram(): Promise<{ desk: TestDesk; policy: Policy }> {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('There is no program.');
  return { desk, policy: shown.policy };
}

/** The policy with another number of seats. */
const withSeats = (policy: Policy, seats: number): Policy => ({ ...policy, admission: { ...policy.admission, seats } });

/** The policy without its last course. */
const withoutPlanning = (policy: Policy): Policy => ({
  ...policy,
  courses: policy.courses.filter(({ id }) => id !== planning),
  completion: { ...policy.completion, courses: policy.completion.courses.filter((id) => id !== planning) },
});

const adopt = (policy: Policy, effectiveOn: CivilDate) => ({ policy, effectiveOn, note: 'As the leads agreed' });
const inForce = async (desk: TestDesk) => {
  const shown = await desk.call('program.show', {});
  return [shown?.number, shown?.policy.admission.seats];
};

test('a version of the policy holds from its day on, and the one before until then', async () => {
  const { desk, policy } = await withProgram();
  desk.now = '2024-06-03T14:00:00.000Z';
  expect(await desk.call('program.revise', adopt(withSeats(policy, 24), day('2024-07-01')))).toEqual({ number: 2 });
  expect(await inForce(desk)).toEqual([1, 30]);
  // Midnight in Alabama, not in Greenwich.
  desk.now = '2024-07-01T04:59:00.000Z';
  expect(await inForce(desk)).toEqual([1, 30]);
  desk.now = '2024-07-01T05:00:00.000Z';
  expect(await inForce(desk)).toEqual([2, 24]);
  await desk.call('history.undo', {});
  expect(await inForce(desk)).toEqual([1, 30]);
});

test('a course that has sessions can’t leave the policy; one without can, and Undo brings it back', async () => {
  const { desk, policy } = await withProgram();
  const seed = new Seed();
  const session = seed.session(seed.cohort('Foxtrot'), planning, '2024-10-21');
  await seed.write(desk);
  const database = openTestDatabase(desk.databaseFile);
  const before = hashOfRows(database);
  expect(await desk.refusal('program.revise', adopt(withoutPlanning(policy), day('2024-06-03')))).toEqual({
    sentence: 'A course that has sessions can’t leave the policy. Take its sessions off the schedule first.',
    reasons: ['Technology Planning'],
  });
  expect(hashOfRows(database)).toBe(before);

  await desk.call('courses.removeSession', { sessionId: session });
  const planned = hashOfRows(database);
  await desk.call('program.revise', adopt(withoutPlanning(policy), day('2024-06-03')));
  const golf = await desk.call('cohorts.create', { name: 'Golf', startsOn: day('2025-10-01') });
  const courses = async () => (await desk.call('courses.year', golf)).courses.map(({ id }) => id);
  expect(await courses()).not.toContain(planning);
  await desk.call('history.undo', {});
  await desk.call('history.undo', {});
  expect(hashOfRows(database)).toBe(planned);
});

test('a program that runs is not started a second time', async () => {
  const { desk } = await withProgram();
  expect((await desk.refusal('program.establish', { program: 'al-cto', cohorts: 'none' })).sentence).toBe(
    'This file already holds AL-CTO. Change its policy in Settings, or open a new database for another program.',
  );
});

test('starting AL-CTO brings the cohorts that its page names, with their due dates, and proposes Foxtrot', async () => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  const { cohorts, nextName } = await desk.call('cohorts.list', {});
  expect(cohorts.map(({ name, status }) => [name, status]).sort()).toEqual([
    ['Alpha', 'finished'],
    ['Beta', 'finished'],
    ['Charlie', 'finished'],
    ['Delta', 'finished'],
    ['Echo', 'running'],
  ]);
  expect(nextName).toBe('Foxtrot');
  const shown = await desk.call('program.show', {});
  expect(shown?.policy.recertification.dueDates.map(({ cohort, dueOn }) => [cohort, dueOn])).toEqual([
    ['Alpha', '2022-06-01'],
    ['Beta', '2022-06-01'],
    ['Charlie', '2022-06-01'],
    ['Delta', '2023-06-01'],
  ]);
  // No address of the page is given, and none is made up.
  expect(shown?.policy.program.page).toBe('');
  // Nothing is done in Echo, whose applications are closed and of whom no one is known: the next step is a new cohort.
  expect((await desk.call('desk.status', {})).currentCohort).toBeNull();
  await desk.call('history.undo', {});
  expect(openTestDatabase(desk.databaseFile).all('SELECT id FROM cohort')).toEqual([]);
});

test('the sample’s graduates are in the cohorts that the page names, and none is there twice', async () => {
  const desk = openTestDesk();
  await desk.call('program.openSample', {});
  const { cohorts } = await desk.call('cohorts.list', {});
  expect(cohorts.map(({ name }) => name).sort()).toEqual(['Alpha', 'Beta', 'Charlie', 'Delta', 'Echo', 'Foxtrot']);
  expect(cohorts.filter(({ graduates }) => graduates > 0)).toHaveLength(4);
});
