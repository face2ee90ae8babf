import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { backUp } from '../../../main/database/back-up.ts';
import type { ReadableDatabase } from '../../../main/database/handles.ts';
import { damageOf, openDatabase } from '../../../main/database/open.ts';
import type { ExchangeStep } from '../../../main/database/put-in-place.ts';
import { sweepFolder } from '../../../main/files/leftovers.ts';
import { insert } from '../../../main/log/change.ts';
import { make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { killWhen, onceSaid } from './kill.ts';

const people = (database: ReadableDatabase): number =>
  database.get<{ n: number }>('SELECT count(*) AS n FROM person')?.n ?? 0;

/** What a database holds; it is whole, and was opened and closed as the app does. */
function peopleOf(file: string): number {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  expect(damageOf(opened.value)).toEqual([]);
  const found = people(opened.value);
  opened.value.close();
  return found;
}

const steps: readonly (readonly [ExchangeStep, number])[] = [
  ['begun', 2],
  ['settled', 2],
  ['half kept', 2],
  ['kept', 2],
  ['replaced', 1],
];

test.each(steps)(
  'killed at the step “%s” of a restore, both databases are whole and nothing is lost',
  async (at, then) => {
    const database = openTestDatabase();
    const { file } = database;
    const folder = path.dirname(file);
    const world = worldAt('2024-06-03T14:00:00.000Z');
    await make(database, world, 'Seeded', [insert('person', somebody())]);
    const copy = path.join(folder, 'restored.db');
    const backedUp = await backUp({ database: file, file: copy });
    expect(backedUp.ok).toBe(true);
    await make(database, world, 'Seeded', [insert('person', somebody())]);
    database.close();
    const aside = path.join(folder, 'before restoring.db');

    await killWhen(onceSaid(at), 'restore-once', [copy, file, aside, at]);

    expect(peopleOf(file)).toBe(then);
    // Whichever isn’t under the database’s name is under its own: the one before, or the copy.
    if (then === 1) expect(peopleOf(aside)).toBe(2);
    else expect(peopleOf(copy)).toBe(1);
    if (existsSync(aside)) expect(peopleOf(aside)).toBe(2);
    await sweepFolder(folder);
    expect(readdirSync(folder).filter((name) => name.startsWith('.cohort-desk-'))).toEqual([]);
  },
);
