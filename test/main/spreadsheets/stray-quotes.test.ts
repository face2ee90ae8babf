import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readPasted } from '../../../main/features/imports/pasted.ts';
import type { ReadSheet } from '../../../main/spreadsheets/read/read-sheet.ts';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, Desk, tempFile } from '../features/imports/import-desk.ts';

async function sheetOf(text: string): Promise<ReadSheet> {
  const [sheet] = accepted(await readSpreadsheet(tempFile('form.csv', text))).sheets;
  if (!sheet) throw new Error('There is no sheet.');
  return sheet;
}
const others = ['Bo,Lee,5', '"Cy ""Kit"" Marrow","Pike\nRoad","7"', 'Dee,Lee,9'];
const asRead = [
  ['Bo', 'Lee', '5'],
  ['Cy "Kit" Marrow', 'Pike\nRoad', '7'],
  ['Dee', 'Lee', '9'],
];

describe('a misplaced quotation mark costs its own row at most', () => {
  test.each<[string, string, readonly string[]]>([
    ['text behind the closing one', '"Ada" K.,Lee,4', ['"Ada" K.', 'Lee', '4']],
    ['a nickname within a quoted cell', '"Ada "Kay" Quill",Lee,4', ['Ada "Kay" Quill', 'Lee', '4']],
    ['one that nothing closes on its line', '"Ada Quill,Lee,4', ['"Ada Quill', 'Lee', '4']],
    ['one in a later cell that nothing closes', 'Ada Quill,"Lee,4', ['Ada Quill', '"Lee', '4']],
    ['inches at the end of the next row', '"Ada Quill,Lee,4', ['"Ada Quill', 'Lee', '4']],
    ['behind an unquoted beginning', 'Ada "Kay" Quill,Lee,4', ['Ada "Kay" Quill', 'Lee', '4']],
  ])('%s', async (_, row, cells) => {
    for (const at of [0, 1, 2, 3]) {
      const lines = [...others.slice(0, at), row, ...others.slice(at)];
      const { rows, strayQuotes = [] } = await sheetOf(['Name,System,Years', ...lines].join('\r\n'));
      expect(rows.slice(1)).toEqual([...asRead.slice(0, at), cells, ...asRead.slice(at)]);
      // A mark in the middle of a bare cell is a letter like any other.
      expect(strayQuotes).toEqual(row.startsWith('Ada "Kay"') ? [] : [at + 2]);
    }
  });

  it('also where the mark meets another one at the end of a later row', async () => {
    const { rows, strayQuotes } = await sheetOf('Name,System,Height\n"Ada Quill,Lee,5\nBo,Lee,6"\nCy,Lee,7\n');
    expect(rows.slice(1)).toEqual([
      ['"Ada Quill', 'Lee', '5'],
      ['Bo', 'Lee', '6"'],
      ['Cy', 'Lee', '7'],
    ]);
    expect(strayQuotes).toEqual([2]);
  });

  it('in pasted text as well', async () => {
    const [sheet] = accepted(await readPasted('Name,Years\n"Mei Lund,5\nBo,7\n')).sheets;
    expect(sheet?.rows).toEqual([
      ['Name', 'Years'],
      ['"Mei Lund', '5'],
      ['Bo', '7'],
    ]);
  });

  it('whatever stands in it: every other row is read as it is', () => {
    const cell = fc.stringMatching(/^[A-Za-z ",.']{0,12}$/);
    return fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.nat(3), async (cells, at) => {
        const lines = [...others.slice(0, at), cells.join(','), ...others.slice(at)];
        const { rows } = await sheetOf(['Name,System,Years', ...lines, 'end,end,end'].join('\n'));
        const texts = rows.map((row) => JSON.stringify(row));
        for (const other of asRead) expect(texts).toContain(JSON.stringify(other));
        expect(texts.at(-1)).toBe('["end","end","end"]');
      }),
      { numRuns: 300 },
    );
  });
});

test('the dry run takes the row with a look, and one whose cells have moved not at all', async () => {
  const desk = new Desk();
  const file = tempFile(
    'form.csv',
    [
      'Timestamp,Email,First name,Last name,School System,ALET Membership,Years in education',
      '2024/04/02 8:00:00 AM CDT,ada@example.org,"Ada" K.,Quill,Lee County Schools,General,5',
      '2024/04/02 9:00:00 AM CDT,"bo@example.org,"Bo",Reed,Lee County Schools,General,5',
      '2024/04/02 9:30:00 AM CDT,cy@example.org,Cy,Marrow,Lee County Schools,General,5',
    ].join('\n'),
  );
  const plan = await desk.takeFile(file);
  expect(plan.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'needs-a-look'],
    [3, 'cannot-be-used'],
    [4, 'create'],
  ]);
  expect(plan.rows[0]?.notes[0]).toContain('a misplaced quotation mark');
  expect(plan.rows[1]?.notes[0]).toContain('its cells are in the wrong columns. Correct it in the file');
});
