import { expect, test } from 'vitest';
import { day, labels, openWithFreeSeat, statusOf, undo } from '../applicants/sample-selection.ts';

test('a declined offer passes the seat on, and the person waits on or withdraws as the lead says', async () => {
  const desk = await openWithFreeSeat();
  const { first, second } = desk;
  const before = desk.hash();

  const replyBy = day('2024-06-14');
  const { offerId } = await desk.call('offers.offer', { applicationId: first.applicationId, replyBy });
  const again = await desk.refusal('offers.offer', { applicationId: first.applicationId, replyBy });
  expect(again.sentence).toBe(`${first.name} already has an offer, open until Fri, Jun 14, 2024.`);
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
  expect(noted.sentence).toContain('already recorded: seat declined');
  await undo(desk, 2);
  expect(desk.hash()).toBe(before);

  const other = await desk.call('offers.offer', { applicationId: first.applicationId, replyBy });
  await desk.call('offers.answer', {
    offerId: other.offerId,
    answer: 'declined',
    withdraws: true,
    reason: 'A new post',
  });
  expect(statusOf(desk, first.applicationId)).toEqual(['withdrawn', null]);
  await undo(desk, 2);
  expect(desk.hash()).toBe(before);
});

test('an offer lapses by itself the day after its last one, and the next is asked', async () => {
  const desk = await openWithFreeSeat();
  const { cohortId, first, second } = desk;
  const past = await desk.refusal('offers.offer', { applicationId: first.applicationId, replyBy: day('2024-06-01') });
  expect(past.sentence).toMatch(/^Jun 1, 2024 has passed/);
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
  // Whoever let it lapse may be asked again: no one before was passed over.
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
  const desk = await openWithFreeSeat();
  const { cohortId, first, second } = desk;
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
