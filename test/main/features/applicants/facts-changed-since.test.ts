import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openFoxtrot } from '../../foxtrot.ts';

test('an acceptance stays when a fact is corrected afterwards, and says so in the list and beside the decision', async () => {
  const foxtrot = await openFoxtrot();
  await foxtrot.apply([{ name: 'Ana Alvarez', years: '5' }]);
  await foxtrot.call('applicants.accept', { cohortId: foxtrot.cohortId, applicationIds: 'within-seats' });
  const { applicationId } = await foxtrot.applicant('Ana Alvarez');
  const shown = () => foxtrot.call('applicants.show', { applicationId });
  expect((await shown()).changedSince).toBeNull();
  expect((await foxtrot.applicant('Ana Alvarez')).changedSince).toBe(false);
  await foxtrot.call('applicants.answer', { applicationId, yearsInEducation: 2 });
  expect(await foxtrot.applicant('Ana Alvarez')).toMatchObject({ status: 'accepted', changedSince: true });
  expect((await shown()).changedSince).toBe(
    'Changed since the decision: the years (5) → the years (2). The decision stays as it was made.',
  );
  await foxtrot.call('history.undo', {});
  expect((await shown()).changedSince).toBeNull();
});

test('and on the roster of the cohort, and in what is exported of both', async () => {
  const foxtrot = await openFoxtrot();
  const { cohortId } = foxtrot;
  await foxtrot.apply([{ name: 'Ana Alvarez', years: '5' }]);
  await foxtrot.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const { applicationId } = await foxtrot.applicant('Ana Alvarez');
  await foxtrot.call('applicants.answer', { applicationId, yearsInEducation: 2 });
  const { rows } = await foxtrot.call('cohorts.participants', { cohortId });
  expect(rows[0]?.changedSince).toBe(
    'Facts of the application have changed since it was accepted; the decision stays.',
  );
  const written = async (write: () => Promise<unknown>) => {
    foxtrot.answers.saveFile = path.join(foxtrot.folder, 'list.csv');
    await write();
    return readFileSync(foxtrot.answers.saveFile, 'utf8');
  };
  expect(
    await written(() =>
      foxtrot.call('applicants.export', { cohortId, columns: ['name', 'status'], format: 'csv', show: 'in-order' }),
    ),
  ).toMatch(/Ana Alvarez,"Accepted, facts changed since"/);
  expect(
    await written(() => foxtrot.call('cohorts.exportRoster', { cohortId, columns: ['name', 'status'], format: 'csv' })),
  ).toMatch(/Ana Alvarez,"[^"]*, facts changed since"/);
});
