import { type ImportKind, importKinds, type Sheet } from '../../../shared/model/imports.ts';
import { meaningsOf } from './header-names.ts';
import { bestHeader, isImportIds, looksLikeData } from './header-rows.ts';

/** Where a sheet's header ends and how well its names are known. Rows count from 1. */
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
  for (const index of sheet.rows.slice(0, searchedRows).keys()) {
    const { kind, score } = bestHeader(sheet, index + 1);
    if (score > (best?.score ?? 0)) best = { row: index + 1, score, kind };
  }
  return best ?? firstFullRow(sheet);
}

/** Whether a row among people names columns again, so that it is no one: most of its cells, and no data. */
export function isHeaderLike(cells: readonly string[]): boolean {
  // Nearly every person has an address: it settles the question before anything is looked at closely.
  if (cells.some((cell) => cell.includes('@'))) return false;
  if (isImportIds(cells)) return true;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 3 || filled.some((cell) => cell.length > 120 || looksLikeData(cell))) return false;
  const named = filled.filter((cell) => importKinds.some((kind) => (meaningsOf(cell, kind)[0]?.score ?? 0) >= 60));
  return named.length >= 3 && named.length > filled.length / 2;
}

/** Where no name is known: the first row with as many cells as the fullest ones. */
function firstFullRow(sheet: Sheet): FoundHeader | null {
  const filled = sheet.rows.slice(0, searchedRows).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const most = Math.max(0, ...filled);
  if (most === 0) return null;
  const index = filled.findIndex((count) => count >= most * 0.7);
  return { row: index + 1, score: 0, kind: 'applications' };
}
