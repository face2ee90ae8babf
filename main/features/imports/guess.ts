import type { ImportKind, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { ColumnsGuess, NamedMapping } from '../../../shared/views/imports.ts';
import type { Facts } from '../../call/facts.ts';
import { noProgram } from '../../call/no-program.ts';
import { guessUnder } from './mapping.ts';
import { applySaved, recognise, shapeUnder } from './match-saved-mappings.ts';
import { allSavedMappings } from './saved-mappings.ts';

/** A sheet whose columns are asked for; a header's row of null is looked for too. */
interface AskedSheet {
  readonly sheet: string;
  readonly headerRow: number | null;
}

/** The columns of some sheets under other headers: as the saved mapping has them that knows the header, else guessed. */
export function guessSheets(
  facts: Facts,
  spreadsheet: Spreadsheet,
  kind: ImportKind,
  asked: readonly AskedSheet[],
): Result<ColumnsGuess> {
  if (!facts.inForce) return noProgram();
  const saved = allSavedMappings(facts).filter((each) => each.kind === kind);
  const mappings: SheetMapping[] = [];
  const notes: string[] = [];
  let recognized: NamedMapping | null = null;
  for (const { sheet: name, headerRow } of asked) {
    const sheet = spreadsheet.sheets.find((each) => each.name === name);
    if (!sheet) return refuse(`“${spreadsheet.file}” has no sheet “${name}”. Choose one of its sheets.`);
    const found = headerRow === null ? recognise([sheet], saved) : null;
    const by = found?.by ?? saved.find((each) => headerRow !== null && shapeUnder(sheet, headerRow, each));
    const known = found?.mappings[0] ?? (by && headerRow !== null ? shapeUnder(sheet, headerRow, by) : null);
    if (by && known) {
      mappings.push(known);
      recognized ??= { id: by.id, name: by.name };
      continue;
    }
    const guess = guessUnder(sheet, headerRow, kind, facts.inForce.policy);
    mappings.push(guess.mapping);
    notes.push(...guess.notes);
  }
  return done({ mappings, recognized, notes });
}

/** The columns of some sheets as a saved mapping has them; sheets that have none of its columns stay out of it. */
export function takeAsSaved(
  facts: Facts,
  spreadsheet: Spreadsheet,
  kind: ImportKind,
  asked: readonly AskedSheet[],
  mappingId: string,
): Result<ColumnsGuess> {
  const by = allSavedMappings(facts).find(({ id }) => id === mappingId);
  if (!by) return refuse('These saved columns were deleted. Choose others, or set the columns by hand.');
  if (by.kind !== kind) return refuse(`“${by.name}” is for ${by.kind}. Take the file as ${by.kind} first.`);
  const mappings: SheetMapping[] = [];
  const notes: string[] = [];
  for (const { sheet: name } of asked) {
    const sheet = spreadsheet.sheets.find((each) => each.name === name);
    const applied = sheet && applySaved(sheet, null, by);
    if (!applied) continue;
    mappings.push(applied.mapping);
    const where = asked.length > 1 ? `The sheet “${name}”` : 'This file';
    notes.push(...applied.missing.map((header) => `${where} has no column “${header}”, which “${by.name}” knows.`));
  }
  if (mappings.length === 0) {
    const headers = by.shapes.flatMap((shape) => shape.headers.filter((_, at) => (shape.fields[at] ?? null) !== null));
    return refuse(`No column of this file is named as in “${by.name}”. Choose others, or set the columns by hand.`, [
      `“${by.name}” knows ${[...new Set(headers)]
        .slice(0, 12)
        .map((header) => `“${header}”`)
        .join(', ')}.`,
    ]);
  }
  return done({ mappings, recognized: { id: by.id, name: by.name }, notes });
}
