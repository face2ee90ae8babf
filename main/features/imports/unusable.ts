import type { ImportRow, SheetMapping, Spreadsheet } from '../../../shared/model/imports.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import type { WorkbookSheet } from '../../spreadsheets/write/cells.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { headerOf } from './header-rows.ts';

/** The rows that can't be used as they stood in the file, each with the reason in a column of its own; a sheet each. */
export function unusableSheets(
  spreadsheet: Spreadsheet,
  mappings: readonly SheetMapping[],
  rows: readonly ImportRow[],
): WorkbookSheet[] {
  return mappings.flatMap(({ sheet: name, headerRow }) => {
    const sheet = spreadsheet.sheets.find((each) => each.name === name);
    const bad = rows.filter((row) => row.sheet === name && row.outcome === 'cannot-be-used');
    if (!sheet || bad.length === 0) return [];
    const header = headerOf(sheet, headerRow);
    const width = Math.max(header.length, ...bad.map(({ row }) => sheet.rows[row - 1]?.length ?? 0));
    const columns: TableColumn[] = [
      { key: 'reason', title: 'Why it can’t be used', kind: 'text' },
      ...Array.from({ length: width }, (_, at) => ({
        key: `column ${at}`,
        title: header[at]?.trim() ?? '',
        kind: 'text' as const,
      })),
    ];
    const lines = bad.map(({ row, notes }): TableRow => {
      const cells = (sheet.rows[row - 1] ?? []).map((cell, at) => [`column ${at}`, cell] as const);
      return Object.fromEntries([['reason', notes.join(' ')], ...cells]);
    });
    return [tableSheet(name, columns, lines)];
  });
}
