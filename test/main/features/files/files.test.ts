import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { runDesk } from '../../../../main/headless.ts';
import { openHolder, type TestHolder } from '../../open-holder.ts';

/** A program with a cohort, backed up, and then another cohort that the backup lacks. */
async function backedUp(): Promise<{ app: TestHolder; backup: string }> {
  const app = await openHolder();
  await app.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await app.call('cohorts.create', { name: 'Echo' });
  const backup = path.join(app.folder, 'backup.db');
  app.answers.saveFile = backup;
  await app.call('desk.backUp', {});
  await app.call('cohorts.create', { name: 'Foxtrot' });
  app.answers.openFile = backup;
  return { app, backup };
}

const cohorts = async (app: TestHolder) =>
  (await app.call('cohorts.list', {})).cohorts.map(({ name }) => name).toSorted();
const databases = (app: TestHolder) =>
  readdirSync(app.folder)
    .filter((name) => name.endsWith('.db'))
    .toSorted();

describe('a backup that is looked at', () => {
  test('says what it holds, and what of the open database it lacks', async () => {
    const { app } = await backedUp();
    const view = await app.call('files.lookAtBackup', {});
    expect(view).toMatchObject({
      name: 'backup.db',
      openName: 'program.db',
      keptAs: 'program before restoring 2024-06-03.db',
      holds: {
        program: 'AL-CTO',
        people: 0,
        cohorts: 1,
        commands: 2,
        last: { label: 'Added cohort Echo', at: '2024-06-03T14:00:00.000Z' },
        isSameProgram: true,
        lost: 1,
        lostCommands: [{ label: 'Added cohort Foxtrot' }],
        gained: 0,
      },
    });
  });

  test('is told apart from the database that is open', async () => {
    const { app } = await backedUp();
    app.answers.openFile = app.holder.file;
    expect((await app.refusal('files.lookAtBackup', {})).sentence).toBe(
      '“program.db” is the database that is open, not a backup. Choose another file.',
    );
  });

  const strange: readonly (readonly [string, (file: string, backup: string) => void, RegExp])[] = [
    ['is gone', () => undefined, /isn’t there any longer.*plug it in/s],
    ['is a folder', (file) => mkdirSync(file), /is a folder/],
    ['is empty', (file) => writeFileSync(file, ''), /is empty/],
    ['is a letter', (file) => writeFileSync(file, 'Dear Mara, '.repeat(500)), /isn’t a Cohort Desk database/],
    [
      'is another program’s',
      (file) => new Database(file).exec('CREATE TABLE song (title TEXT); PRAGMA application_id = 7').close(),
      /another program’s database/,
    ],
    [
      'is from a newer version',
      (file, backup) => {
        copyFileSync(backup, file);
        new Database(file).exec('PRAGMA user_version = 9001').close();
      },
      /newer version of Cohort Desk.*nothing was changed/s,
    ],
    [
      'is cut short',
      (file, backup) => writeFileSync(file, readFileSync(backup).subarray(0, statSync(backup).size / 2)),
      /is damaged, so it can’t be restored/,
    ],
    [
      'has a page of nothing',
      (file, backup) => {
        const bytes = readFileSync(backup);
        writeFileSync(file, bytes.fill(0xaa, 8_192, 40_960));
      },
      /is damaged/,
    ],
  ];
  test.each(strange)('says in a sentence where it %s, and changes nothing', async (_, make, sentence) => {
    const { app, backup } = await backedUp();
    const file = path.join(app.folder, 'strange.db');
    make(file, backup);
    app.answers.openFile = file;
    const before = databases(app);
    expect((await app.refusal('files.lookAtBackup', {})).sentence).toMatch(sentence);
    expect(databases(app)).toEqual(before);
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
  });
});

describe('restoring', () => {
  test('puts a copy of the backup in place, and keeps what it replaces under a dated name', async () => {
    const { app, backup } = await backedUp();
    const before = readFileSync(backup);
    const view = await app.call('files.lookAtBackup', {});
    await app.call('files.restore', { key: view?.key ?? '' });
    expect(app.holder.file).toBe(path.join(app.folder, 'program.db'));
    expect(await cohorts(app)).toEqual(['Echo']);
    expect(databases(app)).toEqual(['backup.db', 'program before restoring 2024-06-03.db', 'program.db']);
    expect(readFileSync(backup).equals(before), 'the backup itself is untouched').toBe(true);
    app.answers.openFile = path.join(app.folder, 'program before restoring 2024-06-03.db');
    await app.call('files.open', {});
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
  });

  test('goes on as a new laptop, so that no number is given twice', async () => {
    const { app } = await backedUp();
    const view = await app.call('files.lookAtBackup', {});
    await app.call('files.restore', { key: view?.key ?? '' });
    await app.call('cohorts.create', { name: 'Golf' });
    const { steps } = await app.call('today.show', {});
    expect(steps.find(({ key }) => key === 'new-device')?.sentence).toContain('restored backup');
  });

  test('twice on one day keeps both', async () => {
    const { app } = await backedUp();
    for (const _ of [1, 2]) {
      const view = await app.call('files.lookAtBackup', {});
      await app.call('files.restore', { key: view?.key ?? '' });
    }
    expect(databases(app)).toContain('program before restoring 2024-06-03 (2).db');
  });

  test('waits until nothing typed would be lost', async () => {
    const { app } = await backedUp();
    const view = await app.call('files.lookAtBackup', {});
    app.waiting = [];
    await app.call('files.restore', { key: view?.key ?? '' });
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
    await app.waiting[0]?.();
    expect(await cohorts(app)).toEqual(['Echo']);
  });

  test('refuses a backup of another program in this one’s place, and opens it beside', async () => {
    const { app } = await backedUp();
    const other = await openHolder();
    await other.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    await other.call('cohorts.create', { name: 'Zulu' });
    const backup = path.join(app.folder, 'other.db');
    other.answers.saveFile = backup;
    await other.call('desk.backUp', {});
    app.answers.openFile = backup;
    const view = await app.call('files.lookAtBackup', {});
    expect(view?.holds.isSameProgram).toBe(false);
    expect((await app.refusal('files.restore', { key: view?.key ?? '' })).sentence).toContain('holds another program');
    await app.call('files.openBeside', { key: view?.key ?? '' });
    expect(path.basename(app.holder.file)).toBe('program restored 2024-06-03.db');
    expect(await cohorts(app)).toEqual(['Zulu']);
    expect(existsSync(path.join(app.folder, 'program.db'))).toBe(true);
  });

  test('a backup that was damaged after it was looked at changes nothing', async () => {
    const { app, backup } = await backedUp();
    const view = await app.call('files.lookAtBackup', {});
    writeFileSync(backup, readFileSync(backup).fill(0xaa, 8_192, 40_960));
    expect((await app.refusal('files.restore', { key: view?.key ?? '' })).sentence).toContain('is damaged');
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
    expect(databases(app)).toEqual(['backup.db', 'program.db']);
  });

  test('a file that no one looked at is not restored', async () => {
    const { app } = await backedUp();
    expect((await app.refusal('files.restore', { key: '0123456789abcdef' })).sentence).toContain('Look at the backup');
  });

  test('where another process has the database open, nothing is replaced, and the copy is named', async () => {
    const { app } = await backedUp();
    const view = await app.call('files.lookAtBackup', {});
    const beside = new Database(app.holder.file);
    beside.prepare('SELECT count(*) FROM person').get();
    const { sentence, reasons } = await app.refusal('files.restore', { key: view?.key ?? '' });
    beside.close();
    expect(sentence).toContain('is open in another program, so nothing was replaced');
    expect(reasons.join()).toContain('program restored 2024-06-03.db');
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
  });
});

describe('opening', () => {
  test('a new one makes it, and never over a file that is there', async () => {
    const { app, backup } = await backedUp();
    app.answers.saveFile = path.join(app.folder, 'next.db');
    await app.call('files.new', {});
    expect(path.basename(app.holder.file)).toBe('next.db');
    expect(await app.call('program.show', {})).toBeNull();
    app.answers.saveFile = backup;
    expect((await app.refusal('files.new', {})).sentence).toContain('is there already');
  });

  test('one that another window has says so, and this one stays', async () => {
    const { app, backup } = await backedUp();
    app.taken.add(backup);
    expect((await app.refusal('files.open', {})).sentence).toContain('open in another Cohort Desk window');
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
  });

  test('one that turns out damaged leaves the open one open', async () => {
    const { app, backup } = await backedUp();
    const file = path.join(app.folder, 'strange.db');
    copyFileSync(backup, file);
    new Database(file).exec('DROP TABLE personSearchKey').close();
    app.answers.openFile = file;
    expect((await app.refusal('files.open', {})).sentence).toMatch(/^“strange\.db”|The tables in “strange\.db”/);
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
    await app.call('cohorts.create', { name: 'Golf' });
  });

  test('is remembered, newest first; one that has gone says so and can be forgotten', async () => {
    const { app } = await backedUp();
    app.answers.saveFile = path.join(app.folder, 'next.db');
    app.now = '2024-06-04T14:00:00.000Z';
    await app.call('files.new', {});
    expect(await app.call('files.recent', {})).toMatchObject([
      { name: 'next.db', isOpen: true, isThere: true, openedAt: '2024-06-04T14:00:00.000Z' },
      { name: 'program.db', isOpen: false, isThere: true },
    ]);
    const [, old] = await app.call('files.recent', {});
    const key = old?.key ?? '';
    await app.call('files.openRecent', { key });
    expect(await cohorts(app)).toEqual(['Echo', 'Foxtrot']);
    const next = (await app.call('files.recent', {})).find(({ name }) => name === 'next.db');
    rmSync(path.join(app.folder, 'next.db'));
    expect((await app.call('files.recent', {})).find(({ name }) => name === 'next.db')?.isThere).toBe(false);
    const gone = await app.refusal('files.openRecent', { key: next?.key ?? '' });
    expect(gone.sentence).toBe(
      `“next.db” isn’t there any longer. It was in “${app.folder}”: if that is on a stick or another disk, plug it in and try again.`,
    );
    await app.call('files.forget', { key: next?.key ?? '' });
    expect((await app.call('files.recent', {})).map(({ name }) => name)).toEqual(['program.db']);
  });

  test('at a terminal is refused', async () => {
    const { app } = await backedUp();
    app.holder.close();
    const { exitCode, stderr } = await runDesk(['files.open', '{}', '--db', app.holder.file]);
    expect([exitCode, stderr]).toEqual([
      1,
      'Only the window opens another database. At a terminal, name it with --db FILE.\n',
    ]);
  });
});
