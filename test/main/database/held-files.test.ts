import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fileTrouble, watchContents } from '../../../main/database/held-files.ts';
import { insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt, worldIn } from '../database-for-test.ts';
import { putNewDatabase } from '../new-database.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');
const aCohort = (name: string) => ({ name, opensOn: null, closesOn: null, seats: 30, startsOn: null, endsOn: null });
const moved = /was moved, deleted or replaced while it was open.*choose “Save a copy” before you close/;

type Takes = (file: string) => void;
const replaced: Takes = (file) => {
  // As a program does that saves a restored backup: a new file takes the name.
  copyFileSync(file, `${file}.new`);
  renameSync(`${file}.new`, file);
};
const replacedByFile: Takes = (folder) => {
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'Hello.');
};
const ways: readonly [string, Takes][] = [
  ['is deleted', (file) => rmSync(file)],
  ['is renamed', (file) => renameSync(file, `${file}.old`)],
  ['is replaced by a copy of itself', replaced],
  ['is replaced by another file', (file) => writeFileSync(`${file}.x`, 'x') ?? renameSync(`${file}.x`, file)],
  ['loses its write-ahead log', (file) => rmSync(`${file}-wal`)],
  ['has its write-ahead log replaced', (file) => replaced(`${file}-wal`)],
  ['loses its shared memory', (file) => rmSync(`${file}-shm`)],
  ['goes with its whole folder', (file) => rmSync(path.dirname(file), { recursive: true })],
  ['goes because its folder is a file now', (file) => replacedByFile(path.dirname(file))],
  ['goes because its folder is renamed', (file) => renameSync(path.dirname(file), `${path.dirname(file)}-moved`)],
];

test.each(ways)(
  'a database that %s takes no change, and all that it held is saved under a new name',
  async (_, take) => {
    const desk = openTestDesk();
    await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    await desk.call('cohorts.create', aCohort('Foxtrot'));
    expect((await desk.call('desk.status', {})).fileTrouble).toBeNull();
    take(desk.databaseFile);
    expect((await desk.refusal('cohorts.create', aCohort('Golf'))).sentence).toMatch(moved);
    expect((await desk.refusal('desk.nameLead', { name: 'Mara Lindqvist' })).sentence).toMatch(moved);
    expect((await desk.call('desk.status', {})).fileTrouble?.sentence).toMatch(moved);
    const copy = path.join(temporaryFolder(), 'saved.db');
    desk.answers.saveFile = copy;
    // Each of them reads the file under its name, which is another one by now.
    for (const call of ['desk.backUp', 'desk.check', 'desk.quickCheck'] as const) {
      expect((await desk.refusal(call, {})).sentence).toMatch(moved);
    }
    expect(await desk.call('desk.saveCopy', {})).toMatchObject({ file: copy });
    await desk.desk.close();
    const saved = openTestDesk(copy);
    expect(await cohortsOf(saved)).toEqual(['Foxtrot']);
    await saved.call('cohorts.create', aCohort('Golf'));
    rmSync(`${path.dirname(desk.databaseFile)}-moved`, { recursive: true, force: true });
  },
);

const cohortsOf = async (desk: TestDesk): Promise<readonly string[]> =>
  (await desk.call('cohorts.list', {})).cohorts.map(({ name }) => name).sort();

test('the screens hear that the file has gone though no one changes anything, and that it is back', async () => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  desk.events.length = 0;
  renameSync(desk.databaseFile, `${desk.databaseFile}.old`);
  await vi.waitFor(() => expect(desk.events).toHaveLength(1), 30_000);
  renameSync(`${desk.databaseFile}.old`, desk.databaseFile);
  await vi.waitFor(() => expect(desk.events).toHaveLength(2), 30_000);
  await desk.call('cohorts.create', aCohort('Foxtrot'));
  expect((await desk.call('desk.status', {})).fileTrouble).toBeNull();
});

test.each([
  ['deleted', (file: string) => rmSync(file)],
  ['replaced', replaced],
])('a file that is %s during a large command takes nothing of it', async (_, take) => {
  const database = openTestDatabase();
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  const before = hashOfRows(database);
  const other = path.join(temporaryFolder(), 'before.db');
  let took = false;
  const many = Array.from({ length: 3_000 }, () => insert('person', somebody()));
  const refused = await commit(
    database,
    world,
    'test',
    () => ({ ok: true, label: 'Imported', changes: many, value: null }),
    {
      signal: new AbortController().signal,
      onProgress() {
        if (took) return;
        took = true;
        take(database.file);
      },
    },
  );
  expect(took).toBe(true);
  expect(refused).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(moved) } });
  expect(hashOfRows(database)).toBe(before);
  await database.copyTo(other, () => undefined);
  expect(hashOfRows(openTestDatabase(other))).toBe(before);
});

const writtenOver =
  /^Another program wrote over “program.db” while it was open.*close Cohort Desk, put a copy of your latest backup in the place of “program.db”, and start again.$/;

/** What any SQLite does with a write-ahead log, sooner or later: the program's bytes change, and no one wrote over them. */
function carryOver(file: string): void {
  const connection = new Database(file);
  connection.pragma('wal_checkpoint(PASSIVE)');
  connection.close();
}

function garbageBehindHeader(file: string): Buffer {
  const bytes = readFileSync(file);
  return bytes.fill('Hello. ', 100);
}

function databaseWith(sql: string): string {
  const file = path.join(temporaryFolder(), 'another.db');
  const connection = new Database(file);
  connection.exec(sql);
  connection.close();
  return file;
}

const anothersTables = `CREATE TABLE song (title TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000)
  INSERT INTO song SELECT 'Song ' || i || hex(randomblob(100)) FROM n;`;

function anotherDesks(): string {
  const file = path.join(temporaryFolder(), 'another.db');
  putNewDatabase(file);
  const connection = new Database(file);
  connection.exec(`INSERT INTO laptop (key, value) VALUES ('leadName', 'Owen Tate')`);
  connection.close();
  return file;
}

const inPlace = (file: string, bytes: Buffer): void => writeFileSync(file, bytes, { flag: 'r+' });
const longer = (file: string): number => statSync(file).size + 8_192;

/** Each writes into the file that is open, as `cp` over it does, or a cloud drive that brings another version. */
const writings: readonly [string, (file: string, older: Buffer) => void][] = [
  ['something shorter', (file) => writeFileSync(file, 'Hello.')],
  ['nothing', (file) => truncateSync(file)],
  ['zeros of its own length', (file) => inPlace(file, Buffer.alloc(statSync(file).size))],
  ['garbage that is longer', (file) => inPlace(file, Buffer.alloc(longer(file), 'Hello. '))],
  ['garbage behind its header', (file) => inPlace(file, garbageBehindHeader(file))],
  ['another program’s database', (file) => copyFileSync(databaseWith(anothersTables), file)],
  ['another Cohort Desk database', (file) => copyFileSync(anotherDesks(), file)],
  ['an older copy of itself', (file, older) => inPlace(file, older)],
  ['an older copy, with the day of that', (file, older) => inPlace(file, older) ?? utimesSync(file, 1e9, 1e9)],
];

test.each(writings)('a database that is overwritten with %s takes no change and is no backup', async (_, write) => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const older = readFileSync(desk.databaseFile);
  carryOver(desk.databaseFile);
  const backup = path.join(temporaryFolder(), 'backup.db');
  desk.answers.saveFile = backup;
  await desk.call('desk.backUp', {});
  const good = readFileSync(backup);
  write(desk.databaseFile, older);
  // Again and again: what is told of it does not go away by itself.
  for (const name of ['Golf', 'Hotel']) {
    expect((await desk.refusal('cohorts.create', aCohort(name))).sentence).toMatch(writtenOver);
  }
  expect((await desk.refusal('desk.nameLead', { name: 'Mara Lindqvist' })).sentence).toMatch(writtenOver);
  // Where the bytes are no database, the desk can't tell its counts either: the window shows what became of the file.
  const status = await desk.ask('desk.status', {});
  const told = status.ok ? status.value.fileTrouble : { ...status.problem, canSaveCopy: false };
  expect(told).toMatchObject({ sentence: expect.stringMatching(writtenOver), canSaveCopy: false });
  for (const call of ['desk.backUp', 'desk.saveCopy', 'desk.check', 'desk.rebuildSearch'] as const) {
    expect((await desk.refusal(call, {})).sentence).toMatch(writtenOver);
  }
  expect(readFileSync(backup).equals(good)).toBe(true);
});

test('a file that is written over during a large command takes nothing of it', async () => {
  const database = openTestDatabase();
  const watched = watchContents(database.file, [database]);
  onTestFinished(() => watched.letGo());
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
  // So that the command begins the write-ahead log again.
  carryOver(database.file);
  expect(fileTrouble(database)).toBeNull();
  let took = false;
  const many = Array.from({ length: 3_000 }, () => insert('person', somebody()));
  const refused = await commit(
    database,
    world,
    'test',
    () => ({ ok: true, label: 'Imported', changes: many, value: null }),
    {
      signal: new AbortController().signal,
      onProgress() {
        if (took) return;
        took = true;
        copyFileSync(anotherDesks(), database.file);
      },
    },
  );
  expect(took).toBe(true);
  expect(refused).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(writtenOver) } });
});

test.each<[string, (desk: TestDesk) => unknown]>([
  ['SQLite carries its write-ahead log over', ({ databaseFile }) => carryOver(databaseFile)],
  ['another process writes and carries over', (desk) => writeElsewhere(desk)],
  ['its time is set anew', ({ databaseFile }) => utimesSync(databaseFile, 1e9, 1e9)],
  ['it is read', ({ databaseFile }) => readFileSync(databaseFile)],
  ['what was written over it is put back', ({ databaseFile: file }) => putBack(file)],
])('changes go on as usual when %s', async (_, happens) => {
  const desk = openTestDesk();
  await desk.call('program.openSample', {});
  for (const name of ['Alpha 1', 'Alpha 2', 'Alpha 3']) {
    await happens(desk);
    expect((await desk.call('desk.status', {})).fileTrouble).toBeNull();
    await desk.call('cohorts.create', aCohort(name));
  }
  expect(await desk.call('desk.check', {})).toMatchObject({ outcome: 'whole' });
});

/** As a terminal does beside the window: enough that SQLite carries it over in progress, and begins its log again. */
async function writeElsewhere({ databaseFile }: TestDesk): Promise<void> {
  const database = openTestDatabase(databaseFile);
  for (let command = 0; command < 3; command += 1) {
    const people = Array.from({ length: 500 }, () => insert('person', somebody()));
    await make(database, worldIn(database, '2024-06-03T14:00:00.000Z'), 'Added people', people);
  }
  database.close();
}

function putBack(file: string): void {
  const bytes = readFileSync(file);
  inPlace(file, Buffer.alloc(bytes.length));
  inPlace(file, bytes);
}

test('a second name for the file is no reason to refuse a change', async () => {
  const database = openTestDatabase();
  linkSync(database.file, path.join(path.dirname(database.file), 'second.db'));
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
});

test('no list and no paper is written over the open database', async () => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  for (const file of [desk.databaseFile, `${desk.databaseFile}-wal`]) {
    desk.answers.saveFile = file;
    const { sentence } = await desk.refusal('graduates.export', {} as never);
    expect(sentence).toMatch('is the database that is open, or one of its own files');
  }
  expect(existsSync(desk.databaseFile)).toBe(true);
  expect(readdirSync(desk.folder).sort()).toContain('program.db-wal');
});
