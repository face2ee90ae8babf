import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { OrganizationId, ParticipantId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import { hashOfRows } from '../database-for-test.ts';
import { pdfPages } from '../documents/pdf-text.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { day, Seed } from '../seed-graduates.ts';

let desk: TestDesk;
let seed: Seed;
let foxtrot: Cohort;
let lee: OrganizationId;
let people: readonly ParticipantId[];
let stranger: ParticipantId;

const $ = (dollars: number): Cents => Cents.parse(Math.round(dollars * 100));
const names = ['Jamal Calloway', 'Renée McAllister', 'Darnell Stallworth', 'Mei Nguyễn', 'Zoë Lovelace'];

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  seed = new Seed();
  foxtrot = seed.cohort('Foxtrot');
  lee = seed.organization('Lee County Schools');
  people = names.map((name) => seed.participant(foxtrot, seed.person(name, { organization: 'Lee County Schools' })).id);
  stranger = seed.participant(foxtrot, seed.person('Wanda Pettus', { organization: 'Opelika City Schools' })).id;
  seed.graduate(seed.cohort('Alpha', { status: 'finished' }), 'Yolanda Quarles', '2020-10-21');
  await seed.write(desk);
});

const on = day('2024-06-03');
const jamal = (): ParticipantId => people[0] ?? stranger;
const list = (show: 'everyone' | 'owes' | 'paid' | 'part-paid' | 'waived' = 'everyone') =>
  desk.call('fees.list', { cohortId: foxtrot.id, show });
const lastLabel = async () => (await desk.call('history.list', {})).rows[0]?.label;
const standing = async (participantId: ParticipantId) => {
  const { fee } = await desk.call('fees.show', { participantId });
  return { state: fee.state, paid: fee.paid, owes: fee.owes };
};
const hash = (): string => {
  const opened = openDatabase(desk.databaseFile);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const rows = hashOfRows(opened.value);
  opened.value.close();
  return rows;
};
/** Does something, and makes sure that Undo leaves every row as it was before. */
const andBack = async (act: () => Promise<unknown>) => {
  const before = hash();
  await act();
  expect(hash()).not.toBe(before);
  await desk.call('history.undo', {});
  expect(hash()).toBe(before);
  await desk.call('history.redo', {});
};

const byCheck = { method: 'check', reference: '1042', receivedOn: on } as const;
const payOwn = (dollars: number, reference = '1042') =>
  desk.call('fees.receive', {
    shares: { split: 'each', amounts: [{ participantId: jamal(), cents: $(dollars) }] },
    ...byCheck,
    reference,
  });

describe('the list of fees', () => {
  test('holds whoever is asked for the fee, not the graduates of an old list', async () => {
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
    await payOwn(50);
    const sorted = await desk.call('fees.list', { sort: { by: 'paid', direction: 'down' } });
    expect(sorted.rows[0]).toMatchObject({ name: 'Jamal Calloway', paidBy: 'check 1042', lastOn: '2024-06-03' });
    const found = await desk.call('fees.list', { search: 'opelika' });
    expect(found.rows.map(({ name }) => name)).toEqual(['Wanda Pettus']);
    expect(found.listed).toMatchObject({ people: 1, owes: 7500 });
  });
});

describe('what is owed', () => {
  const fees = async () => (await desk.call('today.show', {})).steps.find(({ key }) => key === 'fees');

  test('stands on Today, with the way to it, until it is paid', async () => {
    expect(await fees()).toMatchObject({
      sentence: '6 participants owe their fee: $450 in all',
      path: `/fees/${foxtrot.id}?show=owes`,
    });
    await desk.call('fees.waive', { participantIds: [...people], reason: 'the year was cancelled' });
    expect(await fees()).toMatchObject({ sentence: '1 participant owes the fee: $75' });
    await desk.call('fees.waive', { participantIds: [stranger], reason: 'the year was cancelled' });
    expect(await fees()).toBeUndefined();
  });

  test('stands on the roster', async () => {
    await payOwn(75);
    const { rows } = await desk.call('cohorts.participants', { cohortId: foxtrot.id });
    expect(rows.slice(0, 2).map(({ name, fee }) => [name, fee])).toEqual([
      ['Jamal Calloway', 'paid'],
      ['Zoë Lovelace', 'due'],
    ]);
  });
});

describe('money that comes in', () => {
  test('pays a fee by check, and Undo leaves no trace in the rows', async () => {
    await andBack(() => payOwn(75));
    expect(await standing(jamal())).toEqual({ state: 'paid', paid: 7500, owes: 0 });
    expect((await desk.call('history.list', {})).rows.at(-1)).toBeDefined();
    const { events, history } = await desk.call('fees.show', { participantId: jamal() });
    expect(events).toMatchObject([{ payer: 'Jamal Calloway', receipt: 'AL-CTO-REC-001', reference: '1042' }]);
    expect(history[0]?.sentence).toBe('$75 received by check 1042 from Jamal Calloway, Jun 3, 2024, by Redo');
  });

  test('pays a part, then the rest', async () => {
    await payOwn(50);
    expect(await standing(jamal())).toEqual({ state: 'part-paid', paid: 5000, owes: 2500 });
    expect((await list('part-paid')).total).toBe(1);
    await payOwn(25, '1077');
    expect(await standing(jamal())).toMatchObject({ state: 'paid' });
  });

  test('comes for five people on one purchase order, on one receipt', async () => {
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
    await payOwn(75);
    await desk.call('history.undo', {});
    await payOwn(75);
    expect((await desk.call('fees.show', { participantId: jamal() })).events[0]?.receipt).toBe('AL-CTO-REC-002');
  });

  test.each([
    ['on a day ahead', { ...byCheck, receivedOn: day('2024-06-04') }, /Jun 4, 2024, which lies ahead/],
    ['by a check without a number', { ...byCheck, reference: ' ' }, /Enter the number of the check/],
    ['by a purchase order without one', { method: 'purchase-order', receivedOn: on }, /number of the purchase order/],
  ] as const)('is refused %s', async (_, facts, sentence) => {
    const shares = { split: 'owed' as const, participantIds: [jamal()] };
    expect((await desk.refusal('fees.receive', { shares, ...facts })).sentence).toMatch(sentence);
  });

  test('is refused for who owes nothing, and for the same check again, by name', async () => {
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

describe('a waiver', () => {
  test('waives what is owed, with its reason', async () => {
    await andBack(() => desk.call('fees.waive', { participantIds: [jamal()], reason: 'speaks at the conference' }));
    const { fee } = await desk.call('fees.show', { participantId: jamal() });
    expect(fee).toMatchObject({ state: 'waived', owes: 0, waived: 7500 });
    expect(fee.reasons[1]?.seen).toBe('“speaks at the conference”');
    expect(await lastLabel()).toBe('Redid “Waived $75 of the fee of Jamal Calloway”');
    expect((await list('waived')).total).toBe(1);
  });

  test('is refused where nothing, or less, is owed', async () => {
    await payOwn(50);
    const more = await desk.refusal('fees.waive', { participantIds: [jamal()], cents: $(30), reason: 'hardship' });
    expect(more).toMatchObject({ reasons: ['Jamal Calloway owes $25.'] });
    await payOwn(25, '1077');
    const none = await desk.refusal('fees.waive', { participantIds: [jamal(), stranger], reason: 'hardship' });
    expect(none.reasons).toEqual(['Jamal Calloway owes nothing.']);
  });
});

describe('a refund', () => {
  const refund = (dollars: number) => ({
    participantId: jamal(),
    cents: $(dollars),
    method: 'check' as const,
    reference: '88',
    refundedOn: on,
    note: 'the session was cancelled',
  });

  test('goes back to who paid', async () => {
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [jamal()] },
      ...byCheck,
      organizationId: lee,
    });
    await andBack(() => desk.call('fees.refund', refund(75)));
    expect(await lastLabel()).toBe('Redid “Refunded $75 to Lee County Schools for Jamal Calloway”');
    expect(await standing(jamal())).toEqual({ state: 'refunded', paid: 0, owes: 7500 });
  });

  test('is never more than was paid', async () => {
    expect((await desk.refusal('fees.refund', refund(10))).sentence).toMatch(/nothing to refund/);
    await payOwn(50);
    expect((await desk.refusal('fees.refund', refund(60))).sentence).toBe(
      'Jamal Calloway paid $50, so $60 can’t go back. Refund $50 at most.',
    );
    await desk.call('fees.refund', refund(20));
    expect((await desk.refusal('fees.refund', refund(40))).sentence).toMatch(/paid \$30/);
  });
});

describe('an invoice', () => {
  const to = (participantIds: readonly ParticipantId[], again = false) => ({
    organizationId: lee,
    participantIds: [...participantIds],
    issuedOn: on,
    purchaseOrder: '24-0311',
    again,
  });

  test('asks a school system for what its people owe, and what it says stays', async () => {
    await payOwn(50);
    await andBack(() => desk.call('fees.invoice', to(people)));
    expect(await lastLabel()).toBe('Redid “Invoiced Lee County Schools $325 for 5 participants, AL-CTO-INV-001”');
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      method: 'purchase-order',
      reference: '24-0311',
      organizationId: lee,
      receivedOn: on,
    });
    const { invoices, row } = await desk.call('fees.show', { participantId: jamal() });
    expect(invoices).toMatchObject([{ number: 'AL-CTO-INV-001', cents: 2500, people: 5, total: 32_500 }]);
    expect(row.invoice).toBe('AL-CTO-INV-001');
  });

  test('refuses people of another system, people who owe nothing, and people invoiced before, by name', async () => {
    const strange = await desk.refusal('fees.invoice', to([...people, stranger]));
    expect(strange.reasons).toEqual(['Wanda Pettus: Opelika City Schools.']);
    await payOwn(75);
    expect((await desk.refusal('fees.invoice', to(people))).reasons).toEqual(['Jamal Calloway owes nothing.']);
    const [, ...others] = people;
    await desk.call('fees.invoice', to(others.slice(0, 1)));
    const again = await desk.refusal('fees.invoice', to(others));
    expect(again.reasons).toEqual(['Renée McAllister: AL-CTO-INV-001 of Jun 3, 2024.']);
    expect((await desk.call('fees.invoice', to(others, true))).number).toBe('AL-CTO-INV-002');
  });

  test('stands in the list of invoices with what of it is still owed, until all of it is paid or waived', async () => {
    const [first, second, ...others] = people;
    if (!first || !second) throw new Error('Five are of Lee County.');
    await desk.call('fees.invoice', to([first, second]));
    await desk.call('fees.invoice', to(others));
    const invoices = async (more = {}) =>
      (await desk.call('fees.invoices', more)).rows.map(({ number, people, total, open, state }) => [
        number,
        people,
        total,
        open,
        state,
      ]);
    const [one, two] = ['AL-CTO-INV-001', 'AL-CTO-INV-002'];
    expect(await invoices()).toEqual([
      [two, 3, 22_500, 22_500, 'due'],
      [one, 2, 15_000, 15_000, 'due'],
    ]);
    await payOwn(50);
    await desk.call('fees.waive', { participantIds: [second], reason: 'Speaks at the conference' });
    expect(await invoices({ search: '001' })).toEqual([[one, 2, 15_000, 2_500, 'part-paid']]);
    await payOwn(25, '1043');
    expect(await invoices({ show: 'paid' })).toEqual([[one, 2, 15_000, 0, 'paid']]);
    expect(await invoices({ show: 'open' })).toEqual([[two, 3, 22_500, 22_500, 'due']]);
    expect((await invoices({ sort: { by: 'number', direction: 'up' } })).map(([number]) => number)).toEqual([one, two]);
    expect(await desk.call('fees.invoices', { search: 'mcallister' })).toMatchObject({
      total: 1,
      open: 22_500,
      counts: { everything: 2, open: 1, paid: 1 },
    });
    await desk.call('history.undo', {});
    expect(await invoices({ search: '001' })).toEqual([[one, 2, 15_000, 2_500, 'part-paid']]);
  });

  test('is printed as it was issued, also after people and the policy changed', async () => {
    const { invoiceId } = await desk.call('fees.invoice', to(people));
    const view = await desk.call('program.show', {});
    if (!view) throw new Error('No program.');
    const policy = { ...view.policy, fee: { ...view.policy.fee, payTo: 'ALET\nPO Box 1' } };
    await desk.call('program.revise', { policy, effectiveOn: on, note: 'an address' });
    desk.answers.saveFile = path.join(desk.folder, 'invoice.pdf');
    const written = await desk.call('fees.printInvoice', { invoiceId });
    expect(written).toMatchObject({ holds: '1 invoice', notes: [] });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Invoice', 'Lee County Schools', '24-0311', 'Total due', '$375.00']));
    expect(text).toEqual(expect.arrayContaining(names));
    expect(text).not.toContain('PO Box 1');
  });
});

describe('papers and sheets', () => {
  test('a receipt holds everybody whom one payment paid for', async () => {
    const { paymentIds } = await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [...people] },
      ...byCheck,
      organizationId: lee,
    });
    desk.answers.saveFile = path.join(desk.folder, 'receipt.pdf');
    await desk.call('fees.printReceipt', { paymentIds: paymentIds.slice(0, 1) });
    const text = pdfPages(await readFile(desk.answers.saveFile)).flat();
    expect(text).toEqual(expect.arrayContaining(['Receipt', 'Received from', 'Check 1042', '$375.00', ...names]));
  });

  test('a dialog that is closed writes nothing', async () => {
    const { paymentIds } = await payOwn(75);
    expect(await desk.call('fees.printReceipt', { paymentIds: [...paymentIds] })).toBeNull();
  });

  test('the list is exported as it stands on the screen', async () => {
    await payOwn(75);
    desk.answers.saveFile = path.join(desk.folder, 'fees.xlsx');
    const written = await desk.call('fees.export', { show: 'owes', columns: ['name', 'owes'] });
    expect(written).toMatchObject({ holds: '5 rows' });
  });
});
