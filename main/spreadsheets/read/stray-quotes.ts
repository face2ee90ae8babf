import type { TextShape } from './delimiter.ts';

/** A row as it was read; `stray` where a quotation mark stood in the wrong place. */
export interface LenientRow {
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
 * mistake costs its own row and no other.
 */
export function* rowsWithStrayQuotes(text: string, { delimiter, newline }: TextShape): Generator<LenientRow> {
  const reader = new Reader(text, delimiter ?? '\u001f', newline);
  let at = 0;
  let width = 0;
  while (at < text.length) {
    let row = reader.rowAt(at, true);
    // A mark without a partner may meet one far below: of two readings the one as wide as the others is meant.
    if (row.cells.length !== width && text.slice(at, row.end - newline.length).includes(newline)) {
      const inOneLine = reader.rowAt(at, false);
      if (inOneLine.cells.length === width) row = inOneLine;
    }
    yield row;
    if (!row.stray) width = Math.max(width, row.cells.length);
    at = row.end;
  }
}

class Reader {
  readonly #delimiter: string;
  readonly #text: string;
  readonly #newline: string;
  /** Where the next delimiter and the next line end are; looked for again only once they are passed. */
  #next = { delimiter: -1, newline: -1 };

  constructor(text: string, delimiter: string, newline: string) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#newline = newline;
  }

  /** A row; `mayBreak` says whether its cells may hold line ends. */
  rowAt(start: number, mayBreak: boolean): LenientRow {
    const cells: string[] = [];
    let stray = false;
    let at = start;
    this.#next = { delimiter: -1, newline: -1 };
    for (;;) {
      const cell = this.#cellAt(at, mayBreak);
      cells.push(cell.text);
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

  /** The mark that closes a quoted cell, a doubled one being part of its text; -1: none. */
  #closingOf(start: number): number {
    let at = start + 1;
    for (;;) {
      const close = this.#text.indexOf('"', at);
      if (close === -1 || this.#text[close + 1] !== '"') return close;
      at = close + 2;
    }
  }

  #endsAt(at: number): boolean {
    return (
      at >= this.#text.length || this.#text.startsWith(this.#delimiter, at) || this.#text.startsWith(this.#newline, at)
    );
  }

  /** Where a cell without quotes ends. */
  #endOf(start: number): number {
    if (this.#next.delimiter < start) this.#next.delimiter = this.#find(this.#delimiter, start);
    if (this.#next.newline < start) this.#next.newline = this.#find(this.#newline, start);
    return Math.min(this.#next.delimiter, this.#next.newline);
  }

  #find(what: string, from: number): number {
    const found = this.#text.indexOf(what, from);
    return found === -1 ? this.#text.length : found;
  }
}

const unquoted = (cell: string): string => cell.slice(1, -1).replaceAll('""', '"');
