import { type Cents, sumCents } from '../../../shared/model/money.ts';
import type { FontName } from '../../papers/fonts.ts';
import type { FeePaper } from './fee-paper.ts';

/** A portrait Letter page and its margins, in points. */
export const paper = { width: 612, height: 792, left: 64, right: 548, top: 64, bottom: 728 } as const;

/** The table's columns: where each begins, and how wide its text may be. The amount ends at the right margin. */
export const tableColumns = {
  number: { x: 64, width: 22 },
  name: { x: 92, width: 190 },
  detail: { x: 296, width: 168 },
  amount: { x: 548, width: 76 },
} as const;

/** Lines of the table and of what stands below it, from baseline to baseline. */
export const leading = { row: 12.5, closing: 13.5 } as const;
export const rowPadding = 10;
export const tableHead = 24;
export const totalHeight = 34;
export const closingGap = 20;
/** Where the table begins on a page that continues another. */
export const continuedTop = 112;

/** One line of the table, its texts broken to their columns. */
export interface PaperRow {
  readonly number: string;
  readonly name: readonly string[];
  readonly detail: readonly string[];
  readonly amount: string;
  readonly height: number;
}

/** A page: the rows on it, and whether the sum and the closing follow them. */
export interface PaperPage {
  readonly rows: readonly PaperRow[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Breaks a text into lines that are no wider than asked. */
export type Break = (text: string, font: FontName, size: number, width: number) => readonly string[];

/** The sizes of the paper's text, in points. */
export const size = { organization: 9, small: 8, title: 30, party: 13, text: 9.5, total: 11.5 } as const;

/** An amount as an accountant reads it, always with its cents: `$1,875.00`. */
export const sayDollars = (cents: Cents): string =>
  `$${Math.floor(cents / 100).toLocaleString('en-US')}.${String(cents % 100).padStart(2, '0')}`;

/** The sum of a paper's lines. */
export const totalOf = ({ lines }: FeePaper): Cents => sumCents(lines.map(({ cents }) => cents));

/**
 * Breaks a paper into pages. Rows stay whole, and the sum never stands on a page without the row before it.
 * `firstTop` is where the table begins on the first page.
 */
export function pagesOf(feePaper: FeePaper, firstTop: number, breakText: Break): readonly PaperPage[] {
  const rows = feePaper.lines.map((line, at) => rowOf(line, at + 1, breakText));
  const ending = totalHeight + closingHeight(feePaper, breakText);
  const pages: PaperRow[][] = [[]];
  let room = paper.bottom - firstTop - tableHead;
  for (const [at, row] of rows.entries()) {
    const isLast = at === rows.length - 1;
    const needed = row.height + (isLast ? ending : 0);
    const page = pages.at(-1);
    if (needed > room && page && page.length > 0) {
      pages.push([row]);
      room = paper.bottom - continuedTop - tableHead - row.height;
    } else {
      page?.push(row);
      room -= row.height;
    }
  }
  return pages.map((each, at) => ({ rows: each, isFirst: at === 0, isLast: at === pages.length - 1 }));
}

function rowOf({ name, detail, cents }: FeePaper['lines'][number], number: number, breakText: Break): PaperRow {
  const names = breakText(name, 'sans', size.text, tableColumns.name.width);
  const details = breakText(detail, 'sans', size.text, tableColumns.detail.width);
  return {
    number: String(number),
    name: names,
    detail: details,
    amount: sayDollars(cents),
    height: Math.max(names.length, details.length) * leading.row + rowPadding,
  };
}

/** What stands below the sum, broken to the width of the page. */
export const closingLines = (block: FeePaper['closing'][number], breakText: Break): readonly string[] =>
  block.lines.flatMap((line) => breakText(line, 'sans', size.text, paper.right - paper.left));

function closingHeight({ closing }: FeePaper, breakText: Break): number {
  const lines = closing.map((block) => closingLines(block, breakText).length + (block.title === '' ? 0 : 1));
  return lines.reduce((sum, count) => sum + closingGap + count * leading.closing, 0);
}
