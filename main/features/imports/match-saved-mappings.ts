import type {
  ColumnShape,
  ImportField,
  ImportKind,
  Sheet,
  SheetMapping,
  Spreadsheet,
} from '../../../shared/model/imports.ts';
import { searchedRows } from './header.ts';
import { headerWords } from './header-names.ts';

/** A saved mapping with its shapes, as headers are held against it. */
export interface KnownMapping<Id = string> {
  readonly id: Id;
  readonly name: string;
  readonly kind: ImportKind;
  readonly shapes: readonly ColumnShape[];
}

/** A spreadsheet whose headers are known: by which saved mapping, and how its sheets are taken. */
export interface Recognized<Known extends KnownMapping> {
  readonly by: Known;
  readonly mappings: readonly SheetMapping[];
}

/**
 * The saved mapping that knows the headers of the most sheets; of equal ones the first. A header is known where it
 * has the same names, whatever their case and punctuation, also in another order. Null: none is known.
 */
export function recognise<Known extends KnownMapping>(
  sheets: Spreadsheet['sheets'],
  saved: readonly Known[],
): Recognized<Known> | null {
  let best: Recognized<Known> | null = null;
  for (const by of saved) {
    const mappings = sheets.flatMap((sheet) => findShape(sheet, by) ?? []);
    if (mappings.length > (best?.mappings.length ?? 0)) best = { by, mappings };
  }
  return best;
}

/** What a saved mapping makes of a row as the header; null where it does not know this header. */
export function shapeUnder(sheet: Sheet, headerRow: number, by: KnownMapping): SheetMapping | null {
  const header = sheet.rows[headerRow - 1] ?? [];
  for (const shape of by.shapes) {
    const fields = fieldsUnder(header, shape);
    if (fields) return { sheet: sheet.name, headerRow, fields };
  }
  return null;
}

function findShape(sheet: Sheet, by: KnownMapping): SheetMapping | null {
  const rows = Math.min(searchedRows, sheet.rows.length);
  for (let row = 1; row <= rows; row += 1) {
    const mapping = shapeUnder(sheet, row, by);
    if (mapping && sheet.rows.length > row) return mapping;
  }
  return null;
}

function fieldsUnder(header: readonly string[], { headers, fields }: ColumnShape): (ImportField | null)[] | null {
  const here = wordsOf(header);
  const known = wordsOf(headers);
  if (here.length !== known.length || here.every((words) => words === '')) return null;
  if (here.every((words, column) => words === known[column])) return here.map((_, column) => fields[column] ?? null);
  // In another order only names tell columns apart: none may be missing or come twice.
  const places = new Map(known.map((words, column) => [words, column]));
  if (places.size !== known.length || places.has('') || new Set(here).size !== here.length) return null;
  if (!here.every((words) => places.has(words))) return null;
  return here.map((words) => fields[places.get(words) ?? -1] ?? null);
}

/** Folded once: the same rows are held against every saved mapping. */
const folded = new WeakMap<readonly string[], readonly string[]>();

/** A header's cells as they are compared; empty ones at the end are no columns. */
function wordsOf(header: readonly string[]): readonly string[] {
  const known = folded.get(header);
  if (known) return known;
  const words = header.map(headerWords);
  while (words.length > 0 && words.at(-1) === '') words.pop();
  folded.set(header, words);
  return words;
}

/** How a sheet is taken by a saved mapping that someone chose, and the headers of it that the sheet has not. */
interface Applied {
  readonly mapping: SheetMapping;
  readonly missing: readonly string[];
}

/**
 * Takes a sheet as a saved mapping has it, though its header may be another: every column whose name the mapping
 * knows gets its field, under the row that has the most such names. Null: no name is known.
 */
export function applySaved(sheet: Sheet, headerRow: number | null, by: KnownMapping): Applied | null {
  const rows = headerRow === null ? Array.from({ length: searchedRows }, (_, index) => index + 1) : [headerRow];
  let best: { readonly applied: Applied; readonly hits: number } | null = null;
  for (const row of rows) {
    for (const shape of by.shapes) {
      const found = columnsByName(sheet.rows[row - 1] ?? [], shape);
      const hits = found.fields.filter((field) => field !== null).length;
      if (hits <= (best?.hits ?? 0)) continue;
      const mapping = { sheet: sheet.name, headerRow: row, fields: found.fields };
      best = { applied: { mapping, missing: found.missing }, hits };
    }
  }
  return best?.applied ?? null;
}

function columnsByName(
  header: readonly string[],
  { headers, fields }: ColumnShape,
): { readonly fields: (ImportField | null)[]; readonly missing: string[] } {
  const here = header.map(headerWords);
  const taken: (ImportField | null)[] = here.map(() => null);
  const missing: string[] = [];
  for (const [column, name] of headers.entries()) {
    const field = fields[column] ?? null;
    if (field === null) continue;
    const words = headerWords(name);
    const at = here.findIndex((other, index) => other === words && words !== '' && taken[index] === null);
    if (at === -1) missing.push(name.trim() || 'a column without a name');
    else taken[at] = field;
  }
  return { fields: taken, missing };
}
