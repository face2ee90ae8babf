import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { deviceIn, programIdOf, rememberSteps } from '../../../main/database/device.ts';
import type { WritableDatabase } from '../../../main/database/handles.ts';
import { noteOnLaptop } from '../../../main/database/laptop.ts';
import { insert } from '../../../main/log/change.ts';
import { make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { openTestDesk } from '../open-desk.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** Does one step on this laptop in a database, and remembers it. */
async function work(database: WritableDatabase, settings: string): Promise<void> {
  const world = { ...worldAt('2024-06-03T14:00:00.000Z'), device: deviceIn(database, settings, v7) };
  await make(database, world, 'Added someone', [insert('person', somebody())]);
  rememberSteps(database, settings, world.device);
}

/** A copy of a database as a backup makes it. */
function copyOf(database: WritableDatabase): string {
  const file = path.join(temporaryFolder(), 'copy.db');
  database.run('VACUUM INTO ?', file);
  return file;
}

const summary = (database: WritableDatabase, settings: string) => {
  const { letter, because } = deviceIn(database, settings, v7);
  return { letter, because };
};

describe('this laptop in a file', () => {
  test('is the same whenever the file is opened, and its identity is nowhere in it', async () => {
    const settings = temporaryFolder();
    const database = openTestDatabase();
    const { id } = deviceIn(database, settings, v7);
    expect(deviceIn(database, settings, v7)).toEqual({
      id,
      letter: 'A',
      name: os.hostname().split('.')[0],
      because: 'first',
    });
    expect(database.all("SELECT key FROM laptop WHERE key LIKE 'device%'")).toEqual([]);
    await work(database, settings);
    expect(deviceIn(database, settings, v7).id).toBe(id);
    expect(database.all('SELECT id, letter, because FROM logDevice')).toEqual([{ id, letter: 'A', because: 'first' }]);
  });

  test('is another one where the file turns up on another laptop', async () => {
    const [here, elsewhere] = [temporaryFolder(), temporaryFolder()];
    const database = openTestDatabase();
    await work(database, here);
    const copy = openTestDatabase(copyOf(database));
    expect(programIdOf(copy)).toBe(programIdOf(database));
    expect(summary(copy, elsewhere)).toEqual({ letter: 'B', because: 'other-laptop' });
    await work(copy, elsewhere);
    expect(summary(copy, elsewhere)).toEqual({ letter: 'B', because: 'other-laptop' });
    expect(copy.all('SELECT letter, because FROM logDevice ORDER BY letter')).toEqual([
      { letter: 'A', because: 'first' },
      { letter: 'B', because: 'other-laptop' },
    ]);
  });

  test('is another one in a restored file that is older than this laptop’s last step, and the old one where that goes on', async () => {
    const settings = temporaryFolder();
    const database = openTestDatabase();
    await work(database, settings);
    const restored = openTestDatabase(copyOf(database));
    expect(summary(restored, settings), 'nothing was done since').toEqual({ letter: 'A', because: 'first' });
    await work(database, settings);
    expect(summary(restored, settings)).toEqual({ letter: 'B', because: 'older-file' });
    await work(restored, settings);
    expect(summary(database, settings)).toEqual({ letter: 'A', because: 'first' });
    expect(summary(restored, settings)).toEqual({ letter: 'B', because: 'older-file' });
    // A copy that went on by itself is not this file either, though its log is as long.
    const fork = openTestDatabase(copyOf(restored));
    await work(fork, settings);
    await work(restored, settings);
    expect(summary(fork, settings).letter).not.toBe(summary(restored, settings).letter);
  });

  test('is a new one where the laptop’s own note can’t be read', async () => {
    const settings = temporaryFolder();
    const database = openTestDatabase();
    await work(database, settings);
    const file = path.join(settings, 'devices', `${programIdOf(database)}.json`);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ devices: [{ letter: 'A' }] });
    writeFileSync(file, '{"devices": [');
    expect(summary(database, settings)).toEqual({ letter: 'B', because: 'other-laptop' });
  });

  test('stays what it was in a database that itself said so until version 13', async () => {
    const [before, after, elsewhere] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const database = openTestDatabase();
    await work(database, before);
    const { id } = deviceIn(database, before, v7);
    const asOfOld = (deviceName: string) => {
      noteOnLaptop(database, 'deviceId', id);
      noteOnLaptop(database, 'deviceName', deviceName);
    };
    asOfOld('someone-elses-laptop');
    expect(summary(database, elsewhere)).toEqual({ letter: 'B', because: 'other-laptop' });
    asOfOld(os.hostname().split('.')[0] ?? '');
    expect(deviceIn(database, after, v7)).toMatchObject({ id, letter: 'A', because: 'first' });
    expect(database.all("SELECT key FROM laptop WHERE key LIKE 'device%'")).toEqual([]);
    asOfOld('a malformed id');
    noteOnLaptop(database, 'deviceId', 'no id at all');
    expect(summary(database, after)).toEqual({ letter: 'A', because: 'first' });
  });
});

describe('a desk', () => {
  test('opened on a restored backup says that it goes on under another letter, and numbers with it', async () => {
    const desk = openTestDesk();
    await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
    desk.answers.saveFile = path.join(desk.folder, 'backup.db');
    await desk.call('desk.backUp', {});
    await desk.call('badges.makeBlank', { count: 3 });
    await desk.desk.close();
    copyFileSync(path.join(desk.folder, 'backup.db'), desk.databaseFile);
    for (const sidecar of ['-wal', '-shm']) rmSync(`${desk.databaseFile}${sidecar}`, { force: true });

    const restored = openTestDesk(desk.databaseFile);
    expect((await restored.call('today.show', {})).steps.map(({ sentence }) => sentence)).toContain(
      'This file is older than the last work done on this laptop, so it may be a restored backup. It continues as laptop B',
    );
    await restored.call('badges.makeBlank', { count: 1 });
    const { rows } = await restored.call('badges.list', { whose: { of: 'walk-ins', badgeIds: 'all' } });
    expect(rows.map(({ number }) => number)).toEqual([1_000_001]);
  });

  test('is refused with a sentence where the folder of the settings can’t be written', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'settings');
    writeFileSync(file, 'a file, not a folder');
    mkdirSync(path.join(folder, 'desk'));
    expect(() => openTestDesk(path.join(folder, 'program.db'))).toThrow(
      '“settings” can’t be opened. Check that its folder exists and that you may write there.',
    );
  });
});
