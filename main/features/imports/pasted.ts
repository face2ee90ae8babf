import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Spreadsheet } from '../../../shared/model/imports.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { cellText } from '../../spreadsheets/read/cell-text.ts';
import { readCsv } from '../../spreadsheets/read/csv.ts';
import { ReadingLimits, ReadingStopped, type ReadOptions, trimSheet } from '../../spreadsheets/read/reading.ts';

/** What a pasted sheet is called, as the file and as the sheet. */
const pastedName = 'Pasted';

const again = 'Copy the cells in your spreadsheet program, including the header, and paste again.';

/**
 * Reads what a spreadsheet program puts on the clipboard: cells divided by tabs, quoted where they hold line breaks.
 * Text without tabs is read as a CSV that was copied out of an editor. Refuses what is no table, in a sentence.
 */
export async function readPasted(text: string, options: ReadOptions = {}): Promise<Result<Spreadsheet>> {
  const bare = text.replace(/^\uFEFF/, '');
  if (bare.trim() === '') return refuse(`What was pasted is empty. ${again}`);
  const limits = new ReadingLimits(options);
  try {
    const sheet = bare.includes('\t') ? await readTabs(bare, limits) : await readLines(bare, limits);
    const filled = sheet.sheets[0]?.rows.filter((row) => row.some((cell) => cell.trim() !== '')).length ?? 0;
    if (filled === 0) return refuse(`What was pasted holds no text. ${again}`);
    return filled === 1
      ? refuse(`What was pasted is one row: a header, or a person without one. ${again}`)
      : done(sheet);
  } catch (problem) {
    if (!(problem instanceof ReadingStopped)) throw problem;
    return refuse(sayStop(problem));
  }
}

function sayStop({ why }: ReadingStopped): string {
  switch (why) {
    case 'cancelled':
      return 'Reading what was pasted was canceled; nothing was imported.';
    case 'no-table':
    case 'damaged':
      return `What was pasted isn’t a table. ${again}`;
    default:
      return 'That is too much to paste at once. Save the sheet as a file, and choose that file.';
  }
}

async function readLines(text: string, limits: ReadingLimits): Promise<Spreadsheet> {
  const read = await readCsv(pastedName, { text, encoding: 'UTF-8' }, limits);
  return { ...read, encoding: null };
}

/** After so many rows the reader lets others have their turn: a large paste must not hold up the window. */
const rowsAStep = 2_000;

async function readTabs(text: string, limits: ReadingLimits): Promise<Spreadsheet> {
  const rows: string[][] = [];
  for (const { cells, end } of rowsOf(text)) {
    rows.push(cells);
    limits.countRows(1);
    limits.countCells(cells, { sheet: null, row: rows.length });
    if (rows.length % rowsAStep !== 0) continue;
    limits.pause();
    limits.report(end / text.length);
    await nextTurn();
  }
  const sheets = [{ name: pastedName, rows: trimSheet(rows) }];
  return { file: pastedName, format: 'csv', encoding: null, delimiter: '\t', sheets };
}

function* rowsOf(text: string): Generator<{ readonly cells: string[]; readonly end: number }> {
  let cells: string[] = [];
  let at = 0;
  for (;;) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    cells.push(cellText(cell.text));
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    yield { cells, end: at };
    cells = [];
    // Spreadsheets end the last row like every other one: nothing follows.
    if (at >= text.length) return;
  }
}

interface Cell {
  readonly text: string;
  /** Where the cell ends: at a tab, a line's end, or the end of all. */
  readonly end: number;
}

function plainCell(text: string, start: number): Cell {
  const end = /[^\t\r\n]*/y;
  end.lastIndex = start;
  const [cell = ''] = end.exec(text) ?? [];
  return { text: cell, end: start + cell.length };
}

// The most that a cell of any spreadsheet program holds, each of its letters doubled.
const longestCell = 2 * 50_000;

/**
 * A cell within quotes, as spreadsheets write one that holds a line break. Other cells come as they are, also those
 * that begin with a quotation mark of their own: null where the closing one is not at the cell's end.
 */
function quotedCell(text: string, start: number): Cell | null {
  if (text[start] !== '"') return null;
  let at = start + 1;
  while (at - start < longestCell) {
    const close = text.indexOf('"', at);
    if (close === -1) return null;
    if (text[close + 1] === '"') {
      at = close + 2;
      continue;
    }
    const after = text[close + 1];
    if (after !== undefined && after !== '\t' && after !== '\r' && after !== '\n') return null;
    return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
  }
  return null;
}
