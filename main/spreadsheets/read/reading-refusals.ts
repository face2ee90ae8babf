import { sayCount } from '../../../shared/model/counts.ts';
import type { ReadingStopped, Where } from './reading.ts';
import type { ReadingBudgets } from './reading-budgets.ts';

const split = 'Split it into smaller files and import them one after the other.';

/** Why a file was not read, in a sentence that names it and says what to do next. */
export function sayWhyStopped(file: string, { why, where }: ReadingStopped, budgets: ReadingBudgets): string {
  const most = (budget: keyof ReadingBudgets): string => sayCount(budgets[budget]);
  switch (why) {
    case 'cancelled':
      return `Reading “${file}” was canceled; nothing was imported.`;
    case 'no-table':
      return `“${file}” isn’t a spreadsheet. Choose a .csv or .xlsx file with one row a person and a header above.`;
    case 'damaged':
      return `“${file}” is damaged or not complete. Download or copy it again, or save it again from a spreadsheet program.`;
    case 'rows':
      return `“${file}” has more than ${most('rows')} rows. ${split}`;
    case 'cells':
      return `“${file}” has more than ${most('cells')} cells. Delete the columns that you don’t need, or split it into smaller files.`;
    case 'columns':
      return `“${file}” has more than ${most('columns')} columns${sayWhere(where)}. Delete what is to the right of the list, and import it again.`;
    case 'sheets':
      return `“${file}” has more than ${most('sheets')} sheets. Copy those with people into a workbook of their own, and import that.`;
    case 'cell':
      return `“${file}” has a cell of more than ${most('cell')} letters${sayWhere(where)}, far more than any answer. Shorten that cell, and import the file again.`;
    case 'characters':
      return `“${file}” holds more than ${most('characters')} letters. ${split}`;
    case 'unpacked':
      return `“${file}” unpacks to far more than any list of people takes. Copy the list into a new workbook, save that, and import it.`;
    case 'merges':
      return `“${file}” has more than ${most('merges')} merged cells. Unmerge them in your spreadsheet program, save it, and import it again.`;
    case 'seconds':
      return `“${file}” takes more than ${sayDuration(budgets.seconds)} to read. ${split}`;
    case 'memory':
      return sayOutOfMemory(file);
  }
}

const sayOutOfMemory = (file: string): string => `“${file}” takes more memory than this laptop can spare. ${split}`;

/** Of a file whose thread was lost while it was read. */
export const sayReadingLost =
  (file: string) =>
  (outOfMemory: boolean): string =>
    outOfMemory
      ? sayOutOfMemory(file)
      : `Reading “${file}” stopped before it was done; nothing was imported. Try again; if it stops again, restart Cohort Desk.`;

function sayWhere({ sheet, row }: Where): string {
  if (row === null) return '';
  return sheet === null ? `, in row ${sayCount(row)}` : `, in row ${sayCount(row)} of the sheet “${sheet}”`;
}

const sayDuration = (seconds: number): string =>
  seconds % 60 === 0 && seconds > 60 ? `${seconds / 60} minutes` : `${seconds} seconds`;
