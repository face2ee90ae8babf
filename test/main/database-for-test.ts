import { createHash } from 'node:crypto';
import path from 'node:path';
import { v7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { deviceIn } from '../../main/database/device.ts';
import type { ReadableDatabase, WritableDatabase } from '../../main/database/handles.ts';
import { openDatabase } from '../../main/database/open.ts';
import type { Change } from '../../main/log/change.ts';
import { type Committed, commit, type World } from '../../main/log/commit.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import { Instant } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import { CohortId, DeviceId, PersonId } from '../../shared/model/ids.ts';
import { Cents } from '../../shared/model/money.ts';
import type { Person } from '../../shared/model/people.ts';
import { columnsOf, tableNames } from '../../shared/model/tables.ts';
import { putNewDatabase } from './new-database.ts';
import { settingsBeside } from './settings-beside.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A database on a real file that goes when the test ends. */
export function openTestDatabase(file = newDatabase()): WritableDatabase {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const database = opened.value;
  onTestFinished(() => database.close());
  return database;
}

function newDatabase(): string {
  const file = path.join(temporaryFolder(), 'program.db');
  putNewDatabase(file);
  return file;
}

/** A laptop; the program's first where a test says nothing else. */
export const someDevice = (facts: Partial<Device> = {}): Device => ({
  id: DeviceId.parse(v7()),
  letter: 'A',
  name: 'mara-laptop',
  because: 'first',
  ...facts,
});

/** A world whose clock a test sets. */
export function worldAt(moment: string): World & { set(moment: string): void } {
  let now = Instant.parse(moment);
  return {
    now: () => now,
    newId: () => v7(),
    device: someDevice(),
    set: (next) => {
      now = Instant.parse(next);
    },
  };
}

/** A world of the laptop that a desk on this database is, as another window of it would have. */
export const worldIn = (database: WritableDatabase, moment: string): World => ({
  ...worldAt(moment),
  device: deviceIn(database, settingsBeside(database.file), v7),
});

/** Commits changes under a label, and fails the test where they are refused. */
export async function make(
  database: WritableDatabase,
  world: World,
  label: string,
  changes: readonly Change[],
): Promise<Committed<null>> {
  const result = await commit(database, world, 'test.make', () => ({ ok: true, label, changes, value: null }));
  if (!result.ok) throw new Error(result.problem.sentence);
  return result.value;
}

/** Someone invented, with what a test wants to say of them. */
export const somebody = (facts: Partial<Person> = {}): Person => ({
  id: PersonId.parse(v7()),
  givenName: 'Renée',
  familyName: 'McAllister',
  certificateName: null,
  email: null,
  phone: null,
  jobTitle: null,
  organizationId: null,
  ...facts,
});

/** A cohort with what a test wants to say of it. */
export const someCohort = (facts: Partial<Cohort> = {}): Cohort => ({
  id: CohortId.parse(v7()),
  name: 'Foxtrot',
  status: 'open',
  opensOn: null,
  closesOn: null,
  seats: 30,
  fee: Cents.parse(7_500),
  startsOn: null,
  endsOn: null,
  ...facts,
});

/**
 * Every row of every table, as one hash: two databases with the same hash hold the same. What a row or a database of an
 * older version does not have yet counts as empty.
 */
export function hashOfRows(database: ReadableDatabase): string {
  const hash = createHash('sha256');
  const there = new Set(database.all<{ name: string }>('SELECT name FROM pragma_table_list').map(({ name }) => name));
  for (const table of tableNames) {
    if (!there.has(table)) continue;
    const names = columnsOf(table).toSorted();
    for (const row of database.each<Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY id`)) {
      const filled = names.flatMap((name) => (row[name] === null ? [] : [[name, row[name]]]));
      hash.update(`${table} ${JSON.stringify(filled.filter(([, value]) => value !== undefined))}`);
    }
  }
  return hash.digest('hex');
}

/** Every row of every table, for a readable difference. */
export const allRows = (database: ReadableDatabase): Record<string, unknown[]> =>
  Object.fromEntries(tableNames.map((table) => [table, database.all(`SELECT * FROM "${table}" ORDER BY id`)]));
