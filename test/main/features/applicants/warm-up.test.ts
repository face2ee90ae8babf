import path from 'node:path';
import { expect, test } from 'vitest';
import type { CohortId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { seedApplicants } from '../../seed-applicants.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

/** More than two slices of applications. */
const many = 2_300;

async function seeded(): Promise<{ readonly file: string; readonly cohortId: CohortId }> {
  const file = path.join(temporaryFolder(), 'program.db');
  return { file, cohortId: await seedApplicants(file, many, 30) };
}

const everyone = async (desk: TestDesk, cohortId: CohortId) => {
  const pages = [0, 1_000, 2_000].map((offset) =>
    desk.call('applicants.list', { cohortId, offset, limit: 1_000, sort: { by: 'name', direction: 'up' } }),
  );
  return (await Promise.all(pages)).map(({ rows, counts }) => ({ rows, counts }));
};

test('what was worked out ahead is what is worked out when asked', async () => {
  const { file, cohortId } = await seeded();
  const [warm, cold] = [openTestDesk(file), openTestDesk(file)];
  await warm.desk.warmUp();
  expect(await everyone(warm, cohortId)).toEqual(await everyone(cold, cohortId));
});

test('a change and a question in between are neither lost nor kept waiting', async () => {
  const { file, cohortId } = await seeded();
  const desk = openTestDesk(file);
  const warm = desk.desk.warmUp();
  const { rows } = await desk.call('applicants.list', { cohortId, limit: 3 });
  const [first, second] = rows;
  if (!first || !second) throw new Error('Many have applied.');
  await desk.call('applicants.setStatus', { applicationIds: [first.applicationId], status: 'withdrawn' });
  await warm;
  await desk.desk.warmUp();
  await desk.call('applicants.answer', { applicationId: second.applicationId, yearsInEducation: 1 });
  expect(await everyone(desk, cohortId)).toEqual(await everyone(openTestDesk(file), cohortId));
});

test('a change of the cohort itself while it is being read counts for everybody', async () => {
  const { file, cohortId } = await seeded();
  const desk = openTestDesk(file);
  const warm = desk.desk.warmUp();
  await desk.call('cohorts.revise', { cohortId, seats: 1_200 });
  await warm;
  const { counts } = await desk.call('applicants.list', { cohortId });
  expect(counts['within-seats']).toBe(1_200);
});

test('a question to a desk that was opened a moment ago keeps no other one waiting', async () => {
  const { file, cohortId } = await seeded();
  const desk = openTestDesk(file);
  const answered: string[] = [];
  await Promise.all([
    desk.call('applicants.list', { cohortId }).then(() => answered.push('the list')),
    desk.call('program.show', {}).then(() => answered.push('the program')),
  ]);
  expect(answered).toEqual(['the program', 'the list']);
  const closing = openTestDesk(file);
  const late = closing.ask('applicants.list', { cohortId });
  await closing.desk.close();
  expect(await late).toMatchObject({ ok: false });
});

test('after a command that changes thousands, everything is read and ranked anew, and others have their turns', async () => {
  const { file, cohortId } = await seeded();
  const desk = openTestDesk(file);
  const ids = (await everyone(desk, cohortId)).flatMap(({ rows }) => rows.map(({ applicationId }) => applicationId));
  await desk.call('applicants.setStatus', { applicationIds: ids.slice(50), status: 'withdrawn' });
  const answered: string[] = [];
  await Promise.all([
    desk.call('applicants.list', { cohortId }).then(() => answered.push('the list')),
    desk.call('program.show', {}).then(() => answered.push('the program')),
  ]);
  expect(answered).toEqual(['the program', 'the list']);
  await desk.call('history.undo', {});
  expect(await everyone(desk, cohortId)).toEqual(await everyone(openTestDesk(file), cohortId));
});

test('a desk that is closed meanwhile ends it, and an empty one has nothing to do', async () => {
  const { file } = await seeded();
  const desk = openTestDesk(file);
  const warm = desk.desk.warmUp();
  await desk.desk.close();
  await warm;
  await openTestDesk().desk.warmUp();
});
