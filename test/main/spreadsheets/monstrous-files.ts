import { type Packed, partsOf, repeated, zipOf } from './raw-workbook.ts';

/** A file that is too much, made on the fly, and what reading it says. */
export interface Monster {
  readonly name: string;
  readonly file: string;
  /** The file; of one that is only text, such a share of its length. */
  readonly make: (share?: number) => string | Uint8Array;
  readonly sentence: RegExp;
}

type Parts = Record<string, string | Uint8Array | Packed>;

const sheetPart = 'xl/worksheets/sheet1.xml';
const bookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const plain = partsOf({ styles: [], cells: [['<c><v>1</v></c>'], ['<c><v>2</v></c>']] });
const sheetStart = '<worksheet><sheetData><row><c t="inlineStr"><is><t>Name</t></is></c></row>';
const sheetEnd = '</sheetData></worksheet>';

const withSheet = (sheet: Packed | string): Uint8Array => zipOf({ ...plain, [sheetPart]: sheet });
const rowsRepeated = (middle: string, times: number, start = sheetStart, end = sheetEnd): Uint8Array =>
  withSheet(repeated(start, middle, times, end));

function withStrings(strings: Packed | string, sheet: Packed | string): Uint8Array {
  const relation = `<Relationship Id="rId5" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`;
  return zipOf({
    ...plain,
    [relationsPart]: (plain[relationsPart] ?? '').replace('</Relationships>', relation),
    'xl/sharedStrings.xml': strings,
    [sheetPart]: sheet,
  });
}

/** A workbook whose sheets all lie in the same place of the archive, or each in its own. */
function withSheets(count: number, sheetOf: (index: number) => Packed | string | null): Uint8Array {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const parts: Parts = { ...plain };
  for (const number of numbers) {
    const sheet = sheetOf(number);
    if (sheet !== null) parts[`xl/worksheets/sheet${number}.xml`] = sheet;
  }
  const targetOf = (number: number): number => (`xl/worksheets/sheet${number}.xml` in parts ? number : 1);
  const relations = numbers
    .map(
      (number) =>
        `<Relationship Id="r${number}" Type="${office}/worksheet" Target="worksheets/sheet${targetOf(number)}.xml"/>`,
    )
    .join('');
  const sheets = numbers.map((number) => `<sheet name="S${number}" sheetId="${number}" r:id="r${number}"/>`).join('');
  parts[relationsPart] = `<Relationships>${relations}</Relationships>`;
  parts[bookPart] = `<workbook xmlns:r="${office}"><sheets>${sheets}</sheets></workbook>`;
  return zipOf(parts);
}

const unpacks = /“(.*)” unpacks to far more than any list of people takes\. Copy the list into a new workbook/;
const letters = /holds more than 200,000,000 letters\. Split it into smaller files/;
const longCell = /has a cell of more than 100,000 letters.*Shorten that cell, and import the file again/;
const columns = /has more than 1,000 columns, in row \d+.*Delete what is to the right of the list/;
const cells = /has more than 12,000,000 cells\. Delete the columns that you don’t need/;
const rows = /has more than 250,000 rows\. Split it into smaller files/;
const damaged = /is damaged or not complete/;

/** Files that cost a second or two to refuse. */
export const monsters: readonly Monster[] = [
  {
    name: 'a cell of 300 MB in a workbook',
    file: 'cell.xlsx',
    make: () => rowsRepeated('Ada Quill ', 30_000_000, `${sheetStart}<row><c t="str"><v>`, `</v></c></row>${sheetEnd}`),
    sentence: longCell,
  },
  {
    name: 'a text of 300 MB that cells share',
    file: 'text.xlsx',
    make: () =>
      withStrings(repeated('<sst><si><t>', 'Ada Quill ', 30_000_000, '</t></si></sst>'), plain[sheetPart] ?? ''),
    sentence: longCell,
  },
  {
    name: 'a text of 32,000 letters in 10,000 cells',
    file: 'shared.xlsx',
    make: () =>
      withStrings(
        `<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`,
        repeated(sheetStart, '<row><c t="s"><v>0</v></c></row>', 10_000, sheetEnd),
      ),
    sentence: letters,
  },
  {
    name: 'two million rows',
    file: 'rows.xlsx',
    make: () => rowsRepeated('<row><c><v>7</v></c></row>', 2_000_000),
    sentence: rows,
  },
  {
    name: 'a value in the last row',
    file: 'last-row.xlsx',
    make: () => rowsRepeated('<row r="1048576"><c><v>7</v></c></row>', 1),
    sentence: rows,
  },
  {
    name: 'a row of a million cells',
    file: 'wide.xlsx',
    make: () => rowsRepeated('<c><v>7</v></c>', 1_000_000, `${sheetStart}<row>`, `</row>${sheetEnd}`),
    sentence: columns,
  },
  {
    name: 'a value in the last column',
    file: 'last-column.xlsx',
    make: () => rowsRepeated('<row><c r="XFD1"><v>7</v></c></row>', 1),
    sentence: columns,
  },
  {
    name: 'rows with a cell far to the right each',
    file: 'sparse.xlsx',
    make: () => rowsRepeated('<row><c r="ALL1"><v>7</v></c></row>', 20_000),
    sentence: cells,
  },
  {
    name: '3,000 sheets',
    file: 'sheets.xlsx',
    make: () => withSheets(3_000, () => plain[sheetPart] ?? ''),
    sentence: /has more than 1,000 sheets\. Copy those with people into a workbook of their own/,
  },
  {
    name: '600,000 merged cells',
    file: 'merges.xlsx',
    make: () =>
      rowsRepeated(
        '<mergeCell ref="A1:A9"/>',
        600_000,
        `${sheetStart}${sheetEnd.replace('</worksheet>', '')}<mergeCells>`,
        '</mergeCells></worksheet>',
      ),
    sentence: /has more than 500,000 merged cells\. Unmerge them/,
  },
  {
    name: 'a value that merges repeat 50 million times',
    file: 'repeats.xlsx',
    make: () =>
      rowsRepeated(
        '<mergeCell ref="A1:A100001"/>',
        500,
        `${sheetStart}<row r="100001"><c><v>7</v></c></row>${sheetEnd.replace('</worksheet>', '')}`,
        '</worksheet>',
      ),
    sentence: cells,
  },
  {
    name: 'a million elements within each other',
    file: 'deep.xlsx',
    make: () => rowsRepeated('<a>', 1_000_000),
    sentence: damaged,
  },
  {
    name: 'a tag of 300 MB',
    file: 'tag.xlsx',
    make: () => rowsRepeated('x="1" ', 50_000_000, `${sheetStart}<row `, `/>${sheetEnd}`),
    sentence: damaged,
  },
  {
    name: 'entities that name each other',
    file: 'entities.xlsx',
    make: () =>
      withSheet(
        '<!DOCTYPE w [<!ENTITY a "Ada"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      ),
    sentence: damaged,
  },
  {
    name: 'a million styles',
    file: 'styles.xlsx',
    make: () =>
      zipOf({
        ...plain,
        'xl/styles.xml': repeated('<styleSheet><cellXfs>', '<xf numFmtId="14"/>', 1_000_000, '</cellXfs></styleSheet>'),
      }),
    sentence: damaged,
  },
  {
    name: '50 MB of quotation marks',
    file: 'quotes.csv',
    make: (share = 1) => `Name,Years\n${'"'.repeat(50_000_000 * share)}`,
    sentence: longCell,
  },
  {
    name: '50 MB of commas',
    file: 'commas.csv',
    make: (share = 1) => `Name,Years\n${','.repeat(50_000_000 * share)}`,
    sentence: columns,
  },
  {
    name: 'a cell of 50 MB',
    file: 'cell.csv',
    make: (share = 1) => `Name,Years\n${'Ada Quill '.repeat(5_000_000 * share)},5\n`,
    sentence: longCell,
  },
  {
    name: 'a cell of 50 MB within quotation marks',
    file: 'quoted.csv',
    make: (share = 1) => `Name,Years\n"${'Ada Quill '.repeat(5_000_000 * share)}",5\n`,
    sentence: longCell,
  },
  {
    name: 'two million bad quotation marks',
    file: 'stray.csv',
    make: (share = 1) => `Name\n${'"Ada" Quill\n'.repeat(2_000_000 * share)}`,
    sentence: rows,
  },
  {
    name: 'two million bad quotation marks in one row',
    file: 'stray-row.csv',
    make: (share = 1) => `Name,Years\n${'"Ada" Quill,'.repeat(2_000_000 * share)}\n`,
    sentence: columns,
  },
  {
    name: 'a quotation mark that nothing closes, and two million rows',
    file: 'open.csv',
    make: (share = 1) => `Name,Years\n"Ada,5\n${'Bo Reed,7\n'.repeat(2_000_000 * share)}`,
    sentence: rows,
  },
];

/** Archives of a megabyte that unpack to a gigabyte and more. */
export const bombs: readonly Monster[] = [
  {
    name: '1.4 MB that unpack to 1.4 GB of cells without a value',
    file: 'bomb.xlsx',
    make: () => rowsRepeated('<row r="2"><c s="1"/><c s="1"/></row>', 36_000_000),
    sentence: unpacks,
  },
  {
    name: 'an archive that claims ten bytes a part',
    file: 'liar.xlsx',
    make: () =>
      zipOf(
        { ...plain, [sheetPart]: repeated(sheetStart, '<row r="2"><c s="1"/></row>', 50_000_000, sheetEnd) },
        { claimed: 10 },
      ),
    sentence: unpacks,
  },
  {
    name: '900 sheets that lie in the same place',
    file: 'overlap.xlsx',
    make: () => withSheets(900, (index) => (index === 1 ? repeated(sheetStart, '<row/>', 1_000_000, sheetEnd) : null)),
    sentence: unpacks,
  },
  {
    name: 'styles of 1.2 GB',
    file: 'fonts.xlsx',
    make: () =>
      zipOf({
        ...plain,
        'xl/styles.xml': repeated('<styleSheet><fonts>', '<font><b/></font>', 70_000_000, '</fonts></styleSheet>'),
      }),
    sentence: unpacks,
  },
];
