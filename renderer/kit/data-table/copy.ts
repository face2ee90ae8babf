import { runsAsFormula } from '../../../shared/model/formulas.ts';
import type { RowSource } from '../slices.ts';
import type { Column } from './column.ts';

/** A number with its sign stays one: no spreadsheet runs more than it says. */
const signed = /^\s*[+-][\d\s.,()]+$/;

/** One cell as a spreadsheet takes it from the clipboard: text that begins like a formula would run where it is pasted. */
function cell(text: string): string {
  const safe = runsAsFormula(text) && !signed.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as tab-separated cells, in the columns on the screen; below their titles, where those are wanted. */
export function toCells<Row>(columns: readonly Column<Row>[], rows: readonly Row[], withTitles = false): string {
  const lines = rows.map((row) => columns.map((column) => cell(column.text(row))).join('\t'));
  return [...(withTitles ? [columns.map(({ title }) => cell(title)).join('\t')] : []), ...lines].join('\n');
}

/** What is copied: the rows that are selected, or else the one that the arrow keys are on. */
export function copiedRows<Row>(
  rows: RowSource<Row>,
  idOf: (row: Row) => string,
  selected: ReadonlySet<string>,
  here: number,
): readonly Row[] {
  const chosen: Row[] = [];
  for (let index = 0; index < rows.total; index += 1) {
    const row = rows.rowAt(index);
    if (row !== undefined && selected.has(idOf(row))) chosen.push(row);
  }
  const current = rows.rowAt(here);
  return chosen.length > 0 || current === undefined ? chosen : [current];
}
