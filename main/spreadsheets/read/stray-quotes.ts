import type { TextShape } from './delimiter.ts';
import { ReadingStopped } from './reading.ts';
import type { ReadingBudgets } from './reading-budgets.ts';

/** A row as it was read; `stray` where a quotation mark stood in the wrong place. */
interface LenientRow {
  readonly cells: string[];
  readonly stray: boolean;
  /** Where the next row begins in the text. */
  readonly end: number;
}

/** Where a cell ends, and what it holds. */
interface Cell {
  readonly text: string;
  readonly end: number;
  readonly stray: boolean;
}

/**
 * Reads delimited text in which quotation marks stand where none may: in the middle of a quoted cell, or at the start
 * of one that nothing closes. Such a cell is taken as it was typed and ends with its line at the latest, so that the
 * mistake costs its own row and no other. Throws `ReadingStopped` at a row of more columns than the budget.
 */
export function* rowsWithStrayQuotes(
  text: string,
  { delimiter, newline }: Pick<TextShape, 'delimiter' | 'newline'>,
  budgets: Pick<ReadingBudgets, 'cell' | 'columns'>,
): Generator<LenientRow> {
  const reader = new Reader(text, delimiter ?? '\u001f', newline, budgets);
  let at = 0;
  let width = 0;
  for (let number = 1; at < text.length; number += 1) {
    let row = reader.rowAt(at, true, number);
    // A mark without a partner may meet one far below: of two readings the one as wide as the others is meant.
    if (row.cells.length !== width && text.slice(at, row.end - newline.length).includes(newline)) {
      const inOneLine = reader.rowAt(at, false, number);
      if (inOneLine.cells.length === width) row = inOneLine;
    }
    yield row;
    if (!row.stray) width = Math.max(width, row.cells.length);
    at = row.end;
  }
}

class Reader {
  readonly #text: string;
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #budgets: Pick<ReadingBudgets, 'cell' | 'columns'>;
  readonly #delimiters: Finder;
  readonly #newlines: Finder;

  constructor(text: string, delimiter: string, newline: string, budgets: Pick<ReadingBudgets, 'cell' | 'columns'>) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#budgets = budgets;
    this.#delimiters = new Finder(text, delimiter);
    this.#newlines = new Finder(text, newline);
  }

  /** A row; `mayBreak` says whether its cells may hold line ends. */
  rowAt(start: number, mayBreak: boolean, number: number): LenientRow {
    const cells: string[] = [];
    let stray = false;
    let at = start;
    for (;;) {
      const cell = this.#cellAt(at, mayBreak);
      cells.push(cell.text);
      if (cells.length > this.#budgets.columns) throw new ReadingStopped('columns', { sheet: null, row: number });
      stray ||= cell.stray;
      at = cell.end;
      if (at >= this.#text.length || !this.#text.startsWith(this.#delimiter, at)) break;
      at += this.#delimiter.length;
    }
    return { cells, stray, end: Math.min(at + this.#newline.length, this.#text.length) };
  }

  #cellAt(start: number, mayBreak: boolean): Cell {
    if (this.#text[start] !== '"') return this.#plain(start, false);
    const close = this.#closingOf(start);
    if (close === -1) return this.#plain(start, true);
    const inOneLine = !this.#text.slice(start, close).includes(this.#newline);
    if ((mayBreak || inOneLine) && this.#endsAt(close + 1)) {
      return { text: unquoted(this.#text.slice(start, close + 1)), end: close + 1, stray: false };
    }
    // Text behind the closing mark: over several lines the opening one has no partner at all.
    if (!inOneLine) return this.#plain(start, true);
    const end = this.#endOf(close + 1);
    const raw = this.#text.slice(start, end);
    return { text: /^".*"$/s.test(raw) ? unquoted(raw) : raw.replaceAll('""', '"'), end, stray: true };
  }

  #plain(start: number, stray: boolean): Cell {
    const end = this.#endOf(start);
    return { text: this.#text.slice(start, end), end, stray };
  }

  /** The mark that closes a quoted cell, a doubled one being part of its text; -1: none, as far as a cell may reach. */
  #closingOf(start: number): number {
    let at = start + 1;
    // Each letter of a cell may be a doubled mark.
    const furthest = start + 2 * this.#budgets.cell;
    while (at <= furthest) {
      const close = this.#text.indexOf('"', at);
      if (close === -1) return -1;
      if (this.#text[close + 1] !== '"') return close > furthest ? -1 : close;
      at = close + 2;
    }
    return -1;
  }

  #endsAt(at: number): boolean {
    return (
      at >= this.#text.length || this.#text.startsWith(this.#delimiter, at) || this.#text.startsWith(this.#newline, at)
    );
  }

  /** Where a cell without quotes ends. */
  #endOf(start: number): number {
    return Math.min(this.#delimiters.next(start), this.#newlines.next(start));
  }
}

/** Finds where a sign stands next; what it has looked through it does not look through again. */
class Finder {
  readonly #text: string;
  readonly #sign: string;
  /** Between these two the sign does not stand. */
  #from = 0;
  #found = -1;

  constructor(text: string, sign: string) {
    this.#text = text;
    this.#sign = sign;
  }

  /** The text's length where the sign stands nowhere behind `start`. */
  next(start: number): number {
    if (start > this.#found) {
      const found = this.#text.indexOf(this.#sign, start);
      this.#from = start;
      this.#found = found === -1 ? this.#text.length : found;
    } else if (start < this.#from) {
      // A row is read again from its start.
      const before = this.#text.slice(start, this.#from + this.#sign.length - 1).indexOf(this.#sign);
      if (before !== -1) return start + before;
      this.#from = start;
    }
    return this.#found;
  }
}

const unquoted = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"');
