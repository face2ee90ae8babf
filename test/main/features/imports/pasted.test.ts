import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from '../../../../main/features/imports/pasted.ts';
import { accepted, refused } from './import-desk.ts';

const rowsOf = async (text: string) => accepted(await readPasted(text)).sheets[0]?.rows;

/** As spreadsheets write cells: quoted only where they hold a line break or a tab. */
const copied = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');

describe('what a spreadsheet copies', () => {
  test('is one sheet named “Pasted”, cells as they were', async () => {
    const sheet = accepted(await readPasted('Name\tYears\r\nMei Lund\t5\r\n'));
    expect(sheet).toMatchObject({ file: 'Pasted', encoding: null, delimiter: '\t' });
    expect(sheet.sheets).toEqual([
      {
        name: 'Pasted',
        rows: [
          ['Name', 'Years'],
          ['Mei Lund', '5'],
        ],
      },
    ]);
  });

  test('keeps line breaks and quotes within a cell, and quotes that a person typed', async () => {
    const text = 'Name\tNeeds\nMei "Mo" Lund\t"no nuts,\nno ""milk"""\n"Al" Reed\t5"\n"Bo\topen\n';
    expect(await rowsOf(text)).toEqual([
      ['Name', 'Needs'],
      ['Mei "Mo" Lund', 'no nuts,\nno "milk"'],
      ['"Al" Reed', '5"'],
      ['"Bo', 'open'],
    ]);
  });

  test('may be a CSV from an editor, or one column', async () => {
    expect(await rowsOf('\uFEFFName,Years\n"Lund, Mei",5\n')).toEqual([
      ['Name', 'Years'],
      ['Lund, Mei', '5'],
    ]);
    expect(await rowsOf('E-mail\na@example.org\n')).toEqual([['E-mail'], ['a@example.org']]);
  });

  test('comes back cell by cell, whatever stands in the cells', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\t', '😀') })
      // A cell that a person began with a quotation mark reads as a quoted one where another ends it.
      .filter((text) => /[\t\r\n]/.test(text) || !text.startsWith('"'));
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, fc.constant('y')), { minLength: 2, maxLength: 6 });
    const same = fc.asyncProperty(rows, async (grid) => {
      expect(await rowsOf(copied(grid))).toEqual(grid);
    });
    await fc.assert(same);
  });
});

describe('what is no list is refused, and says what to do', () => {
  test.each([
    ['', 'What was pasted is empty'],
    [' \n\t\n', 'is empty'],
    ['Name\tYears', 'is one row'],
    ['Dear leads,\nI would like to apply for the program.\nPlease tell me how to do that.', 'isn’t a table'],
  ])('%j', async (text, sentence) => {
    expect(refused(await readPasted(text))).toContain(sentence);
    expect(refused(await readPasted(text))).toContain('paste again');
  });

  test('too many rows, and Cancel', async () => {
    const many = 'Mei\t5\n'.repeat(5_000);
    expect(refused(await readPasted(many, { budgets: { rows: 1_000 } }))).toContain('Save the sheet as a file');
    const cancel = new AbortController();
    const reading = readPasted(many, { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(refused(await reading)).toContain('was canceled; nothing was imported');
  });
});
