import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Papa from 'papaparse';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { cellText } from './cell-text.ts';
import { shapeOfText, type TextShape } from './delimiter.ts';
import type { ReadSheet } from './read-sheet.ts';
import { type ReadingLimits, ReadingStopped, trimSheet } from './reading.ts';
import { rowsWithStrayQuotes } from './stray-quotes.ts';
import type { DecodedText } from './text-encoding.ts';

const sliceLength = 262_144;
/** After so many pieces without a whole row the parser is not asked any further. */
const idlePieces = 4;

/**
 * Reads delimited text into one sheet; a quotation mark where none may stand costs its own row at most. Throws
 * `ReadingStopped` where the text is no table, is too big, or reading was canceled.
 */
export async function readCsv(file: string, decoded: DecodedText, limits: ReadingLimits): Promise<Spreadsheet> {
  const { text, told } = takeSeparatorLine(decoded.text);
  const found = shapeOfText(text);
  const shape = told === null ? found : { ...found, delimiter: told };
  if (shape.delimiter === null && isProse(text)) throw new ReadingStopped('no-table');
  const even = shape.mixedNewlines ? text.replaceAll('\r\n', '\n') : text;
  const name = sheetName(file);
  // The parser reads a record that spans several pieces again from its start with each of them.
  const isEven = shape.longestRecord <= sliceLength && !shape.hasStrayQuotes;
  const rows = isEven ? await parse(even, shape, limits) : null;
  const sheet: ReadSheet = {
    name,
    ...(rows ? { rows: trimSheet(rows) } : await parseLeniently(even, shape, limits)),
    ...(decoded.isDoubtful && { doubtfulLetters: true }),
  };
  return { file, format: 'csv', encoding: decoded.encoding, delimiter: shape.delimiter, sheets: [sheet] };
}

/** Excel's first line `sep=;`, which it hides and does not count. */
function takeSeparatorLine(text: string): { readonly text: string; readonly told: string | null } {
  const line = /^"?sep=([,;|\t])"?(\r\n|\r|\n)/i.exec(text);
  return line ? { text: text.slice(line[0].length), told: line[1] ?? null } : { text, told: null };
}

/** One column is a list where its lines are short, such as addresses; sentences are a letter, not a list. */
function isProse(text: string): boolean {
  const lines = text
    .slice(0, 65_536)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const words = lines.reduce((sum, line) => sum + line.split(/\s+/).length, 0);
  return lines.length < 2 || words / lines.length > 3.5;
}

function sheetName(file: string): string {
  return file.replace(/\.[^.]{1,5}$/, '') || file;
}

/** Null where a quotation mark stands where none may. */
function parse(text: string, shape: TextShape, limits: ReadingLimits): Promise<string[][] | null> {
  const rows: string[][] = [];
  let width = 0;
  let idle = 0;
  // A column that nothing divides still needs a delimiter: one that no text holds.
  const delimiter = shape.delimiter ?? '\u001f';
  return new Promise((resolve, reject) => {
    const stream = Readable.from(slices(text));
    Papa.parse<string[]>(stream, {
      delimiter,
      newline: shape.newline,
      chunk: ({ data, errors, meta }, parser) => {
        try {
          width = data.reduce((most, row) => Math.max(most, row.length), width);
          // A mark that nothing closes may also meet one far below, which then ends a row of another width.
          const swallows = (row: string[]): boolean =>
            row.length !== width && row.some((cell) => cell.includes(shape.newline));
          // A mark that nothing closes keeps its row open over piece after piece.
          const isStuck = data.length === 0 && meta.cursor < text.length && ++idle > idlePieces;
          // The last row of a piece is read again with the next one: what is wrong with half of it is nothing.
          const isStray = errors.some(({ type, row = 0 }) => type === 'Quotes' && row < data.length);
          if (isStuck || isStray || data.some(swallows)) {
            resolve(null);
            parser.abort();
            stream.destroy();
            return;
          }
          for (const row of data) take(rows, row, limits);
          limits.pause();
          limits.report(meta.cursor / Math.max(1, text.length));
        } catch (problem) {
          // First of all: `abort` reports itself as complete.
          reject(problem);
          parser.abort();
          stream.destroy();
        }
      },
      complete: () => resolve(rows),
      error: reject,
    });
  });
}

function take(rows: string[][], cells: readonly string[], limits: ReadingLimits): void {
  limits.countRows(1);
  limits.countCells(cells, { sheet: null, row: rows.length + 1 });
  rows.push(cells.map(cellText));
}

/** After so many rows the reader lets others have their turn. */
const rowsAStep = 2_000;

async function parseLeniently(
  text: string,
  shape: TextShape,
  limits: ReadingLimits,
): Promise<Pick<ReadSheet, 'rows' | 'strayQuotes'>> {
  limits.startAnew();
  const rows: string[][] = [];
  const strayQuotes: number[] = [];
  for (const { cells, stray, end } of rowsWithStrayQuotes(text, shape, limits.budgets)) {
    take(rows, cells, limits);
    if (stray) strayQuotes.push(rows.length);
    if (rows.length % rowsAStep !== 0) continue;
    limits.pause();
    limits.report(end / text.length);
    await nextTurn();
  }
  return { rows: trimSheet(rows), ...(strayQuotes.length > 0 && { strayQuotes }) };
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += sliceLength) yield text.slice(at, at + sliceLength);
}
