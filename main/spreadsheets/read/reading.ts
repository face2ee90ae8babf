/** What a caller may ask of reading a file. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Rows read so far, and about which part of the file (0 to 1) that is. */
  readonly onProgress?: (rowsRead: number, fractionOfFile: number) => void;
  /** More rows than this make a file too big; 250,000 unless told. */
  readonly maxRows?: number;
}

/** Counts what was read, so that a hostile or mistaken file stops before it fills the memory. */
export class ReadingLimits {
  rows = 0;
  cells = 0;
  readonly #options: ReadOptions;
  readonly #maxRows: number;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.#maxRows = options.maxRows ?? 250_000;
  }

  /** Counts rows and cells; throws a `ReadingStopped` where there are too many, or where the reader was cancelled. */
  count(rows: number, cells: number): void {
    this.rows += rows;
    this.cells += cells;
    if (this.rows > this.#maxRows || this.cells > 12_000_000) throw new ReadingStopped('too-big');
    if (this.#options.signal?.aborted) throw new ReadingStopped('cancelled');
  }

  /** Forgets what was counted: the text is read once more. */
  startAnew(): void {
    this.rows = 0;
    this.cells = 0;
  }

  /** Tells the caller how far reading has come. */
  report(fraction: number): void {
    this.#options.onProgress?.(this.rows, Math.max(0, Math.min(1, fraction)));
  }

  get maxRows(): number {
    return this.#maxRows;
  }
}

/** Why reading stopped before the end; the way out of the libraries’ callbacks. */
export class ReadingStopped extends Error {
  readonly why: 'too-big' | 'cancelled' | 'no-table' | 'damaged';

  constructor(why: ReadingStopped['why'], options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

/** Cuts what is empty off the end of a sheet; rows keep their numbers. */
export function trimSheet(rows: string[][]): string[][] {
  const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');
  let length = rows.length;
  while (length > 0 && isBlank(rows[length - 1] ?? [])) length -= 1;
  rows.length = length;
  return rows;
}
