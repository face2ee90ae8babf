import { expect, test } from 'vitest';
import { idFor } from '../../../../main/log/one-of-a-kind.ts';
import { ApplicationId, type CohortId, type PersonId } from '../../../../shared/model/ids.ts';
import { openTestDatabase } from '../../database-for-test.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { day, labels, openSample, statusOf, undo } from './sample-selection.ts';

test('withdraw one, seat the next, overrule one, and undo all of it back to identical rows', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  const start = desk.hash();
  const waiting = await desk.list('waiting');
  const [first, second, third] = waiting;
  if (!first || !second || !third) throw new Error('The sample has people who wait.');
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const accepted = await desk.list('accepted');
  expect(accepted).toHaveLength(30);
  const [gone] = accepted;
  if (!gone) throw new Error('Thirty were accepted.');

  const withdrawn = await desk.call('applicants.setStatus', {
    applicationIds: [gone.applicationId],
    status: 'withdrawn',
    reason: 'Moved to Georgia',
  });
  expect(withdrawn.next).toMatchObject({ applicationId: first.applicationId, name: first.name, place: 30, free: 1 });

  const { next, free } = await desk.call('offers.list', { cohortId });
  expect([next?.applicationId, free]).toEqual([first.applicationId, 1]);
  const replyBy = day('2024-06-14');
  const { offerId } = await desk.call('offers.offer', { applicationId: first.applicationId, replyBy });
  expect((await labels(desk, 1))[0]).toBe(`Offered ${first.name} a seat in Foxtrot until Fri, Jun 14, 2024`);
  const today = await desk.call('today.show', {});
  expect(today.steps.map(({ sentence }) => sentence)).toContain(`${first.name} has until Fri, Jun 14 to take the seat`);
  expect((await desk.call('offers.list', { cohortId })).free).toBe(0);
  // Whoever was offered a seat answers first: accepting everyone within the seats leaves them alone.
  expect((await desk.call('applicants.list', { cohortId })).acceptable).toBe(0);
  const noOne = await desk.refusal('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  expect(noOne.sentence).toContain('Everyone within the seats in Foxtrot is accepted already');
  await desk.call('offers.answer', { offerId, answer: 'taken' });
  expect(statusOf(desk, first.applicationId)).toEqual(['accepted', 'enrolled']);
  expect((await labels(desk, 1))[0]).toBe(`${first.name} took the offered seat in Foxtrot`);

  const against = { applicationId: third.applicationId, replyBy };
  const refusal = await desk.refusal('offers.offer', against);
  expect(refusal.sentence).toContain('would be out of order');
  expect(refusal.reasons).toEqual([
    'No seat is free: 30 of 30 are accepted or offered.',
    `${second.name}, place 31, has not been asked yet.`,
  ]);
  const offered = await desk.call('offers.offer', { ...against, overruleReason: 'The board added a chair' });
  await desk.call('offers.answer', { offerId: offered.offerId, answer: 'taken' });
  expect((await labels(desk, 2)).toReversed()).toEqual([
    `Offered ${third.name} a seat in Foxtrot until Fri, Jun 14, 2024, overruling the order`,
    `${third.name} took the offered seat in Foxtrot, overruling the rule`,
  ]);
  const shown = await desk.call('applicants.show', { applicationId: third.applicationId });
  expect(shown.row).toMatchObject({ overruled: true, verdict: 'within-seats', status: 'accepted' });
  expect(shown.ranking.reasons.at(-1)?.sentence).toContain('offered out of order by a lead: “The board added a chair”');
  const roster = await desk.call('cohorts.participants', { cohortId, limit: 100 });
  expect(roster.rows.filter(({ overruled }) => overruled).map(({ name }) => name)).toEqual([third.name]);
  const replay = await desk.call('applicants.replay', { applicationId: third.applicationId });
  expect(replay).toEqual({
    policyNumber: 1,
    agrees: true,
    sentence: 'Decided under version 1; the same rule gives the same answer today',
    differences: [],
  });

  await undo(desk, 6);
  expect(desk.hash()).toBe(start);
});

test('of many applications one that is gone refuses the whole command, and no one is changed', async () => {
  const desk = await openSample();
  const applicationIds = (await desk.list('in-order')).map((row) => row.applicationId);
  const golf = await desk.call('cohorts.create', { name: 'Golf', seats: 3 });
  const before = desk.hash();
  const unknown = ApplicationId.parse('018f0000-0000-7000-8000-00000000dead');
  const ids = [...applicationIds, unknown];
  const { cohortId } = desk;
  const refused = [
    await desk.refusal('applicants.setStatus', { applicationIds: ids, status: 'waiting' }),
    await desk.refusal('applicants.accept', { applicationIds: ids, cohortId }),
    await desk.refusal('applicants.defer', { applicationIds: ids, cohortId: golf.cohortId }),
  ];
  expect(new Set(refused.map(({ sentence }) => sentence))).toEqual(
    new Set(['An application no longer exists. Its import may have been undone.']),
  );
  expect(desk.hash()).toBe(before);
});

test('of many who sent the form at the same moment, whoever was read first has the earlier place, in later files too', async () => {
  const desk = await openFoxtrot({ seats: 5 });
  const names = ['Ann', 'Bea', 'Cal', 'Dee', 'Eve', 'Fay', 'Gil', 'Hal', 'Ivy', 'Jon'].map((name) => `${name} Quill`);
  const sent = '2024/04/05 9:00:00 AM CDT';
  await desk.apply(names.slice(4).map((name) => ({ name, sent })));
  await desk.apply(
    names.slice(0, 4).map((name) => ({ name, sent })),
    'later.csv',
  );
  const ranked = (await desk.everyone()).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)).map(({ name }) => name);
  expect(ranked).toEqual([...names.slice(4), ...names.slice(0, 4)]);
  // The id says whose application it is, and to which cohort: another laptop would make the same.
  const [database, another] = [openTestDatabase(desk.databaseFile), openTestDatabase()];
  for (const { id, personId, cohortId } of database.all<{ id: string; personId: PersonId; cohortId: CohortId }>(
    'SELECT id, personId, cohortId FROM application',
  )) {
    expect(idFor(another, 'application', { personId, cohortId })).toBe(id);
  }
});
