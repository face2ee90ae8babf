import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { backUp } from '../../../../main/database/back-up.ts';
import { damageOf, openForReading } from '../../../../main/database/open.ts';
import { automaticName, madeAtOf } from '../../../../main/features/backups/automatic-names.ts';
import { Instant, instantOf } from '../../../../shared/model/dates.ts';
import { DeviceId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';

async function aProgram(): Promise<TestDesk> {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  return desk;
}

const folderOf = (desk: TestDesk) => path.join(desk.folder, 'backups');
const inFolder = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .toSorted();
const later = (desk: TestDesk, hours: number) => {
  desk.now = new Date(Date.parse(desk.now) + hours * 3_600_000).toISOString();
};
const keep = (desk: TestDesk, leaving = false) => desk.call('backups.keep', { leaving });
const step = async (desk: TestDesk, key: string) =>
  (await desk.call('today.show', {})).steps.find((each) => each.key === key);

test('an empty database needs no backup', async () => {
  const desk = openTestDesk();
  expect(await keep(desk, true)).toEqual({ made: null });
});

test('one is made after each hour in which something was done, and is whole', async () => {
  const desk = await aProgram();
  const { made } = await keep(desk);
  expect(made).toMatch(/^AL-CTO automatic backup 2024-06-03 09\.00\.00-0500 [0-9a-f]{8}\.db$/);
  const copy = openForReading(path.join(folderOf(desk), made ?? ''));
  expect(damageOf(copy)).toEqual([]);
  copy.close();
  later(desk, 1);
  expect(await keep(desk), 'nothing was done').toEqual({ made: null });
  await desk.call('cohorts.create', { name: 'Echo' });
  expect((await keep(desk)).made).toContain('2024-06-03 10.00.00');
  await desk.call('cohorts.create', { name: 'Foxtrot' });
  later(desk, 0.5);
  expect(await keep(desk), 'half an hour').toEqual({ made: null });
  expect((await keep(desk, true)).made, 'but the app is left').toContain('10.30.00');
  expect((await desk.call('desk.status', {})).lastBackupAt).toBe('2024-06-03T15:30:00.000Z');
  // Of one hour the newest is enough.
  expect((await desk.call('backups.show', {})).files.map(({ madeAt }) => madeAt)).toEqual([
    '2024-06-03T15:30:00.000Z',
    '2024-06-03T14:00:00.000Z',
  ]);
});

test('a backup by hand counts too', async () => {
  const desk = await aProgram();
  desk.answers.saveFile = path.join(desk.folder, 'copy.db');
  await desk.call('desk.backUp', {});
  expect(await keep(desk, true)).toEqual({ made: null });
});

test('no one hears of one that no one asked for', async () => {
  const desk = await aProgram();
  desk.events.length = 0;
  await keep(desk);
  expect(desk.events.filter(({ kind }) => kind.startsWith('progress'))).toEqual([]);
});

test('they are thinned, and nothing else in the folder is touched', async () => {
  const desk = await aProgram();
  const folder = folderOf(desk);
  for (let hour = 0; hour < 5; hour += 1) {
    await desk.call('cohorts.create', { name: `Cohort ${hour}` });
    await keep(desk);
    later(desk, 1);
  }
  const [first = '', second = ''] = inFolder(folder);
  expect(inFolder(folder)).toHaveLength(5);
  const others = [
    'program before restoring 2024-06-03.db',
    'My own copy.db',
    first.replace(/[0-9a-f]{8}\.db$/, '00000000.db'),
  ];
  for (const name of others) writeFileSync(path.join(folder, name), 'kept');
  // Someone opened one and worked in it.
  new Database(path.join(folder, second)).exec('PRAGMA journal_mode = WAL').close();
  later(desk, 40 * 24);
  await desk.call('cohorts.create', { name: 'Later' });
  const { made } = await keep(desk);
  const left = inFolder(folder);
  expect(left).toEqual(expect.arrayContaining([...others, second, made]));
  expect(left).not.toContain(first);
});

test('a folder on a stick that comes and goes: what is missing is said, and made when it is back', async () => {
  const desk = await aProgram();
  const stick = path.join(desk.folder, 'stick');
  mkdirSync(stick);
  desk.answers.folder = stick;
  await desk.call('backups.chooseFolder', {});
  await keep(desk);
  expect(inFolder(stick)).toHaveLength(1);
  renameSync(stick, `${stick} out`);
  later(desk, 2);
  await desk.call('cohorts.create', { name: 'Echo' });
  const { sentence } = await desk.refusal('backups.keep', {});
  expect(sentence).toBe(
    `The folder for backups, “${stick}”, isn’t there. Plug in its disk or stick, or choose another folder in Settings.`,
  );
  expect((await step(desk, 'backup-trouble'))?.sentence).toBe(
    `No automatic backup could be made since Jun 3, 2024, 11:00 AM. ${sentence} The last good one is of Jun 3, 2024, 9:00 AM.`,
  );
  later(desk, 1);
  await desk.refusal('backups.keep', {});
  expect((await desk.call('backups.show', {})).trouble?.since, 'since the first time').toBe('2024-06-03T16:00:00.000Z');
  renameSync(`${stick} out`, stick);
  expect((await keep(desk)).made).not.toBeNull();
  expect(await step(desk, 'backup-trouble')).toBeUndefined();
});

test('a folder that vanishes before a backup is written: a sentence, and nothing lost', async () => {
  const desk = await aProgram();
  const stick = path.join(desk.folder, 'stick');
  mkdirSync(stick);
  desk.answers.folder = stick;
  await desk.call('backups.chooseFolder', {});
  const making = desk.ask('backups.keep', { leaving: false });
  // The thread begins only when this turn has ended.
  rmSync(stick, { recursive: true });
  const made = await making;
  expect(made.ok ? '' : made.problem.sentence).toMatch(/folder/i);
  expect((await step(desk, 'backup-trouble'))?.urgency).toBe('now');
  await desk.call('cohorts.create', { name: 'Echo' });
  expect((await desk.call('desk.check', {})).outcome).toBe('whole');
});

test('a folder that vanishes while a backup is written: a sentence, and nothing lost', async () => {
  const desk = await aProgram();
  const stick = path.join(desk.folder, 'stick');
  mkdirSync(stick);
  const file = path.join(stick, 'backup.db');
  const onProgress = () => rmSync(stick, { recursive: true, force: true });
  const made = await backUp({ database: desk.databaseFile, file }, { onProgress });
  expect(made.ok ? '' : made.problem.sentence).toMatch(
    /^(“backup\.db” was not written|The folder|The copy is incomplete)/,
  );
  await desk.call('cohorts.create', { name: 'Echo' });
  expect((await desk.call('desk.check', {})).outcome).toBe('whole');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a folder that may not be written to is said when it is chosen (not on Windows, not as root)',
  async () => {
    const desk = await aProgram();
    const folder = path.join(desk.folder, 'locked');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    desk.answers.folder = folder;
    expect((await desk.refusal('backups.chooseFolder', {})).sentence).toContain('can’t be written to');
  },
);

test('a place that is a file takes no backups, and the usual folder can be had back', async () => {
  const desk = await aProgram();
  const file = path.join(desk.folder, 'a file');
  writeFileSync(file, '');
  desk.answers.folder = file;
  await desk.call('backups.chooseFolder', {});
  expect((await desk.refusal('backups.keep', {})).sentence).toContain('isn’t there');
  await desk.call('backups.useUsualFolder', {});
  expect(await step(desk, 'backup-trouble')).toBeUndefined();
  expect((await keep(desk)).made).not.toBeNull();
  expect((await desk.call('backups.show', {})).isUsual).toBe(true);
});

test('a database that is damaged makes no backup that would pass for a good one', async () => {
  const desk = await aProgram();
  await desk.call('cohorts.create', { name: 'Echo' });
  const connection = new Database(desk.databaseFile);
  connection.exec(
    "PRAGMA foreign_keys = OFF; INSERT INTO sessionCohort (id, sessionId, cohortId) VALUES ('x', 'nowhere', 'no one')",
  );
  connection.close();
  const { sentence } = await desk.refusal('backups.keep', {});
  expect(sentence).toContain('no backup was kept');
  expect(inFolder(folderOf(desk))).toEqual([]);
});

const device = DeviceId.parse('018f0000-0000-7000-8000-0000cafe0001');

test.each([
  ['AL-CTO', '2024-06-03T14:00:00.000Z', 'America/Chicago'],
  ['Was / ist: das?', '2024-11-03T07:30:00.000Z', 'America/Chicago'],
  ['', '2024-06-03T14:00:00.000Z', 'Asia/Kolkata'],
  ['program'.repeat(60), '2024-06-03T14:00:00.000Z', 'America/St_Johns'],
])(
  'the name of a backup of %s says when it was made, in any zone and over the change of clocks',
  (program, at, zone) => {
    const name = automaticName(program, Instant.parse(at), zone, device);
    expect(name.length).toBeLessThan(256);
    expect(madeAtOf(name, device)).toBe(at);
    expect(madeAtOf(name, DeviceId.parse('018f0000-0000-7000-8000-0000cafe0002'))).toBeNull();
  },
);

test.each([
  'AL-CTO automatic backup 2024-06-03 09.00.00-0500 cafe0001 (2).db',
  'AL-CTO automatic backup 2024-13-03 09.00.00-0500 cafe0001.db',
  'AL-CTO backup 2024-06-03.db',
])('%s is none of them', (name) => expect(madeAtOf(name, device)).toBeNull());

test('an hour that the clocks had twice has two names', () => {
  const names = ['2024-11-03T06:30:00.000Z', '2024-11-03T07:30:00.000Z'].map((at) =>
    automaticName('AL-CTO', instantOf(new Date(at)), 'America/Chicago', device),
  );
  expect(new Set(names).size).toBe(2);
});
