import { expect, test } from 'vitest';
import { append } from '../../../main/log/append.ts';
import { type Batch, batchOf, heldOf } from '../../../main/log/batch.ts';
import { insert, update } from '../../../main/log/change.ts';
import { clockAhead } from '../../../main/log/clock-ahead.ts';
import { newestFirst } from '../../../main/log/order.ts';
import { CommandId, DeviceId } from '../../../shared/model/ids.ts';
import { hashOfRows, somebody } from '../database-for-test.ts';
import { copiesOf, type Laptop, laptopsWith } from './laptops.ts';

/** Two laptops, of which the second has added someone and corrected a phone since they parted, and what it sends. */
async function apart() {
  const [ours, theirs] = await laptopsWith(2, insert('person', somebody({ givenName: 'Ada' })));
  if (!ours || !theirs) throw new Error('There are two laptops.');
  const renee = somebody();
  await theirs.makes('Added Renée', insert('person', renee));
  await theirs.makes('Corrected Renée', update('person', renee.id, { phone: '2565550112' }));
  const batch = batchOf(theirs.database, theirs.device.id, 0, 100);
  if (!batch) throw new Error('There is something to send.');
  return { ours, theirs, renee, batch };
}

const takenIn = (laptop: Laptop, batch: unknown) => append(laptop.database, laptop.here, batch);
const withCommand = (batch: Batch, at: number, changes: Partial<Batch['commands'][number]>): Batch => ({
  ...batch,
  commands: batch.commands.map((command, index) => (index === at ? { ...command, ...changes } : command)),
});

test('what another laptop did is done here too, and found by the search', async () => {
  const { ours, theirs, batch } = await apart();
  expect(await takenIn(ours, batch)).toEqual({
    ok: true,
    value: { commands: 2, entries: 2, tables: ['person'], heldBack: null },
  });
  expect(hashOfRows(ours.database)).toBe(hashOfRows(theirs.database));
  expect(ours.database.all('SELECT sortName FROM personSearchKey')).toHaveLength(2);
  expect(ours.database.get('SELECT letter, name FROM logDevice WHERE id = ?', theirs.device.id)).toEqual({
    letter: 'B',
    name: 'laptop-1',
  });
});

test('the same sent again, or more than is new, changes nothing twice', async () => {
  const { ours, theirs, batch, renee } = await apart();
  await takenIn(ours, batch);
  expect(await takenIn(ours, batch)).toMatchObject({ ok: true, value: { commands: 0, entries: 0 } });
  await theirs.makes('Renamed Renée', update('person', renee.id, { givenName: 'Rene' }));
  const all = batchOf(theirs.database, theirs.device.id, 0, 100);
  expect(await takenIn(ours, all)).toMatchObject({ ok: true, value: { commands: 1, entries: 1 } });
  expect(ours.database.get('SELECT count(*) AS n FROM logCommand')).toEqual({ n: 4 });
  expect(hashOfRows(ours.database)).toBe(hashOfRows(theirs.database));
});

test('a step with a name of one letter is taken in, and one without a name is not', async () => {
  const { ours, theirs } = await apart();
  await theirs.makes('X', insert('person', somebody({ givenName: 'Xaver' })));
  const named = batchOf(theirs.database, theirs.device.id, 0, 100);
  if (!named) throw new Error('There is something to send.');
  expect(await takenIn(ours, withCommand(named, 2, { label: '' }))).toMatchObject({ ok: false });
  expect(await takenIn(ours, named)).toMatchObject({ ok: true, value: { commands: 3 } });
});

test.each<[string, (batch: Batch) => unknown, RegExp]>([
  [
    'another program’s changes',
    (batch) => ({ ...batch, programId: 'another' }),
    /^These changes are of another program’s desk/,
  ],
  [
    'a newer version’s changes',
    (batch) => withCommand(batch, 1, { schemaVersion: 99 }),
    /^These changes were made with a newer version .* version 99, .* Install the newer version here/,
  ],
  [
    'changes with a gap before them',
    (batch) => ({ ...batch, commands: batch.commands.slice(1) }),
    /^Changes of laptop B are missing between those that are here \(0\) and these \(from 2 on\)/,
  ],
  [
    'changes with a gap between them',
    (batch) => withCommand(batch, 1, { deviceSequence: 3 }),
    /^Changes of laptop B are missing/,
  ],
  [
    'a label that was edited in progress',
    (batch) => withCommand(batch, 0, { label: 'Added Mallory' }),
    /^These changes can’t be read as Cohort Desk writes them/,
  ],
  [
    'an entry that was edited in progress',
    (batch) => withCommand(batch, 1, { entries: [{ tableName: 'person', rowId: 'x', before: '{}', after: '{}' }] }),
    /^These changes can’t be read/,
  ],
  [
    'a command that was left without entries',
    (batch) => withCommand(batch, 1, { entries: [] }),
    /^These changes can’t be read/,
  ],
  ['something else altogether', () => ({ hello: 'world' }), /^These changes can’t be read/],
  [
    'a laptop of our own letter',
    (batch) => ({ ...batch, device: { ...batch.device, letter: 'A' } }),
    /^Both “laptop-1” and “laptop-0” go by the letter A/,
  ],
  [
    'changes in our own name that we did not make',
    (batch) => ({
      ...batch,
      device: { ...batch.device, id: ourId, letter: 'A' },
      commands: batch.commands.map((command) => ({ ...command, deviceSequence: command.deviceSequence + 1 })),
    }),
    /^These changes go by the name of this laptop/,
  ],
])('refuses %s, and changes nothing', async (_what, change, sentence) => {
  const { ours, batch } = await apart();
  const before = [
    hashOfRows(ours.database),
    ours.database.all('SELECT * FROM logCommand'),
    ours.database.all('SELECT * FROM logDevice'),
  ];
  const refused = await takenIn(ours, change(batch));
  expect(refused).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(sentence) } });
  expect([
    hashOfRows(ours.database),
    ours.database.all('SELECT * FROM logCommand'),
    ours.database.all('SELECT * FROM logDevice'),
  ]).toEqual(before);
  expect(await takenIn(ours, batch)).toMatchObject({ ok: true });
});

const ourId = DeviceId.parse('018f000d-0000-7000-8000-000000000000');

test.each([
  [300, true],
  [301, false],
])('a laptop’s name of %i letters is read: %s', async (length, isRead) => {
  const { ours, batch } = await apart();
  const named = { ...batch, device: { ...batch.device, name: 'x'.repeat(length) } };
  expect((await takenIn(ours, named)).ok).toBe(isRead);
});

test('two copies of one laptop’s file that both went on are told apart by their seals', async () => {
  const { ours, theirs, batch } = await apart();
  await takenIn(ours, batch);
  const [copy] = copiesOf(theirs, 1);
  if (!copy) throw new Error('There is a copy.');
  copy.made = 500;
  await theirs.makes('Added Omar', insert('person', somebody({ givenName: 'Omar' })));
  await copy.makes('Added Zoë', insert('person', somebody({ givenName: 'Zoë' })));
  expect(await ours.hears(theirs, theirs.device.id)).toMatchObject({ ok: true });
  expect(await takenIn(ours, batchOf(copy.database, copy.device.id, 0, 100))).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/^Laptop B has made two different changes as its step 3: two copies/) },
  });
});

test('an undo of a third laptop’s step waits until that laptop’s changes are here', async () => {
  const [ours, theirs, third] = await laptopsWith(3);
  if (!ours || !theirs || !third) throw new Error('There are three laptops.');
  await third.makes('Added Renée', insert('person', somebody()));
  await theirs.hearsAll(third);
  const id = CommandId.parse(theirs.database.get<{ id: string }>('SELECT id FROM logCommand')?.id);
  expect(await theirs.undoes(id)).toBe(true);
  expect(await ours.hears(theirs, theirs.device.id)).toMatchObject({
    ok: false,
    problem: {
      sentence: expect.stringMatching(
        /^“Undid “Added Renée”” is about a change of a third laptop that is not here yet/,
      ),
    },
  });
  await ours.hears(theirs, third.device.id);
  expect(await ours.hears(theirs, theirs.device.id)).toMatchObject({ ok: true });
  expect(ours.database.all('SELECT * FROM person')).toEqual([]);
});

test('a record that no table takes is refused with the whole', async () => {
  const { ours } = await apart();
  const copy = copiesOf(ours, 1)[0];
  if (!copy) throw new Error('There is a copy.');
  copy.database.exec('PRAGMA ignore_check_constraints = ON');
  await copy.makes('Opened nothing', {
    kind: 'insert',
    table: 'cohort',
    id: 'c',
    row: {
      id: 'c',
      name: 'Golf',
      status: 'open',
      opensOn: null,
      closesOn: null,
      seats: -1,
      fee: 0,
      startsOn: null,
      endsOn: null,
    },
  } as never);
  expect(await ours.hears(copy, copy.device.id)).toMatchObject({
    ok: false,
    problem: { sentence: expect.stringMatching(/^These changes make a record that Cohort Desk can’t keep/) },
  });
  expect(ours.database.all('SELECT * FROM cohort')).toEqual([]);
});

test('after a laptop whose clock is most of a day ahead, what is done here still comes later, and its moment is the true one', async () => {
  const { ours, theirs, renee } = await apart();
  theirs.minute = 20 * 60;
  await theirs.makes('Corrected Renée again', update('person', renee.id, { phone: '3345550198' }));
  const batch = batchOf(theirs.database, theirs.device.id, 0, 100);
  expect(await takenIn(ours, batch)).toMatchObject({ ok: true });
  ours.minute = 10;
  await ours.makes('Corrected Renée here', update('person', renee.id, { phone: '2515550177' }));
  await ours.makes('Added Bo', insert('person', somebody({ givenName: 'Bo' })));
  expect(ours.database.all(`SELECT label, clock, at FROM logCommand ORDER BY ${newestFirst} LIMIT 3`)).toEqual([
    { label: 'Added Bo', clock: `2024-06-04T10:00:00.000Z-0002-${ours.device.id}`, at: '2024-06-03T14:10:00.000Z' },
    {
      label: 'Corrected Renée here',
      clock: `2024-06-04T10:00:00.000Z-0001-${ours.device.id}`,
      at: '2024-06-03T14:10:00.000Z',
    },
    {
      label: 'Corrected Renée again',
      clock: `2024-06-04T10:00:00.000Z-0000-${theirs.device.id}`,
      at: '2024-06-04T10:00:00.000Z',
    },
  ]);
  await theirs.hearsAll(ours);
  expect(theirs.database.get('SELECT phone FROM person WHERE id = ?', renee.id)).toEqual({ phone: '2515550177' });
  expect(hashOfRows(theirs.database)).toBe(hashOfRows(ours.database));
});

test('a laptop whose clock is ahead is told from those that only came after it, until its clock is right again', async () => {
  const { ours, theirs, renee } = await apart();
  const now = ours.world.now();
  const ahead = () => clockAhead(ours.database, ours.device.id, now, (at) => at > now);
  theirs.minute = 20 * 60;
  await theirs.makes('Corrected Renée again', update('person', renee.id, { phone: '3345550198' }));
  await ours.hearsAll(theirs);
  await ours.makes('Added Bo', insert('person', somebody({ givenName: 'Bo' })));
  expect(ahead()).toEqual({ at: '2024-06-04T10:00:00.000Z', letter: 'B' });
  theirs.minute = 0;
  await theirs.makes('Renamed Renée', update('person', renee.id, { givenName: 'Rene' }));
  await ours.hearsAll(theirs);
  expect(ahead(), 'though the log’s clock stays ahead').toBeNull();
});

test('changes that are refused leave the log’s clock where it was', async () => {
  const { ours, theirs, renee } = await apart();
  theirs.minute = 20 * 60;
  await theirs.makes('Corrected Renée again', update('person', renee.id, { phone: '3345550198' }));
  const batch = batchOf(theirs.database, theirs.device.id, 0, 100);
  if (!batch) throw new Error('There is something to send.');
  expect(await takenIn(ours, withCommand(batch, 2, { label: 'Something else' }))).toMatchObject({ ok: false });
  ours.minute = 10;
  await ours.makes('Added Bo', insert('person', somebody({ givenName: 'Bo' })));
  expect(ours.database.get(`SELECT clock FROM logCommand ORDER BY ${newestFirst} LIMIT 1`)).toEqual({
    clock: `2024-06-03T14:10:00.000Z-0000-${ours.device.id}`,
  });
});

/** Two laptops; the second adds someone, then its clock jumps so many minutes ahead, and it adds another. */
async function jumped(minutes: number) {
  const [ours, theirs] = await laptopsWith(2, insert('person', somebody({ givenName: 'Ada' })));
  if (!ours || !theirs) throw new Error('There are two laptops.');
  await theirs.makes('Added Bo', insert('person', somebody({ givenName: 'Bo' })));
  theirs.minute = minutes;
  await theirs.makes('Added Cleo', insert('person', somebody({ givenName: 'Cleo' })));
  theirs.minute = 2;
  await theirs.makes('Added Dan', insert('person', somebody({ givenName: 'Dan' })));
  const names = () => ours.database.all<{ givenName: string }>('SELECT givenName FROM person ORDER BY givenName');
  const held = async () =>
    takenIn(ours, batchOf(theirs.database, theirs.device.id, heldOf(ours.database).get(theirs.device.id) ?? 0, 100));
  return { ours, theirs, held, names: () => names().map(({ givenName }) => givenName) };
}

const dayLong = 24 * 60;

test('a clock that is a day ahead holds nothing back', async () => {
  const { ours, held, names } = await jumped(dayLong);
  expect(await held()).toMatchObject({ ok: true, value: { commands: 3, heldBack: null } });
  expect(names()).toEqual(['Ada', 'Bo', 'Cleo', 'Dan']);
  ours.minute = 5;
  await ours.makes('Added Eve', insert('person', somebody({ givenName: 'Eve' })));
});

test('what a clock more than a day ahead has dated stays out, with all after it, until ours has come near', async () => {
  const { ours, theirs, held, names } = await jumped(10 * dayLong);
  const first = await held();
  expect(first).toMatchObject({ ok: true, value: { commands: 1 } });
  expect(first.ok && first.value.heldBack).toMatch(
    /^Laptop B dated “Added Cleo” Jun 13, 2024, 9:00 AM, 10 days ahead of this laptop’s clock\./,
  );
  expect(names()).toEqual(['Ada', 'Bo']);
  const again = await held();
  expect(again.ok).toBe(false);
  expect(names()).toEqual(['Ada', 'Bo']);
  // Nothing that is done here meanwhile is dragged along.
  ours.minute = 7;
  await ours.makes('Added Eve', insert('person', somebody({ givenName: 'Eve' })));
  const [{ clock = '' } = {}] = ours.database.all<{ clock: string }>(
    'SELECT clock FROM logCommand ORDER BY clock DESC LIMIT 1',
  );
  expect(clock.slice(0, 16)).toBe('2024-06-03T14:07');
  // Where it was our own clock that was wrong, setting it lets them in.
  ours.minute = 10 * dayLong;
  expect(await held()).toMatchObject({ ok: true, value: { commands: 2, heldBack: null } });
  await theirs.hearsAll(ours);
  expect(hashOfRows(ours.database)).toBe(hashOfRows(theirs.database));
});

test('a laptop whose clock fell behind its own last entry goes by that entry', async () => {
  const [ours, theirs] = await laptopsWith(2, insert('person', somebody({ givenName: 'Ada' })));
  if (!ours || !theirs) throw new Error('There are two laptops.');
  ours.minute = 10 * dayLong;
  await ours.makes('Added Bo', insert('person', somebody({ givenName: 'Bo' })));
  theirs.minute = 10 * dayLong + 30;
  await theirs.makes('Added Cleo', insert('person', somebody({ givenName: 'Cleo' })));
  ours.minute = 0;
  expect(await takenIn(ours, batchOf(theirs.database, theirs.device.id, 0, 100))).toMatchObject({
    ok: true,
    value: { commands: 1, heldBack: null },
  });
});
