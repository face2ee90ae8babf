import type { SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import type { ImportPlan } from './plan-rows.ts';

/**
 * The rows that can't be used, as the spreadsheet has them, with the reason in a column behind; ready to be mended and
 * imported again. With several sheets the header is that of the first that has such rows.
 */
export function rejectedRows(
  spreadsheet: Spreadsheet,
  mappings: readonly SheetMapping[],
  plan: Pick<ImportPlan, 'rows'>,
): { header: string[]; rows: string[][] } {
  const rejected = plan.rows.filter((row) => row.outcome === 'cannot-be-used');
  const cellsOf = (sheet: string, row: number): readonly string[] =>
    spreadsheet.sheets.find(({ name }) => name === sheet)?.rows[row - 1] ?? [];
  const mapping = mappings.find(({ sheet }) => sheet === rejected[0]?.sheet) ?? mappings[0];
  const header = mapping ? cellsOf(mapping.sheet, mapping.headerRow) : [];
  const width = rejected.reduce((most, row) => Math.max(most, cellsOf(row.sheet, row.row).length), header.length);
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, column) => cells[column] ?? '');
  return {
    header: [...padded(header), 'Reason'],
    rows: rejected.map((row) => [...padded(cellsOf(row.sheet, row.row)), row.notes.join(' ')]),
  };
}
