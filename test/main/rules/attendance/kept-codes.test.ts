import { expect, test } from 'vitest';
import { isWorthKeeping } from '../../../../main/rules/attendance/kept-codes.ts';

test.each([
  ['a whole address', 'ada@example.org', true],
  ['a badge of ours read in half', 'CDB4F7K9XW', true],
  ['another program’s ticket', 'TKT-2024-0091', true],
  ['a link', 'https://example.org/t', true],
  ['a name', 'Ada Lovelace', false],
  ['a long name', 'Featherstonehaugh', false],
  ['half an address', 'ada@', false],
  ['a number', '4711', false],
  ['a long number', '4711471147', false],
  ['a row of keys', 'asdf', false],
  ['nothing', '  ', false],
])('%s', (_, typed, kept) => {
  expect(isWorthKeeping(typed)).toBe(kept);
});
