import { describe, expect, test } from 'vitest';
import { day } from '../../seed-graduates.ts';
import { $, byCheck, on, openFees } from './foxtrot-fees.ts';

describe('money that comes in', () => {
  test('pays a fee by check, and Undo leaves no trace in the rows', async () => {
    const { desk, jamal, standing, payOwn, andBack } = await openFees();
    await andBack(() => payOwn(75));
    expect(await standing(jamal)).toEqual({ state: 'paid', paid: 7500, owes: 0 });
    expect((await desk.call('history.list', {})).rows.at(-1)).toBeDefined();
    const { events, history } = await desk.call('fees.show', { participantId: jamal });
    expect(events).toMatchObject([{ payer: 'Jamal Calloway', receipt: 'AL-CTO-REC-001', reference: '1042' }]);
    expect(history[0]?.sentence).toBe('$75 received by check 1042 from Jamal Calloway, Jun 3, 2024, by Redo');
  });

  test('pays a part, then the rest', async () => {
    const { jamal, list, standing, payOwn } = await openFees();
    await payOwn(50);
    expect(await standing(jamal)).toEqual({ state: 'part-paid', paid: 5000, owes: 2500 });
    expect((await list('part-paid')).total).toBe(1);
    await payOwn(25, '1077');
    expect(await standing(jamal)).toMatchObject({ state: 'paid' });
  });

  test('comes for five people on one purchase order, on one receipt', async () => {
    const { desk, lee, people, list, lastLabel, andBack } = await openFees();
    await andBack(() =>
      desk.call('fees.receive', {
        shares: { split: 'owed', participantIds: [...people] },
        method: 'purchase-order',
        reference: '24-0311',
        organizationId: lee,
        receivedOn: on,
      }),
    );
    expect(await lastLabel()).toBe('Redid “Received $375 from Lee County Schools for 5 participants”');
    expect((await list('paid')).total).toBe(5);
    const receipts = await Promise.all(
      people.map(async (participantId) => (await desk.call('fees.show', { participantId })).events[0]?.receipt),
    );
    expect(new Set(receipts)).toEqual(new Set(['AL-CTO-REC-001']));
  });

  test('is split evenly to the cent', async () => {
    const { desk, lee, people, list } = await openFees();
    const { cents } = await desk.call('fees.receive', {
      shares: { split: 'evenly', participantIds: people.slice(0, 3), total: $(100) },
      ...byCheck,
      organizationId: lee,
    });
    expect(cents).toBe(10_000);
    const rows = (await list('part-paid')).rows.map(({ paid }) => paid);
    expect(rows).toEqual([3334, 3333, 3333]);
  });

  test('from people who pay for themselves gets a receipt each', async () => {
    const { desk, people, lastLabel } = await openFees();
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: people.slice(0, 2) },
      method: 'cash',
      receivedOn: on,
    });
    const numbers = await Promise.all(
      people.slice(0, 2).map(async (id) => (await desk.call('fees.show', { participantId: id })).events[0]?.receipt),
    );
    expect(numbers.toSorted()).toEqual(['AL-CTO-REC-001', 'AL-CTO-REC-002']);
    expect(await lastLabel()).toBe('Received $150 from 2 participants');
  });

  test('never gets a number twice, not even after an undo', async () => {
    const { desk, jamal, payOwn } = await openFees();
    await payOwn(75);
    await desk.call('history.undo', {});
    await payOwn(75);
    expect((await desk.call('fees.show', { participantId: jamal })).events[0]?.receipt).toBe('AL-CTO-REC-002');
  });

  test.each([
    ['on a day ahead', { ...byCheck, receivedOn: day('2024-06-04') }, /Jun 4, 2024, in the future/],
    ['by a check without a number', { ...byCheck, reference: ' ' }, /Enter the number of the check/],
    ['by a purchase order without one', { method: 'purchase-order', receivedOn: on }, /number of the purchase order/],
  ] as const)('is refused %s', async (_, facts, sentence) => {
    const { desk, jamal } = await openFees();
    const shares = { split: 'owed' as const, participantIds: [jamal] };
    expect((await desk.refusal('fees.receive', { shares, ...facts })).sentence).toMatch(sentence);
  });

  test('is refused for who owes nothing, and for the same check again, by name', async () => {
    const { desk, people, payOwn } = await openFees();
    await payOwn(50);
    const again = await desk.refusal('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      ...byCheck,
    });
    expect(again.reasons).toEqual(['Jamal Calloway: $50 by check 1042, Jun 3, 2024.']);
    await payOwn(25, '1077');
    const settled = await desk.refusal('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      ...byCheck,
      reference: '2000',
    });
    expect(settled.reasons).toEqual(['Jamal Calloway owes nothing.']);
  });
});
