import type { Answers } from '../../shared/model/applicants.ts';
import type { ImportField, Sheet, SheetMapping, Spreadsheet } from '../../shared/model/imports.ts';
import { type DayOrder, orderOfDays } from './day-parts.ts';
import { columnLetter } from './mapping.ts';
import type { SkippedRow } from './plan.ts';

/** One row of people, its cells under the fields that the mapping takes them for. */
export interface PersonRow {
  readonly sheet: string;
  /** As the spreadsheet counts, from 1. */
  readonly row: number;
  /** The typed text; empty where the cell is, or where no column is taken for the field. */
  readonly typed: (field: ImportField) => string;
  readonly answers: Answers;
}

/** A sheet with its mapping: which fields have a column, under which header, and the rows. */
export interface MappedSheet {
  readonly sheet: Sheet;
  readonly mapping: SheetMapping;
  readonly has: (field: ImportField) => boolean;
  /** What stands above a field's column; the column's letter where nothing does. */
  readonly header: (field: ImportField) => string;
  /** The order in which a field’s column writes its days. */
  readonly dayOrder: (field: ImportField) => DayOrder;
  readonly rows: () => Generator<PersonRow>;
}

/** Lays a spreadsheet's mappings over its sheets; rows that hold nobody are put on the list of skipped ones. */
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
  const header = sheet.rows[mapping.headerRow - 1] ?? [];
  const columns = new Map<ImportField, number>();
  for (const [column, field] of mapping.fields.entries()) if (field && !columns.has(field)) columns.set(field, column);
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const keys = answerKeys(header, mapping, width);
  return {
    sheet,
    mapping,
    has: (field) => columns.has(field),
    header: (field) => headerOf(header, columns.get(field) ?? 0),
    dayOrder: (field) => {
      const column = columns.get(field) ?? -1;
      return orderOfDays(sheet.rows.slice(mapping.headerRow).map((cells) => cells[column] ?? ''));
    },
    *rows() {
      for (let index = mapping.headerRow; index < sheet.rows.length; index += 1) {
        const cells = sheet.rows[index] ?? [];
        const reason = whySkipped(cells, header, columns);
        if (reason !== null) {
          skipped.push({ sheet: sheet.name, row: index + 1, reason });
          continue;
        }
        const typed = (field: ImportField): string => {
          const column = columns.get(field);
          return column === undefined ? '' : (cells[column] ?? '');
        };
        yield { sheet: sheet.name, row: index + 1, typed, answers: answersOf(cells, keys) };
      }
    },
  };
}

const headerOf = (header: readonly string[], column: number): string =>
  header[column]?.replace(/\s+/g, ' ').trim() || `Column ${columnLetter(column)}`;

/** The key of each column's answer: its field, or its header where it was not understood; never the same key twice. */
function answerKeys(header: readonly string[], mapping: SheetMapping, width: number): string[] {
  const used = new Set<string>(mapping.fields.filter((field) => field !== null));
  return Array.from({ length: width }, (_, column) => {
    const field = mapping.fields[column] ?? null;
    if (field !== null && mapping.fields.indexOf(field) === column) return field;
    const name = headerOf(header, column);
    let key = name;
    for (let copy = 2; used.has(key) || key === '__proto__'; copy += 1) key = `${name} (${copy})`;
    used.add(key);
    return key;
  });
}

/** Every cell that is not empty, as it was typed. */
function answersOf(cells: readonly string[], keys: readonly string[]): Answers {
  const answers: Answers = {};
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column] ?? '';
    if (cell !== '') answers[keys[column] ?? ''] = cell;
  }
  return answers;
}

const totalWord =
  /^(grand )?(sub)?(total|sum|count|average)s?( of .{1,40})?\s*:?( \d+)?$|^(grand )?totals?\b[^:]{0,40}:\s*\d*$/i;
const personFields = ['givenName', 'familyName', 'fullName'] as const;

function whySkipped(
  cells: readonly string[],
  header: readonly string[],
  columns: ReadonlyMap<ImportField, number>,
): string | null {
  if (cells.every((cell) => cell === '' || cell.trim() === '')) return 'The row is blank.';
  const named = personFields.some((field) => {
    const text = cells[columns.get(field) ?? -1]?.trim() ?? '';
    return /\p{L}/u.test(text) && !totalWord.test(text);
  });
  if (!named && cells.some((cell) => totalWord.test(cell.trim()))) return 'The row is a total, not a person.';
  if (cells.every((cell) => cell.trim() === '' || /^\([^()]*\)$/.test(cell.trim()))) {
    return 'The row is a hint under the header, not a person.';
  }
  const filled = header.filter((cell) => cell.trim() !== '').length;
  const repeats = header.every((cell, column) => cell.trim() === (cells[column] ?? '').trim());
  return repeats && filled > 1 ? 'The row is the header once more.' : null;
}
