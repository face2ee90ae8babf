import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readScanLog } from '../../../main/features/scan-log/file.ts';
import { openRegularFile, readUpTo } from '../../../main/files/regular-file.ts';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** What a reader of lists answers to each of these, which all would hold it up or never end. */
async function refusals(file: string): Promise<readonly string[]> {
  const answers = [await readSpreadsheet(file), await readScanLog(file)];
  return answers.map((answer) => (answer.ok ? 'It was read.' : answer.problem.sentence));
}

const noFile = (name: string): string =>
  `“${name}” is a device or a connection on this laptop, not a file. Choose a .csv or .xlsx file.`;

describe.skipIf(process.platform === 'win32')('nothing but a regular file is read', () => {
  test('not a pipe that no one writes into', async () => {
    const pipe = path.join(temporaryFolder(), 'form.csv');
    execFileSync('mkfifo', [pipe]);
    expect(await refusals(pipe)).toEqual([noFile('form.csv'), noFile('form.csv')]);
  });

  test('not a device, by its own name or through a link', async () => {
    const link = path.join(temporaryFolder(), 'form.csv');
    symlinkSync('/dev/zero', link);
    expect(await refusals('/dev/zero')).toEqual([noFile('zero'), noFile('zero')]);
    expect(await refusals(link)).toEqual([noFile('form.csv'), noFile('form.csv')]);
  });

  test('not a socket', async () => {
    const socket = path.join(temporaryFolder(), 'form.csv');
    const server = createServer().listen(socket);
    onTestFinished(() => void server.close());
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await refusals(socket)).toEqual([noFile('form.csv'), noFile('form.csv')]);
  });

  test('a link to a list is read like the list itself', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'list.csv'), 'First Name\nAda\n');
    symlinkSync(path.join(folder, 'list.csv'), path.join(folder, 'link.csv'));
    expect(await readSpreadsheet(path.join(folder, 'link.csv'))).toMatchObject({ ok: true });
  });
});

test('a folder and a file that is gone say what to do', async () => {
  const folder = path.join(temporaryFolder(), 'lists');
  mkdirSync(folder);
  expect(await refusals(folder)).toContain('“lists” is a folder. Choose a .csv or .xlsx file inside it.');
  expect(await refusals(`${folder}.csv`)).toContain(
    '“lists.csv” can’t be found. It may have been moved or renamed; choose it again.',
  );
});

describe('reading up to so many bytes', () => {
  async function opened(bytes: number) {
    const file = path.join(temporaryFolder(), 'list.csv');
    writeFileSync(file, 'x'.repeat(bytes));
    const result = await openRegularFile(file);
    if (!result.ok) throw new Error(result.problem.sentence);
    onTestFinished(() => result.value.handle.close());
    return { file, open: result.value };
  }

  test.each([0, 1, 65_536, 65_537, 200_000])('gives all %i bytes of a file', async (bytes) => {
    const { open } = await opened(bytes);
    expect((await readUpTo(open, 200_000))?.toString()).toBe('x'.repeat(bytes));
  });

  test('gives none of a longer one, nor of one that grows past it after it was opened', async () => {
    expect(await readUpTo((await opened(11)).open, 10)).toBeNull();
    const growing = await opened(10);
    appendFileSync(growing.file, 'more');
    expect(await readUpTo(growing.open, 10)).toBeNull();
  });

  test('gives what is left of one that is cut off meanwhile, and the opened one where another takes its name', async () => {
    const cut = await opened(100);
    truncateSync(cut.file, 40);
    expect(await readUpTo(cut.open, 1_000)).toHaveLength(40);
    const swapped = await opened(100);
    writeFileSync(`${swapped.file}.other`, 'another file');
    renameSync(`${swapped.file}.other`, swapped.file);
    expect(await readUpTo(swapped.open, 1_000)).toHaveLength(100);
  });
});
