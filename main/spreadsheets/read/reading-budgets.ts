/**
 * What reading one file may take. The largest lists of the field have 100,000 rows and 60 columns: each budget is well
 * above that, and together they stay below what a laptop of 8 GB can spare.
 */
export interface ReadingBudgets {
  /** Rows of all sheets, blank ones between filled ones too. */
  readonly rows: number;
  /** Cells of all sheets. */
  readonly cells: number;
  /** Columns of one row, up to its last filled cell. */
  readonly columns: number;
  /** Worksheets of one workbook. */
  readonly sheets: number;
  /** Characters of one cell. Excel ends at 32,767, Google Sheets at 50,000. */
  readonly cell: number;
  /** Characters of all cells; a text that cells share counts for each. */
  readonly characters: number;
  /** Bytes that the parts of a workbook unpack to, as far as they are read. */
  readonly unpacked: number;
  /** How many times larger than it is packed a part may unpack to, once it is past `trusted` bytes. */
  readonly ratio: number;
  /** Bytes that a part may unpack to whatever its size. */
  readonly trusted: number;
  /** Merges that reach over several rows. */
  readonly merges: number;
  /** Seconds from the first byte to the last cell. */
  readonly seconds: number;
  /** Bytes that the reading thread may hold, its buffers included. */
  readonly memory: number;
}

export type BudgetName = Exclude<keyof ReadingBudgets, 'ratio' | 'trusted'>;

export const readingBudgets: ReadingBudgets = {
  rows: 250_000,
  cells: 12_000_000,
  columns: 1_000,
  sheets: 1_000,
  cell: 100_000,
  characters: 200_000_000,
  unpacked: 1_000_000_000,
  // Sheets shrink to a ninth, or to an eightieth where no cell says its place. Deflate could do 1,032.
  ratio: 250,
  trusted: 64_000_000,
  merges: 500_000,
  seconds: 120,
  memory: 1_500_000_000,
};
