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
  ['=HYPERLINK("https://example.org/apply?id=12","Ana Álvarez")', 'Ana Álvarez'],
  ['=HYPERLINK("https://example.org/apply"; "Her ""own"" page")', 'Her "own" page'],
  ['=HYPERLINK("https://example.org/apply",12)', '12'],
  ['=HYPERLINK("https://example.org/apply")', 'https://example.org/apply'],
  ['=hyperlink("#Sheet2!A1","Baldwin County")', 'Baldwin County'],
  ['=12', '12'],
  ['=-5', '-5'],
  ["'012", '012'],
  ["'205-555-0101", '205-555-0101'],
  ["'1/5/2026 9:00", '1/5/2026 9:00'],
])('%s is the cell %s', (cell, text) => expect(cellText(cell)).toBe(text));

test.each([
  '=A1',
  '=1+1',
  '=SUM(A1:A9)',
  '="Ana"&A1',
  '="Ana',
  "='Ana'",
  '=',
  "'90s",
  "O'Brien",
  '=cmd|x!A1',
  '=HYPERLINK(A1,B1)',
  '=HYPERLINK("https://example.org",B1)',
  'a="b"',
])('%s calculates, or is no formula, and stays as it was typed', (cell) => expect(cellText(cell)).toBe(cell));

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
