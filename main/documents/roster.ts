import {
  type RosterKey,
  type RosterRow,
  rosterColumns,
  type TableCell,
  type TableColumn,
  type TableRow,
} from '../../shared/model/roster.ts';
import type { WorkbookSheet } from './cells.ts';

/** A cohort's roster as the screen shows it. */
export interface RosterInput {
  readonly program: string;
  readonly cohort: string;
  readonly rows: readonly RosterRow[];
  /** The columns on the screen, in their order. */
  readonly columns: readonly RosterKey[];
}

/** The roster of a cohort as a sheet: the screen's rows and columns, in the screen's order. */
export function rosterSheet({ program, cohort, rows, columns }: RosterInput): WorkbookSheet {
  const chosen = columns.flatMap((key) => rosterColumns.filter((column) => column.key === key));
  return {
    name: cohort,
    title: `Roster of ${cohort}`,
    subtitle: program,
    columns: chosen,
    rows: rows.map((row) => Object.fromEntries(chosen.map(({ key }) => [key, cellFor(row[key])]))),
  };
}

const cellFor = (value: TableCell | boolean): TableCell => (typeof value === 'boolean' ? Number(value) : value);

/** Any list on the screen as a sheet: its title, its columns and its rows as they stand there. */
export function tableSheet<Key extends string>(
  title: string,
  columns: readonly TableColumn<Key>[],
  rows: readonly TableRow<Key>[],
  about: { readonly subtitle?: string; readonly zone?: string } = {},
): WorkbookSheet {
  return { name: title, title, ...about, columns, rows };
}
