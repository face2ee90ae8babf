import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { hashOf, keepFile, placeOf, saySize } from '../../../main/files/kept-files.ts';
import { sweepFolder } from '../../../main/files/leftovers.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const most = 1_000_000;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

let folder: string;
let store: string;
beforeEach(() => {
  folder = temporaryFolder();
  store = path.join(folder, 'evidence');
});

const put = async (name: string, text: string): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
};
const keep = (file: string, options: Partial<Parameters<typeof keepFile>[2]> = {}) =>
  keepFile(store, file, { most, ...options });
const kept = () => {
  try {
    return readdirSync(store);
  } catch {
    return [];
  }
};

describe('Keeping a file under its hash', () => {
  test('copies it whole, for this account alone, and leaves the original alone', async () => {
    const file = await put('hours.txt', 'twelve hours');
    const result = await keep(file);
    expect(result).toMatchObject({ ok: true, value: { sha256: sha('twelve hours'), size: 12, isNew: true } });
    expect(kept()).toEqual([sha('twelve hours')]);
    expect(await readFile(placeOf(store, sha('twelve hours')), 'utf8')).toBe('twelve hours');
    expect(await readFile(file, 'utf8')).toBe('twelve hours');
    if (process.platform === 'win32') return;
    expect(statSync(placeOf(store, sha('twelve hours'))).mode & 0o777).toBe(0o600);
    expect(statSync(store).mode & 0o777).toBe(0o700);
  });

  test('keeps the same bytes once, whatever they are called', async () => {
    await keep(await put('one.txt', 'same'));
    expect(await keep(await put('two.pdf', 'same'))).toMatchObject({ ok: true, value: { isNew: false } });
    expect(kept()).toEqual([sha('same')]);
  });

  test('puts a kept file right that was altered since', async () => {
    const file = await put('one.txt', 'same');
    await keep(file);
    await writeFile(placeOf(store, sha('same')), 'evil');
    expect(await keep(file)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await hashOf(placeOf(store, sha('same')))).toBe(sha('same'));
  });

  test('copies what a link leads to, never the link', async () => {
    const file = await put('real.txt', 'real');
    await symlink(file, path.join(folder, 'link.txt'));
    await keep(path.join(folder, 'link.txt'));
    expect(statSync(placeOf(store, sha('real'))).isFile()).toBe(true);
    expect(await readFile(placeOf(store, sha('real')), 'utf8')).toBe('real');
  });

  test('names a file by nothing but a hash', () => {
    expect(() => placeOf(store, '../program.db')).toThrow('no SHA-256');
  });
});

describe('What can’t be kept is told in a sentence and leaves nothing behind:', () => {
  const refusalOf = async (file: string, options: Partial<Parameters<typeof keepFile>[2]> = {}) => {
    const result = await keep(file, options);
    expect(result.ok).toBe(false);
    expect(kept()).toEqual([]);
    return result.ok ? '' : result.problem.sentence;
  };

  test('a file of 2 GB, before a byte of it is read', async () => {
    const file = await put('huge.mov', '');
    await truncate(file, 2_000_000_000);
    expect(await refusalOf(file)).toBe(
      '“huge.mov” is larger than 1 MB, the most that is kept of one file. Save a smaller copy of it, or add a note of where it is.',
    );
  });

  test('a file that grows past the most while it is copied', async () => {
    const file = await put('log.txt', 'x'.repeat(900_000));
    let hasGrown = false;
    const onProgress = () => {
      if (!hasGrown) appendFileSync(file, 'x'.repeat(200_000));
      hasGrown = true;
    };
    expect(await refusalOf(file, { onProgress })).toContain('is larger than 1 MB');
  });

  test('a file that another program writes to meanwhile', async () => {
    const file = await put('open.docx', 'x'.repeat(1_000));
    let isWritten = false;
    const onProgress = () => {
      if (!isWritten) appendFileSync(file, 'more');
      isWritten = true;
    };
    expect(await refusalOf(file, { onProgress })).toBe(
      '“open.docx” changed while it was copied, so nothing was kept. Close it in the other program, then try again.',
    );
  });

  test.each([
    ['ENOSPC', 'the disk is full. Free some space, then try again.'],
    ['EROFS', 'nothing may be written to '],
    ['EIO', 'the disk did not answer. Check that it is still connected, then try again.'],
  ])('%s while it is written', async (code, why) => {
    const onProgress = () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(await refusalOf(await put('hours.txt', 'x'), { onProgress })).toContain(`“hours.txt” was not saved: ${why}`);
  });

  test('a file that is no longer there', async () => {
    expect(await refusalOf(path.join(folder, 'gone.pdf'))).toContain('“gone.pdf” can’t be found.');
  });

  test('an empty file', async () => {
    expect(await refusalOf(await put('empty.pdf', ''))).toContain('“empty.pdf” is empty.');
  });

  test('a folder', async () => {
    mkdirSync(path.join(folder, 'papers'));
    expect(await refusalOf(path.join(folder, 'papers'))).toContain('“papers” is a folder.');
  });

  test('a link that leads nowhere', async () => {
    await symlink(path.join(folder, 'nowhere'), path.join(folder, 'dead'));
    expect(await refusalOf(path.join(folder, 'dead'))).toContain('“dead” can’t be found.');
  });

  test.skipIf(process.platform === 'win32')('a pipe and a device (not on Windows)', async () => {
    execFileSync('mkfifo', [path.join(folder, 'pipe')]);
    expect(await refusalOf(path.join(folder, 'pipe'))).toContain('“pipe” is a device or a connection');
    expect(await refusalOf('/dev/zero')).toContain('“zero” is a device or a connection');
  });

  test('Cancel', async () => {
    const controller = new AbortController();
    const file = await put('long.txt', 'x'.repeat(10));
    const onProgress = () => controller.abort();
    expect(await refusalOf(file, { signal: controller.signal, onProgress })).toBe('Canceled: no file was copied.');
  });

  test('a store in whose place a file lies', async () => {
    const file = await put('hours.txt', 'x');
    await writeFile(store, 'no folder');
    const result = await keep(file);
    expect(result.ok ? '' : result.problem.sentence).toMatch(
      /^“hours\.txt” was not saved: “.*evidence” is not a folder/,
    );
  });
});

test('What a killed process left in the store is swept, and what is kept stays', async () => {
  await keep(await put('hours.txt', 'x'));
  // A process of this number can't run: no system gives it out.
  await writeFile(path.join(store, '.cohort-desk-4194999-0123abcd-0-kept-1.part'), 'half');
  await sweepFolder(store);
  expect(kept()).toEqual([sha('x')]);
});

test.each([
  [12, '12 bytes'],
  [340_000, '340 KB'],
  [2_140_000, '2.1 MB'],
  [2_000_000_000, '2 GB'],
])('%i bytes are said as %s', (bytes, said) => expect(saySize(bytes)).toBe(said));
