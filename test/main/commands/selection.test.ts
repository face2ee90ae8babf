import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../shared/model/dates.ts';
import { ApplicationId, type CohortId } from '../../../shared/model/ids.ts';
import { hashOfRows, openTestDatabase } from '../database-for-test.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';

const day = (text: string) => CivilDate.parse(text);

/** The sample program as a lead opens it: its own files, imported; Foxtrot has 30 seats. */
async function openSample() {
  const desk = openTestDesk();
  await desk.call('program.openSample', {});
  const { cohorts } = await desk.call('cohorts.list', {});
  const foxtrot = cohorts.find(({ name }) => name === 'Foxtrot');
  if (!foxtrot) throw new Error('The sample has no Foxtrot.');
  const rows = openTestDatabase(desk.databaseFile);
  const cohortId: CohortId = foxtrot.id;
  const list = async (show: 'in-order' | 'within-seats' | 'waiting' | 'accepted' = 'in-order') =>
    (await desk.call('applicants.list', { cohortId, show, limit: 1_000 })).rows;
  return Object.assign(desk, { cohortId, list, hash: () => hashOfRows(rows) });
}

const labels = async (desk: TestDesk, count: number) =>
  (await desk.call('history.list', { limit: count })).rows.map(({ label }) => label);
const undo = async (desk: TestDesk, times: number) => {
  for (let step = 0; step < times; step += 1) await desk.call('history.undo', {});
};
const status = (desk: TestDesk, id: ApplicationId) => statusIn(desk, id);
function statusIn(desk: TestDesk, id: ApplicationId): [string, string | null] {
  const database = new Database(desk.databaseFile, { readonly: true });
  const row = database
    .prepare<[string], { status: string; participant: string | null }>(
      `SELECT application.status, participant.status AS participant FROM application
       LEFT JOIN participant ON participant.applicationId = application.id WHERE application.id = ?`,
    )
    .get(id);
  database.close();
  return [row?.status ?? '', row?.participant ?? null];
}

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
  const nobody = await desk.refusal('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  expect(nobody.sentence).toContain('Everyone within the seats of Foxtrot is accepted already');
  await desk.call('offers.answer', { offerId, answer: 'taken' });
  expect(status(desk, first.applicationId)).toEqual(['accepted', 'enrolled']);
  expect((await labels(desk, 1))[0]).toBe(`${first.name} took the offered seat in Foxtrot`);

  const against = { applicationId: third.applicationId, replyBy };
  const refusal = await desk.refusal('offers.offer', against);
  expect(refusal.sentence).toContain('would go against the order');
  expect(refusal.reasons).toEqual([
    'No seat is free: 30 of 30 are accepted or offered.',
    `${second.name}, place 31, has not been asked.`,
  ]);
  const offered = await desk.call('offers.offer', { ...against, overruleReason: 'The board added a chair' });
  await desk.call('offers.answer', { offerId: offered.offerId, answer: 'taken' });
  expect((await labels(desk, 2)).toReversed()).toEqual([
    `Offered ${third.name} a seat in Foxtrot until Fri, Jun 14, 2024, overruling the order`,
    `${third.name} took the offered seat in Foxtrot, overruling the rule`,
  ]);
  const shown = await desk.call('applicants.show', { applicationId: third.applicationId });
  expect(shown.row).toMatchObject({ overruled: true, verdict: 'within-seats', status: 'accepted' });
  expect(shown.ranking.reasons.at(-1)?.sentence).toContain(
    'offered against the order by a lead: “The board added a chair”',
  );
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

test('a declined offer passes the seat on, and the person waits on or withdraws as the lead says', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const [first, second] = await desk.list('waiting');
  const [gone] = await desk.list('accepted');
  if (!first || !second || !gone) throw new Error('The sample has people who wait.');
  await desk.call('applicants.setStatus', { applicationIds: [gone.applicationId], status: 'withdrawn' });
  const before = desk.hash();

  const replyBy = day('2024-06-14');
  const { offerId } = await desk.call('offers.offer', { applicationId: first.applicationId, replyBy });
  const again = await desk.refusal('offers.offer', { applicationId: first.applicationId, replyBy });
  expect(again.sentence).toBe(`${first.name} has a seat offered already, until Fri, Jun 14, 2024.`);
  const early = await desk.refusal('offers.answer', { offerId, answer: 'lapsed' });
  expect(early.sentence).toContain('still open');
  const answered = await desk.call('offers.answer', { offerId, answer: 'declined' });
  expect(answered.next).toMatchObject({ name: second.name, free: 1 });
  expect((await labels(desk, 1))[0]).toBe(`${first.name} declined the offered seat and waits on`);
  const shown = await desk.call('applicants.show', { applicationId: first.applicationId });
  expect(shown.row).toMatchObject({ status: 'waiting', verdict: 'waiting', place: 31 });
  expect(shown.ranking.reasons.at(-1)?.sentence).toBe(
    'Declined the offered seat on Mon, Jun 3, 2024; keeps place 31 in line while the seat goes to the next',
  );
  // “Accept everyone within the seats” accepts the next one, not the person who declined.
  const within = await desk.list('within-seats');
  expect(within.filter((row) => row.status !== 'accepted').map(({ name }) => name)).toEqual([second.name]);
  const noted = await desk.refusal('offers.answer', { offerId, answer: 'taken' });
  expect(noted.sentence).toContain('noted already: seat declined');
  await undo(desk, 2);
  expect(desk.hash()).toBe(before);

  const other = await desk.call('offers.offer', { applicationId: first.applicationId, replyBy });
  await desk.call('offers.answer', {
    offerId: other.offerId,
    answer: 'declined',
    withdraws: true,
    reason: 'A new post',
  });
  expect(status(desk, first.applicationId)).toEqual(['withdrawn', null]);
  await undo(desk, 2);
  expect(desk.hash()).toBe(before);
});

test('an offer lapses by itself the day after its last one, and the next is asked', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const [first, second] = await desk.list('waiting');
  const [gone] = await desk.list('accepted');
  if (!first || !second || !gone) throw new Error('The sample has people who wait.');
  await desk.call('applicants.setStatus', { applicationIds: [gone.applicationId], status: 'withdrawn' });
  const past = await desk.refusal('offers.offer', { applicationId: first.applicationId, replyBy: day('2024-06-01') });
  expect(past.sentence).toMatch(/^Sat, Jun 1, 2024 has passed/);
  const { offerId } = await desk.call('offers.offer', {
    applicationId: first.applicationId,
    replyBy: day('2024-06-14'),
  });

  desk.now = '2024-06-14T23:00:00.000Z';
  expect((await desk.call('offers.list', { cohortId })).open).toBe(1);
  desk.now = '2024-06-15T14:00:00.000Z';
  const { open, free, next, offers } = await desk.call('offers.list', { cohortId });
  expect([open, free, next?.name, offers[0]?.state]).toEqual([0, 1, second.name, 'lapsed']);
  const { steps } = await desk.call('today.show', {});
  expect(steps).toContainEqual(
    expect.objectContaining({
      sentence: `${first.name} has not answered the offer of a seat by Fri, Jun 14`,
      urgency: 'now',
    }),
  );
  const late = await desk.refusal('offers.answer', { offerId, answer: 'taken' });
  expect(late.sentence).toContain('Offer the seat again');
  // Whoever let it lapse may be asked again: nobody before was passed over.
  const before = desk.hash();
  await desk.call('offers.offer', { applicationId: first.applicationId, replyBy: day('2024-06-20') });
  const list = await desk.call('offers.list', { cohortId });
  expect(list.offers.map(({ state }) => state)).toEqual(['open', 'lapsed']);
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
  await desk.call('offers.answer', { offerId, answer: 'lapsed' });
  expect((await labels(desk, 1))[0]).toBe(`Closed the unanswered offer to ${first.name}`);
});

test('leaving or being accepted closes an open offer in the same command', async () => {
  const desk = await openSample();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const [first, second] = await desk.list('waiting');
  const [gone] = await desk.list('accepted');
  if (!first || !second || !gone) throw new Error('The sample has people who wait.');
  await desk.call('applicants.setStatus', { applicationIds: [gone.applicationId], status: 'withdrawn' });
  await desk.call('offers.offer', { applicationId: first.applicationId, replyBy: day('2024-06-14') });
  const before = desk.hash();
  const left = await desk.call('applicants.setStatus', { applicationIds: [first.applicationId], status: 'withdrawn' });
  expect(left.next?.name).toBe(second.name);
  expect((await desk.call('offers.list', { cohortId })).offers.map(({ state }) => state)).toEqual(['declined']);
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
  await desk.call('applicants.accept', { cohortId, applicationIds: [first.applicationId] });
  expect((await desk.call('offers.list', { cohortId })).offers.map(({ state }) => state)).toEqual(['taken']);
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
});

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
  expect(status(desk, applicationId)).toEqual(['deferred', 'deferred']);
  const then = await desk.call('applicants.show', { applicationId });
  const [there] = deferred.applicationIds;
  if (!there) throw new Error('Somebody was deferred.');
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

test('several are deferred at once, each as one alone; who can’t go is said before, and then nobody goes', async () => {
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
  expect(applicationIds.map((id) => status(desk, id))).toEqual([
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
  expect(refused.sentence).toBe('3 of 4 can’t be deferred to Golf, so nobody was. Take them off the selection.');
  expect(refused.reasons).toHaveLength(3);
  await undo(desk, 1);
  expect(desk.hash()).toBe(before);
});

test('of many applications one that is gone refuses the whole command, and nobody is changed', async () => {
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
    new Set(['An application is not there any more. Somebody may have undone its import.']),
  );
  expect(desk.hash()).toBe(before);
});
