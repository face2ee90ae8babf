import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { cleanText } from '../../../main/spreadsheets/write/cells.ts';
import { csvField, writeCsv } from '../../../main/spreadsheets/write/csv.ts';
import { unguardFormula } from '../../../shared/model/formulas.ts';
import { folder } from '../papers/tools.ts';

test('A list as CSV has the mark that lets Excel read accents, CRLF, plain days and money', async () => {
  const file = join(await folder(), 'list.csv');
  const result = await writeCsv(file, {
    name: 'Applicants',
    zone: 'America/Chicago',
    columns: [
      { key: 'name', title: 'Name', kind: 'text' },
      { key: 'applied', title: 'Applied', kind: 'date' },
      { key: 'sent', title: 'Sent', kind: 'instant' },
      { key: 'fee', title: 'Fee', kind: 'money' },
      { key: 'change', title: 'Change', kind: 'number' },
      { key: 'post', title: 'Highest position', kind: 'yes-no' },
    ],
    rows: [
      {
        name: 'Núñez, “Zoë”',
        applied: '2024-02-29',
        sent: '2024-04-03T21:33:00.000Z',
        fee: 7_500,
        change: -3,
        post: 0,
      },
      { name: 'say "hi"', applied: null },
    ],
  });
  expect(result).toEqual({ ok: true, value: { rows: 2 } });
  expect(await readFile(file, 'utf8')).toBe(
    '\uFEFFName,Applied,Sent,Fee,Change,Highest position\r\n' +
      '"Núñez, “Zoë”",2024-02-29,2024-04-03 16:33,75.00,-3,No\r\n' +
      '"say ""hi""",,,,,\r\n',
  );
});

test.each(['=1+1', '+1 256', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
  '%j can’t run as a formula',
  (text) => {
    expect(csvField(text).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

const guarded = fc
  .tuple(fc.constantFrom("'", "''", ' ', ''), fc.constantFrom('=', '+', '-', '@', '＝', '\t'), fc.string())
  .map((parts) => parts.join(''));

test('any text comes back through our own import as it was cleaned', async () => {
  const file = join(await folder(), 'list.csv');
  const columns = [
    { key: 'text', title: 'Text', kind: 'text' as const },
    { key: 'end', title: 'End', kind: 'text' as const },
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.string(), guarded), { minLength: 2, maxLength: 20 }), async (texts) => {
      await writeCsv(file, { name: 'x', columns, rows: texts.map((text) => ({ text, end: 'end' })) });
      const read = await readSpreadsheet(file);
      if (!read.ok) throw new Error(read.problem.sentence);
      expect(read.value.sheets[0]?.rows.slice(1).map(([text]) => text ?? '')).toEqual(texts.map(cleanText));
    }),
    { numRuns: 60 },
  );
});

test('a field is what any reader of CSV takes it for, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // Told the delimiter: from a single line with tabs in it a reader could only guess.
      const [[field = ''] = []] = Papa.parse<string[]>(`${csvField(text)},end`, { delimiter: ',' }).data;
      expect(unguardFormula(field)).toBe(cleanText(text));
    }),
    { numRuns: 500 },
  );
});
