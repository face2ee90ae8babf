import path from 'node:path';
import { expect, test } from 'vitest';
import { replayLog } from '../../../main/log/replay.ts';
import { seedField } from '../../bench/field.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('the rows that the bench measures are what their log says, and every screen reads them', async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  await seedField(file, { finishedCohorts: 2, peopleEach: 12, applicants: 20, enrolled: 10, scansOneByOne: 1 });
  const seeded = openTestDatabase(file);
  const again = openTestDatabase();
  replayLog(seeded, again);
  expect(hashOfRows(again)).toBe(hashOfRows(seeded));
  const desk = openTestDesk(file);
  desk.now = '2024-06-03T14:00:00.000Z';
  const { currentCohort, counts } = await desk.call('desk.status', {});
  expect([currentCohort?.name, counts.applicants, counts.cohorts]).toEqual(['Golf', 20, 4]);
  const { total } = await desk.call('fees.list', {});
  expect(total).toBe(34);
});
