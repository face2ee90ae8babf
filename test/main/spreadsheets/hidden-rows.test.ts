import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { notesOfSheet } from '../../../main/features/imports/sheet-notes.ts';
import type { ReadSheet } from '../../../main/spreadsheets/read/read-sheet.ts';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, tempFile } from '../features/imports/import-desk.ts';

const people = Array.from({ length: 9 }, (_, index) => [`Person ${index}`, index]);

async function sheetsOf(hidden: Readonly<Record<string, readonly number[]>>): Promise<readonly ReadSheet[]> {
  const sheets = Object.entries(hidden).map(([name, rows]) => ({
    name,
    rows: [['Name', 'Years'], ...people],
    rowDefs: new Map(rows.map((row) => [row - 1, { hidden: true }])),
  }));
  return accepted(await readSpreadsheet(tempFile('book.xlsx', await writeXlsx({ sheets })))).sheets;
}

test('rows that a workbook hides are read, and the step that shows the file says which', async () => {
  const [alpha, beta] = await sheetsOf({ Alpha: [4, 9, 10], Beta: [] });
  expect(alpha?.rows).toHaveLength(10);
  expect(alpha?.hiddenRows).toEqual([4, 9, 10]);
  expect(alpha && notesOfSheet(alpha)).toEqual([
    '3 rows are hidden in the sheet “Alpha”, by a filter or by hand (rows 4, 9, 10); they are taken in like the others. Delete them in the workbook if they don’t belong to the list.',
  ]);
  expect(beta?.hiddenRows).toBeUndefined();
});

test('of many the first five are named, one is said as one, and what stands above the header does not count', async () => {
  const [many, one] = await sheetsOf({ Many: [1, 2, 3, 4, 5, 6, 7, 8], One: [3] });
  expect(many && notesOfSheet(many, 1)[0]).toContain(
    '7 rows are hidden in the sheet “Many”, by a filter or by hand (rows 2, 3, 4, 5, 6 and 2 more)',
  );
  expect(one && notesOfSheet(one, 1)[0]).toContain(
    '1 row is hidden in the sheet “One”, by a filter or by hand (row 3); it is taken in',
  );
});

test('a hidden row without a cell hides no one', async () => {
  const [sheet] = await sheetsOf({ Alpha: [40, 41] });
  expect(sheet?.hiddenRows).toBeUndefined();
});
