import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { WritableDatabase } from '../../main/database/handles.ts';
import { openDatabase } from '../../main/database/open.ts';
import { openDesk } from '../../main/desk/desk.ts';
import type { Change } from '../../main/log/change.ts';
import { commit } from '../../main/log/commit.ts';
import { instantOf } from '../../shared/model/dates.ts';
import type { Device } from '../../shared/model/devices.ts';
import { DeviceId } from '../../shared/model/ids.ts';
import { settingsBeside } from '../main/settings-beside.ts';
import { FieldCohorts, type FieldSize } from './field-cohorts.ts';
import { SeededIds } from './seeded-ids.ts';

/** The sizes that the design names, with 2,000 enrolled in the cohort under way. */
export const fieldSize: FieldSize = {
  finishedCohorts: 298,
  peopleEach: 302,
  applicants: 5_000,
  enrolled: 2_000,
  scansOneByOne: 9,
};

/**
 * A copy of the field's database in a new folder, for a section to write into. It is seeded once and kept in the
 * system's folder for temporary files until the seeding or anything below it changes.
 */
export async function fieldDatabase(): Promise<string> {
  const kept = path.join(os.tmpdir(), `cohort-desk-bench-field-${fingerprint()}.db`);
  if (!existsSync(kept)) await seedInto(kept);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'cohort-desk-bench-')), 'program.db');
  copyFileSync(kept, file, constants.COPYFILE_FICLONE);
  return file;
}

async function seedInto(kept: string): Promise<void> {
  const half = `${kept}-half-${process.pid}`;
  mkdirSync(path.dirname(half), { recursive: true });
  try {
    console.error('seeding the field’s database once, which takes some minutes …');
    await seedField(half, fieldSize);
    renameSync(half, kept);
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${half}${end}`, { force: true });
  }
}

/**
 * Fills a new database with a program of the given size, command by command through the one writer: the rows are what
 * the log says, as everywhere.
 */
export async function seedField(file: string, size: FieldSize): Promise<void> {
  const desk = openDesk({
    databaseFile: file,
    settings: settingsBeside(file),
    dialogs: noDialogs,
    onEvent: () => undefined,
    now: () => new Date('2008-01-02T15:00:00Z'),
  });
  if (!desk.ok) throw new Error(desk.problem.sentence);
  await desk.desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.desk.close();
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const database = opened.value;
  // No one has to be told that a row is safe before all of them are.
  database.exec('PRAGMA synchronous = OFF');
  database.exec('PRAGMA cache_size = -200000');
  const policyVersion = database.get<{ id: string }>('SELECT id FROM policyVersion')?.id ?? '';
  const cohorts = new FieldCohorts(size, new SeededIds(), policyVersion);
  for (const { at, label, changes } of cohorts.commands()) await write(database, cohorts.ids, at, label, changes);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

/** The laptop that all of it was done on. */
const device: Device = {
  id: DeviceId.parse('018f0000-0000-7000-8000-00000000000a'),
  letter: 'A',
  name: 'bench',
  because: 'first',
};

async function write(
  database: WritableDatabase,
  ids: SeededIds,
  at: Date,
  label: string,
  changes: readonly Change[],
): Promise<void> {
  const world = { now: () => instantOf(at), newId: () => ids.next(at.getTime()), who: null, device };
  const written = await commit(database, world, 'bench.seed', () => ({ ok: true, label, changes, value: null }));
  if (!written.ok) throw new Error(written.problem.sentence);
}

const noDialogs = {
  openFile: async () => null,
  saveFile: async () => null,
  chooseFolder: async () => null,
  reveal: async () => undefined,
  open: async () => undefined,
};

/** Tells one seeded database from another: what makes its rows, its log and its tables. */
function fingerprint(): string {
  const root = path.join(import.meta.dirname, '../..');
  const hash = createHash('sha256').update(JSON.stringify(fieldSize));
  const migrations = path.join(root, 'main/database/migrations');
  for (const file of [
    ...readdirSync(migrations)
      .sort()
      .map((name) => path.join(migrations, name)),
    ...['field.ts', 'field-cohorts.ts', 'field-people.ts', 'people.ts', 'seeded-ids.ts'].map((name) =>
      path.join(import.meta.dirname, name),
    ),
  ]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
