import { describe, expect, it, test } from 'vitest';
import { nameKey, parseName, splitFullName } from '../../../../main/features/imports/names.ts';
import { tidy } from '../../../../shared/model/tidy-text.ts';

const said = ({ givenName, familyName }: { givenName: string; familyName: string }): string =>
  `${givenName} | ${familyName}`;

describe('a name typed in one case alone', () => {
  test.each([
    ['İBRAHİM', 'ÇELİK', 'İbrahim | Çelik'],
    ['IŞIL', 'DOĞAN', 'Işıl | Doğan'],
    ['SARAH (SALLY)', 'JONES', 'Sarah (Sally) | Jones'],
    ['BETH "LIZ"', 'SMITH', 'Beth "Liz" | Smith'],
    ['BETH “LIZ”', 'SMITH', 'Beth “Liz” | Smith'],
    ["BETH 'LIZ'", 'SMITH', "Beth 'Liz' | Smith"],
    ['beth (liz)', 'smith', 'Beth (Liz) | Smith'],
    ['ANNA', 'WEIß', 'Anna | Weiß'],
    ['ANNA', 'GROẞ', 'Anna | Groß'],
    ['anna', 'weiß', 'Anna | Weiß'],
    ['EDWARD', 'WINDSOR VI', 'Edward | Windsor VI'],
    ['EDWARD', 'WINDSOR VIII', 'Edward | Windsor VIII'],
    ['edward', 'windsor iii', 'Edward | Windsor III'],
    ['VI', 'NGUYEN', 'Vi | Nguyen'],
    ['MAI VI', 'NGUYEN', 'Mai Vi | Nguyen'],
    ['ANGUS', 'MACDONALD', 'Angus | MacDonald'],
    ['LUIS', 'MACIAS', 'Luis | Macias'],
    ['ANN', 'SMITH-MCCOY', 'Ann | Smith-McCoy'],
    ['JEAN-LUC', "D'ARCY", "Jean-Luc | D'Arcy"],
    ['MARIA', 'DE LA O', 'Maria | De la O'],
    ['JOSE', 'ORTEGA Y GASSET', 'Jose | Ortega y Gasset'],
    ['LUDWIG', 'VON DER HEIDE', 'Ludwig | Von der Heide'],
    ['JOHN Q.', 'PUBLIC', 'John Q. | Public'],
    ['J.R.', 'EWING', 'J.R. | Ewing'],
    ['JT', 'WALKER', 'JT | Walker'],
    ['aj', 'smith', 'AJ | Smith'],
    ['DR. MARY', 'O’NEIL', 'Mary | O’Neil'],
    ['KELI', 'KAʻAHUMANU', 'Keli | Kaʻahumanu'],
    ['PAT', 'OʻBRIEN', 'Pat | OʻBrien'],
    ['PIET', "'T HOOFT", "Piet | 't Hooft"],
    ['ZOE\u0308', 'N\u0308EZ', 'Zoë | N\u0308ez'],
    ['ΓΙΩΡΓΟΣ', 'ΠΑΠΑΣ', 'Γιωργος | Παπας'],
  ])('“%s” “%s” is %s', (given, family, name) => expect(said(parseName(given, family))).toBe(name));

  test.each(["'", '’', '‘', '‛', '`', '´', 'ʻ', 'ʼ', '′', '＇', 'ʿ'])(
    'begins with a capital behind %s, and is one person with and without it',
    (sign) => {
      const { familyName } = parseName('KEA', `${sign}AUKAI`);
      expect(familyName.slice(-5)).toBe('Aukai');
      expect(parseName('kea', `${sign}aukai`).familyName).toBe(familyName);
      expect(nameKey(parseName('KEA', `${sign}AUKAI`))).toBe(nameKey(parseName('Kea', 'Aukai')));
      expect(parseName(`${sign}IOLANI`, 'LEE').givenName.slice(-6)).toBe('Iolani');
    },
  );

  it('keeps the number at the end of one column', () => {
    expect(said(splitFullName('EDWARD WINDSOR VI').value)).toBe('Edward | Windsor VI');
    expect(said(splitFullName('Le Thi Vi').value)).toBe('Le Thi | Vi');
  });

  test.each(['DeShawn McAllister', 'Anna Weiß', 'Sam van der Meer'])('a name in both cases, %s, stays', (name) => {
    const [given = '', ...family] = name.split(' ');
    expect(said(parseName(given, family.join(' ')))).toBe(`${given} | ${family.join(' ')}`);
  });
});

describe('signs that no one sees', () => {
  const signs = [
    0xad, 0x34f, 0x61c, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202e, 0x2060, 0x2061, 0x2063, 0x2066,
    0x2069, 0x206f, 0xfe0f, 0xfeff, 0xe0020, 0x3164, 0x2800, 0xa0, 0x2007, 0x202f, 0x85, 0x1f,
  ].map((code) => [code.toString(16), String.fromCodePoint(code)] as const);
  test.each(signs)('U+%s are taken off at the ends of words', (_, sign) => {
    expect(tidy(`${sign}Ana${sign} ${sign}Álvarez${sign}`)).toBe('Ana Álvarez');
    expect(said(parseName(`${sign}ANA`, `${sign}ÁLVAREZ${sign}`))).toBe('Ana | Álvarez');
  });
  it('are left within words of scripts that are shaped by them', () => {
    expect(tidy('\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645')).toBe(
      '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    );
    expect(tidy('Jo\u200dhn')).toBe('John');
  });
});
