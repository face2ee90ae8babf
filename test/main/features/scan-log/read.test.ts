import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginsLikeScanLog, readScanLog } from '../../../../main/features/scan-log/file.ts';
import { understandScanLog } from '../../../../main/features/scan-log/read.ts';
import { runs } from '../../../runs.ts';

const zone = 'America/Chicago';
const root = path.join(import.meta.dirname, '../../../..');

function fileOf(content: string | Buffer, name = 'scans.csv'): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scan-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function understood(content: string | Buffer) {
  const read = await readScanLog(fileOf(content));
  if (!read.ok) throw new Error(read.problem.sentence);
  return understandScanLog(read.value, zone);
}

const pairs = async (content: string | Buffer) => (await understood(content)).scans.map(({ code, at }) => [code, at]);

const ada = ['ada@example.org', '2024-10-21T12:40:12.000Z'];
const bea = ['bea@example.org', '2024-10-21T12:40:25.000Z'];

describe('a scanner log', () => {
  it.each([
    [
      'as the sample writes it',
      'code,scanned_at\nada@example.org,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n',
    ],
    ['without a header', 'ada@example.org,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n'],
    [
      'with the columns turned',
      'Timestamp;Barcode\r\n2024-10-21 07:40:12;ada@example.org\r\n2024-10-21 07:40:25;bea@example.org\r\n',
    ],
    [
      'with a local time and no zone',
      'code\ttime\nada@example.org\t10/21/2024 7:40:12 AM\nbea@example.org\t10/21/2024 7:40:25 AM\n',
    ],
    [
      'with day and time in two columns',
      'Badge,Date,Time\nada@example.org,10/21/2024,07:40:12\nbea@example.org,10/21/2024,07:40:25\n',
    ],
    ['with day and time without marks', '20241021,074012,ada@example.org\n20241021,074025,bea@example.org\n'],
    ['with one number for day and time', 'ada@example.org,20241021074012\nbea@example.org,20241021074025\n'],
    ['with the seconds since 1970', 'id,epoch\nada@example.org,1729514412\nbea@example.org,1729514425\n'],
    ['with the milliseconds since 1970', 'ada@example.org,1729514412000\nbea@example.org,1729514425000\n'],
    ['with an offset', 'ada@example.org|2024-10-21T07:40:12-05:00\nbea@example.org|2024-10-21T07:40:25-05:00\n'],
    [
      'with quotes everywhere',
      '"Code","Scan Time"\n"ada@example.org","2024-10-21 07:40:12"\n"bea@example.org","2024-10-21 07:40:25"\n',
    ],
    [
      'with blank lines between',
      '\n\ncode,scanned_at\n\nada@example.org,2024-10-21T12:40:12Z\n\n\nbea@example.org,2024-10-21T12:40:25Z\n\n',
    ],
    [
      'with a line number and a format',
      'No,Format,Content,Date\n1,QR_CODE,ada@example.org,2024-10-21 07:40:12\n2,QR_CODE,bea@example.org,2024-10-21 07:40:25\n3,QR_CODE,bea@example.org,2024-10-21 07:40:25\n',
    ],
    ['divided by spaces', '2024-10-21 07:40:12 ada@example.org\n2024-10-21 07:40:25 bea@example.org\n'],
    [
      'with a device named above',
      'Device: HT-20\nExported,Oct 21 2024\nCode,Date and time\nada@example.org,2024-10-21 07:40:12\nbea@example.org,2024-10-21 07:40:25\n',
    ],
    [
      'with a header in another language',
      'Código,Leído\nada@example.org,2024-10-21 07:40:12\nbea@example.org,2024-10-21 07:40:25\n',
    ],
    ['with the day first', 'ada@example.org,21/10/2024 07:40:12\nbea@example.org,21/10/2024 07:40:25\n'],
    [
      'in old Mac lines',
      'code,scanned_at\rada@example.org,2024-10-21T12:40:12Z\rbea@example.org,2024-10-21T12:40:25Z\r',
    ],
  ])('is read %s', async (_, content) => {
    expect((await pairs(content)).slice(0, 2)).toEqual([ada, bea]);
  });

  it.each(['utf16le', 'utf16be', 'windows-1252', 'utf8'])('is read in %s', async (encoding) => {
    const content = 'code,scanned_at\nJosé 1,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n';
    expect(await pairs(iconv.encode(content, encoding, { addBOM: encoding.startsWith('utf16') }))).toEqual([
      ['José 1', ada[1]],
      bea,
    ]);
  });

  it('keeps the zeros of a code, and what a program wrote to keep them', async () => {
    expect(await pairs('code,at\n0012,2024-10-21T12:40:12Z\n="0013",2024-10-21T12:40:25Z\n')).toEqual([
      ['0012', ada[1]],
      ['0013', bea[1]],
    ]);
  });

  it('may be one scan, or codes alone', async () => {
    expect(await pairs('ada@example.org,2024-10-21T12:40:12Z')).toEqual([ada]);
    const { hasTimes, scans } = await understood('Code\nada@example.org\nCDB4F7K9XWM3T\n');
    expect([hasTimes, scans.map(({ code, row }) => [row, code])]).toEqual([
      false,
      [
        [2, 'ada@example.org'],
        [3, 'CDB4F7K9XWM3T'],
      ],
    ]);
  });

  it('has every row of the sample', async () => {
    const read = await readScanLog(path.join(root, 'resources/sample/session-scans.csv'));
    if (!read.ok) throw new Error(read.problem.sentence);
    const { scans } = understandScanLog(read.value, zone);
    expect(scans).toHaveLength(51);
    expect(scans.filter(({ at, problem }) => at === null || problem !== null)).toEqual([]);
  });
});

describe('a log that is not whole', () => {
  const whole = 'code,scanned_at\nada@example.org,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n';

  it('loses no line before the cut, and takes none that was cut in two for whole', async () => {
    const length = whole.length;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: whole.indexOf('bea') + 1, max: length }), async (at) => {
        const { scans } = await understood(whole.slice(0, at));
        expect(scans[0]).toMatchObject({ code: ada[0], at: ada[1], problem: null });
        const [, last] = scans;
        // With the whole moment there, only the line’s end may be missing.
        if (at >= length - 1) expect(last).toMatchObject({ code: bea[0], at: bea[1], problem: null });
        else expect(last?.problem).toMatch(/cut off|time/);
      }),
      { numRuns: runs(60) },
    );
  });

  it('says that a code at the end of it may be cut off', async () => {
    const { scans } = await understood('2024-10-21T12:40:12Z,ada@example.org\n2024-10-21T12:40:25Z,bea@exam');
    expect(scans.map(({ mayBeCut }) => mayBeCut)).toEqual([false, true]);
  });

  it.each([
    ['an open quotation mark at the end', 'code,at\nada@example.org,2024-10-21T12:40:12Z\n"bea@exa', /cut off/],
    [
      'an open quotation mark within',
      'code,at\n"ada@example.org,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n',
      /not closed/,
    ],
    ['no code', 'code,at\n,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n', /has no code/],
    [
      'no time',
      'code,at\nada@example.org,\nbea@example.org,2024-10-21T12:40:25Z\ncal@example.org,2024-10-21T12:41:25Z\n',
      /has no time/,
    ],
    [
      'no such day',
      'code,at\nada@example.org,2024-13-45 07:40\nbea@example.org,2024-10-21T12:40:25Z\ncal@example.org,2024-10-21T12:41:25Z\n',
      /2024-13-45 07:40/,
    ],
  ])('says of a line with %s why it can’t be used, and uses the others', async (_, content, why) => {
    const { scans } = await understood(content);
    const [bad, ...more] = scans.filter(({ problem }) => problem !== null);
    expect(bad?.problem).toMatch(why);
    expect(more).toEqual([]);
    expect(scans.length).toBeGreaterThan(1);
  });

  it.each([
    ['nothing', Buffer.alloc(0), /is empty/],
    ['only zeros', Buffer.alloc(512), /is empty/],
    ['only blank lines', '\n\n  \n', /is empty/],
    ['a PDF', '%PDF-1.7\n%âãÏÓ', /is a PDF, not a scanner log/],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /picture/],
    ['a web page', '<!doctype html><html><body>scans</body></html>', /scanner log/],
    ['JSON', '[{"code":"ada@example.org"}]', /scanner log/],
  ])('refuses a file with %s in a sentence', async (_, content, sentence) => {
    const read = await readScanLog(fileOf(content));
    expect(read).toMatchObject({ ok: false, problem: { sentence: expect.stringMatching(sentence) } });
  });

  it('understands or refuses any text, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200, unit: 'binary' }), async (text) => {
        const read = await readScanLog(fileOf(text));
        if (read.ok) understandScanLog(read.value, zone);
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('a dropped file', () => {
  it.each([
    ['resources/sample/session-scans.csv', true],
    ['resources/sample/applications-web-form.csv', false],
    ['resources/sample/applications-office-form.xlsx', false],
    ['resources/sample/nothing.csv', false],
  ])('%s is a log: %s', async (file, is) => {
    expect(await beginsLikeScanLog(path.join(root, file))).toBe(is);
  });

  it.each([
    ['ada@example.org,2024-10-21T12:40:12Z\nbea@example.org,2024-10-21T12:40:25Z\n', true],
    [
      'Name,Email,Applied on\nAda Lovelace,ada@example.org,2024-04-01 10:00\nBea Ray,bea@example.org,2024-04-02 10:00\n',
      false,
    ],
    ['Email,First name,Last name\nada@example.org,Ada,Lovelace\n', false],
    ['Dear leads, see you on Monday at 8:00.\nAda\n', false],
  ])('%j is a log: %s', async (content, is) => {
    expect(await beginsLikeScanLog(fileOf(content))).toBe(is);
  });
});
