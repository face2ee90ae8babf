import path from 'node:path';
import { expect, test } from 'vitest';
import { openTestDesk } from '../open-desk.ts';
import { seedApplicants } from '../seed-applicants.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('a draft is worked out for 100,000 applicants while a person waits, and the next slice at once', async () => {
  const file = path.join(temporaryFolder(), 'program.db');
  const cohortId = await seedApplicants(file, 100_000, 30);
  const desk = openTestDesk(file);
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('The desk has a program.');
  const { policy } = program;
  await desk.call('applicants.list', { cohortId });
  const timed = async (input: object): Promise<number> => {
    const start = performance.now();
    await desk.call('applicants.whatIf', { cohortId, ...input });
    return performance.now() - start;
  };
  const times: number[] = [];
  for (const seats of [31, 40, 5_000]) times.push(await timed({ seats }));
  for (const perOrganizationCap of [1, 2, 3]) {
    times.push(await timed({ policy: { ...policy, admission: { ...policy.admission, perOrganizationCap } } }));
  }
  const again = await timed({
    policy: { ...policy, admission: { ...policy.admission, perOrganizationCap: 3 } },
    show: 'places',
    offset: 200,
  });
  // Alone a draft takes well under a second; the bounds leave room for tests that run beside it.
  expect(Math.min(...times), times.map(Math.round).join(' ')).toBeLessThan(2_000);
  expect(again).toBeLessThan(300);
  if (process.env['SAY_TIMES'] === '1') process.stdout.write(`${[...times, again].map(Math.round).join(' ')}\n`);
}, 180_000);
