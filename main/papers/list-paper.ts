import { CivilDate, sayDate } from '../../shared/model/dates.ts';
import { done, type Result } from '../../shared/model/result.ts';
import type { ColumnKind, TableCell, TableColumn } from '../../shared/model/roster.ts';
import {
  cellOf,
  sayNumberedDay,
  sayNumberedTime,
  type WallClock,
  type WorkbookSheet,
  wallClockOf,
} from '../spreadsheets/write/cells.ts';
import { accent, hairline, ink, muted } from './colours.ts';
import type { Pen } from './pen.ts';
import { settable, type TextStyle, type Typesetter } from './typesetter.ts';
import { type PaperOptions, writePaper } from './write-paper.ts';

/** A landscape Letter page and its margins, in points. */
const page = { width: 792, height: 612, left: 40, right: 752, top: 40, bottom: 566 } as const;
const headHeight = 56;
const gap = 8;
const text: TextStyle = { font: 'sans', size: 8, colour: ink };
const heading: TextStyle = { font: 'sans-bold', size: 7.8, colour: muted };
const foot: TextStyle = { font: 'sans', size: 8, colour: muted };
const leading = 10.4;
const padding = 7;
/** A cell takes so many lines at most; what is longer ends in an ellipsis, and is whole in the spreadsheet. */
const mostLines = 3;
const rowsAtOnce = 40;
/** So many rows say how wide a column is; the others fit in or are broken. */
const mostMeasured = 400;
/** A column this narrow is not broken: a phone number, a status. */
const shortest = 84;

interface ListColumn {
  /** On as many lines as the column's width asks for. */
  readonly title: readonly string[];
  readonly x: number;
  readonly width: number;
  readonly atEnd: boolean;
}

/** Writes a list as a PDF to print: landscape Letter pages, columns as wide as they need, a head that repeats. */
export async function writeListPaper(
  file: string,
  sheet: WorkbookSheet,
  options: PaperOptions = {},
): Promise<Result<{ readonly rows: number; readonly pages: number }>> {
  const clock = wallClockOf(sheet.zone ?? 'UTC');
  const cells = sheet.rows.map((row) => sheet.columns.map(({ key, kind }) => said(kind, row[key], clock)));
  const title = settable(sheet.title ?? sheet.name);
  const sub = settable(sheet.subtitle ?? '');
  const written = await writePaper(
    file,
    { title, author: sub, size: page, now: options.now },
    async (pen, pause) => {
      const columns = columnsOf(pen.type, sheet.columns, cells);
      const rows: (readonly (readonly string[])[])[] = [];
      for (const [at, row] of cells.entries()) {
        rows.push(row.map((cell, index) => broken(pen.type, cell, columns[index]?.width ?? 40)));
        if ((at + 1) % rowsAtOnce === 0) await pause();
      }
      const pages = paged(rows, headOf(columns));
      for (const [at, ofPage] of pages.entries()) {
        const labels: Labels = { title, sub, page: at + 1, pages: pages.length };
        await pen.page(() => drawPage(pen, columns, ofPage, labels));
        options.onProgress?.({ done: at + 1, total: pages.length });
      }
      return pages.length;
    },
    options,
  );
  return written.ok ? done({ rows: sheet.rows.length, pages: written.value }) : written;
}

/** A cell as a person reads it; the same value that the workbook has. */
function said(kind: ColumnKind, value: TableCell | undefined, clock: WallClock): string {
  const cell = cellOf(kind, value, clock);
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
      return settable(cell.text);
    case 'date':
      return sayDate(CivilDate.parse(sayNumberedDay(cell.value, false)));
    case 'instant':
      return sayNumberedDay(cell.value, true);
    case 'clock':
      return sayNumberedTime(cell.value);
    case 'money':
      return cell.value.toLocaleString('en-US', { style: 'currency', currency: 'USD' });
    case 'number':
      return cell.value.toLocaleString('en-US');
  }
}

/**
 * Columns as wide as what they hold. Where the page is too narrow for that, text takes more lines: a number, a day or a
 * sum of money stays whole, and so does a word as long as that can be.
 */
function columnsOf(
  type: Typesetter,
  columns: readonly TableColumn[],
  cells: readonly (readonly string[])[],
): readonly ListColumn[] {
  const room = page.right - page.left - gap * (columns.length - 1);
  const measured = columns.map(({ title, kind }, at) => {
    const own = cells.slice(0, mostMeasured).map((row) => row[at] ?? '');
    const widest = (texts: readonly string[]): number =>
      Math.max(0, ...texts.map((each) => type.width(each, text))) + 1;
    const words = (texts: readonly string[], style: TextStyle): number =>
      Math.max(0, ...texts.flatMap(wordsOf).map((each) => type.width(each, style))) + 1;
    const head = words([title], heading);
    const wanted = Math.max(head, Math.min(230, widest(own)));
    const isWhole = kind !== 'text' || wanted <= shortest;
    const least = isWhole ? wanted : Math.max(head, Math.min(words(own, text), 170));
    return { title, kind, least: Math.min(least, wanted), wanted };
  });
  const wanted = measured.reduce((sum, column) => sum + column.wanted, 0);
  const least = measured.reduce((sum, column) => sum + column.least, 0);
  const share = wanted <= room ? 1 : Math.max(0, (room - least) / Math.max(1, wanted - least));
  const shrunk = Math.min(1, room / least);
  let x: number = page.left;
  return measured.map(({ title, kind, least: small, wanted: wide }) => {
    const width = (small + (wide - small) * share) * shrunk;
    const atEnd = kind === 'number' || kind === 'money';
    const column = { title: type.lines(settable(title), heading, width), x, width, atEnd };
    x += width + gap;
    return column;
  });
}

const wordsOf = (cell: string): readonly string[] => cell.split(/\s+|(?<=-)/u);

function broken(type: Typesetter, cell: string, width: number): readonly string[] {
  const lines = cell.split('\n').flatMap((line) => type.lines(line, text, width));
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ''} …`];
}

/** How high the head of a page is: its title, and the columns' titles on as many lines as the longest takes. */
const headOf = (columns: readonly ListColumn[]): number =>
  headHeight + (Math.max(1, ...columns.map(({ title }) => title.length)) - 1) * leading;

type ListRow = readonly (readonly string[])[];

const heightOf = (row: ListRow): number => Math.max(1, ...row.map(({ length }) => length)) * leading + padding;

function paged(rows: readonly ListRow[], head: number): readonly (readonly ListRow[])[] {
  const pages: ListRow[][] = [[]];
  let room = page.bottom - page.top - head;
  for (const row of rows) {
    const height = heightOf(row);
    if (height > room) {
      pages.push([]);
      room = page.bottom - page.top - head;
    }
    pages.at(-1)?.push(row);
    room -= height;
  }
  return pages;
}

interface Labels {
  readonly title: string;
  readonly sub: string;
  readonly page: number;
  readonly pages: number;
}

function drawPage(pen: Pen, columns: readonly ListColumn[], rows: readonly ListRow[], labels: Labels): void {
  const big: TextStyle = { font: 'serif', size: 17, colour: accent };
  const titleWidth = 440;
  const title = (): void => {
    pen.line(labels.title, big, page.left, page.top + 17, titleWidth);
    pen.line(labels.sub, { ...foot, size: 9, align: 'end' }, page.right, page.top + 17, 250);
  };
  const isFirst = labels.page === 1;
  if (!isFirst) pen.artifact('Pagination', title);
  pen.tag(
    'Sect',
    () => {
      if (isFirst) pen.tag('H1', title);
      pen.tag('Table', () => drawTable(pen, columns, rows));
    },
    { title: labels.title },
  );
  pen.artifact('Pagination', () => {
    pen.line(`Page ${labels.page} of ${labels.pages}`, { ...foot, align: 'end' }, page.right, page.bottom + 20, 120);
  });
}

function drawTable(pen: Pen, columns: readonly ListColumn[], rows: readonly ListRow[]): void {
  const line = (style: TextStyle, words: string, { x, width, atEnd }: ListColumn, baseline: number): void => {
    if (atEnd) pen.line(words, { ...style, align: 'end' }, x + width, baseline, width);
    else pen.line(words, style, x, baseline, width);
  };
  const head = page.top + headOf(columns);
  pen.tag('TR', () => {
    for (const column of columns) {
      pen.tag('TH', () => {
        for (const [at, words] of column.title.toReversed().entries()) {
          line(heading, words, column, head - 12 - at * leading);
        }
      });
    }
  });
  pen.artifact('Layout', () => pen.rule(page.left, page.right, head - 5, muted, 0.8));
  let top = head - 5;
  for (const row of rows) {
    pen.tag('TR', () => {
      for (const [at, column] of columns.entries()) {
        pen.tag('TD', () => {
          for (const [index, words] of (row[at] ?? []).entries()) {
            line(text, words, column, top + padding / 2 + 8.5 + index * leading);
          }
        });
      }
    });
    top += heightOf(row);
    pen.artifact('Layout', () => pen.rule(page.left, page.right, top, hairline, 0.4));
  }
}
