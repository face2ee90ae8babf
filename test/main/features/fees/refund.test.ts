import { beforeEach, expect, test } from 'vitest';
import type { ParticipantId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let jamal: ParticipantId;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  jamal = seed.participant(seed.cohort('Foxtrot'), seed.person('Jamal Calloway')).id;
  await seed.write(desk);
  await desk.call('fees.receive', {
    shares: { split: 'owed', participantIds: [jamal] },
    method: 'cash',
    receivedOn: day('2024-06-03'),
  });
});

const refund = (cents: number, refundedOn = '2024-06-03') =>
  ({
    participantId: jamal,
    cents: Cents.parse(cents),
    method: 'check',
    reference: '88',
    refundedOn: day(refundedOn),
    note: 'Could not come',
  }) as const;

test('is never a cent more than what came in', async () => {
  expect((await desk.refusal('fees.refund', refund(7_501))).sentence).toBe(
    'Jamal Calloway paid $75, so $75.01 can’t be refunded. Refund $75 at most.',
  );
  await desk.call('fees.refund', refund(7_500));
  expect((await desk.call('fees.show', { participantId: jamal })).fee).toMatchObject({ paid: 0, owes: 7_500 });
});

test('can’t have gone back tomorrow, but today and earlier', async () => {
  expect((await desk.refusal('fees.refund', refund(100, '2024-06-04'))).sentence).toBe(
    'The refund can’t be dated Jun 4, 2024, in the future. Choose today or earlier.',
  );
  await desk.call('fees.refund', refund(100));
  expect((await desk.refusal('fees.refund', refund(100, '2024-06-02'))).sentence).toBe(
    'The refund can’t be dated Jun 2, 2024, before the payment on Jun 3, 2024. Choose that day or a later one.',
  );
  desk.now = '2024-06-06T14:00:00.000Z';
  await desk.call('fees.refund', refund(100, '2024-06-05'));
  expect((await desk.call('fees.show', { participantId: jamal })).fee).toMatchObject({ paid: 7_300 });
});
