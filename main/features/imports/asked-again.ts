import type { ImportField, Sheet } from '../../../shared/model/imports.ts';
import { headerWords } from './header-names.ts';
import { headerOf } from './header-rows.ts';

/** A column that asks what another one asked before. */
interface AskedAgain {
  readonly first: number;
  readonly again: number;
}

const sampledRows = 300;
/** So many of the rows may answer both: a slip here and there is no other question. */
const mostBoth = 0.1;

/**
 * Columns that ask the same as one that is taken for a field: forms that branch ask a question in each branch, and
 * every row has its answer in one of them. Columns of the same name that are both filled ask for two things.
 */
export function asksAgain(
  sheet: Sheet,
  headerRow: number,
  fields: readonly (ImportField | null)[],
): readonly AskedAgain[] {
  const header = headerOf(sheet, headerRow).map(question);
  const rows = sheet.rows.slice(headerRow, headerRow + sampledRows);
  const isFilled = (row: readonly string[], column: number): boolean => (row[column] ?? '').trim() !== '';
  return header.flatMap((words, again) => {
    const first = words === '' || (fields[again] ?? null) !== null ? -1 : taken(header, fields, words);
    if (first === -1) return [];
    const answered = rows.filter((row) => isFilled(row, again));
    const both = answered.filter((row) => isFilled(row, first)).length;
    return answered.length > 0 && both <= answered.length * mostBoth ? [{ first, again }] : [];
  });
}

const taken = (header: readonly string[], fields: readonly (ImportField | null)[], words: string): number =>
  header.findIndex((other, column) => other === words && (fields[column] ?? null) !== null);

/** A header without the number that some forms put behind a question that comes again: `Membership2`, `Membership (2)`. */
const question = (header: string): string => headerWords(header).replace(/(?<=\p{L}) ?\d{1,2}$/u, '');
