import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import { damageOf } from '../../../main/database/open.ts';
import { openScratch } from '../../../main/database/snapshot.ts';
import { type RowName, settlementOf, unsettledRows } from '../../../main/log/settle.ts';
import { columnsOf, tableNames } from '../../../shared/model/tables.ts';
import { allRows, hashOfRows } from '../database-for-test.ts';
import { editAny, editedTables, removeAny } from './any-edit.ts';
import { addAny } from './any-row.ts';
import { copiesOf, doesByWhim, type Laptop, laptopsWith, meet } from './laptops.ts';
import type { Whim } from './whim.ts';

/** Dice that fall the same for the same seed. */
function diceOf(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

function whimOf(laptop: Laptop, roll: (sides: number) => number): Whim {
  const { database, device, newId } = laptop;
  return {
    database,
    device,
    newId,
    one: (values) => {
      const value = values[roll(values.length)];
      if (value === undefined) throw new Error('Nothing to choose from.');
      return value;
    },
  };
}

/** Everything that a laptop may do next, one thing by the dice. */
async function doSomething(laptop: Laptop, seed: number): Promise<void> {
  const roll = diceOf(seed);
  const whim = whimOf(laptop, roll);
  laptop.minute += roll(5);
  const what = roll(20);
  if (what < 5) return void (await doesByWhim(laptop, whim));
  const table = whim.one(tableNames);
  const changes =
    what < 12
      ? [addAny(whim, table), roll(4) === 0 ? addAny(whim, whim.one(tableNames)) : null]
      : what < 17
        ? [editAny(whim, whim.one(editedTables)), roll(4) === 0 ? editAny(whim, whim.one(editedTables)) : null]
        : [removeAny(whim, table)];
  const made = changes.filter((change) => change !== null);
  if (made.length > 0) await laptop.makes(`Step ${seed}`, ...made);
}

/** A program with some rows of every table, made by laptop A. */
async function aProgram(): Promise<Laptop> {
  const [laptop] = await laptopsWith(1);
  if (!laptop) throw new Error('There is no laptop.');
  const whim = whimOf(laptop, diceOf(7));
  for (let round = 0; round < 3; round += 1) {
    for (const table of tableNames) {
      const change = addAny(whim, table);
      if (change) await laptop.makes(`Added a ${table}`, change);
    }
  }
  const empty = tableNames.filter((table) => laptop.database.get(`SELECT 1 FROM "${table}"`) === undefined);
  expect(empty, 'only a merge sets up a signpost').toEqual(['mergedPerson']);
  return laptop;
}

/** Every row that a log makes from nothing, by settling all of it at once. */
function rowsOfLog(log: ReadableDatabase, nothing: ReadableDatabase): unknown {
  const every = log.all<RowName>('SELECT DISTINCT tableName AS "table", rowId AS id FROM logEntry');
  const steps = settlementOf({ log, desk: nothing }, every);
  for (;;) {
    const step = steps.next();
    if (!step.done) continue;
    const { rows, unsettled } = step.value;
    return {
      rows: Object.fromEntries(
        tableNames.map((name) => [
          name,
          rows
            .flatMap(({ table, fields }) => (table === name && fields ? [fields] : []))
            .map((fields) => Object.fromEntries(columnsOf(name).map((column) => [column, fields[column] ?? null])))
            .sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
        ]),
      ),
      unsettled: unsettled.map(({ table, id, why }) => `${table} ${id} ${why}`).sort(),
    };
  }
}

const rowsOfDesk = (database: ReadableDatabase): unknown => ({
  rows: allRows(database),
  unsettled: unsettledRows(database)
    .map(({ table, id, why }) => `${table} ${id} ${why}`)
    .sort(),
});

/** Who does something, or who hears from whom. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ who: fc.nat(2), seed: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      who: fc.nat(2),
      from: fc.nat(2),
      of: fc.nat(2),
      most: fc.integer({ min: 1, max: 4 }),
      again: fc.nat(2),
    }),
  },
);

test.each([2, 3])(
  '%d laptops that do anything and hear of each other in any order and in pieces end with the same rows, which are what the log says',
  async (count) => {
    const nothing = openScratch();
    const program = await aProgram();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const laptops = copiesOf(program, count);
        for (const each of steps) {
          const laptop = laptops[each.who % count];
          if (!laptop) continue;
          if ('seed' in each) await doSomething(laptop, each.seed);
          else {
            const [from, of] = [laptops[each.from % count], laptops[each.of % count]];
            if (!from || !of || from === laptop || of === laptop) continue;
            const result = await laptop.hears(from, of.device.id, each.most, each.again);
            if (result && !result.ok)
              expect(result.problem.sentence).toMatch(/^“.*” is about a change of a third laptop/);
          }
          expect(rowsOfDesk(laptop.database)).toEqual(rowsOfLog(laptop.database, nothing));
        }
        await meet(laptops);
        for (const { database } of laptops) {
          expect(rowsOfDesk(database)).toEqual(rowsOfLog(database, nothing));
          expect(hashOfRows(database)).toBe(hashOfRows(laptops[0]?.database ?? database));
          expect(damageOf(database)).toEqual([]);
        }
      }),
      { numRuns: (count === 2 ? 6 : 5) * (process.env['SEED'] ? 6 : 1) },
    );
    nothing.close();
  },
);
