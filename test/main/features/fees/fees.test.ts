import { describe, expect, test } from 'vitest';
import type { ParticipantId } from '../../../../shared/model/ids.ts';
import type { TestDesk } from '../../open-desk.ts';
import { $, byCheck, on, openFees } from './foxtrot-fees.ts';

describe('the list of fees', () => {
  test('holds whoever is asked for the fee, not the graduates of an old list', async () => {
    const { desk, list } = await openFees();
    const page = await list();
    expect(page.rows.map(({ name, state, owes }) => [name, state, owes])).toEqual([
      ['Jamal Calloway', 'due', 7500],
      ['Zoë Lovelace', 'due', 7500],
      ['Renée McAllister', 'due', 7500],
      ['Mei Nguyễn', 'due', 7500],
      ['Wanda Pettus', 'due', 7500],
      ['Darnell Stallworth', 'due', 7500],
    ]);
    expect(page).toMatchObject({
      cohort: { name: 'Foxtrot', fee: 7500 },
      counts: { everyone: 6, owes: 6, paid: 0 },
      totals: { due: 45_000, paid: 0, owes: 45_000 },
    });
    expect((await desk.call('fees.list', {})).total).toBe(6);
  });

  test('is sorted and searched', async () => {
    const { desk, payOwn } = await openFees();
    await payOwn(50);
    const sorted = await desk.call('fees.list', { sort: { by: 'paid', direction: 'down' } });
    expect(sorted.rows[0]).toMatchObject({ name: 'Jamal Calloway', paidBy: 'check 1042', lastOn: '2024-06-03' });
    const found = await desk.call('fees.list', { search: 'opelika' });
    expect(found.rows.map(({ name }) => name)).toEqual(['Wanda Pettus']);
    expect(found.listed).toMatchObject({ people: 1, owes: 7500 });
  });
});

describe('what is owed', () => {
  const feesOnToday = async (desk: TestDesk) =>
    (await desk.call('today.show', {})).steps.find(({ key }) => key === 'fees');

  test('stands on Today, with the way to it, until it is paid', async () => {
    const { desk, foxtrot, people, stranger } = await openFees();
    expect(await feesOnToday(desk)).toMatchObject({
      sentence: '6 participants owe their fee: $450 in all',
      path: `/fees/${foxtrot.id}?show=owes`,
    });
    await desk.call('fees.waive', { participantIds: [...people], reason: 'the year was canceled' });
    expect(await feesOnToday(desk)).toMatchObject({ sentence: '1 participant owes the fee: $75' });
    await desk.call('fees.waive', { participantIds: [stranger], reason: 'the year was canceled' });
    expect(await feesOnToday(desk)).toBeUndefined();
  });

  test('stands on the roster', async () => {
    const { desk, foxtrot, payOwn } = await openFees();
    await payOwn(75);
    const { rows } = await desk.call('cohorts.participants', { cohortId: foxtrot.id });
    expect(rows.slice(0, 2).map(({ name, fee }) => [name, fee])).toEqual([
      ['Jamal Calloway', 'paid'],
      ['Zoë Lovelace', 'due'],
    ]);
  });
});

describe('a waiver', () => {
  test('waives what is owed, with its reason', async () => {
    const { desk, jamal, list, lastLabel, andBack } = await openFees();
    await andBack(() => desk.call('fees.waive', { participantIds: [jamal], reason: 'speaks at the conference' }));
    const { fee } = await desk.call('fees.show', { participantId: jamal });
    expect(fee).toMatchObject({ state: 'waived', owes: 0, waived: 7500 });
    expect(fee.reasons[1]?.seen).toBe('“speaks at the conference”');
    expect(await lastLabel()).toBe('Redid “Waived $75 of the fee of Jamal Calloway”');
    expect((await list('waived')).total).toBe(1);
  });

  test('is refused where nothing, or less, is owed', async () => {
    const { desk, jamal, stranger, payOwn } = await openFees();
    await payOwn(50);
    const more = await desk.refusal('fees.waive', { participantIds: [jamal], cents: $(30), reason: 'hardship' });
    expect(more).toMatchObject({ reasons: ['Jamal Calloway owes $25.'] });
    await payOwn(25, '1077');
    const none = await desk.refusal('fees.waive', { participantIds: [jamal, stranger], reason: 'hardship' });
    expect(none.reasons).toEqual(['Jamal Calloway owes nothing.']);
  });
});

describe('a refund', () => {
  const refund = (participantId: ParticipantId, dollars: number) => ({
    participantId,
    cents: $(dollars),
    method: 'check' as const,
    reference: '88',
    refundedOn: on,
    note: 'the session was canceled',
  });

  test('goes back to who paid', async () => {
    const { desk, lee, jamal, lastLabel, standing, andBack } = await openFees();
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [jamal] },
      ...byCheck,
      organizationId: lee,
    });
    await andBack(() => desk.call('fees.refund', refund(jamal, 75)));
    expect(await lastLabel()).toBe('Redid “Refunded $75 to Lee County Schools for Jamal Calloway”');
    expect(await standing(jamal)).toEqual({ state: 'refunded', paid: 0, owes: 7500 });
  });

  test('is never more than was paid', async () => {
    const { desk, jamal, payOwn } = await openFees();
    expect((await desk.refusal('fees.refund', refund(jamal, 10))).sentence).toMatch(/nothing to refund/);
    await payOwn(50);
    expect((await desk.refusal('fees.refund', refund(jamal, 60))).sentence).toBe(
      'Jamal Calloway paid $50, so $60 can’t be refunded. Refund $50 at most.',
    );
    await desk.call('fees.refund', refund(jamal, 20));
    expect((await desk.refusal('fees.refund', refund(jamal, 40))).sentence).toMatch(/paid \$30/);
  });
});
