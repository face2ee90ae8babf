import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { APPLICATION_ID } from '../../../main/database/application-id.ts';
import { insert } from '../../../main/log/change.ts';
import { hashOfRows, make, openTestDatabase, somebody, worldAt } from '../database-for-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { backUpTo, sentenceOf } from './backing-up.ts';

const world = worldAt('2024-06-03T14:00:00.000Z');

describe('A backup replaces an older backup of the same desk, and no other database', () => {
  const added = (name: string) => [insert('person', somebody({ givenName: name }))];

  test('refuses a desk that was worked in, though no one has it open now', async () => {
    const database = openTestDatabase();
    const other = openTestDatabase();
    await make(other, world, 'Added Omar', added('Omar'));
    other.close();
    const before = readFileSync(other.file);
    expect(await sentenceOf(backUpTo(database, other.file))).toBe(
      '“program.db” is a database that someone worked in, not a backup. Choose another name.',
    );
    expect(readFileSync(other.file).equals(before)).toBe(true);
  });

  test('refuses another program’s database, and one of ours that can’t be read', async () => {
    const database = openTestDatabase();
    const file = path.join(temporaryFolder(), 'theirs.db');
    const theirs = new Database(file);
    theirs.exec('CREATE TABLE song (title TEXT)');
    expect(await sentenceOf(backUpTo(database, file))).toBe(
      '“theirs.db” is another program’s database. Choose another name.',
    );
    theirs.pragma(`application_id = ${APPLICATION_ID}`);
    theirs.close();
    expect(await sentenceOf(backUpTo(database, file))).toBe(
      '“theirs.db” is a database that can’t be read. Choose another name.',
    );
  });

  test('refuses a backup of another desk', async () => {
    const [one, other] = [openTestDatabase(), openTestDatabase()];
    await make(one, world, 'Added Renée', added('Renée'));
    await make(other, world, 'Added Omar', added('Omar'));
    const copy = path.join(temporaryFolder(), 'backup.db');
    await backUpTo(other, copy);
    expect(await sentenceOf(backUpTo(one, copy))).toBe(
      '“backup.db” is a backup with changes that this database doesn’t have. Choose another name, so that they aren’t lost.',
    );
    expect(hashOfRows(openTestDatabase(copy))).toBe(hashOfRows(other));
  });

  test('refuses a later backup, where the desk itself went back to an earlier one', async () => {
    const database = openTestDatabase();
    const folder = temporaryFolder();
    const [earlier, later] = [path.join(folder, 'monday.db'), path.join(folder, 'tuesday.db')];
    await make(database, world, 'Added Renée', added('Renée'));
    await backUpTo(database, earlier);
    await make(database, world, 'Added Omar', added('Omar'));
    await backUpTo(database, later);
    const wentBack = openTestDatabase(earlier);
    expect(await sentenceOf(backUpTo(wentBack, later))).toMatch(/changes that this database doesn’t have/);
    expect(hashOfRows(openTestDatabase(later))).toBe(hashOfRows(database));
  });
});

describe('A backup never lands on what is not a file of its own', () => {
  const itself = 'A backup can’t take the place of the database itself. Choose another name or folder.';

  test.each<[string, (database: string, folder: string) => string]>([
    ['under its own name', (database) => database],
    [
      'through a link to it',
      (database, folder) => {
        symlinkSync(database, path.join(folder, 'link.db'));
        return path.join(folder, 'link.db');
      },
    ],
    [
      'through a second name of it',
      (database, folder) => {
        linkSync(database, path.join(folder, 'second.db'));
        return path.join(folder, 'second.db');
      },
    ],
    [
      'through a linked folder',
      (database, folder) => {
        symlinkSync(path.dirname(database), path.join(folder, 'linked'));
        return path.join(folder, 'linked', path.basename(database));
      },
    ],
    // What a name in other letters is on macOS and Windows: another path to the same file.
    [
      'under a name that only the disk knows to be the same',
      (database, folder) => {
        symlinkSync(path.dirname(database), path.join(folder, 'CASE'));
        return path.join(folder, 'CASE', '..', 'CASE', path.basename(database));
      },
    ],
  ])('refuses a backup onto the database itself %s', async (_how, makeName) => {
    const database = openTestDatabase();
    await make(database, world, 'Added Renée', [insert('person', somebody())]);
    const before = hashOfRows(database);
    const inode = statSync(database.file).ino;
    expect(await sentenceOf(backUpTo(database, makeName(database.file, temporaryFolder())))).toBe(itself);
    expect(statSync(database.file).ino).toBe(inode);
    expect(hashOfRows(openTestDatabase(database.file))).toBe(before);
  });

  test.each(['-wal', '-shm', '-journal', '-WAL'])('refuses a backup onto program.db%s', async (suffix) => {
    const database = openTestDatabase();
    await make(database, world, 'Added Renée', [insert('person', somebody())]);
    expect(await sentenceOf(backUpTo(database, database.file + suffix))).toMatch(
      /^SQLite keeps its own files under names like/,
    );
    expect(hashOfRows(openTestDatabase(database.file))).toBe(hashOfRows(database));
  });

  test('refuses a link to another file, a folder, a pipe, a device, and a folder that is not there', async () => {
    const database = openTestDatabase();
    const folder = temporaryFolder();
    const at = (name: string): string => path.join(folder, name);
    writeFileSync(at('other.db'), 'another file');
    symlinkSync(at('other.db'), at('link.db'));
    symlinkSync(at('nowhere'), at('broken.db'));
    mkdirSync(at('folder.db'));
    execFileSync('mkfifo', [at('pipe.db')]);
    expect(await sentenceOf(backUpTo(database, at('link.db')))).toMatch(/is a link to another file/);
    expect(await sentenceOf(backUpTo(database, at('broken.db')))).toMatch(/is a link to another file/);
    expect(await sentenceOf(backUpTo(database, at('folder.db')))).toMatch(/is a folder/);
    expect(await sentenceOf(backUpTo(database, at('pipe.db')))).toMatch(/is a device or a pipe/);
    expect(await sentenceOf(backUpTo(database, '/dev/null'))).toMatch(/is a device or a pipe/);
    expect(await sentenceOf(backUpTo(database, at('gone/copy.db')))).toMatch(/^The folder .+ doesn’t exist\./);
    expect(await sentenceOf(backUpTo(database, at(`${'long'.repeat(100)}.db`)))).toMatch(/shorter, plainer/);
    expect(readFileSync(at('other.db'), 'utf8')).toBe('another file');
  });

  test.each(['-wal', '-shm', '-journal'])('refuses a name beside which an old %s lies', async (suffix) => {
    const database = openTestDatabase();
    await make(database, world, 'Added Renée', [insert('person', somebody())]);
    const copy = path.join(temporaryFolder(), 'backup.db');
    writeFileSync(copy + suffix, 'of a database that lay here once');
    expect(await sentenceOf(backUpTo(database, copy))).toMatch(`“backup.db${suffix}” is still beside it`);
    expect(readdirSync(path.dirname(copy))).toEqual([`backup.db${suffix}`]);
  });

  test('refuses to replace a database that another window has open', async () => {
    const database = openTestDatabase();
    const other = openTestDatabase();
    await make(other, world, 'Added Omar', [insert('person', somebody())]);
    const before = hashOfRows(other);
    expect(await sentenceOf(backUpTo(database, other.file))).toMatch(/is open in another program/);
    expect(hashOfRows(openTestDatabase(other.file))).toBe(before);
  });
});
