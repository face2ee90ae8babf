import type { Column } from './column.ts';

/** Text that begins like a formula would run in the spreadsheet it is pasted into; numbers such as -3 stay. */
const runs = /^[=@]|^[+-](?![\d\s.,()]+$)/;

/** One cell as a spreadsheet takes it from the clipboard. */
function cell(text: string): string {
  const safe = runs.test(text) ? `'${text}` : text;
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as tab-separated cells, in the columns on the screen. */
export const toCells = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => columns.map((column) => cell(column.text(row))).join('\t')).join('\n');
