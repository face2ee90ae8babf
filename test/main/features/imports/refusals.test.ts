import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { zipOf } from '../../spreadsheets/raw-workbook.ts';
import { accepted, refused, tempFile } from './import-desk.ts';

const refusal = async (name: string, content: string | Uint8Array): Promise<string> =>
  refused(await readSpreadsheet(tempFile(name, content)));
const oldOffice = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_024),
    Buffer.from(`${name}\0`, 'utf16le'),
    Buffer.alloc(512),
  ]);
const book = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [{ name: 'List', rows: Array.from({ length: 400 }, (_, index) => [`Person ${index}`, Math.sin(index)]) }],
  });

describe('what isn’t a spreadsheet is refused in a sentence with its name and what to do', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['form.csv', '%PDF-1.7\n1 0 obj', /“form\.csv” is a PDF, .* Ask for the spreadsheet/],
    [
      'form.csv',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      /“form\.csv” is a picture \(PNG\).* Choose a \.csv or \.xlsx/,
    ],
    ['list.xls', oldOffice('Workbook'), /“list\.xls” is an old Excel workbook.* save it as \.xlsx/],
    ['list.xlsx', oldOffice('EncryptedPackage'), /“list\.xlsx” is protected by a password.* save a copy without one/],
    [
      'list.ods',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      /“list\.ods” is an OpenDocument file.* save it as \.xlsx/,
    ],
    ['list.xlsx', zipOf({ 'readme.txt': 'hello' }), /“list\.xlsx” is a zip archive.* Unpack it first/],
    [
      'list.xlsx',
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }),
      /“list\.xlsx” is a Word document/,
    ],
    [
      'list.xlsx',
      zipOf({ '[Content_Types].xml': '<Types/>', 'xl/broken.xml': '<x/>' }),
      /“list\.xlsx” is damaged or not complete/,
    ],
    [
      'letter.txt',
      'Dear leads,\n\nI would like to apply for the next cohort of the program.\nPlease tell me how to do that.\n',
      /“letter\.txt” isn’t a spreadsheet\. Choose/,
    ],
    ['page.html', '<!doctype html><html><body><p>Name, Years</p></body></html>', /“page\.html” isn’t a spreadsheet/],
    [
      'page.xls',
      '<html><table><tr><td>Name</td></tr></table></html>',
      /“page\.xls” is a web page with a table.* save it as \.xlsx/,
    ],
    [
      'excel-page.xls',
      `\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>${'td{mso-number-format:General}'.repeat(900)}</style></head>`,
      /“excel-page\.xls” is a web page with a table.* save it as \.xlsx/,
    ],
    [
      'single-file.xls',
      'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n',
      /“single-file\.xls” is a web page with a table.* save it as \.xlsx/,
    ],
    [
      'sheets.xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      /“sheets\.xls” is an old Excel workbook, written as XML.* save it as \.xlsx/,
    ],
    [
      'sheets-16.xls',
      Buffer.from('\uFEFF<ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>', 'utf16le'),
      /“sheets-16\.xls” is an old Excel workbook, written as XML.* save it as \.xlsx/,
    ],
    ['feed.xls', '<?xml version="1.0"?><feed/>', /“feed\.xls” isn’t a spreadsheet/],
    ['data.csv', '[{"name": "Mei", "years": 5}]', /“data\.csv” isn’t a spreadsheet/],
    [
      'noise.csv',
      Buffer.from(Array.from({ length: 600 }, (_, index) => (index * 91) % 256)),
      /“noise\.csv” isn’t a spreadsheet/,
    ],
    ['empty.csv', '', /“empty\.csv” is empty\. Export the list again/],
    ['blank.csv', '\uFEFF \n\n', /“blank\.csv” is empty/],
    ['commas.csv', ',,,\n,,,\n', /“commas\.csv” holds no rows/],
    ['header.csv', 'Name,Years,Membership\n', /“header\.csv” has a header and no rows under it/],
  ])('%s %#', async (name, content, sentence) => {
    expect(await refusal(name, content)).toMatch(sentence);
  });

  it('a workbook that was cut off anywhere', async () => {
    const whole = Buffer.from(await book());
    for (const part of [0.02, 0.3, 0.6, 0.95]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part));
      expect(await refusal('half.xlsx', cut)).toMatch(/“half\.xlsx” is damaged or not complete.*again/);
    }
  });

  it('a workbook with broken bytes inside', async () => {
    const whole = Buffer.from(await book());
    const sheet = whole.indexOf('xl/worksheets/sheet1.xml');
    for (let at = sheet + 60; at < sheet + 400; at += 1) whole[at] = 0xa5;
    expect(await refusal('broken.xlsx', whole)).toMatch(/“broken\.xlsx” is damaged/);
  });
});

describe('what cannot be read', () => {
  it('a file that is gone', async () => {
    expect(refused(await readSpreadsheet(join(dirname(tempFile('a.csv', '')), 'gone.csv')))).toMatch(
      /“gone\.csv” can’t be found/,
    );
  });
  it('a folder', async () => {
    const folder = join(dirname(tempFile('a.csv', '')), 'lists');
    mkdirSync(folder);
    expect(refused(await readSpreadsheet(folder))).toMatch(/“lists” is a folder/);
  });
  // Whoever may read everything is refused nothing.
  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('a file without permission', async () => {
    const path = tempFile('locked.csv', 'Name,Years\nMei,5\n');
    chmodSync(path, 0);
    expect(refused(await readSpreadsheet(path))).toMatch(/“locked\.csv” can’t be read: this account has no permission/);
  });
});

describe('reading stops', () => {
  const many = `Name,Years\n${'Mei Lund,5\n'.repeat(60_000)}`;
  it('at more rows than may be imported', async () => {
    const path = tempFile('many.csv', many);
    expect(refused(await readSpreadsheet(path, { budgets: { rows: 1_000 } }))).toMatch(
      /“many\.csv” has more than 1,000 rows\. Split it/,
    );
    expect(accepted(await readSpreadsheet(path)).sheets[0]?.rows).toHaveLength(60_001);
  });
  it('when it is cancelled', async () => {
    const cancel = new AbortController();
    const path = tempFile('many.csv', many);
    const reading = readSpreadsheet(path, { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(refused(await reading)).toMatch(/Reading “many\.csv” was canceled; nothing was imported/);
  });
});
