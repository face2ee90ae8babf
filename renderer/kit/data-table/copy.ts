import { runsAsFormula } from '../../../shared/model/formulas.ts';
import type { Column } from './column.ts';

/** A number with its sign stays one: no spreadsheet runs more than it says. */
const signed = /^\s*[+-][\d\s.,()]+$/;

/** One cell as a spreadsheet takes it from the clipboard: text that begins like a formula would run where it is pasted. */
function cell(text: string): string {
  const safe = runsAsFormula(text) && !signed.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as tab-separated cells, in the columns on the screen. */
export const toCells = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => columns.map((column) => cell(column.text(row))).join('\t')).join('\n');
