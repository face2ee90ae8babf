import { describe, expect, it, test } from 'vitest';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { refused, tempFile } from '../features/imports/import-desk.ts';
import { bombs, monsters } from './monstrous-files.ts';

describe('a file that is too much is refused in a sentence that says what to do', () => {
  test.each(monsters)('$name', async ({ file, make, sentence }) => {
    expect(refused(await readSpreadsheet(tempFile(file, make())))).toMatch(sentence);
  });
});

describe('an archive is refused for what it unpacks to, whatever it claims', () => {
  test.each(bombs)('$name', async ({ file, make, sentence }) => {
    // Without the last resort: each is told by how it is packed, long before it has unpacked a gigabyte.
    const budgets = { unpacked: Number.POSITIVE_INFINITY };
    expect(refused(await readSpreadsheet(tempFile(file, make()), { budgets }))).toMatch(sentence);
  });
});

describe('reading stops', () => {
  const list = `Name,Years\n${'Mei Lund,5\n'.repeat(60_000)}`;

  it('when the time is up', async () => {
    let now = 0;
    const clock = (): number => {
      now += 50_000;
      return now;
    };
    expect(refused(await readSpreadsheet(tempFile('list.csv', list), { clock }))).toMatch(
      /“list\.csv” takes more than 2 minutes to read\. Split it into smaller files/,
    );
  });

  it('when the thread holds more memory than it may', async () => {
    expect(refused(await readSpreadsheet(tempFile('list.csv', list), { memory: () => 2_000_000_000 }))).toMatch(
      /“list\.csv” takes more memory than this laptop can spare\. Split it into smaller files/,
    );
  });
});
