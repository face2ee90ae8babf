import type { Answers } from '../../../shared/model/applicants.ts';
import {
  columnLetter,
  type ImportField,
  importKinds,
  type Sheet,
  type SheetMapping,
  type Spreadsheet,
} from '../../../shared/model/imports.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { ReadSheet } from '../../spreadsheets/read/read-sheet.ts';
import { choiceColumns, chosen, readTick } from './choice-columns.ts';
import { type DayCount, type DayOrder, dayCountOf, orderOfDays } from './day-parts.ts';
import { mostLetters } from './field-lengths.ts';
import { isHeaderLike } from './header.ts';
import { meaningsOf } from './header-names.ts';
import { headerOf } from './header-rows.ts';
import type { SkippedRow } from './plan-rows.ts';
import { isAnonymous, isNoAnswer } from './values.ts';

/** One row of people, its cells under the fields that the mapping takes them for. */
export interface PersonRow {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** The typed text; empty where the cell is, where it is too long, or where no column is taken for the field. */
  readonly typed: (field: ImportField) => string;
  /** Fields whose cell has more letters than one may have: it does not count. */
  readonly tooLong: readonly { readonly field: ImportField; readonly typed: string }[];
  readonly answers: Answers;
  /** Fields that two columns are taken for, where both are filled and differ: the typed text that does not count. */
  readonly others: readonly { readonly field: ImportField; readonly typed: string }[];
  /** The row has a quotation mark in the wrong place. */
  readonly hasStrayQuote: boolean;
  /** Why no one can tell which column its cells are in; null: they are in their own. */
  readonly unusable: string | null;
  /** The text of the row's only filled cell; null: it has several. */
  readonly alone: string | null;
}

/** A sheet with its mapping: which fields have a column, under which header, and the rows. */
export interface MappedSheet {
  readonly sheet: Sheet;
  readonly mapping: SheetMapping;
  readonly has: (field: ImportField) => boolean;
  /** The heading of a field's column; the column's letter if it has none. */
  readonly header: (field: ImportField) => string;
  /** The order in which a field’s column writes its days. */
  readonly dayOrder: (field: ImportField) => DayOrder;
  /** From which day its workbook counts. */
  readonly dayCount: DayCount;
  readonly rows: () => Generator<PersonRow>;
}

const shiftedCells =
  'The row has a misplaced quotation mark, so its cells are in the wrong columns. Correct it in the file and import it again.';

/** Lays a spreadsheet's mappings over its sheets; rows that hold no one are put on the list of skipped ones. */
export function mappedSheets(
  spreadsheet: Spreadsheet,
  mappings: readonly SheetMapping[],
  skipped: SkippedRow[],
): MappedSheet[] {
  return mappings.flatMap((mapping) => {
    const sheet = spreadsheet.sheets.find(({ name }) => name === mapping.sheet);
    return sheet ? [mapSheet(sheet, mapping, skipped)] : [];
  });
}

function mapSheet(sheet: Sheet, mapping: SheetMapping, skipped: SkippedRow[]): MappedSheet {
  const header = headerOf(sheet, mapping.headerRow);
  const columns = columnsOf(mapping);
  const fields = [...columns.keys()];
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const keys = answerKeys(header, mapping, width);
  const said = cellsThatSay(header, columns);
  const { strayQuotes }: ReadSheet = sheet;
  const stray = new Set(strayQuotes);
  return {
    sheet,
    mapping,
    has: (field) => columns.has(field),
    header: (field) => nameOf(header, columns.get(field)?.[0] ?? 0),
    dayOrder: (field) => {
      const those = columns.get(field) ?? [];
      return orderOfDays(sheet.rows.slice(mapping.headerRow).map((cells) => filledOf(cells, those)));
    },
    dayCount: dayCountOf(sheet),
    *rows() {
      let otherHeader: number | null = null;
      for (let index = mapping.headerRow; index < sheet.rows.length; index += 1) {
        const typedCells = sheet.rows[index] ?? [];
        const cells = said(typedCells);
        const reason = whySkipped(typedCells, header, columns);
        if (reason !== null) {
          skipped.push({ sheet: sheet.name, row: index + 1, reason });
          continue;
        }
        if (isHeaderLike(typedCells)) {
          const isOwn = sameColumns(typedCells, mapping);
          otherHeader = isOwn ? null : index + 1;
          skipped.push({
            sheet: sheet.name,
            row: index + 1,
            reason: isOwn ? headerAgain : 'The row is another header.',
          });
          continue;
        }
        const hasStrayQuote = stray.has(index + 1);
        const isShifted = hasStrayQuote && cells.length !== header.length;
        const filled = cells.filter((cell) => cell.trim() !== '');
        const cellOf = (field: ImportField): string => cellFor(field, cells, columns);
        const tooLong = fields.flatMap((field) =>
          isTooLong(field, cellOf(field)) ? [{ field, typed: cellOf(field) }] : [],
        );
        const typed = (field: ImportField): string => (isTooLong(field, cellOf(field)) ? '' : cellOf(field));
        yield {
          sheet: sheet.name,
          row: index + 1,
          typed,
          tooLong,
          answers: answersOf(cells, keys, columns),
          others: othersOf(cells, columns),
          hasStrayQuote,
          unusable: isShifted ? shiftedCells : otherHeader === null ? null : sayOtherColumns(otherHeader),
          alone: filled.length === 1 ? titleOf(filled[0]) : null,
        };
      }
    },
  };
}

/** What cells say: a placeholder such as “anonymous” as nothing, and a tick as the choice it marks. */
function cellsThatSay(header: readonly string[], columns: Columns): (cells: readonly string[]) => readonly string[] {
  const addresses = columns.get('email') ?? [];
  const mapped = new Set([...columns.values()].flat());
  const choices = new Map([...choiceColumns(header)].filter(([column]) => mapped.has(column)));
  for (const [field, those] of columns) {
    if (!isGathered(field) || those.length < 2) continue;
    // A bare tick says what its column is called.
    for (const column of those) {
      const name = nameOf(header, column);
      if (!choices.has(column) && !name.endsWith('?')) choices.set(column, { question: name, choice: name });
    }
  }
  return (cells) => {
    const nameless = addresses.filter((column) => isAnonymous(cells[column] ?? ''));
    if (nameless.length === 0 && choices.size === 0) return cells;
    const all = [...cells];
    for (const column of nameless) all[column] = '';
    for (const [column, choice] of choices) if (all[column] !== undefined) all[column] = chosen(all[column], choice);
    return all;
  };
}

const isTooLong = (field: ImportField, cell: string): boolean => cell.length > mostLetters[field];

/** A row's only cell, where it is short enough for a title. */
const titleOf = (cell: string | undefined): string | null =>
  cell !== undefined && cell.length <= mostLetters.cohort ? cell : null;

const headerAgain = 'The row repeats the header.';
const sayOtherColumns = (row: number): string =>
  `The columns change in row ${row}, where there is another header. Put the rows below it on a separate sheet, and import that.`;

/** Whether a header has the same columns as the one that was mapped, in other words perhaps. */
function sameColumns(cells: readonly string[], { fields }: SheetMapping): boolean {
  return fields.every(
    (field, column) =>
      field === null ||
      importKinds.some((kind) => meaningsOf(cells[column] ?? '', kind).some((meaning) => meaning.field === field)),
  );
}

const nameOf = (header: readonly string[], column: number): string =>
  header[column]?.replace(/\s+/g, ' ').trim() || `Column ${columnLetter(column)}`;

/** The key of each column's answer: its field, or its header where it was not understood; never the same key twice. */
function answerKeys(header: readonly string[], mapping: SheetMapping, width: number): string[] {
  const used = new Set<string>(mapping.fields.filter((field) => field !== null));
  return Array.from({ length: width }, (_, column) => {
    const field = mapping.fields[column] ?? null;
    if (field !== null && mapping.fields.indexOf(field) === column) return field;
    const name = nameOf(header, column);
    let key = name;
    for (let copy = 2; used.has(key) || key === '__proto__'; copy += 1) key = `${name} (${copy})`;
    used.add(key);
    return key;
  });
}

/** Every cell that is not empty, as it was typed; a field has the cell that counts, wherever it stands. */
function answersOf(cells: readonly string[], keys: readonly string[], columns: Columns): Answers {
  const answers: Answers = {};
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? '';
    if (cell !== '') answers[keys[column] ?? ''] = cell;
  }
  for (const [field, those] of columns) {
    if (those.length === 1) continue;
    if (isGathered(field)) {
      for (const column of those) delete answers[keys[column] ?? ''];
      const all = gathered(cells, those);
      if (all !== '') answers[field] = all;
      continue;
    }
    if (isFilled(cells[those[0] ?? -1])) continue;
    const counts = those.find((column) => isFilled(cells[column]));
    if (counts === undefined) continue;
    answers[field] = cells[counts] ?? '';
    delete answers[keys[counts] ?? ''];
  }
  return answers;
}

type Columns = ReadonlyMap<ImportField, readonly number[]>;

/** The columns of each field: a form that branches asks the same thing in several. */
function columnsOf({ fields }: SheetMapping): Columns {
  const columns = new Map<ImportField, number[]>();
  for (const [column, field] of fields.entries()) {
    if (field !== null) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return columns;
}

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';

/** Fields that hold everything someone said: of several ticks, or of two questions, none takes the place of the other. */
const isGathered = (field: ImportField): boolean => field === 'needs';

/** All that some columns say, one after the other, nothing twice. */
function gathered(cells: readonly string[], columns: readonly number[]): string {
  const said = columns.flatMap((column) => {
    const cell = cells[column]?.trim() ?? '';
    return cell === '' || isNoAnswer(cell) ? [] : [cell];
  });
  const told = said.filter((cell) => readTick(cell) !== 'yes');
  // A Yes that something follows asked only whether anything does.
  const each = [...new Map((told.length > 0 ? told : said).map((cell) => [foldName(cell), cell])).values()];
  // “None” in each of them is an answer; that of the first says so.
  return each.length === 0 ? filledOf(cells, columns) : each.join('; ');
}

/** What a row says of a field. */
function cellFor(field: ImportField, cells: readonly string[], columns: Columns): string {
  const those = columns.get(field) ?? [];
  return isGathered(field) && those.length > 1 ? gathered(cells, those) : filledOf(cells, those);
}

/** The first filled cell among some columns; else what stands in the first. */
function filledOf(cells: readonly string[], columns: readonly number[]): string {
  const first = cells[columns[0] ?? -1] ?? '';
  if (columns.length < 2 || isFilled(first)) return first;
  return cells[columns.find((column) => isFilled(cells[column])) ?? -1] ?? first;
}

function othersOf(cells: readonly string[], columns: Columns): PersonRow['others'] {
  const others: PersonRow['others'][number][] = [];
  for (const [field, those] of columns) {
    if (those.length === 1 || isGathered(field)) continue;
    const counts = foldName(filledOf(cells, those));
    const other = those.find((column) => isFilled(cells[column]) && foldName(cells[column] ?? '') !== counts);
    if (other !== undefined) others.push({ field, typed: cells[other] ?? '' });
  }
  return others;
}

const totalWord =
  /^(grand )?(sub)?(total|sum|count|average)s?( of .{1,40})?\s*:?( \d+)?$|^(grand )?totals?\b[^:]{0,40}:\s*\d*$/i;
/** What people and programs write under a table. */
const noteOfSheet =
  /^(notes?|source|nb|legend|key|updated|printed|generated|exported|prepared by)\s*[:.–—-]|^\*|^(last (updated|modified)|(updated|printed|generated|exported) (on|at|by)|(report|data) (as of|run|generated)|as of|page \d+ of) /i;
const personFields = ['givenName', 'familyName', 'fullName'] as const;

function whySkipped(cells: readonly string[], header: readonly string[], columns: Columns): string | null {
  if (cells.every((cell) => cell === '' || cell.trim() === '')) return 'The row is blank.';
  const named = personFields.some((field) => {
    const text = filledOf(cells, columns.get(field) ?? []).trim();
    return /\p{L}/u.test(text) && !totalWord.test(text);
  });
  if (!named && cells.some((cell) => totalWord.test(cell.trim()))) return 'The row is a total, not a person.';
  const alone = cells.filter((cell) => cell.trim() !== '');
  if (alone.length === 1 && noteOfSheet.test(alone[0]?.trim() ?? ''))
    return 'The row is a note under the table, not a person.';
  if (cells.every((cell) => cell.trim() === '' || /^\([^()]*\)$/.test(cell.trim()))) {
    return 'The row is a hint under the header, not a person.';
  }
  const filled = header.filter((cell) => cell.trim() !== '').length;
  const repeats = header.every((cell, column) => cell.trim() === (cells[column] ?? '').trim());
  return repeats && filled > 1 ? headerAgain : null;
}
