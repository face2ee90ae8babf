import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import type { Sheet, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import type { ReadSheet } from '../../spreadsheets/read/read-sheet.ts';

/** What the file says of a sheet that its cells don't show, a sentence each; rows down to the header don't count. */
export function notesOfSheet(sheet: ReadSheet, headerRow = 0): readonly string[] {
  const below = (rows: readonly number[] | undefined): readonly number[] =>
    (rows ?? []).filter((row) => row > headerRow);
  const hidden = below(sheet.hiddenRows);
  const stray = below(sheet.strayQuotes);
  const doubtful = sheet.doubtfulLetters ? [sayDoubtful] : [];
  return [
    ...doubtful,
    ...(hidden.length > 0 ? [sayHidden(sheet, hidden)] : []),
    ...(stray.length > 0 ? [sayStray(stray)] : []),
  ];
}

/** The same for every sheet that is taken in. */
export const sheetNotes = (
  { sheets }: Pick<Spreadsheet, 'sheets'>,
  mappings: readonly SheetMapping[],
): readonly string[] =>
  mappings.flatMap(({ sheet: name, headerRow }) => {
    const sheet = sheets.find((each) => each.name === name);
    return sheet ? notesOfSheet(sheet, headerRow) : [];
  });

const sayDoubtful =
  'The file does not tell how its accented letters are encoded, so some may be wrong. Check the names, or export the list again as UTF-8.';

function sayHidden({ name }: Sheet, rows: readonly number[]): string {
  const [are, they] = rows.length === 1 ? ['row is', 'it is'] : ['rows are', 'they are'];
  return `${sayCount(rows.length)} ${are} hidden in the sheet “${name}”, by a filter or by hand (${sayRows(rows)}); ${they} taken in like the others. Delete them in the workbook if they don’t belong to the list.`;
}

function sayStray(rows: readonly number[]): string {
  const places = sayRows(rows);
  return `There is a misplaced quotation mark in ${places}; the cells were read as they were typed. Check ${wordFor(rows.length, 'it', 'them')} in the file.`;
}

function sayRows(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`;
  const more = rows.length > 5 ? ` and ${sayCount(rows.length - 5)} more` : '';
  return `rows ${rows.slice(0, 5).join(', ')}${more}`;
}
