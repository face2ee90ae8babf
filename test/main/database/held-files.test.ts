import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
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
    await desk.call('program.establish', { program: 'al-cto' });
    await desk.call('cohorts.create', aCohort('Foxtrot'));
    expect((await desk.call('desk.status', {})).fileTrouble).toBeNull();
    take(desk.databaseFile);
    expect((await desk.refusal('cohorts.create', aCohort('Golf'))).sentence).toMatch(moved);
    expect((await desk.refusal('desk.nameLead', { name: 'Mara Lindqvist' })).sentence).toMatch(moved);
    expect((await desk.call('desk.status', {})).fileTrouble).toMatch(moved);
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
  await desk.call('program.establish', { program: 'al-cto' });
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

test.each<[string, Takes]>([
  ['written over with something shorter', (file) => writeFileSync(file, 'Hello.')],
  ['emptied', (file) => truncateSync(file)],
])('a file that is %s takes no change', async (_, cut) => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  cut(desk.databaseFile);
  const damaged = /is damaged, so nothing was saved. Close the app and open your latest backup./;
  expect((await desk.refusal('cohorts.create', aCohort('Golf'))).sentence).toMatch(damaged);
  expect((await desk.refusal('desk.nameLead', { name: 'Mara Lindqvist' })).sentence).toMatch(damaged);
  const checked = await desk.ask('desk.check', {});
  expect(checked.ok ? checked.value.outcome : checked.problem.sentence).not.toBe('whole');
});

test('a second name for the file is no reason to refuse a change', async () => {
  const database = openTestDatabase();
  linkSync(database.file, path.join(path.dirname(database.file), 'second.db'));
  await make(database, world, 'Added Renée', [insert('person', somebody())]);
});

test('no list and no paper is written over the open database', async () => {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  for (const file of [desk.databaseFile, `${desk.databaseFile}-wal`]) {
    desk.answers.saveFile = file;
    const { sentence } = await desk.refusal('graduates.export', {} as never);
    expect(sentence).toMatch('is the database that is open, or one of its own files');
  }
  expect(existsSync(desk.databaseFile)).toBe(true);
  expect(readdirSync(desk.folder).sort()).toContain('program.db-wal');
});
