import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it, test } from 'vitest';
import { cellText } from '../../../main/spreadsheets/read/cell-text.ts';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, tempFile } from '../features/imports/import-desk.ts';

const rowsOf = async (content: string | Uint8Array): Promise<readonly (readonly string[])[]> =>
  accepted(await readSpreadsheet(tempFile('list.csv', content))).sheets[0]?.rows ?? [];

const people = [
  ['Name', 'School System', 'Remark'],
  ['Renée O’Brien', 'Baldwin County Schools', 'says “hi”, and\nleaves'],
  ['Zoë Núñez', 'Hoover; City | Schools', 'tab\tand "quotes"'],
];

describe('a list as text', () => {
  const delimiters = [',', ';', '\t', '|'];
  const newlines = ['\n', '\r\n', '\r'];
  for (const delimiter of delimiters) {
    for (const newline of newlines) {
      it(`is read with ${JSON.stringify(delimiter)} between cells and ${JSON.stringify(newline)} between rows`, async () => {
        const rows = people.map((row) => row.map((cell) => cell.replace('\n', newline)));
        expect(await rowsOf(Papa.unparse(rows, { delimiter, newline, quotes: true }))).toEqual(rows);
      });
    }
  }

  test.each([
    ['utf8', 'UTF-8', false],
    ['utf8', 'UTF-8', true],
    ['utf-16le', 'UTF-16LE', true],
    ['utf-16be', 'UTF-16BE', true],
    ['utf-16le', 'UTF-16LE', false],
    ['utf-16be', 'UTF-16BE', false],
    ['windows-1252', 'windows-1252', false],
  ])('is read in %s (%s), with a byte order mark: %s', async (encoding, said, addBOM) => {
    const bytes = iconv.encode(Papa.unparse(people), encoding, { addBOM });
    const spreadsheet = accepted(await readSpreadsheet(tempFile('list.csv', bytes)));
    expect(spreadsheet).toMatchObject({ format: 'csv', encoding: said, delimiter: ',', file: 'list.csv' });
    expect(spreadsheet.sheets).toEqual([{ name: 'list', rows: people }]);
  });

  it('keeps its row numbers through blank rows, and loses the blank ones at the end', async () => {
    expect(await rowsOf('AL-CTO applications\n\nName,Years\nMei Lund,5\n,\n\n')).toEqual([
      ['AL-CTO applications'],
      [''],
      ['Name', 'Years'],
      ['Mei Lund', '5'],
    ]);
  });

  it('may be two lists pasted together, one from another system', async () => {
    expect(await rowsOf('Name,Years\r\nMei Lund,5\r\nAda Quill,7\nBo Reed,9\n')).toEqual([
      ['Name', 'Years'],
      ['Mei Lund', '5'],
      ['Ada Quill', '7'],
      ['Bo Reed', '9'],
    ]);
  });

  it('may say its delimiter in Excel’s first line', async () => {
    expect(await rowsOf('sep=;\nName;Years\nMei Lund;5,5\n')).toEqual([
      ['Name', 'Years'],
      ['Mei Lund', '5,5'],
    ]);
  });

  it('may be a single column of addresses', async () => {
    expect(await rowsOf('E-mail\na@example.org\nb@example.org\n')).toEqual([
      ['E-mail'],
      ['a@example.org'],
      ['b@example.org'],
    ]);
  });

  it('is told by its content, whatever its name', async () => {
    const path = tempFile('list.xlsx', 'Name,Years\nMei Lund,5\n');
    expect(accepted(await readSpreadsheet(path)).format).toBe('csv');
  });
});

// Letters as they come up in lists of people, with everything that has a meaning in delimited text.
// Accents stand in words that have them: letters thrown together at random could be of any encoding.
const western = fc.string({
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'abcdefghijXYZ'.split('')) },
    { weight: 3, arbitrary: fc.constantFrom(...' 123,;|\t"\n\'@.-'.split('')) },
    { weight: 1, arbitrary: fc.constantFrom('José', 'Núñez', 'Müller', 'O’Brien', ' — ') },
  ),
  maxLength: 12,
});
const any = fc.string({
  unit: fc.oneof(fc.constantFrom(...'ab,;|\t"\r\n é'.split('')), fc.constantFrom('ễ', '李', '🎓', 'ß')),
  maxLength: 12,
});
const tables = (cell: fc.Arbitrary<string>): fc.Arbitrary<string[][]> =>
  fc.integer({ min: 2, max: 6 }).chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }).map((rows) => [
      Array.from({ length: width }, (_, column) => `Column ${column}`),
      ...rows,
      // A last row with text in it: blank ones at the end are cut.
      Array.from({ length: width }, () => 'end'),
    ]),
  );

describe('any table', () => {
  // An apostrophe that kept a text from running as a formula is none of the text.
  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  const newline = fc.constantFrom('\n', '\r\n');
  // Cells are quoted wherever any reader could take them for more than one.
  const text = (rows: string[][], between: string, end: string): string =>
    rows
      .map((row) =>
        row.map((cell) => (/[,;|\t"\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(between),
      )
      .join(end);

  it('reads back the same in Unicode, with any delimiter', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables(any),
        delimiter,
        newline,
        fc.constantFrom('utf8', 'utf-16le', 'utf-16be'),
        async (rows, between, end, encoding) => {
          const bytes = iconv.encode(text(rows, between, end), encoding, { addBOM: encoding !== 'utf8' });
          expect(await rowsOf(bytes)).toEqual(rows.map((row) => row.map(cellText)));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('reads back the same in windows-1252', async () => {
    await fc.assert(
      fc.asyncProperty(tables(western), delimiter, async (rows, between) => {
        expect(await rowsOf(iconv.encode(text(rows, between, '\r\n'), 'windows-1252'))).toEqual(
          rows.map((row) => row.map(cellText)),
        );
      }),
      { numRuns: 150 },
    );
  });
});

it('reads cells across the pieces in which a long file comes', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [
    `Person ${index}`,
    `line one\nline "${index}"`,
    'é,'.repeat(index % 40),
  ]);
  const seen: number[] = [];
  const path = tempFile('long.csv', Papa.unparse([['Name', 'Text', 'More'], ...rows], { newline: '\r\n' }));
  const spreadsheet = accepted(await readSpreadsheet(path, { onProgress: (_, fraction) => seen.push(fraction) }));
  expect(spreadsheet.sheets[0]?.rows.slice(1)).toEqual(rows);
  expect(seen.length).toBeGreaterThan(2);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});
