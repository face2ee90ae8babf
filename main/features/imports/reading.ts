import type { SavedMappingId } from '../../../shared/model/ids.ts';
import type { ImportKind, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { ImportReading, NamedMapping } from '../../../shared/views/imports.ts';
import type { Facts } from '../../call/facts.ts';
import { searchedRows } from './header.ts';
import { headerOf } from './header-rows.ts';
import { guessImport } from './mapping.ts';
import { type KnownMapping, type Recognized, recognise } from './match-saved-mappings.ts';
import { allSavedMappings } from './saved-mappings.ts';
import { notesOfSheet } from './sheet-notes.ts';

/** A spreadsheet as it was read, with what its columns were taken for. */
export function readingView(
  facts: Facts,
  readingId: string,
  spreadsheet: Spreadsheet,
  asked: ImportKind | null,
): ImportReading {
  const { file, format, encoding, sheets } = spreadsheet;
  const { kind, mappings, recognized, notes } = guessColumns(facts, spreadsheet, asked);
  return {
    readingId,
    file,
    format,
    encoding,
    kind,
    mappings,
    recognized,
    notes,
    // As many rows as the header is looked for in: to choose it from, and to see what the columns hold.
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rowCount: sheet.rows.length,
      head: sheet.rows.slice(0, searchedRows),
      headers: sheet.rows.slice(0, searchedRows).map((_, index) => headerOf(sheet, index + 1)),
      notes: notesOfSheet(sheet),
    })),
  };
}

/** What a spreadsheet is taken for; where no one can tell, a problem, and columns that are taken for nothing. */
interface GuessedColumns {
  readonly kind: ImportKind;
  readonly mappings: readonly SheetMapping[];
  readonly recognized: NamedMapping | null;
  readonly notes: readonly string[];
  readonly problem: Problem | null;
}

/** Takes the columns as a saved mapping has them whose headers these are, and guesses them elsewhere. */
export function guessColumns(facts: Facts, spreadsheet: Spreadsheet, asked: ImportKind | null): GuessedColumns {
  const saved = allSavedMappings(facts).filter(({ kind }) => asked === null || kind === asked);
  const recognized = recognise(spreadsheet.sheets, saved);
  return recognized ? withRest(facts, spreadsheet, recognized) : guessed(facts, spreadsheet, asked);
}

/** Sheets beside those that were recognized are guessed like any other: nothing of a file is dropped unsaid. */
function withRest(
  facts: Facts,
  spreadsheet: Spreadsheet,
  { by, mappings }: Recognized<KnownMapping<SavedMappingId>>,
): GuessedColumns {
  const { id, name, kind } = by;
  const known = new Set(mappings.map(({ sheet }) => sheet));
  const others = spreadsheet.sheets.filter((sheet) => !known.has(sheet.name) && sheet.rows.length > 0);
  const rest = others.length === 0 ? null : guessed(facts, { ...spreadsheet, sheets: others }, kind);
  const notes = rest?.problem
    ? others.map((sheet) => `The sheet “${sheet.name}” was left out: it has no rows of people.`)
    : (rest?.notes ?? []);
  const taken = [...mappings, ...(rest?.problem ? [] : (rest?.mappings ?? []))];
  const order = spreadsheet.sheets.map((sheet) => sheet.name);
  taken.sort((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet));
  return { kind, mappings: taken, recognized: { id, name }, notes, problem: null };
}

function guessed({ inForce }: Facts, spreadsheet: Spreadsheet, kind: ImportKind | null): GuessedColumns {
  const sheets = spreadsheet.sheets.filter(({ rows }) => rows.length > 0);
  const bare = { kind: kind ?? 'applications', mappings: sheets.slice(0, 1).map(blank), recognized: null };
  if (!inForce) return { ...bare, notes: [], problem: null };
  const guess = guessImport(spreadsheet, inForce.policy, kind ?? undefined);
  if (!guess.ok) return { ...bare, notes: [guess.problem.sentence], problem: guess.problem };
  return { ...guess.value, recognized: null, problem: null };
}

const blank = ({ name, rows }: Spreadsheet['sheets'][number]): SheetMapping => ({
  sheet: name,
  headerRow: 1,
  fields: Array.from({ length: Math.max(0, ...rows.slice(0, searchedRows).map((row) => row.length)) }, () => null),
});
