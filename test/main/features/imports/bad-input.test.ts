import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type Foxtrot, formText, openFoxtrot } from '../../foxtrot.ts';

const good = { name: 'Calvin OBrien' };

/** What a lead is told who imports this file, and what came of it. */
async function take(desk: Foxtrot, name: string, content: string | Uint8Array) {
  desk.answers.openFile = path.join(desk.folder, name);
  writeFileSync(desk.answers.openFile, content);
  const reading = await desk.ask('imports.read', {});
  if (!reading.ok) return { refused: reading.problem.sentence, rows: [], notes: [] };
  const preview = await desk.call('imports.preview', {
    readingId: reading.value?.readingId ?? '',
    cohortId: desk.cohortId,
    limit: 100,
  });
  return { refused: null, rows: preview.rows, notes: preview.notes };
}

describe('what can’t be read at all is refused, names the file, says what to do, and nothing is touched', () => {
  const workbook = () => writeXlsx({ sheets: [{ name: 'List', rows: Array(50).fill(['Name', 'Ada', 'Quill']) }] });
  test.each<[string, string, () => string | Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['no spreadsheet', 'form.pdf', () => '%PDF-1.7\n1 0 obj', /“form\.pdf” is a PDF.* Ask for the spreadsheet/],
    ['an empty file', 'form.csv', () => '', /“form\.csv” is empty\. Export the list again/],
    [
      'a truncated workbook',
      'form.xlsx',
      async () => (await workbook()).subarray(0, 700),
      /“form\.xlsx” is damaged or not complete.* again/,
    ],
    [
      'bytes in no encoding',
      'form.csv',
      () => Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 91) % 256)),
      /“form\.csv” isn’t a spreadsheet\. Choose a \.csv or \.xlsx/,
    ],
  ])('%s', async (_, name, content, sentence) => {
    const desk = await openFoxtrot();
    await desk.apply([good], 'before.csv');
    const before = desk.hash();
    expect((await take(desk, name, await content())).refused).toMatch(sentence);
    expect(desk.hash()).toBe(before);
  });
});

describe('an encoding', () => {
  const text = formText([{ name: 'Renée Núñez', system: 'Lee County Schools' }]);
  test.each(['UTF-8', 'windows-1252', 'UTF-16LE', 'UTF-16BE'])('in %s is read without a word', async (encoding) => {
    const desk = await openFoxtrot();
    const { rows } = await take(
      desk,
      'form.csv',
      iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1252' }),
    );
    expect(rows).toMatchObject([{ name: 'Renée Núñez', outcome: 'create' }]);
  });

  test('with a broken letter keeps every other accent, and names row and column', async () => {
    const desk = await openFoxtrot();
    const people = [{ name: 'Renée Núñez' }, { name: 'Zoë X' }, { name: 'Anaïs Quill' }];
    const bytes = Buffer.from(formText(people));
    bytes[bytes.indexOf(Buffer.from('Zoë')) + 3] = 0x20;
    const { rows } = await take(desk, 'form.csv', bytes);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'needs-a-look', 'create']);
    expect(rows[0]?.name).toBe('Renée Núñez');
    expect(rows[1]?.row).toBe(3);
    expect(rows[1]?.notes[0]).toMatch(
      /in “First Name” has letters that were garbled .* export the list again as UTF-8/,
    );
  });

  test('that another program got wrong before is noted, not taken for a name', async () => {
    const desk = await openFoxtrot();
    const { rows } = await take(desk, 'form.csv', formText([{ name: 'RenÃ©e Lund' }, good]));
    expect(rows.map(({ outcome }) => outcome)).toEqual(['needs-a-look', 'create']);
    expect(rows[0]?.notes[0]).toContain('“RenÃ©e” in “First Name” has letters that were garbled');
  });
});

test('a missing column is named with its file and what to do; the rows that are there can be imported', async () => {
  const desk = await openFoxtrot();
  const { notes, rows } = await take(desk, 'form.csv', 'Timestamp,Name,Email\n4/1/2024,Ada Quill,ada@example.org\n');
  expect(notes).toContain(
    '“form.csv” has no column for the membership. Choose the column that holds it, or add one to the file.',
  );
  expect(rows).toHaveLength(1);
});

test('a row that can’t be read says so with its number, and every other row is imported', async () => {
  const desk = await openFoxtrot();
  const people = [good, { name: '', email: 'not an address' }, { name: 'Blank Years', years: 'a while' }];
  const { rows } = await take(desk, 'form.csv', formText(people));
  expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'create'],
    [3, 'cannot-be-used'],
    [4, 'needs-a-look'],
  ]);
  expect(rows[1]?.notes[0]).toContain('Add one in the file and import it again');
  expect(rows[2]?.notes[0]).toMatch(/“a while” in “Years of experience in education” isn’t a number/);
  await desk.call('imports.apply', { cohortId: desk.cohortId });
  expect((await desk.everyone()).map(({ name }) => name).sort()).toEqual(['Blank Years', 'Calvin OBrien']);
});
