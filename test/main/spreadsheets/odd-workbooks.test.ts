import { describe, expect, it, test } from 'vitest';
import { readSpreadsheet } from '../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, refused, tempFile } from '../features/imports/import-desk.ts';
import { partsOf, type ZipShape, zipOf } from './raw-workbook.ts';

type Parts = Record<string, string | Uint8Array>;

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const plain = partsOf({
  styles: [],
  cells: [
    [text('Name'), text('Years')],
    [text('Zoë Quill'), '<c><v>5</v></c>'],
  ],
});
const asRead = [
  ['Name', 'Years'],
  ['Zoë Quill', '5'],
];
const sheetPart = 'xl/worksheets/sheet1.xml';
const bookPart = 'xl/workbook.xml';
const relationsPart = 'xl/_rels/workbook.xml.rels';

const read = async (bytes: Uint8Array) => accepted(await readSpreadsheet(tempFile('list.xlsx', bytes))).sheets;
const rowsOf = async (parts: Parts) => (await read(zipOf(parts)))[0]?.rows;
/** The plain workbook with some of its parts changed. */
const changed = (part: string, change: (xml: string) => string | Uint8Array): Parts => ({
  ...plain,
  [part]: change(plain[part] ?? ''),
});
/** Every part renamed. */
const renamed = (change: (name: string) => string): Parts =>
  Object.fromEntries(Object.entries(plain).map(([name, xml]) => [change(name), xml]));
const everyPart = (change: (xml: string) => string | Uint8Array): Parts =>
  Object.fromEntries(Object.entries(plain).map(([name, xml]) => [name, change(xml)]));
const prefixed = (xml: string): string =>
  xml
    .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
    .replace(/\sxmlns="/g, ' xmlns:x="')
    .replaceAll('x:Relationship', 'Relationship');
const bigEndian = (xml: string): Buffer => Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16();

describe('a workbook opens whatever the archive that it lies in', () => {
  test.each<[string, ZipShape]>([
    ['with its parts as they are', { isStored: true }],
    ['sent while it was made, sizes behind each part', { hasDescriptors: true }],
    ['with numbers of 64 bits', { isLong: true }],
    ['with bytes in front of it', { before: 'Content-Type: application/octet-stream\r\n\r\n' }],
    ['with numbers of 64 bits and bytes in front of it', { isLong: true, before: 'junk' }],
    ['with bytes behind it', { behind: '\r\n--boundary--\r\n' }],
    ['that claims nothing of sizes', { claimed: 0 }],
  ])('%s', async (_, shape) => {
    expect((await read(zipOf(plain, shape)))[0]?.rows).toEqual(asRead);
  });

  test.each<[string, Parts]>([
    ['folders divided by backslashes', renamed((name) => name.replaceAll('/', '\\'))],
    ['a stroke in front of every name', renamed((name) => `/${name}`)],
    ['other capitals', renamed((name) => name.replace('xl/w', 'XL/W').replace('sheet1', 'Sheet1'))],
    ['no content types, which only programs read', { ...plain, '[Content_Types].xml': '<Types/>' }],
  ])('%s', async (_, parts) => {
    expect(await rowsOf(parts)).toEqual(asRead);
  });
});

describe('a workbook opens wherever its parts lie and whatever is missing', () => {
  const retargeted = (target: string) =>
    changed(relationsPart, (xml) => xml.replace('Target="worksheets/sheet1.xml"', `Target="${target}"`));
  test.each<[string, Parts]>([
    ['a target from the top', retargeted('/xl/worksheets/sheet1.xml')],
    ['a target by way of the folder above', retargeted('../xl/./worksheets/sheet1.xml')],
    ['a target with backslashes', retargeted('worksheets\\sheet1.xml')],
    ['a target in other capitals', retargeted('Worksheets/SHEET1.xml')],
    [
      'a part with a space in its name',
      { ...retargeted('worksheets/my%20sheet.xml'), 'xl/worksheets/my sheet.xml': plain[sheetPart] ?? '' },
    ],
    [
      'a workbook in a folder of another name',
      {
        ...renamed((name) => name.replace('xl/', 'book/')),
        '_rels/.rels': (plain['_rels/.rels'] ?? '').replace('xl/', 'book/'),
      },
    ],
    ['no way to the workbook', { ...plain, '_rels/.rels': '<Relationships/>' }],
    ['no styles', Object.fromEntries(Object.entries(plain).filter(([name]) => name !== 'xl/styles.xml'))],
    [
      'strict namespaces',
      everyPart((xml) => xml.replaceAll('http://schemas.openxmlformats.org', 'http://purl.oclc.org/ooxml')),
    ],
    ['a prefix at every tag', everyPart(prefixed)],
    ['a byte order mark in every part', everyPart((xml) => `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n${xml}`)],
    ['UTF-16', everyPart((xml) => Buffer.from(`\uFEFF<?xml version="1.0" encoding="UTF-16"?>${xml}`, 'utf16le'))],
    ['UTF-16 of the other order', everyPart(bigEndian)],
    [
      'UTF-16 without a mark',
      everyPart((xml) => Buffer.from(`<?xml version="1.0" encoding="UTF-16LE"?>${xml}`, 'utf16le')),
    ],
    [
      'Latin letters',
      changed(sheetPart, (xml) => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${xml}`, 'latin1')),
    ],
    [
      'a declared encoding that is a mistake',
      changed(sheetPart, (xml) => `<?xml version="1.0" encoding="utf-16"?>${xml}`),
    ],
    [
      'comments and instructions between tags',
      changed(sheetPart, (xml) => xml.replace('<row>', '<!-- <row><c> --><?note <row> ?><row>')),
    ],
    [
      'single quotes and spaces in tags',
      changed(sheetPart, (xml) => xml.replaceAll('t="inlineStr"', "\n t = 'inlineStr' ")),
    ],
    [
      'a sheet whose name holds tags',
      changed(bookPart, (xml) => xml.replace('name="List"', `name="a > b r:id='rId9'"`)),
    ],
    [
      'rows and cells after the list that belong to extensions',
      changed(sheetPart, (xml) =>
        xml.replace('</sheetData>', '</sheetData><extLst><ext><x14:row><c><v>9</v></c></x14:row></ext></extLst>'),
      ),
    ],
  ])('%s', async (_, parts) => {
    expect(await rowsOf(parts)).toEqual(asRead);
  });

  it('leaves out sheets without cells, wherever they stand', async () => {
    for (const kind of ['chartsheet', 'dialogsheet', 'xlMacrosheet']) {
      const other = `<sheet name="Other" sheetId="9" r:id="rId9"/>`;
      for (const at of ['<sheets>', '</sheets>']) {
        const parts = {
          ...plain,
          [bookPart]: (plain[bookPart] ?? '').replace(at, at === '<sheets>' ? at + other : other + at),
          [relationsPart]: (plain[relationsPart] ?? '').replace(
            '</Relationships>',
            `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/${kind}" Target="charts/sheet1.xml"/></Relationships>`,
          ),
          'xl/charts/sheet1.xml': '<chartsheet><drawing/></chartsheet>',
        };
        expect(await read(zipOf(parts))).toEqual([{ name: 'List', rows: asRead }]);
      }
    }
  });

  test.each<[string, Parts]>([
    ['a sheet is missing', Object.fromEntries(Object.entries(plain).filter(([name]) => name !== sheetPart))],
    [
      'nothing says where its sheets are',
      Object.fromEntries(Object.entries(plain).filter(([name]) => name !== relationsPart)),
    ],
    ['a sheet ends in the middle', changed(sheetPart, (xml) => xml.slice(0, -60))],
    ['a sheet ends within a tag', changed(sheetPart, (xml) => xml.slice(0, -3))],
    ['a sheet is empty', changed(sheetPart, () => '')],
    ['a cell names a text that nothing holds', changed(sheetPart, (xml) => xml.replace('<c><v>5', '<c t="s"><v>5'))],
    ['a cell is right of the last column', changed(sheetPart, (xml) => xml.replace('<c><v>5', '<c r="XFE2"><v>5'))],
    ['a row is below the last one', changed(sheetPart, (xml) => xml.replace('<row>', '<row r="1048577">'))],
    ['an entity is unknown', changed(sheetPart, (xml) => xml.replace('Name', '&name;'))],
  ])('but is refused as damaged where %s', async (_, parts) => {
    expect(refused(await readSpreadsheet(tempFile('list.xlsx', zipOf(parts))))).toMatch(
      /“list\.xlsx” is damaged or not complete/,
    );
  });

  it('but is refused as damaged where a letter of a part was changed', async () => {
    const bytes = zipOf(plain, { isStored: true });
    bytes.write('Quilt', bytes.indexOf('Quill'));
    expect(refused(await readSpreadsheet(tempFile('list.xlsx', bytes)))).toMatch(/“list\.xlsx” is damaged/);
  });
});

describe('cells', () => {
  const strings =
    '<sst><si><t>Zoë</t></si><si><r><t>Re</t></r><r><rPr><b/></rPr><t xml:space="preserve">née </t></r></si><si/></sst>';
  const shared = (sst: string): Parts => ({
    [relationsPart]: (plain[relationsPart] ?? '').replace(
      '</Relationships>',
      '<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': sst,
  });
  const row = async (cells: string, styles: readonly string[] = [], is1904 = false, sst = strings) => {
    const parts = partsOf({ styles, is1904, cells: [['<c><v>0</v></c>'], [cells]] });
    return (await rowsOf({ ...parts, ...shared(sst) }))?.[1];
  };

  test.each<[string, string, readonly string[]]>([
    [
      'texts that cells share, rich ones too',
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v> 2 </v></c><c t="s"><v>0</v></c>',
      ['Zoë', 'Renée ', '', 'Zoë'],
    ],
    [
      'cells without references follow each other',
      '<c><v>1</v></c><c r="D2"><v>4</v></c><c><v>5</v></c>',
      ['1', '', '', '4', '5'],
    ],
    ['references in small letters', '<c r="b2"><v>2</v></c>', ['', '2']],
    ['cells out of their order', '<c r="C2"><v>3</v></c><c r="A2"><v>1</v></c>', ['1', '', '3']],
    [
      'formulas with the text that they last gave',
      '<c t="str"><f>A1&amp;"x"</f><v xml:space="preserve"> a </v></c><c><f>1+1</f></c><c><f>2</f><v>2</v></c>',
      [' a ', '', '2'],
    ],
    [
      'errors and truths',
      '<c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="b"><v>false</v></c>',
      ['#N/A', 'TRUE', 'FALSE'],
    ],
    [
      'days in words',
      '<c t="d"><v>2024-04-01</v></c><c t="d"><v>2024-04-01T07:10:31.000Z</v></c><c t="d"><v>13:45:30</v></c>',
      ['2024-04-01', '2024-04-01T07:10:31', '13:45:30'],
    ],
    ['text where a number was promised', '<c t="n"><v>about 5</v></c><c><v>12,5</v></c>', ['about 5', '12,5']],
    ['text in place, said or not', '<c t="inlineStr"><v>Mei</v></c><c><is><t>Bo</t></is></c>', ['Mei', 'Bo']],
    [
      'signs that XML can’t hold',
      '<c t="str"><v>a_x000D_b_x005F_x0041_</v></c><c t="str"><v>_xyz_</v></c>',
      ['a\rb_x0041_', '_xyz_'],
    ],
    ['entities', '<c t="str"><v>&lt;A&#233;&#xE9;&quot;&apos;&amp;amp;&gt;</v></c>', ['<Aéé"\'&amp;>']],
    ['text that is not escaped', '<c t="str"><v><![CDATA[<A> & B]]></v></c>', ['<A> & B']],
    ['line breaks', '<c t="str"><v>Pike\r\nRoad</v></c>', ['Pike\nRoad']],
    [
      'large numbers',
      '<c><v>2.565550112E9</v></c><c><v>0.30000000000000004</v></c><c><v>1E3</v></c>',
      ['2565550112', '0.3', '1000'],
    ],
  ])('%s', async (_, cells, expected) => {
    expect(await row(cells)).toEqual(expected);
  });

  it('without the readings that East Asian programs add', async () => {
    const sst = '<sst><si><t>山田</t><rPh sb="0" eb="2"><t>ヤマダ</t></rPh><phoneticPr fontId="1"/></si></sst>';
    expect(
      await row(
        '<c t="s"><v>0</v></c><c t="inlineStr"><is><t>東</t><rPh sb="0" eb="1"><t>ヒガシ</t></rPh></is></c>',
        [],
        false,
        sst,
      ),
    ).toEqual(['山田', '東']);
  });

  test.each<[string, string]>([
    ['mm/dd/yyyy', '2024-04-01'],
    ['[$-409]mmmm\\ d\\,\\ yyyy;@', '2024-04-01'],
    ['[Red]d/m/yy', '2024-04-01'],
    ['0.00', '45383'],
    ['General" days"', '45383'],
    ['#,##0\\ "h"', '45383'],
    ['0_d', '45383'],
    ['[White]0', '45383'],
  ])('a number under the format %s', async (format, expected) => {
    expect(await row('<c s="1"><v>45383</v></c>', [format])).toEqual([expected]);
  });

  test.each<[string, boolean, string]>([
    ['0.75', false, '18:00:00'],
    ['0.75', true, '18:00:00'],
    ['1', false, '1900-01-01'],
    ['59', false, '1900-02-28'],
    ['61', false, '1900-03-01'],
    ['1', true, '1904-01-02'],
    ['45383.999999', false, '2024-04-02'],
    ['99999999', false, '99999999'],
    ['-3', false, '-3'],
  ])('%s as a date, counted from 1904: %s', async (number, is1904, expected) => {
    expect(await row(`<c s="1"><v>${number}</v></c>`, ['yyyy-mm-dd'], is1904)).toEqual([expected]);
  });

  it('a day in words does not depend on where the workbook counts from', async () => {
    expect(await row('<c t="d" s="1"><v>2024-04-01</v></c>', ['yyyy-mm-dd'], true)).toEqual(['2024-04-01']);
  });

  it('rows keep their numbers, also where the file leaves some out or writes one in two parts', async () => {
    const xml =
      '<row r="2"><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="5"><c r="A5"><v>5</v></c></row><row r="5"><c r="B5"><v>55</v></c></row>';
    const parts = changed(sheetPart, (whole) =>
      whole.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${xml}</sheetData>`),
    );
    expect(await rowsOf(parts)).toEqual([[], ['2'], ['3'], [], ['5', '55']]);
  });
});
