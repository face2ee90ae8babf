import { type ImportKind, importKinds, type Sheet } from '../../../shared/model/imports.ts';
import { findDay } from './day-parts.ts';
import { meaningsOf } from './header-names.ts';

/** Where a sheet's header stands and how well its names are known. Rows count from 1. */
export interface FoundHeader {
  readonly row: number;
  /** The sum of the scores of the fields that its cells name, each field once. */
  readonly score: number;
  /** The kind whose fields it names best. */
  readonly kind: ImportKind;
}

/** The header is looked for in so many rows; as many are shown to choose it from. */
export const searchedRows = 40;

/** Finds the header's row among the titles and blank rows above the table; null where the sheet has no row of cells. */
export function findHeader(sheet: Sheet): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [index, row] of sheet.rows.slice(0, searchedRows).entries()) {
    for (const kind of importKinds) {
      const score = scoreHeader(row, kind);
      if (score > (best?.score ?? 0)) best = { row: index + 1, score, kind };
    }
  }
  return best ?? firstFullRow(sheet);
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

/** Whether a row among people names columns once more, so that it is nobody: most of its cells, and no data. */
export function isHeaderLike(cells: readonly string[]): boolean {
  // Nearly every person has an address: it settles the question before anything is looked at closely.
  if (cells.some((cell) => cell.includes('@'))) return false;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 3 || filled.some((cell) => cell.length > 120 || looksLikeData(cell))) return false;
  const named = filled.filter((cell) => importKinds.some((kind) => (meaningsOf(cell, kind)[0]?.score ?? 0) >= 60));
  return named.length >= 3 && named.length > filled.length / 2;
}

function looksLikeData(cell: string): boolean {
  const text = cell.trim();
  return /@[\w-]+\.\w|^[\d\s.,()+-]+$/.test(text) || findDay(text) !== null || /^(true|false|yes|no)$/i.test(text);
}

/** Where no name is known: the first row with as many cells as the fullest ones. */
function firstFullRow(sheet: Sheet): FoundHeader | null {
  const filled = sheet.rows.slice(0, searchedRows).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  if (most === 0) return null;
  const index = filled.findIndex((count) => count >= most * 0.7);
  return { row: index + 1, score: 0, kind: 'applications' };
}
