/** What a column holds, and so how a table shows it and a spreadsheet types it. Money is in cents. */
export type ColumnKind = 'text' | 'number' | 'date' | 'instant' | 'clock' | 'money' | 'yes-no';

/** A cell's value: a text, `YYYY-MM-DD`, an ISO moment or `HH:MM` for times, a number, cents for money, 1 or 0 for yes and no. */
export type TableCell = string | number | null;

/** A row of a table by its columns' keys; a missing key is an empty cell. */
export type TableRow<Key extends string = string> = Readonly<Partial<Record<Key, TableCell>>>;

/** One column of a table, the same on the screen, in a workbook and in a CSV. */
export interface TableColumn<Key extends string = string> {
  readonly key: Key;
  readonly title: string;
  readonly kind: ColumnKind;
  /** In characters; left out: as wide as its content, within reason. */
  readonly width?: number;
}
