import type { ImportKind, SheetMapping, Spreadsheet } from '../../shared/model/imports.ts';
import type { ImportReading } from '../../shared/views/imports.ts';
import type { Facts } from '../facts.ts';
import { guessImport } from '../imports/mapping.ts';

/** Rows shown of a sheet, to choose the header from and to see what its columns hold. */
const headRows = 20;

/** A spreadsheet as it was read, with what its columns were taken for. */
export function readingView(
  facts: Facts,
  readingId: string,
  spreadsheet: Spreadsheet,
  kind: ImportKind | null,
): ImportReading {
  const { file, format, encoding, sheets } = spreadsheet;
  return {
    readingId,
    file,
    format,
    encoding,
    ...guessed(facts, spreadsheet, kind),
    sheets: sheets.map(({ name, rows }) => ({ name, rowCount: rows.length, head: rows.slice(0, headRows) })),
  };
}

/** What the columns are taken for; where nobody can tell, none for anything, so that a person says it. */
function guessed(
  { inForce }: Facts,
  spreadsheet: Spreadsheet,
  kind: ImportKind | null,
): Pick<ImportReading, 'kind' | 'mappings' | 'notes'> {
  if (!inForce) return { kind: kind ?? 'applications', mappings: spreadsheet.sheets.slice(0, 1).map(blank), notes: [] };
  const guess = guessImport(spreadsheet, inForce.policy, kind ?? undefined);
  if (guess.ok) return { kind: guess.value.kind, mappings: guess.value.mappings, notes: guess.value.notes };
  const sheets = spreadsheet.sheets.filter(({ rows }) => rows.length > 0);
  return { kind: kind ?? 'applications', mappings: sheets.slice(0, 1).map(blank), notes: [guess.problem.sentence] };
}

const blank = ({ name, rows }: Spreadsheet['sheets'][number]): SheetMapping => ({
  sheet: name,
  headerRow: 1,
  fields: Array.from({ length: Math.max(0, ...rows.slice(0, headRows).map((row) => row.length)) }, () => null),
});
