import { type BudgetName, type ReadingBudgets, readingBudgets } from './reading-budgets.ts';

/** What a caller may ask of reading a file. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Rows read so far, and about which part of the file (0 to 1) that is. */
  readonly onProgress?: (rowsRead: number, fractionOfFile: number) => void;
  /** Budgets other than the usual ones. */
  readonly budgets?: Partial<ReadingBudgets>;
  /** Milliseconds since any moment; the process's own clock unless told. */
  readonly clock?: () => number;
  /** Bytes that the reading thread holds; its heap and buffers unless told. */
  readonly memory?: () => number;
}

/** Asking how much memory is held takes its time: so many pauses go by without. */
const pausesALook = 16;

const noWhere = { sheet: null, row: null } as const;

/** Counts what was read, so that a hostile or mistaken file stops before it fills the memory or the day. */
export class ReadingLimits {
  readonly budgets: ReadingBudgets;
  rows = 0;
  #cells = 0;
  #characters = 0;
  #unpacked = 0;
  #merges = 0;
  #pauses = 0;
  readonly #options: ReadOptions;
  readonly #clock: () => number;
  readonly #memory: () => number;
  readonly #began: number;

  constructor(options: ReadOptions) {
    this.#options = options;
    this.budgets = { ...readingBudgets, ...options.budgets };
    this.#clock = options.clock ?? (() => performance.now());
    this.#memory = options.memory ?? memoryOfThread;
    this.#began = this.#clock();
  }

  /** Counts rows; throws a `ReadingStopped` where there are too many, time or memory is up, or the reader was canceled. */
  countRows(rows: number): void {
    this.rows += rows;
    this.#keep('rows', this.rows);
  }

  /**
   * Counts the cells of a row, up to its last filled one, and their characters, each time that a text is used.
   * Throws a `ReadingStopped` where there are too many.
   */
  countCells(cells: readonly string[], where: Where): void {
    this.#keep('columns', cells.length, where);
    this.#cells += cells.length;
    this.#keep('cells', this.#cells);
    for (const cell of cells) {
      if (cell.length > this.budgets.cell) this.#keep('cell', cell.length, where);
      this.#characters += cell.length;
    }
    this.#keep('characters', this.#characters);
  }

  /** Counts a value that merged cells repeat in so many rows. */
  countRepeated(value: string, rows: number): void {
    this.#cells += rows;
    this.#characters += rows * value.length;
    this.#keep('cells', this.#cells);
    this.#keep('characters', this.#characters);
  }

  /** Throws where a cell that is still being read has become too long already. */
  checkCell(length: number, where: Where): void {
    this.#keep('cell', length, where);
  }

  /** Throws where a row reaches too far to the right; columns count from 1. */
  checkColumn(column: number, where: Where): void {
    this.#keep('columns', column, where);
  }

  /** Throws where more texts wait for cells to use them than all cells may hold. */
  checkShared(texts: number, characters: number): void {
    this.#keep('cells', texts);
    this.#keep('characters', characters);
  }

  checkSheets(sheets: number): void {
    this.#keep('sheets', sheets);
  }

  countMerge(): void {
    this.#merges += 1;
    this.#keep('merges', this.#merges);
  }

  /** Counts bytes as they unpack, whatever size the archive claimed, and looks at the signal, the clock and the memory. */
  countUnpacked(bytes: number): void {
    this.#unpacked += bytes;
    this.#keep('unpacked', this.#unpacked);
    this.pause();
  }

  /** Throws where so many bytes of a part were unpacked from so few that nothing but repetition can be in it. */
  checkPart(unpacked: number, packed: number): void {
    const { ratio, trusted } = this.budgets;
    if (unpacked > trusted && unpacked > ratio * packed) throw new ReadingStopped('unpacked');
  }

  /** Throws where the reader was canceled, or time or memory is up. */
  pause(): void {
    if (this.#options.signal?.aborted) throw new ReadingStopped('cancelled');
    this.#keep('seconds', (this.#clock() - this.#began) / 1_000);
    if (this.#pauses % pausesALook === 0) this.#keep('memory', this.#memory());
    this.#pauses += 1;
  }

  /** Forgets what was counted: the text is read again. */
  startAnew(): void {
    this.rows = 0;
    this.#cells = 0;
    this.#characters = 0;
  }

  /** Tells the caller how far reading has come. */
  report(fraction: number): void {
    this.#options.onProgress?.(this.rows, Math.max(0, Math.min(1, fraction)));
  }

  #keep(budget: BudgetName, used: number, where: Where = noWhere): void {
    if (used > this.budgets[budget]) throw new ReadingStopped(budget, where);
  }
}

/** Where in a file reading stopped. Rows count from 1. */
export interface Where {
  readonly sheet: string | null;
  readonly row: number | null;
}

/** Why reading stopped before the end; the way out of the libraries’ callbacks. */
export class ReadingStopped extends Error {
  readonly why: BudgetName | 'cancelled' | 'no-table' | 'damaged';
  readonly where: Where;

  constructor(why: ReadingStopped['why'], where: Where = noWhere, options?: ErrorOptions) {
    super(why, options);
    this.why = why;
    this.where = where;
  }
}

/** Buffers lie outside the heap, where a thread's own limits don't reach. */
function memoryOfThread(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Cuts what is empty off the end of a sheet; rows keep their numbers. */
export function trimSheet(rows: string[][]): string[][] {
  const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');
  let length = rows.length;
  while (length > 0 && isBlank(rows[length - 1] ?? [])) length -= 1;
  rows.length = length;
  return rows;
}
