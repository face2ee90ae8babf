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
