import { expect, test } from 'vitest';
import { day, labels, openSample, statusOf, undo } from './sample-selection.ts';

test('deferring keeps the dates, the answers and the forms in the later cohort, and can be undone', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const golf = await desk.call('cohorts.create', { name: 'Golf', closesOn: day('2025-05-31'), seats: 30 });
  const before = desk.hash();
  const [waiting] = await desk.list('waiting');
  const [accepted] = await desk.list('accepted');
  if (!accepted || !waiting) throw new Error('Thirty were accepted.');
  const { applicationId } = accepted;
  const same = await desk.refusal('applicants.defer', { applicationIds: [applicationId], cohortId });
  expect(same.sentence).toContain('Choose a later cohort');
  const deferred = await desk.call('applicants.defer', {
    applicationIds: [applicationId],
    cohortId: golf.cohortId,
    reason: 'A new baby',
  });
  expect(deferred.next?.name).toBe(waiting.name);
  expect((await labels(desk, 1))[0]).toBe(`Deferred ${accepted.name} from Foxtrot to Golf`);
  expect(statusOf(desk, applicationId)).toEqual(['deferred', 'deferred']);
  const then = await desk.call('applicants.show', { applicationId });
  const [there] = deferred.applicationIds;
  if (!there) throw new Error('Someone was deferred.');
  const now = await desk.call('applicants.show', { applicationId: there });
  expect(now.row).toMatchObject({ place: 1, applied: then.row.applied, status: 'submitted', tier: accepted.tier });
  expect(now.row.late).toBe(false);
  expect(now.submissions).toEqual(then.submissions);
  const twice = await desk.refusal('applicants.defer', {
    applicationIds: [applicationId],
    cohortId: golf.cohortId,
  });
  expect(twice.sentence).toContain('has applied to Golf already');
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
});

test('several are deferred at once, each as one alone; who can’t go is said before, and then no one goes', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const golf = await desk.call('cohorts.create', { name: 'Golf', closesOn: day('2025-05-31'), seats: 30 });
  const [one, two, three] = await desk.list('accepted');
  const [waiting] = await desk.list('waiting');
  if (!one || !two || !three || !waiting) throw new Error('Thirty were accepted.');
  const before = desk.hash();
  const applicationIds = [one, waiting, two].map((row) => row.applicationId);
  const plan = await desk.call('applicants.deferral', { applicationIds, cohortId: golf.cohortId });
  expect(plan).toEqual({
    to: { id: golf.cohortId, name: 'Golf' },
    can: applicationIds,
    cannot: [],
    accepted: 2,
    offered: 0,
  });
  expect(desk.hash()).toBe(before);

  const reason = 'The course dates collide';
  const done = await desk.call('applicants.defer', { applicationIds, cohortId: golf.cohortId, reason });
  expect((await labels(desk, 1))[0]).toBe('Deferred 3 applicants from Foxtrot to Golf');
  expect(applicationIds.map((id) => statusOf(desk, id))).toEqual([
    ['deferred', 'deferred'],
    ['deferred', null],
    ['deferred', 'deferred'],
  ]);
  const there = await desk.call('applicants.list', { cohortId: golf.cohortId });
  expect(there.rows.map(({ name }) => name)).toEqual([one.name, two.name, waiting.name]);
  for (const [at, id] of done.applicationIds.entries()) {
    const from = await desk.call('applicants.show', { applicationId: applicationIds[at] ?? id });
    const to = await desk.call('applicants.show', { applicationId: id });
    expect([from.statusReason, to.statusReason]).toEqual([reason, 'Deferred from Foxtrot']);
    expect([to.row.applied, to.submissions]).toEqual([from.row.applied, from.submissions]);
  }

  const again = [...applicationIds, three.applicationId];
  const said = await desk.call('applicants.deferral', { applicationIds: again, cohortId: golf.cohortId });
  expect(said.can).toEqual([three.applicationId]);
  expect(said.cannot.map(({ why }) => why)[0]).toContain(`${one.name} has applied to Golf already`);
  const refused = await desk.refusal('applicants.defer', { applicationIds: again, cohortId: golf.cohortId });
  expect(refused.sentence).toBe('3 of 4 can’t be deferred to Golf, so no one was. Take them out of the selection.');
  expect(refused.reasons).toHaveLength(3);
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
});
