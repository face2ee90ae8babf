import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { openFoxtrot } from '../../foxtrot.ts';

const people = [
  { name: 'Ada One', sent: '2024/04/01 9:00:00 AM CDT' },
  { name: 'Ben Two', sent: '2024/04/02 9:00:00 AM CDT' },
];

test('somebody who withdraws and comes back ranks by the day of the return; an undone withdrawal is none', async () => {
  const desk = await openFoxtrot();
  await desk.apply(people);
  const order = async () => (await desk.everyone()).map(({ name }) => name);
  const { applicationId } = await desk.applicant('Ada One');
  const set = (status: 'withdrawn' | 'submitted') =>
    desk.call('applicants.setStatus', { applicationIds: [applicationId], status, reason: 'Changed plans' });
  await set('withdrawn');
  await desk.call('history.undo', {});
  expect(await order()).toEqual(['Ada One', 'Ben Two']);
  await desk.call('history.redo', {});
  desk.now = '2024-06-05T14:00:00.000Z';
  await set('submitted');
  expect(await order()).toEqual(['Ben Two', 'Ada One']);
  const { ranking } = await desk.call('applicants.show', { applicationId });
  expect(ranking.reasons.map(({ sentence }) => sentence)).toContain(
    'Withdrew and came back on Jun 5, 2024; that day counts',
  );
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('The desk has a program.');
  const policy = { ...program.policy, admission: { ...program.policy.admission, returning: 'old-place' as const } };
  await desk.call('program.revise', {
    policy,
    effectiveOn: CivilDate.parse('2024-06-03'),
    note: 'Old places',
  });
  expect(await order()).toEqual(['Ada One', 'Ben Two']);
});

test('where the policy declines whoever is past the last seat, nobody waits', async () => {
  const desk = await openFoxtrot({ seats: 1 });
  await desk.apply(people);
  const counts = async () => {
    const { counts: found } = await desk.call('applicants.list', { cohortId: desk.cohortId });
    return [found.waiting, found['past-last-seat']];
  };
  expect(await counts()).toEqual([1, 0]);
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('The desk has a program.');
  const policy = { ...program.policy, admission: { ...program.policy.admission, pastLastSeat: 'decline' as const } };
  await desk.call('program.revise', {
    policy,
    effectiveOn: CivilDate.parse('2024-06-03'),
    note: 'No list',
  });
  expect(await counts()).toEqual([0, 1]);
  const fairness = await desk.call('applicants.fairness', { cohortId: desk.cohortId });
  expect(fairness.total).toMatchObject({ waiting: 0 });
});
