import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../main/spreadsheets/read/text-encoding.ts';

const names = [
  ['José', 'Núñez'],
  ['Renée', 'García'],
  ['María', 'Chávez'],
  ['Jesús', 'Muñoz'],
  ['Siobhán', 'Gómez'],
  ['Jürgen', 'Müller'],
  ['François', 'Béla'],
];
const list = (people: readonly (readonly string[])[]): string =>
  ['First,Last,Email', ...people.map(([first, last]) => `${first},${last},a@example.org`), ''].join('\r\n');

const saveAs: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['CSV UTF-8', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-8 without a mark', (text) => Buffer.from(text)],
  ['CSV (Windows)', (text) => iconv.encode(text, 'windows-1252')],
  ['CSV (Macintosh)', (text) => iconv.encode(text.replaceAll('\r\n', '\r'), 'macroman')],
  ['CSV (MS-DOS), US', (text) => iconv.encode(text, 'cp437')],
  ['CSV (MS-DOS), Western Europe', (text) => iconv.encode(text, 'cp850')],
  ['Unicode Text', (text) => iconv.encode(text, 'utf16le', { addBOM: true })],
  ['Unicode Text without a mark', (text) => iconv.encode(text, 'utf16le')],
  ['big-endian Unicode', (text) => iconv.encode(text, 'utf16be', { addBOM: true })],
  ['big-endian Unicode without a mark', (text) => iconv.encode(text, 'utf16be')],
];

describe.each(saveAs)('%s', (_, encode) => {
  const lines = (text: string | undefined): string[] => (text ?? '').split(/\r\n|\r/);
  test('is read as it was saved', () => {
    const decoded = decodeText(encode(list(names)));
    expect(lines(decoded?.text)).toEqual(list(names).split('\r\n'));
    expect(decoded?.isDoubtful).toBeUndefined();
  });
  test.each(names.flat())('is read right with %s alone, or not without a word', (name) => {
    const decoded = decodeText(encode(list([['Ann', name]])));
    if (!decoded?.isDoubtful) expect(lines(decoded?.text)[1]).toBe(`Ann,${name},a@example.org`);
  });
  test.each(['José', 'Núñez', 'Renée', 'García', 'Muñoz', 'Müller'])('is relied on with %s alone', (name) => {
    expect(decodeText(encode(list([[name, 'Smith']])))?.isDoubtful).toBeUndefined();
  });
});

test('capitals, apostrophes and quotation marks of Windows stay', () => {
  const text = list([
    ['MARÍA', 'NÚÑEZ'],
    ['Pat “Patty”', 'O’Brien'],
    ['Children’s', 'Smith–Jones'],
    ['Élise', 'Ángel'],
  ]);
  expect(decodeText(iconv.encode(text, 'windows-1252'))).toEqual({ text, encoding: 'windows-1252' });
});

test.each(['windows-1250', 'windows-1254', 'windows-1251', 'windows-1258'])(
  'letters of %s among Latin ones are doubted, never taken in silence',
  (encoding) => {
    const name = { 'windows-1250': 'Wałęsa', 'windows-1254': 'Çağrı', 'windows-1251': 'Жуков', 'windows-1258': 'Đăng' }[
      encoding
    ];
    const bytes = iconv.encode(list([['Ann', name ?? '']]), encoding);
    const decoded = decodeText(bytes);
    expect(decoded?.isDoubtful === true || decoded?.text.includes(name ?? '')).toBe(true);
  },
);
