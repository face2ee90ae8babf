import type { ColumnKind } from '../../../shared/model/roster.ts';
import { breathe } from '../../files/progress.ts';
import { type Cell, cellOf, type WallClock, type WorkbookSheet } from './cells.ts';
import { cellStyle, type LaidColumn, lettersOf } from './workbook-parts.ts';

const narrowest = 6;
const widest = 48;
/** The arrow of the filter stands over the end of a title. */
export const filterArrow = 3;
/** A title of so many characters stands on one line; a longer one may take as many as this. */
const shortTitle = 20;
const titleLines = 3;
/** In points; 409 is the most that a spreadsheet's row may have. */
export const lineHeight = 15;
export const highestRow = 405;

const styleOf: Record<Exclude<ColumnKind, 'text' | 'yes-no'>, number> = {
  number: cellStyle.number,
  date: cellStyle.date,
  instant: cellStyle.instant,
  clock: cellStyle.clock,
  money: cellStyle.money,
};

/**
 * Measures every cell: a column is as wide as its longest one, up to a limit past which its texts wrap. A long title
 * wraps over a short column.
 */
export async function layOut(sheet: WorkbookSheet, signal: AbortSignal | undefined): Promise<LaidColumn[]> {
  const longest = sheet.columns.map((column) => widthOfTitle(column.title) + filterArrow);
  const several = sheet.columns.map(() => false);
  const utc: WallClock = (time) => time;
  for (const [at, row] of sheet.rows.entries()) {
    if (at % 10_000 === 9_999) await breathe(signal);
    for (const [index, { key, kind }] of sheet.columns.entries()) {
      const value = row[key];
      if (value === null || value === undefined) continue;
      if (typeof value === 'string' && (kind === 'text' || kind === 'yes-no')) {
        if (value.includes('\n') || value.includes('\r')) several[index] = true;
        if (value.length + 1 <= (longest[index] ?? 0) && value.length < 2) continue;
        longest[index] = Math.max(longest[index] ?? 0, widthOfText(value));
      } else {
        longest[index] = Math.max(longest[index] ?? 0, widthOfCell(cellOf(kind, value, utc)));
      }
    }
  }
  return sheet.columns.map(({ key, title, kind, width }, index): LaidColumn => {
    const fitting = Math.min(Math.max((longest[index] ?? 0) + 1.5, narrowest), widest);
    const wraps = several[index] === true || (longest[index] ?? 0) + 1.5 > (width ?? widest);
    const text = wraps ? cellStyle.textWrapped : cellStyle.text;
    const style = kind === 'text' || kind === 'yes-no' ? text : styleOf[kind];
    return { key, title, kind, letters: lettersOf(index), width: width ?? fitting, style };
  });
}

/** How many lines a text takes in a column so many characters wide: words do not break, so a little more than it needs. */
export function linesOf(text: string, width: number): number {
  let lines = 0;
  for (const line of text.split('\n', highestRow / lineHeight)) {
    lines += Math.max(1, Math.ceil((line.length + doubled(line)) / (width * 0.94)));
  }
  return lines;
}

function widthOfCell(cell: Cell): number {
  switch (cell.kind) {
    case 'empty':
      return 0;
    case 'text':
      return widthOfText(cell.text);
    case 'number':
      return String(cell.value).length;
    case 'date':
      return 'Sep 30, 2024'.length;
    case 'instant':
      return 'Sep 30, 2024 10:30 AM'.length;
    case 'clock':
      return '10:30 AM'.length;
    case 'money':
      return cell.value.toLocaleString('en-US').length + 4;
  }
}

// Han, kana, hangul and full-width forms are two digits wide in a spreadsheet's measure.
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/g;

const doubled = (line: string): number => (/[\u1100-\uFFFF]/.test(line) ? (line.match(wide)?.length ?? 0) : 0);

/** The width of a text's longest line, in characters; never more than one past the widest column. */
function widthOfText(text: string): number {
  let longest = 0;
  for (const line of text.slice(0, 4 * widest).split(/[\r\n]/)) {
    longest = Math.max(longest, line.length + doubled(line));
  }
  return Math.min(longest, widest + 1);
}

/** The narrowest width in which a title fits on its lines; its words stay whole. */
function widthOfTitle(title: string): number {
  const words = title.split(/\s+/);
  let width = words.reduce((longest, word) => Math.max(longest, widthOfText(word)), 0);
  if (widthOfText(title) <= shortTitle) return widthOfText(title);
  while (linesOfTitle(title, width) > titleLines) width += 1;
  return Math.min(width, widest + 1);
}

/** How many lines a title takes where its words wrap within a width. */
export function linesOfTitle(title: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of title.split(/\s+/)) {
    const length = widthOfText(word);
    if (used > 0 && used + 1 + length > width) {
      lines += 1;
      used = length;
    } else used += (used > 0 ? 1 : 0) + length;
  }
  return lines;
}
