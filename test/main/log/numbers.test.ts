import { describe, expect, test } from 'vitest';
import { badgeNumbers, certificateNumbers, given, invoiceNumbers } from '../../../main/log/numbers.ts';
import { certificateNumber } from '../../../shared/model/certificate-numbers.ts';
import { letterAt, placeOfLetter, readNumber, sayNumber } from '../../../shared/model/devices.ts';
import { openTestDatabase } from '../database-for-test.ts';
import { openFees } from '../features/fees/foxtrot-fees.ts';
import { openTestDesk } from '../open-desk.ts';
import { day, Seed } from '../seed-graduates.ts';

describe('a number that was given and taken back by Undo is not given again', () => {
  test('of a name badge', async () => {
    const { desk, jamal } = await openFees();
    const give = () => desk.call('badges.makeBlank', { count: 2 });
    const numbers = async () =>
      (await desk.call('badges.list', { whose: { of: 'walk-ins', badgeIds: 'all' } })).rows.map(({ number }) => number);
    expect(jamal).toBeDefined();
    await give();
    await desk.call('history.undo', {});
    await give();
    expect(await numbers()).toEqual([3, 4]);
  });

  test('of an invoice', async () => {
    const { desk, lee, jamal } = await openFees();
    const give = () =>
      desk.call('fees.invoice', { organizationId: lee, participantIds: [jamal], issuedOn: day('2024-06-03') });
    expect((await give()).number).toBe('AL-CTO-INV-001');
    await desk.call('history.undo', {});
    expect((await give()).number).toBe('AL-CTO-INV-002');
  });

  test('of a receipt', async () => {
    const { desk, jamal, payOwn } = await openFees();
    const receipt = async () => {
      await payOwn(75);
      return (await desk.call('fees.show', { participantId: jamal })).events.map((event) => event.receipt);
    };
    expect(await receipt()).toEqual(['AL-CTO-REC-001']);
    await desk.call('history.undo', {});
    expect(await receipt()).toEqual(['AL-CTO-REC-002']);
  });

  test('of a certificate, also where someone else gets the next one', async () => {
    const desk = openTestDesk();
    await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    const seed = new Seed();
    const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
    const sessions = seed.year(foxtrot, [
      '2023-10-16',
      '2023-10-19',
      '2024-02-05',
      '2024-02-08',
      '2024-05-20',
      '2024-05-23',
    ]);
    const [zoe, amy] = ['Zoë Adams', 'Amy Zimmer'].map((name) => {
      const participant = seed.participant(foxtrot, seed.person(name));
      for (const session of sessions) seed.checkIn(session, participant);
      return participant;
    });
    await seed.write(desk);
    const graduate = async (id: NonNullable<typeof zoe>['id']) => {
      const participantIds = [id];
      await desk.call('graduates.graduate', { cohortId: foxtrot.id, participantIds, graduatedOn: day('2024-05-23') });
      const { rows } = await desk.call('graduates.list', { cohortId: foxtrot.id });
      return rows.flatMap(({ certificate }) => certificate ?? []);
    };
    if (!zoe || !amy) throw new Error('Two are to graduate.');
    const numbers = [1, 2, 3].map((count) => certificateNumber('AL-CTO', 'A', count));
    expect(await graduate(zoe.id)).toEqual([numbers[0]]);
    await desk.call('history.undo', {});
    expect(await graduate(amy.id)).toEqual([numbers[1]]);
    expect(await graduate(zoe.id)).toEqual([numbers[2], numbers[1]]);
  });

  test('of a version of the policy', async () => {
    const desk = openTestDesk();
    await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    const policy = (await desk.call('program.show', {}))?.policy;
    if (!policy) throw new Error('There is no program.');
    const revise = () => desk.call('program.revise', { policy, effectiveOn: day('2024-07-01'), note: 'As agreed' });
    expect(await revise()).toEqual({ number: 2 });
    await desk.call('history.undo', {});
    expect(await revise()).toEqual({ number: 3 });
  });
});

describe('a second laptop', () => {
  test('gives numbers of its own letter, whatever the first one has given', async () => {
    const { desk, lee, jamal } = await openFees();
    await desk.call('badges.makeBlank', { count: 2 });
    await desk.call('fees.invoice', { organizationId: lee, participantIds: [jamal], issuedOn: day('2024-06-03') });
    const database = openTestDatabase(desk.databaseFile);
    const second = { database, device: { letter: 'B' } };
    expect(invoiceNumbers(second, 'AL-CTO').next().value).toBe('AL-CTO-INV-B001');
    expect(certificateNumbers(second, 'AL-CTO').next().value).toBe(certificateNumber('AL-CTO', 'B', 1));
    const badge = badgeNumbers(second).next().value;
    expect(sayNumber(badge)).toBe('B1');
    expect(readNumber('b1')).toBe(badge);
    expect(badgeNumbers({ database, device: { letter: 'A' } }).next().value).toBe(3);
  });
});

test('letters go on after Z', () => {
  expect([0, 1, 25, 26, 27, 51, 52, 701].map(letterAt)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ']);
  expect(['A', 'B', 'Z', 'AA', 'AB', 'BA', 'ZZ'].map(placeOfLetter)).toEqual([0, 1, 25, 26, 27, 52, 701]);
});

test('numbers are found by an index, in whatever tables the descriptors say that there are some', () => {
  const plan = openTestDatabase()
    .all<{ detail: string }>(`EXPLAIN QUERY PLAN ${given} BETWEEN ? AND ? ORDER BY number DESC LIMIT 1`, 'badge', 1, 9)
    .map(({ detail }) => detail);
  expect(plan).toEqual([
    expect.stringMatching(/^SEARCH logEntry USING (COVERING )?INDEX logEntryNumber \(tableName=\? AND /),
  ]);
});
