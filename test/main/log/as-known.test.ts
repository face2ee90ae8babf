import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadableDatabase, WritableDatabase } from '../../../main/database/handles.ts';
import { openScratch } from '../../../main/database/snapshot.ts';
import { insertRow } from '../../../main/log/apply.ts';
import { tablesAsKnown } from '../../../main/log/as-known.ts';
import { fold } from '../../../main/log/fold.ts';
import { type KeptEntry, lift } from '../../../main/log/lift.ts';
import type { PlaceInLog } from '../../../main/log/order.ts';
import { reindexPeople } from '../../../main/log/search.ts';
import { Instant } from '../../../shared/model/dates.ts';
import { shapeOf, type TableName } from '../../../shared/model/tables.ts';
import { editAny, removeAny } from './any-edit.ts';
import { addAny } from './any-row.ts';
import { doesByWhim, type Laptop, laptopsWith } from './laptops.ts';
import { change, type Whim } from './whim.ts';

/** What an answer as known on a day is made of. */
const asked: readonly TableName[] = [
  'organization',
  'person',
  'cohort',
  'participant',
  'recertificationDue',
  'recertificationDueChange',
  'recertificationReceipt',
];

const rowsOf = (database: ReadableDatabase) =>
  Object.fromEntries([
    ...asked.map((table) => [table, database.all(`SELECT * FROM "${table}" ORDER BY id`)]),
    ['names', database.all('SELECT personId, sortName, words FROM personSearchKey ORDER BY personId')],
  ]);

/** The same in the plainest way: every row is the fold of its entries up to the moment, and the names are made again. */
function folded(into: WritableDatabase, log: ReadableDatabase, until: Instant) {
  for (const table of asked) into.exec(`DELETE FROM "${table}"`);
  const entries = log.all<KeptEntry & PlaceInLog & { at: string }>(
    `SELECT tableName, rowId, before, after, schemaVersion, clock, deviceId, deviceSequence, at
     FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence`,
  );
  const known = entries.filter(({ at, tableName }) => at <= until && asked.includes(tableName));
  for (const [key, ofRow] of Map.groupBy(known, ({ tableName, rowId }) => `${tableName} ${rowId}`)) {
    const [table, id] = key.split(' ') as [TableName, string];
    const { row } = fold(
      ofRow.map((entry) => ({ ...entry, ...lift(entry) })),
      shapeOf(table).keepsFirst,
    );
    if (row) insertRow(into, table, id, row);
  }
  reindexPeople(into);
  return rowsOf(into);
}

/** A database in memory to make rows again in. */
function scratch(): WritableDatabase {
  const database = openScratch();
  database.exec('PRAGMA foreign_keys = OFF');
  return database;
}

async function live(laptop: Laptop, steps: number, dice: Iterator<number>): Promise<void> {
  const one = <Value>(values: readonly Value[]): Value => values[Number(dice.next().value) % values.length] as Value;
  const whim: Whim = { database: laptop.database, device: laptop.device, newId: laptop.newId, one };
  for (let step = 0; step < steps; step += 1) {
    laptop.minute += one([0, 1, 2]);
    const make = one([addAny, addAny, addAny, editAny, editAny, removeAny, null]);
    const made = make?.(whim, one(asked));
    if (made) await laptop.makes('Did', made);
    else if (!make) await doesByWhim(laptop, whim);
  }
}

test('tables as known at a moment are the fold of what the log said by then, after any sequence of steps', async () => {
  const into = scratch();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 10, max: 40 }),
      fc.infiniteStream(fc.nat(10_000)),
      fc.nat(40),
      async (steps, dice, minute) => {
        const [laptop] = await laptopsWith(1);
        if (!laptop) throw new Error('No laptop');
        await live(laptop, steps, dice[Symbol.iterator]());
        for (const each of [minute, laptop.minute]) {
          const until = Instant.parse(new Date(Date.UTC(2024, 5, 3, 14, each)).toISOString());
          const then = tablesAsKnown(laptop.database, asked, until);
          expect(rowsOf(then), `as known in minute ${each} of ${laptop.minute}`).toEqual(
            folded(into, laptop.database, until),
          );
        }
        laptop.database.close();
      },
    ),
    { numRuns: 15 },
  );
});

test('a school system that was renamed later has its earlier name, also in what people are found by', async () => {
  const [laptop] = await laptopsWith(1);
  if (!laptop) throw new Error('No laptop');
  const organization = { id: laptop.newId(), name: 'Lee County', kind: 'school-system' };
  const person = {
    id: laptop.newId(),
    givenName: 'Omar',
    familyName: 'Sims',
    certificateName: null,
    email: null,
    phone: null,
    jobTitle: null,
    organizationId: organization.id,
  };
  const insert = (table: string, row: { readonly id: string }) => change({ kind: 'insert', table, id: row.id, row });
  await laptop.makes('Added', insert('organization', organization), insert('person', person));
  const until = laptop.world.now();
  laptop.minute += 1;
  const fields = { name: 'Pike Road' };
  await laptop.makes('Renamed', change({ kind: 'update', table: 'organization', id: organization.id, fields }));
  const then = rowsOf(tablesAsKnown(laptop.database, asked, until));
  expect(then['names']).toMatchObject([{ words: expect.stringContaining('leecounty') }]);
  expect(then).toEqual(folded(scratch(), laptop.database, until));
});
