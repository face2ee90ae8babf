import { execFileSync, spawnSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryName } from '../../../main/files/maker.ts';
import { removeLeftovers, replaceFile, sayFileError } from '../../../main/files/replace-file.ts';
import { isCancelled } from '../is-cancelled.ts';
import { putNewDatabase } from '../new-database.ts';
import { folder } from '../papers/tools.ts';

const failing = (code: string): Error => Object.assign(new Error(code), { code });

describe('Writing a file whole or not at all', () => {
  test('puts the new file in the old one’s place and leaves nothing else', async () => {
    const at = await folder();
    await writeFile(join(at, 'list.csv'), 'old');
    const result = await replaceFile(join(at, 'list.csv'), async (handle) => {
      await handle.writeFile('new');
      expect(await readFile(join(at, 'list.csv'), 'utf8')).toBe('old');
      return 1;
    });
    expect(result).toEqual({ ok: true, value: 1 });
    expect(await readFile(join(at, 'list.csv'), 'utf8')).toBe('new');
    expect(await readdir(at)).toEqual(['list.csv']);
  });

  test.skipIf(process.platform === 'win32')(
    'never takes the place of a pipe or a device (not on Windows)',
    async () => {
      const at = await folder();
      execFileSync('mkfifo', [join(at, 'pipe')]);
      const refused = await replaceFile(join(at, 'pipe'), (handle) => handle.writeFile('new'));
      expect(refused).toMatchObject({ problem: { sentence: expect.stringContaining('is a device or a pipe') } });
      expect((await lstat(join(at, 'pipe'))).isFIFO()).toBe(true);
    },
  );

  test.each([
    ['another Cohort Desk database', 'other.db', '“other.db” is a database: this would delete all that is in it.'],
    ['a database through a link', 'link.xlsx', '“link.xlsx” is a database: this would delete all that is in it.'],
    ['the name of its write-ahead log', 'other.db-wal', '“other.db-wal” is a name that only the database “other.db”'],
    ['the name of its journal', 'other.db-journal', '“other.db-journal” is a name that only the database “other.db”'],
  ])('never takes the place of %s, which no one has open', async (_what, name, sentence) => {
    const at = await folder();
    putNewDatabase(join(at, 'other.db'));
    await symlink('other.db', join(at, 'link.xlsx'));
    const before = await readFile(join(at, 'other.db'));
    const refused = await replaceFile(join(at, name), (handle) => handle.writeFile('a list'));
    expect(refused).toMatchObject({ problem: { sentence: expect.stringContaining(sentence) } });
    expect(refused).toMatchObject({ problem: { sentence: expect.stringMatching(/Choose another name\.$/) } });
    expect((await readFile(join(at, 'other.db'))).equals(before)).toBe(true);
    expect((await readdir(at)).sort()).toEqual(['link.xlsx', 'other.db']);
  });

  test('takes a name that only looks like one of a database’s own files', async () => {
    const at = await folder();
    expect(await replaceFile(join(at, 'travel-journal'), (handle) => handle.writeFile('a list'))).toMatchObject({
      ok: true,
    });
  });

  test('says so much of a long name that it can be told, and no more', () => {
    const said = sayFileError(`/${'long'.repeat(1_000)}/${'name'.repeat(1_000)}.csv`, failing('EACCES'));
    expect(said?.length).toBeLessThan(500);
    expect(said).toMatch(/^“(name)+…” was not written: /);
  });

  test.each(['ENOSPC', 'EACCES', 'EBUSY', 'EROFS', 'EIO', 'EPERM'])(
    '%s leaves the old file whole and says what to do',
    async (code) => {
      const at = await folder();
      await writeFile(join(at, 'list.csv'), 'old');
      const result = await replaceFile(join(at, 'list.csv'), async (handle) => {
        await handle.writeFile('half');
        throw failing(code);
      });
      expect(result.ok ? '' : result.problem.sentence).toMatch(/^“list\.csv” was not written: .+ then try again\.$/);
      expect(await readFile(join(at, 'list.csv'), 'utf8')).toBe('old');
      expect(await readdir(at)).toEqual(['list.csv']);
    },
  );

  test('refuses a folder that is gone, and a name that a folder has', async () => {
    const at = await folder();
    await mkdir(join(at, 'taken', 'inner'), { recursive: true });
    const gone = await replaceFile(join(at, 'gone', 'x.csv'), async () => 1);
    expect(gone).toMatchObject({ problem: { sentence: expect.stringMatching(/the folder .* no longer exists/) } });
    const taken = await replaceFile(join(at, 'taken'), async () => 1);
    expect(taken).toMatchObject({ problem: { sentence: expect.stringContaining('a folder has that name') } });
    expect(await readdir(at)).toEqual(['taken']);
  });

  test.skipIf(process.platform === 'win32')(
    'follows a link to the file that it stands for (not on Windows)',
    async () => {
      const at = await folder();
      await writeFile(join(at, 'real.csv'), 'old');
      await symlink('real.csv', join(at, 'link.csv'));
      await replaceFile(join(at, 'link.csv'), (handle) => handle.writeFile('new'));
      expect(await readlink(join(at, 'link.csv'))).toBe('real.csv');
      expect(await readFile(join(at, 'real.csv'), 'utf8')).toBe('new');
    },
  );

  test('is cancelled as late as the last moment', async () => {
    const at = await folder();
    const stop = new AbortController();
    const result = await replaceFile(join(at, 'x'), async () => stop.abort(), stop.signal);
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect(await readdir(at)).toEqual([]);
  });

  test('lets a bug be a bug', async () => {
    const at = await folder();
    const bug = () => Promise.reject(new TypeError('a bug'));
    await expect(replaceFile(join(at, 'x'), bug)).rejects.toThrow('a bug');
    expect(sayFileError('x', new TypeError('a bug'))).toBeNull();
    expect(await readdir(at)).toEqual([]);
  });

  test('clears what killed programs left, but nothing that a running one still writes', async () => {
    const at = await folder();
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    const left = [`.cohort-desk-${ended}-0123abcd-0-1.part`, `.cohort-desk-${process.pid}-0123abcd-0-1.part`];
    const living = [`.cohort-desk-${process.ppid}-0123abcd-0-1.part`, temporaryName('0-77.part')];
    for (const name of [...left, ...living]) await writeFile(join(at, name), '');
    await replaceFile(join(at, 'x'), async () => 1);
    expect((await readdir(at)).sort()).toEqual([...living, 'x'].sort());
    await writeFile(join(at, temporaryName('77-1.part')), '');
    await removeLeftovers(join(at, 'x'), 77);
    expect((await readdir(at)).sort()).toEqual([...living, 'x'].sort());
  });
});
