import type { ImportKind, Sheet } from '../../../shared/model/imports.ts';
import { importKinds } from '../../../shared/model/imports.ts';
import { findDay } from './day-parts.ts';
import { headerWords, isOfSomebodyElse, meaningsOf, ownFields, partsMark } from './header-names.ts';

/** Forms put so many rows of header above each other at most. */
const mostRows = 4;
/** What a further row must add to a header's score at least, before it is taken for one. */
const costOfRow = 30;

/** Labels under a question that only say that its answer stands there. */
const sayNothing =
  /^((open ended )?(response|answer)s?|other( please specify)?|please specify|select (one|all that apply)|choose one|text|value)$/;
/** Qualtrics' own name of a column, in a row under the questions. */
const importId = /^\{"?ImportId"?:/;

/** A header of one row or several: the row it ends with is known, and what stands in its columns. */
interface JoinedHeader {
  readonly rows: number;
  readonly cells: readonly string[];
}

const joinedHeaders = new WeakMap<Sheet, Map<number, JoinedHeader>>();

/**
 * The header that ends with a row: what stands above a column in several rows is joined, as `Contact › Email`, and a
 * title over several columns counts for each. One row alone, unless further ones name more.
 */
export function headerOf(sheet: Sheet, headerRow: number): readonly string[] {
  const known = joinedHeaders.get(sheet) ?? new Map<number, JoinedHeader>();
  joinedHeaders.set(sheet, known);
  const found = known.get(headerRow) ?? bestHeader(sheet, headerRow).header;
  known.set(headerRow, found);
  return found.cells;
}

/** The likeliest header that ends with a row, with the kind of list that it names best and how well. */
export function bestHeader(
  sheet: Sheet,
  headerRow: number,
): { readonly header: JoinedHeader; readonly kind: ImportKind; readonly score: number } {
  const own = sheet.rows[headerRow - 1] ?? [];
  let best = rated({ rows: 1, cells: own }, own);
  if (!mayEndHeader(own)) return best;
  for (let rows = 2; rows <= Math.min(mostRows, headerRow); rows += 1) {
    if (!mayBeginHeader(sheet.rows[headerRow - rows] ?? [])) break;
    const cells = joined(sheet.rows.slice(headerRow - rows, headerRow));
    const next = rated({ rows, cells }, own);
    if (next.score > best.score) best = next;
  }
  return best;
}

/** How well a row names the fields of a kind: known names, less what only rows of people hold. */
export function scoreHeader(row: readonly string[], kind: ImportKind): number {
  const fields = new Map<string, number>();
  let data = 0;
  let filled = 0;
  for (const cell of row) {
    if (cell.trim() === '') continue;
    filled += 1;
    if (looksLikeData(cell)) data += 1;
    const [meaning] = meaningsOf(cell, kind);
    if (meaning) fields.set(meaning.field, Math.max(fields.get(meaning.field) ?? 0, meaning.score));
  }
  const known = [...fields.values()].reduce((sum, score) => sum + score, 0);
  // One cell alone is a title, however many known words it holds.
  return filled < 2 && row.length > 1 ? 0 : known - data * 120;
}

/** Whether a cell is what only rows of people hold: an address, a number, a day, a yes or no. */
export function looksLikeData(cell: string): boolean {
  const text = cell.trim();
  return /@[\w-]+\.\w|^[\d\s.,()+-]+$/.test(text) || findDay(text) !== null || /^(true|false|yes|no)$/i.test(text);
}

function rated(header: JoinedHeader, own: readonly string[]): ReturnType<typeof bestHeader> {
  const [first, ...others] = importKinds.map((kind) => ({ header, kind, score: scoreHeader(header.cells, kind) }));
  const best = others.reduce(
    (a, b) => (b.score > a.score ? b : a),
    first ?? { header, kind: 'applications', score: 0 },
  );
  // Columns under the name of someone else must not be taken for the applicant's.
  const tellsOthers = header.cells.some(
    (cell, column) => isOfSomebodyElse(headerWords(cell)) && asksForPerson(own[column] ?? ''),
  );
  const isNamed = header.rows > 1 && isImportIds(own);
  const more = (tellsOthers ? 400 : 0) + (isNamed ? costOfRow + 1 : 0);
  return { ...best, score: best.score + (header.rows === 1 ? 0 : more - (header.rows - 1) * costOfRow) };
}

/** Whether a name alone, without what stands above it, would be taken for the applicant's. */
const asksForPerson = (cell: string): boolean =>
  importKinds.some((kind) => meaningsOf(cell, kind).some(({ field }) => ownFields.has(field)));

const filledOf = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');
/** Whether a row holds nothing but Qualtrics' own names of the columns. */
export const isImportIds = (row: readonly string[]): boolean => {
  const filled = filledOf(row);
  return filled.length > 0 && filled.every((cell) => importId.test(cell.trim()));
};

/** Whether a row may be the lowest of several header rows: names and labels, nothing that people are told by. */
function mayEndHeader(row: readonly string[]): boolean {
  const filled = filledOf(row);
  if (isImportIds(row)) return true;
  if (filled.length < 2 || filled.some((cell) => cell.length > 300 || looksLikeData(cell))) return false;
  const named = filled.filter(
    (cell) =>
      sayNothing.test(headerWords(cell)) ||
      importKinds.some((kind) => (meaningsOf(cell, kind)[0]?.score ?? 0) >= 95) ||
      /[?:]\s*$/.test(cell),
  );
  return named.length > filled.length / 2;
}

/** Whether a row may stand above others in a header: two names at least, and nothing that only rows of people hold. */
const mayBeginHeader = (row: readonly string[]): boolean => {
  const filled = filledOf(row);
  return filled.length >= 2 && !filled.some((cell) => cell.length > 1_000 || looksLikeData(cell));
};

function joined(rows: readonly (readonly string[])[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const last = rows.length - 1;
  const spread = rows.map((row, at) => (at === last ? row : overBlanks(row, rows.slice(at + 1), width)));
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (const row of spread) {
      const text = (row[column] ?? '').replace(/\s+/g, ' ').trim();
      if (text === '' || importId.test(text)) continue;
      if (headerWords(text) === headerWords(parts.at(-1) ?? '')) continue;
      if (parts.length > 0 && sayNothing.test(headerWords(text))) continue;
      parts.push(text);
    }
    return parts.join(partsMark);
  });
}

/** A row in which a title over several columns stands in each of them that has a name of its own below. */
function overBlanks(row: readonly string[], below: readonly (readonly string[])[], width: number): string[] {
  let title = '';
  return Array.from({ length: width }, (_, column) => {
    const own = row[column] ?? '';
    if (own.trim() !== '') {
      title = own;
      return own;
    }
    return below.some((each) => (each[column] ?? '').trim() !== '') ? title : '';
  });
}
