import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { readXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { cleanText, type WorkbookSheet } from '../../../main/spreadsheets/write/cells.ts';
import { mostRows, writeWorkbook } from '../../../main/spreadsheets/write/workbook.ts';
import { CivilDate } from '../../../shared/model/dates.ts';
import type { TableColumn } from '../../../shared/model/roster.ts';
import { runs } from '../../runs.ts';
import { isCancelled } from '../is-cancelled.ts';
import { folder, has, output } from '../papers/tools.ts';
import { unzip } from './unzip.ts';

const columns: TableColumn[] = [
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'zip', title: 'ZIP', kind: 'text' },
  { key: 'applied', title: 'Applied', kind: 'date' },
  { key: 'sent', title: 'Sent', kind: 'instant' },
  { key: 'years', title: 'Years', kind: 'number' },
  { key: 'fee', title: 'Fee', kind: 'money' },
  { key: 'post', title: 'Highest position', kind: 'yes-no' },
];

const nguyen = {
  name: 'Nguyễn Thị Minh',
  zip: '00123',
  applied: '2024-02-29',
  sent: '2024-04-03T21:33:00.000Z',
  years: 3.5,
  fee: 7_550,
  post: 1,
};

async function written(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const file = join(await folder(), 'list.xlsx');
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  expect(await writeWorkbook(file, sheets)).toEqual({ ok: true, value: { rows } });
  return readFile(file);
}

async function readBack(sheet: WorkbookSheet): Promise<unknown[][]> {
  const book = await readXlsx(await written([sheet]));
  return book.sheets[0]?.rows ?? [];
}

describe('A list as a workbook', () => {
  test('keeps numbers numbers, money dollars, days days and leading zeros', async () => {
    const rows = await readBack({ name: 'Applicants', columns, rows: [nguyen], zone: 'America/Chicago' });
    expect(rows).toEqual([
      ['Name', 'ZIP', 'Applied', 'Sent', 'Years', 'Fee', 'Highest position'],
      [
        'Nguyễn Thị Minh',
        '00123',
        new Date('2024-02-29T00:00:00Z'),
        new Date('2024-04-03T16:33:00Z'),
        3.5,
        75.5,
        'Yes',
      ],
    ]);
  });

  test('writes a day as a whole number of days, so that no zone can move it', async () => {
    const parts = unzip(await written([{ name: 'Days', columns, rows: [nguyen] }]));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<c r="C2" s="6"><v>45351</v></c>');
    expect(parts.get('xl/styles.xml')).toContain('formatCode="mmm\\ d,\\ yyyy"');
  });

  test('shows a moment on the program’s clock on both sides of the change to winter time', async () => {
    const sent = ['2024-11-03T06:59:00.000Z', '2024-11-03T07:00:00.000Z', '2024-03-10T08:00:00.000Z'];
    const rows = sent.map((moment) => ({ sent: moment }));
    const cells = await readBack({ name: 'x', columns: columns.slice(3, 4), rows, zone: 'America/Chicago' });
    expect(cells.slice(1).flat()).toEqual([
      new Date('2024-11-03T01:59:00Z'),
      new Date('2024-11-03T01:00:00Z'),
      new Date('2024-03-10T03:00:00Z'),
    ]);
  });

  test('has times of day as times, which sort and add up', async () => {
    const clocks: TableColumn[] = [{ key: 'at', title: 'Came late', kind: 'clock' }];
    const sheet = { name: 'x', columns: clocks, rows: [{ at: '06:00' }, { at: '23:59' }, { at: 'at noon' }] };
    const parts = unzip(await written([sheet]));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<c r="A2" s="9"><v>0.25</v></c>');
    expect(parts.get('xl/styles.xml')).toContain('formatCode="h:mm\\ AM/PM"');
    const [, , last, words] = await readBack(sheet);
    expect(last?.[0] instanceof Date && last[0].toISOString().slice(11, 16)).toBe('23:59');
    expect(words).toEqual(['at noon']);
  });

  test('keeps what does not fit its column as it was typed', async () => {
    const row = {
      applied: '1899-12-31',
      sent: 'last spring',
      years: '15+',
      fee: 'waived',
      post: 'sometimes',
      zip: 123,
    };
    const cells = await readBack({ name: 'x', columns, rows: [row, { applied: '2024-02-31' }] });
    expect(cells[1]).toEqual([null, '123', '1899-12-31', 'last spring', '15+', 'waived', 'sometimes']);
    expect(cells[2]?.[2]).toBe('2024-02-31');
  });

  test('takes no text for a formula, a number or a name of a character', async () => {
    const texts = [
      '=1+1',
      '+1 256',
      '-2+3',
      '@SUM(A1)',
      '\t=1',
      '=HYPERLINK("x")',
      '1e5',
      '<b>&amp;',
      '_x0041_',
      ' a  b ',
    ];
    const rows = texts.map((name) => ({ name }));
    const file = await written([{ name: 'x', columns: columns.slice(0, 1), rows }]);
    expect(unzip(file).get('xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect((await readXlsx(file)).sheets[0]?.rows.slice(1).flat()).toEqual(texts);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
    'marks %j as if an apostrophe had been typed, so that it is no formula after an edit either',
    async (name) => {
      const parts = unzip(
        await written([{ name: 'x', columns: columns.slice(0, 1), rows: [{ name }, { name: 'Bo' }] }]),
      );
      const cells = [
        ...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="A[23]" s="(\d+)" t="inlineStr">/g),
      ];
      const styles = [...(parts.get('xl/styles.xml')?.split('<cellXfs')[1] ?? '').matchAll(/<xf [^>]*>/g)];
      const isQuoted = cells.map(([, style]) => styles[Number(style)]?.[0].includes('quotePrefix="1"'));
      expect(isQuoted).toEqual([true, false]);
    },
  );

  test('leaves out what no spreadsheet can hold, and says so nowhere else', async () => {
    const rows = [{ name: 'bell\u0007 \uFFFF\u0000end\r\nnext\rlast' }, { name: 'é'.repeat(40_000) }];
    const cells = await readBack({ name: 'x', columns: columns.slice(0, 1), rows });
    expect(cells[1]).toEqual(['bell end\nnext\nlast']);
    expect(String(cells[2]?.[0])).toHaveLength(32_767);
    expect(cleanText(`${'x'.repeat(32_766)}😀`)).toHaveLength(32_766);
  });

  test('any text comes back as it was cleaned', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(texts, async (names) => {
        const rows = names.map((name) => ({ name, zip: 'end' }));
        const cells = await readBack({ name: 'x', columns: columns.slice(0, 2), rows });
        expect(cells.slice(1).map(([name]) => name ?? '')).toEqual(names.map(cleanText));
      }),
      { numRuns: runs(60) },
    );
  });

  test('freezes and repeats its header, filters, and prints across landscape pages with their numbers', async () => {
    const list = {
      name: 'Foxtrot',
      title: 'Roster of Foxtrot & Co',
      subtitle: 'AL-CTO',
      asOf: CivilDate.parse('2024-10-21'),
      columns,
      rows: [nguyen, nguyen],
    };
    const parts = unzip(await written([list]));
    const sheet = parts.get('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:G3"/>');
    expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(sheet).toContain('<oddHeader>&amp;L&amp;&quot;-,Bold&quot;Roster of Foxtrot &amp;&amp; Co&amp;RAL-CTO');
    expect(sheet).toContain('<oddFooter>&amp;LMon, Oct 21, 2024&amp;RPage &amp;P of &amp;N</oddFooter>');
    const book = parts.get('xl/workbook.xml');
    expect(book).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">\'Foxtrot\'!$A$1:$G$3</definedName>');
    expect(book).toContain('<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Foxtrot\'!$1:$1</definedName>');
  });

  test('makes columns as wide as their content, and wraps past a limit', async () => {
    const rows = [{ name: 'Bo', zip: 'word '.repeat(100) }];
    const sheet = unzip(await written([{ name: 'x', columns: columns.slice(0, 2), rows }])).get(
      'xl/worksheets/sheet1.xml',
    );
    expect(sheet).toContain('<col min="1" max="1" width="8.5" customWidth="1"/>');
    expect(sheet).toContain('<col min="2" max="2" width="48" customWidth="1"/>');
    expect(sheet).toMatch(/<row r="2" ht="\d+" customHeight="1">/);
  });

  test('lets a long title wrap over a short column, and gives its row the height', async () => {
    const title = '3 Data Management and Governance';
    const course: TableColumn[] = [{ key: 'course', title, kind: 'text' }];
    const sheet = unzip(await written([{ name: 'x', columns: course, rows: [{ course: 'Attended' }] }])).get(
      'xl/worksheets/sheet1.xml',
    );
    const width = Number(/<col min="1" max="1" width="([\d.]+)"/.exec(sheet ?? '')?.[1]);
    expect(width).toBeGreaterThan('Management'.length);
    expect(width).toBeLessThan(20);
    expect(sheet).toContain('<row r="1" ht="45" customHeight="1">');
  });

  test('gives several lists a sheet each, under names that a spreadsheet takes', async () => {
    const names = ['Alpha: [all]/none?', "'", 'ALPHA ALL NONE', 'History', 'x'.repeat(40), 'x'.repeat(40)];
    const file = await written(names.map((name) => ({ name, columns, rows: [] })));
    expect((await readXlsx(file)).sheets.map((sheet) => sheet.name)).toEqual([
      'Alpha all none',
      'Sheet 2',
      'ALPHA ALL NONE 2',
      'History Sheet 4',
      'x'.repeat(31),
      `${'x'.repeat(29)} 2`,
    ]);
  });

  test('gives the same bytes for the same list', async () => {
    const sheet = { name: 'x', columns, rows: [nguyen] };
    expect((await written([sheet])).equals(await written([sheet]))).toBe(true);
  });

  test('refuses a list without columns and one with more rows than a sheet holds', async () => {
    const file = join(await folder(), 'x.xlsx');
    const none = await writeWorkbook(file, [{ name: 'Fees', columns: [], rows: [] }]);
    expect(none).toMatchObject({
      problem: { sentence: '“Fees” has no columns: show at least one, then export again.' },
    });
    const rows = new Array(mostRows + 1).fill(nguyen);
    expect((await writeWorkbook(file, [{ name: 'All', columns, rows }])).ok).toBe(false);
  });

  test('stops where it is cancelled and leaves the old file', async () => {
    const stop = new AbortController();
    const file = join(await folder(), 'x.xlsx');
    await writeWorkbook(file, [{ name: 'old', columns, rows: [] }]);
    const old = await readFile(file);
    const rows = new Array(50_000).fill(nguyen);
    const onProgress = () => stop.abort();
    const result = await writeWorkbook(file, [{ name: 'new', columns, rows }], { signal: stop.signal, onProgress });
    expect(!result.ok && isCancelled(result.problem)).toBe(true);
    expect((await readFile(file)).equals(old)).toBe(true);
  });

  test.skipIf(!has('soffice'))('LibreOffice (soffice) reads the same cells and runs no formula', async () => {
    const at = await folder();
    const texts = [{ name: '=1+1', zip: '00123' }, nguyen, { name: '@SUM(A1)', zip: '+1' }];
    await writeWorkbook(join(at, 'x.xlsx'), [{ name: 'x', columns: columns.slice(0, 3), rows: texts }]);
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false';
    const profile = `-env:UserInstallation=file://${at}/profile`;
    output('soffice', profile, '--headless', '--convert-to', filter, '--outdir', at, join(at, 'x.xlsx'));
    const lines = (await readFile(join(at, 'x.csv'), 'utf8')).trim().split('\n');
    expect(lines).toEqual([
      'Name,ZIP,Applied',
      '=1+1,00123,',
      expect.stringMatching(/^Nguyễn Thị Minh,00123,("Feb 29, 2024"|02\/29\/2024)$/),
      '@SUM(A1),+1,',
    ]);
  });
});
