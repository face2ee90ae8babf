import { describe, expect, test } from 'vitest';
import { openTestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';
import { $, byCheck, on } from './foxtrot-fees.ts';

/** Jamal paid in Echo, left it, and is in Foxtrot now. */
async function jamalWhoCameBack(left: 'deferred' | 'withdrawn') {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const lee = seed.organization('Lee County Schools');
  const echo = seed.cohort('Echo', { startsOn: day('2022-10-16') });
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const jamal = seed.person('Jamal Calloway', { organization: 'Lee County Schools' });
  const before = seed.participant(echo, jamal).id;
  await seed.write(desk);
  const invoice = (participantId: typeof before) =>
    desk.call('fees.invoice', { organizationId: lee, participantIds: [participantId], issuedOn: on, again: true });
  await invoice(before);
  await desk.call('fees.receive', {
    shares: { split: 'each', amounts: [{ participantId: before, cents: $(50) }] },
    ...byCheck,
  });
  await desk.call('fees.waive', { participantIds: [before], cents: $(10), reason: 'Helped at the door' });
  const leave = { participantIds: [before], reason: 'A year later' };
  if (left === 'deferred') await desk.call('cohorts.deferParticipants', leave);
  else await desk.call('cohorts.withdrawParticipants', leave);
  await desk.call('cohorts.addParticipants', { cohortId: foxtrot.id, personIds: [jamal.id], reason: 'Back' });
  const [now] = (await desk.call('fees.list', { cohortId: foxtrot.id })).rows;
  if (!now) throw new Error('Jamal is in Foxtrot.');
  return { desk, before, now, invoice };
}

describe('the fee is asked once', () => {
  test.each(['deferred', 'withdrawn'] as const)(
    'of somebody %s who comes back: what came in counts there',
    async (left) => {
      const { desk, before, now } = await jamalWhoCameBack(left);
      expect(now).toMatchObject({ paid: $(50), waived: $(10), owes: $(15), state: 'part-paid', paidBy: 'check 1042' });
      const { fee, events } = await desk.call('fees.show', { participantId: now.participantId });
      expect(fee.owes).toBe($(15));
      expect(fee.reasons.map(({ sentence }) => sentence)).toContainEqual(
        '$50 received by check 1042, Jun 3, 2024, in Echo, from Jamal Calloway',
      );
      expect(events.map(({ earlier }) => earlier)).toEqual(['Echo', 'Echo']);
      const there = await desk.call('fees.show', { participantId: before });
      expect(there.fee).toMatchObject({ paid: 0, owes: 0, state: 'nothing-due' });
      expect(there.fee.reasons.map(({ sentence }) => sentence)).toContain('$50 recorded here counts in Foxtrot');
      // Lists and sums count it once.
      const all = await desk.call('fees.list', {});
      expect(all.totals).toMatchObject({ paid: $(50), waived: $(10), owes: $(15) });
      expect((await desk.call('fees.list', { show: 'part-paid' })).rows.map(({ cohort }) => cohort)).toEqual([
        'Foxtrot',
      ]);
    },
  );

  test('and goes back to whoever paid where it counts now', async () => {
    const { desk, before, now } = await jamalWhoCameBack('deferred');
    const refund = { cents: $(50), method: 'check', reference: '77', refundedOn: on, note: 'Left for good' } as const;
    const there = await desk.refusal('fees.refund', { ...refund, participantId: before });
    expect(there.sentence).toBe('The money of Jamal Calloway counts in Foxtrot now. Refund it there.');
    await desk.call('fees.refund', { ...refund, participantId: now.participantId });
    await desk.call('cohorts.withdrawParticipants', { participantIds: [now.participantId], reason: 'Left for good' });
    expect((await desk.call('fees.list', {})).totals).toMatchObject({ paid: 0, owes: 0 });
    expect((await desk.call('fees.show', { participantId: now.participantId })).fee.state).toBe('refunded');
  });

  test('pays the invoice of the cohort that was left', async () => {
    const { desk, now } = await jamalWhoCameBack('deferred');
    const [first] = (await desk.call('fees.invoices', {})).rows;
    expect(first).toMatchObject({ total: $(75), paid: $(50), open: $(15), state: 'part-paid' });
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [now.participantId] },
      ...byCheck,
      reference: '1043',
    });
    expect((await desk.call('fees.invoices', {})).rows[0]).toMatchObject({ paid: $(65), open: 0, state: 'settled' });
  });

  test('also where a second invoice asks for it', async () => {
    const { desk, now, invoice } = await jamalWhoCameBack('deferred');
    await invoice(now.participantId);
    const { rows, open } = await desk.call('fees.invoices', {});
    expect(rows.map(({ number, open: owed, state }) => [number, owed, state])).toEqual([
      ['AL-CTO-INV-002', $(15), 'due'],
      ['AL-CTO-INV-001', 0, 'settled'],
    ]);
    expect(open).toBe($(15));
  });

  test.each([
    ['owes', ['Foxtrot']],
    ['part-paid', ['Foxtrot']],
    ['paid', []],
    ['overpaid', []],
    ['waived', []],
    ['everyone', ['Echo', 'Foxtrot']],
  ] as const)('in the part %s of every list, however it is looked for', async (show, cohorts) => {
    const { desk, now } = await jamalWhoCameBack('deferred');
    const listed = async (asked: { cohortId?: typeof now.cohortId; search?: string; offset?: number }) =>
      (await desk.call('fees.list', { show, ...asked })).rows.map(({ cohort }) => cohort).sort();
    expect(await listed({})).toEqual(cohorts);
    expect(await listed({ search: 'calloway' })).toEqual(cohorts);
    // Beyond the last of them the list is searched another way: from everyone, not in the order of names.
    expect(await listed({ offset: 10_000 })).toEqual([]);
    expect(await listed({ search: 'calloway', offset: 10_000 })).toEqual([]);
    expect(await listed({ cohortId: now.cohortId })).toEqual(cohorts.filter((cohort) => cohort === 'Foxtrot'));
    const { counts, listed: totals } = await desk.call('fees.list', { show, search: 'calloway' });
    expect(totals.people).toBe(cohorts.length);
    expect(counts[show]).toBe(cohorts.length);
  });
});
