import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, tempFile } from '../features/imports/import-desk.ts';
import { workbookOf } from './raw-workbook.ts';

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  return accepted(await readSpreadsheet(tempFile('book.xlsx', bytes))).sheets[0]?.rows ?? [];
}
const written = async (rows: CellValue[][], more: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'List', rows, ...more }] });

describe('a workbook', () => {
  it('gives every sheet in order, with its name', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Alpha', rows: [['Name'], ['Mei Lund']] },
        { name: 'Notes & more', rows: [['Exported.']] },
        { name: 'Beta', rows: [] },
      ],
    });
    const { sheets, format, encoding, delimiter } = accepted(await readSpreadsheet(tempFile('book.csv', bytes)));
    expect({ format, encoding, delimiter }).toEqual({ format: 'xlsx', encoding: null, delimiter: null });
    expect(sheets).toEqual([
      { name: 'Alpha', rows: [['Name'], ['Mei Lund']] },
      { name: 'Notes & more', rows: [['Exported.']] },
      { name: 'Beta', rows: [] },
    ]);
  });

  it('gives numbers as short as they were typed, and booleans in capitals', async () => {
    expect(
      await rowsOf(
        await written([
          ['Number', 'Answer'],
          [0.1 + 0.2, true],
          [2565550112, false],
          [-1.5, null],
          [12, 'x'],
        ]),
      ),
    ).toEqual([['Number', 'Answer'], ['0.3', 'TRUE'], ['2565550112', 'FALSE'], ['-1.5'], ['12', 'x']]);
  });

  it('keeps the value of merged cells in the first one, and the numbers of rows', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }];
    const rows = await rowsOf(
      await written(
        [['AL-CTO graduates, Alpha cohort', null, null], [], ['Last', 'First', 'System'], ['Lund', 'Mei', 'Lee']],
        { merges },
      ),
    );
    expect(rows[0]?.filter((cell) => cell !== '')).toEqual(['AL-CTO graduates, Alpha cohort']);
    expect(rows.slice(1)).toEqual([[], ['Last', 'First', 'System'], ['Lund', 'Mei', 'Lee']]);
  });

  it('gives date cells as the days and times that they show, to the nearest second', async () => {
    const rows = await rowsOf(
      workbookOf({
        styles: ['m/d/yy h:mm:ss', 'mm/dd/yyyy', '0.00', 'h:mm', '[$-409]d\\-mmm\\-yyyy;@'],
        cells: [
          [
            '<c s="1"><v>45383.29896990741</v></c>',
            '<c s="1"><v>45383.294340277775</v></c>',
            '<c s="2"><v>42895</v></c>',
          ],
          ['<c s="3"><v>45383.5</v></c>', '<c s="4"><v>0.75</v></c>', '<c s="5"><v>45383</v></c>'],
        ],
      }),
    );
    expect(rows).toEqual([
      ['2024-04-01T07:10:31', '2024-04-01T07:03:51', '2017-06-09'],
      ['45383.5', '18:00:00', '2024-04-01'],
    ]);
  });

  it('counts days from 1904 where the workbook does', async () => {
    const cells = [['<c s="1"><v>41433</v></c>', '<c s="1"><v>43921.25</v></c>'], ['<c t="str"><v>end</v></c>']];
    expect(await rowsOf(workbookOf({ styles: ['yyyy-mm-dd hh:mm'], is1904: true, cells }))).toEqual([
      ['2017-06-09', '2024-04-01T06:00:00'],
      ['end'],
    ]);
  });

  it('gives formulas’ values, errors as their text, rich and inline text', async () => {
    const cells = [
      [
        '<c><f>1+1</f><v>2</v></c>',
        '<c t="str"><f>A1&amp;"x"</f><v>2x</v></c>',
        '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      ],
      [
        '<c t="inlineStr"><is><t>Zo\u00eb</t></is></c>',
        '<c t="inlineStr"><is><r><t>Re</t></r><r><rPr><b/></rPr><t>n\u00e9e</t></r></is></c>',
        '<c t="b"><f>TRUE()</f><v>1</v></c>',
      ],
    ];
    expect(await rowsOf(workbookOf({ styles: [], cells }))).toEqual([
      ['2', '2x', '#DIV/0!'],
      ['Zoë', 'Renée', 'TRUE'],
    ]);
  });

  it('tells how far it has come', async () => {
    const seen: [number, number][] = [];
    const rows = Array.from({ length: 5_000 }, (_, index) => [`Person ${index}`, index]);
    const path = tempFile('book.xlsx', await written(rows));
    accepted(await readSpreadsheet(path, { onProgress: (count, fraction) => seen.push([count, fraction]) }));
    expect(seen.map(([count]) => count)).toEqual([2_000, 4_000, 5_000]);
    expect(seen.at(-1)).toEqual([5_000, 1]);
  });
});
