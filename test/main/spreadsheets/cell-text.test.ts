import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText } from '../../../main/spreadsheets/read/cell-text.ts';

test.each([
  ['="Ana"', 'Ana'],
  ['="2055550101"', '2055550101'],
  ['="012"', '012'],
  [' = "Ana" ', 'Ana'],
  ['=""', ''],
  ['="Ana ""Annie"""', 'Ana "Annie"'],
  ['="Ana"&" "&"Álvarez"', 'Ana Álvarez'],
  ['=T("Ana")', 'Ana'],
  ['=("Ana")', 'Ana'],
  ['=CONCATENATE("Ana"," ","Álvarez")', 'Ana Álvarez'],
  ['=HYPERLINK("mailto:ana@example.org","ana@example.org")', 'ana@example.org'],
  ['=HYPERLINK("mailto:ana@example.org")', 'ana@example.org'],
  ['=12', '12'],
  ['=-5', '-5'],
  ["'012", '012'],
  ["'205-555-0101", '205-555-0101'],
  ["'1/5/2026 9:00", '1/5/2026 9:00'],
])('%s is the cell %s', (cell, text) => expect(cellText(cell)).toBe(text));

test.each(['=A1', '=1+1', '=SUM(A1:A9)', '="Ana"&A1', '="Ana', "='Ana'", '=', "'90s", "O'Brien", '=cmd|x!A1', 'a="b"'])(
  '%s calculates, or is no formula, and stays as it was typed',
  (cell) => expect(cellText(cell)).toBe(cell),
);

test('what our own export kept from running comes back as it was, and is no formula', () => {
  expect(cellText(`'="Ana"`)).toBe('="Ana"');
});

test('any text in quotes behind an equals sign is that text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(cellText(`="${text.replaceAll('"', '""')}"`)).toBe(text);
    }),
  );
});
