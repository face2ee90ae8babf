import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import type { WorkbookSheet } from './cells.ts';

/** Any list on the screen as a sheet: its title, its columns and its rows as they stand there. */
export function tableSheet<Key extends string>(
  title: string,
  columns: readonly TableColumn<Key>[],
  rows: readonly TableRow<Key>[],
  /** The tab's name where the title is too long for one, and what is printed opposite to it. */
  about: Pick<WorkbookSheet, 'subtitle' | 'zone'> & { readonly name?: string } = {},
): WorkbookSheet {
  return { name: title, title, ...about, columns, rows };
}
