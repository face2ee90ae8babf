import {
  aboutImportField,
  columnLetter,
  type ImportField,
  type ImportKind,
  type Sheet,
  type SheetMapping,
  type Spreadsheet,
} from '../../../shared/model/imports.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { isHidden } from '../../spreadsheets/read/read-sheet.ts';
import { asksAgain } from './asked-again.ts';
import { choiceColumns } from './choice-columns.ts';
import { cohortNameOf, hasCohortTitles } from './cohort-names.ts';
import { fieldsByContent, fitOf } from './content.ts';
import { type FoundHeader, findHeader } from './header.ts';
import { meaningsOf } from './header-names.ts';
import { headerOf, scoreHeader } from './header-rows.ts';
import { nameFields } from './name-parts.ts';

/** What a spreadsheet was taken for. */
export interface ImportGuess {
  readonly kind: ImportKind;
  /** One mapping for every sheet that holds such rows; the others are named in `notes`. */
  readonly mappings: readonly SheetMapping[];
  /** A sentence for every needed field without a column: file, column, what to do. Empty: may be planned. */
  readonly missing: readonly string[];
  /** What someone should know before the import: sheets left out, columns told by their cells. */
  readonly notes: readonly string[];
}

/**
 * Guesses what a spreadsheet holds and which column is which, by the headers' words and then by the cells. `kind`
 * overrules the guess. Refuses where no sheet looks like either kind; missing columns are named in the guess, so that
 * they can be chosen by hand.
 */
export function guessImport(spreadsheet: Spreadsheet, policy: Policy, kind?: ImportKind): Result<ImportGuess> {
  const headers = spreadsheet.sheets.map((sheet) => ({ sheet, header: findHeader(sheet) }));
  const found = headers.filter((entry): entry is { sheet: Sheet; header: FoundHeader } => entry.header !== null);
  const chosen = kind ?? kindOf(found);
  if (chosen === null) return refuse(sayNeither(spreadsheet.file));
  const notes: string[] = [];
  const mappings: SheetMapping[] = [];
  const someSeen = spreadsheet.sheets.some((sheet) => !isHidden(sheet) && sheet.rows.length > 1);
  for (const { sheet, header } of found) {
    const fields = fieldsOfSheet(sheet, header.row, chosen, policy, notes);
    if (isListOfPeople(fields, sheet, header.row) && isHidden(sheet) && someSeen) {
      notes.push(
        `The sheet “${sheet.name}” is hidden in the workbook and was left out. Show it there and save the file if it belongs to the list.`,
      );
    } else if (isListOfPeople(fields, sheet, header.row))
      mappings.push({ sheet: sheet.name, headerRow: header.row, fields });
    else notes.push(`The sheet “${sheet.name}” was left out: it has no rows of people.`);
  }
  if (mappings.length === 0) return refuse(sayNeither(spreadsheet.file));
  return done({ kind: chosen, mappings, missing: missingColumns(spreadsheet, chosen, mappings, policy), notes });
}

const sayNeither = (file: string): string =>
  `“${file}” looks like neither applications nor graduates: no row names columns such as a name, an e-mail ` +
  'address or a membership. Add a header row, or choose another file.';

/** The kind whose columns the sheets name best together; null where no sheet names three columns of either. */
function kindOf(found: readonly { readonly sheet: Sheet; readonly header: FoundHeader }[]): ImportKind | null {
  const sum = (kind: ImportKind): number =>
    found.reduce((total, { sheet, header }) => total + scoreHeader(headerOf(sheet, header.row), kind), 0);
  const applications = sum('applications');
  const graduates = sum('graduates');
  if (Math.max(applications, graduates) < 250) return null;
  return graduates > applications ? 'graduates' : 'applications';
}

/** A sheet's columns under a header that someone chose, guessed again; `notes` says which were told by their cells. */
export function guessUnder(
  sheet: Sheet,
  headerRow: number | null,
  kind: ImportKind,
  policy: Policy,
): { readonly mapping: SheetMapping; readonly notes: readonly string[] } {
  const row = headerRow ?? findHeader(sheet)?.row ?? 1;
  const notes: string[] = [];
  const fields = fieldsOfSheet(sheet, row, kind, policy, notes);
  return { mapping: { sheet: sheet.name, headerRow: row, fields }, notes };
}

/** Each column's field: the surest pair of column and field first, each field once; then by the cells. */
function fieldsOfSheet(
  sheet: Sheet,
  headerRow: number,
  kind: ImportKind,
  policy: Policy,
  notes: string[],
): (ImportField | null)[] {
  const header = headerOf(sheet, headerRow);
  const width = sheet.rows.slice(0, 1_000).reduce((most, row) => Math.max(most, row.length), header.length);
  const fields: (ImportField | null)[] = Array.from({ length: width }, () => null);
  // Of two columns with a field's name, such as the account's address and the one asked for, the filled one counts.
  const suits = fitOf(sheet, headerRow, policy);
  const pairs = header
    .flatMap((cell, column) =>
      meaningsOf(cell, kind).map(({ field, score }) => ({ field, score: score + suits(field, column), column })),
    )
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const taken = new Set<ImportField>();
  const below = sheet.rows.slice(headerRow);
  const isAnswered = (column: number): boolean => below.some((row) => (row[column] ?? '').trim() !== '');
  // Columns that hold answers come first: forms keep empty ones of the same name for what they did not ask.
  const answered = pairs.filter(({ column }) => isAnswered(column));
  const empty = pairs.filter(({ column }) => !isAnswered(column));
  for (const { field, column } of [...answered, ...empty]) {
    if (!isAnswered(column) && taken.has('fullName') && isPartOfName(field)) continue;
    if (fields[column] !== null || taken.has(field) || isNeedless(field, taken)) continue;
    fields[column] = field;
    taken.add(field);
  }
  // Who is asked for no other first name gave the one to go by.
  const called = fields.indexOf('preferredName');
  if (called !== -1 && !taken.has('givenName') && !taken.has('fullName')) fields[called] = 'givenName';
  notes.push(...takeOtherChoices(sheet, header, fields), ...takeOtherNeeds(sheet, header, fields, kind));
  for (const column of asksAgain(sheet, headerRow, fields)) {
    const field = fields[column.first] ?? null;
    if (field === null) continue;
    fields[column.again] = field;
    notes.push(
      `In “${sheet.name}”, ${saySecond(header, column)} also asks for the ${aboutImportField[field].said}: the first one filled in counts.`,
    );
  }
  for (const { column, field } of fieldsByContent(sheet, headerRow, fields, kind, policy)) {
    fields[column] = field;
    const name = header[column]?.trim() || `Column ${columnLetter(column)}`;
    notes.push(
      `In “${sheet.name}”, “${name}” was taken for the ${aboutImportField[field].said} because of what is in it. Check it.`,
    );
  }
  return fields;
}

/** Takes the other choices of a question for the field that one of them was taken for; a sentence for each question. */
function takeOtherChoices(sheet: Sheet, header: readonly string[], fields: (ImportField | null)[]): readonly string[] {
  const choices = choiceColumns(header);
  const notes: string[] = [];
  for (const [column, { question }] of choices) {
    const field = fields[column] ?? null;
    if (field === null) continue;
    const others = [...choices].filter(([other, of]) => of.question === question && (fields[other] ?? null) === null);
    if (others.length === 0) continue;
    for (const [other] of others) fields[other] = field;
    notes.push(
      field === 'needs'
        ? `In “${sheet.name}”, “${question}” has a column for each choice: all that are checked are kept.`
        : `In “${sheet.name}”, “${question}” has a column for each choice: the one that is checked is the ${aboutImportField[field].said}.`,
    );
  }
  return notes;
}

/** Takes further columns for the needs where one is: a form that asks for diet and access asks for both. */
function takeOtherNeeds(
  sheet: Sheet,
  header: readonly string[],
  fields: (ImportField | null)[],
  kind: ImportKind,
): readonly string[] {
  if (!fields.includes('needs')) return [];
  const others = header.flatMap((cell, column) => {
    const asks = (fields[column] ?? null) === null && meaningsOf(cell, kind).some(({ field }) => field === 'needs');
    return asks ? [column] : [];
  });
  for (const column of others) fields[column] = 'needs';
  if (others.length === 0) return [];
  const names = others.map((again) => `“${header[again]?.trim()}”`).join(', ');
  return [`In “${sheet.name}”, ${names} also asks for needs: all that is filled in is kept.`];
}

const saySecond = (header: readonly string[], { again }: { readonly again: number }): string =>
  `column ${columnLetter(again)}, “${header[again]?.trim()}”,`;

const isPartOfName = (field: ImportField): boolean => nameFields.some((each) => each === field);

/** A whole name beside its two parts would only say the same again. */
function isNeedless(field: ImportField, taken: ReadonlySet<ImportField>): boolean {
  if (field === 'fullName') return taken.has('givenName') && taken.has('familyName');
  return false;
}

function isListOfPeople(fields: readonly (ImportField | null)[], sheet: Sheet, headerRow: number): boolean {
  const has = (field: ImportField): boolean => fields.includes(field);
  return sheet.rows.length > headerRow && (has('email') || has('fullName') || has('givenName') || has('familyName'));
}

const tellsCohort = (sheet: Sheet, headerRow: number, policy: Policy): boolean =>
  cohortNameOf(sheet, headerRow, policy) !== null || hasCohortTitles(sheet, headerRow, policy);

/** A sentence for every column that the kind needs and a mapping lacks: the file, the column, what to do. */
export function missingColumns(
  spreadsheet: Spreadsheet,
  kind: ImportKind,
  mappings: readonly SheetMapping[],
  policy: Policy,
  saidWhenSent = false,
): string[] {
  return mappings.flatMap((mapping) => {
    const sheet = spreadsheet.sheets.find(({ name }) => name === mapping.sheet);
    const has = (field: ImportField): boolean => mapping.fields.includes(field);
    const named = has('fullName') || (has('givenName') && has('familyName'));
    const lacks: string[] = named ? [] : ['the name'];
    if (kind === 'applications') {
      const needed = ['organization', 'membership', 'yearsInEducation', 'highestPost', 'submittedAt'] as const;
      lacks.push(
        ...needed
          .filter((field) => !has(field) && !(field === 'submittedAt' && saidWhenSent))
          .map((field) => `the ${aboutImportField[field].said}`),
      );
    } else {
      const known = has('cohort') || (sheet && tellsCohort(sheet, mapping.headerRow, policy));
      if (!known) lacks.push('the cohort (a column, the sheet’s name or a title above the header)');
      if (!has('graduatedOn')) lacks.push(`the ${aboutImportField.graduatedOn.said}`);
    }
    const where =
      spreadsheet.sheets.length > 1 ? `“${spreadsheet.file}”, sheet “${mapping.sheet}”,` : `“${spreadsheet.file}”`;
    return lacks.map(
      (column) => `${where} has no column for ${column}. Choose the column that holds it, or add one to the file.`,
    );
  });
}
