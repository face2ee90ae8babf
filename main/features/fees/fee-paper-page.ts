import { accent, hairline, ink, muted } from '../../papers/colours.ts';
import type { Pen } from '../../papers/pen.ts';
import type { TextStyle } from '../../papers/typesetter.ts';
import type { FeePaper } from './fee-paper.ts';
import {
  type Break,
  closingGap,
  closingLines,
  continuedTop,
  leading,
  type PaperPage,
  type PaperRow,
  pagesOf,
  paper,
  rowPadding,
  sayDollars,
  size,
  tableColumns,
  tableHead,
  totalHeight,
  totalOf,
} from './fee-paper-layout.ts';

const label: TextStyle = { font: 'sans', size: size.small, colour: muted };
const text: TextStyle = { font: 'sans', size: size.text, colour: ink };
const strong: TextStyle = { ...text, font: 'sans-bold' };
const head: TextStyle = { font: 'sans-bold', size: size.small, colour: muted };

/** Draws an invoice or a receipt on as many pages as it needs; gives back how many. */
export function drawFeePaper(pen: Pen, feePaper: FeePaper): Promise<number> {
  return new PaperDrawing(pen, feePaper).draw();
}

class PaperDrawing {
  readonly #pen: Pen;
  readonly #paper: FeePaper;
  readonly #break: Break;

  constructor(pen: Pen, feePaper: FeePaper) {
    this.#pen = pen;
    this.#paper = feePaper;
    this.#break = (said, font, points, width) => pen.type.lines(said, { font, size: points }, width);
  }

  async draw(): Promise<number> {
    const partyTop = 172;
    const partyLines = this.#partyLines();
    const tableTop = partyTop + Math.max(partyLines.height, this.#paper.facts.length * 15) + 34;
    const pages = pagesOf(this.#paper, tableTop, this.#break);
    const title = `${this.#paper.title} ${this.#paper.number}`;
    for (const [at, page] of pages.entries()) {
      const section = (): void => {
        if (page.isFirst) this.#head();
        if (page.isFirst) this.#parties(partyTop, partyLines.lines);
        const end = this.#table(page, page.isFirst ? tableTop : continuedTop);
        if (page.isLast) this.#closing(end);
      };
      const draw = (): void => {
        if (!page.isFirst) this.#pen.artifact('Pagination', () => this.#continuedHead());
        this.#pen.tag('Sect', section, { title, continues: !page.isFirst });
        this.#pen.artifact('Pagination', () => this.#foot(at + 1, pages.length));
      };
      await this.#pen.page(draw, page.isFirst ? title : null);
    }
    return pages.length;
  }

  /** The issuer and the paper's title, on its first page. */
  #head(): void {
    const [organization, ...rest] = this.#paper.from;
    const { left, right, top } = paper;
    this.#pen.tag('P', () => {
      const style: TextStyle = { font: 'sans-bold', size: size.organization, colour: muted, tracking: 0.9 };
      this.#pen.line(organization.toUpperCase(), style, left, top + 8, right - left);
    });
    for (const [at, line] of rest.entries()) {
      this.#pen.tag('P', () => this.#pen.line(line, label, left, top + 21 + at * 11.5, right - left));
    }
    this.#pen.tag('H1', () => {
      this.#pen.line(this.#paper.title, { font: 'serif', size: size.title, colour: accent }, left, 138, 280);
    });
    this.#pen.artifact('Layout', () => this.#rule(150, accent, 1));
  }

  #partyLines(): { readonly lines: readonly string[]; readonly height: number } {
    const [name = '', ...rest] = this.#paper.to;
    const lines = this.#break(name, 'serif-bold', size.party, 250);
    return { lines, height: 14 + lines.length * 17 + rest.length * 13 };
  }

  /** The other side on the left, the facts on the right. */
  #parties(top: number, names: readonly string[]): void {
    const { left, right } = paper;
    this.#pen.tag('P', () => this.#pen.line(this.#paper.toTitle, label, left, top + 8, 250));
    this.#pen.tag('H2', () => {
      const style: TextStyle = { font: 'serif-bold', size: size.party, colour: ink };
      for (const [at, line] of names.entries()) this.#pen.line(line, style, left, top + 26 + at * 17, 250);
    });
    const below = top + 26 + names.length * 17;
    for (const [at, line] of this.#paper.to.slice(1).entries()) {
      this.#pen.tag('P', () => this.#pen.line(line, text, left, below + at * 13, 250));
    }
    for (const [at, [term, fact]] of this.#paper.facts.entries()) {
      const baseline = top + 8 + at * 15;
      this.#pen.tag('P', () => {
        this.#pen.line(term, label, 336, baseline, 62);
        this.#pen.line(fact, { ...strong, align: 'end' }, right, baseline, 150);
      });
    }
  }

  /** The head of a page that continues another. */
  #continuedHead(): void {
    const { left, right, top } = paper;
    const { from, title, number } = this.#paper;
    const style: TextStyle = { font: 'sans-bold', size: size.organization, colour: muted, tracking: 0.9 };
    this.#pen.line(from[0].toUpperCase(), style, left, top + 8, 220);
    this.#pen.line(`${title} ${number}, continued`, { ...label, align: 'end' }, right, top + 8, 250);
    this.#rule(top + 20, accent, 1);
  }

  /** The rows of a page under a head that every page repeats; gives back where they end. */
  #table(page: PaperPage, top: number): number {
    const { name, detail, amount } = tableColumns;
    const pen = this.#pen;
    let y = top + tableHead - 7;
    pen.tag('Table', () => {
      pen.tag('TR', () => {
        pen.tag('TH', () => pen.line('Participant', head, name.x, top + 10, name.width));
        pen.tag('TH', () => pen.line('For', head, detail.x, top + 10, detail.width));
        pen.tag('TH', () => pen.line('Amount', { ...head, align: 'end' }, amount.x, top + 10, amount.width));
      });
      pen.artifact('Layout', () => this.#rule(y, muted, 0.7));
      for (const row of page.rows) {
        pen.tag('TR', () => this.#row(row, y));
        y += row.height;
        pen.artifact('Layout', () => this.#rule(y, hairline, 0.5));
      }
      if (page.isLast) {
        this.#total(y);
        y += totalHeight;
      }
    });
    return y;
  }

  #row(row: PaperRow, top: number): void {
    const { number, name, detail, amount } = tableColumns;
    const baseline = top + rowPadding / 2 + 9;
    this.#pen.tag('TD', () => {
      this.#pen.line(row.number, { ...label, align: 'end' }, number.x + number.width - 6, baseline, number.width);
      for (const [at, each] of row.name.entries()) {
        this.#pen.line(each, text, name.x, baseline + at * leading.row, name.width);
      }
    });
    this.#pen.tag('TD', () => {
      for (const [at, each] of row.detail.entries()) {
        this.#pen.line(each, { ...text, colour: muted }, detail.x, baseline + at * leading.row, detail.width);
      }
    });
    this.#pen.tag('TD', () => this.#pen.line(row.amount, { ...text, align: 'end' }, amount.x, baseline, amount.width));
  }

  #total(top: number): void {
    const pen = this.#pen;
    const { detail, amount, name } = tableColumns;
    const style: TextStyle = { font: 'sans-bold', size: size.total, colour: ink };
    const people = this.#paper.lines.length;
    pen.tag('TR', () => {
      pen.tag('TD', () => {
        const count = `${people.toLocaleString('en-US')} ${people === 1 ? 'participant' : 'participants'}`;
        pen.line(count, { ...text, colour: muted }, name.x, top + 22, name.width);
      });
      pen.tag('TH', () => pen.line(this.#paper.totalTitle, style, detail.x, top + 22, detail.width));
      pen.tag('TD', () => {
        pen.line(sayDollars(totalOf(this.#paper)), { ...style, align: 'end' }, amount.x, top + 22, amount.width);
      });
    });
    pen.artifact('Layout', () => pen.rule(detail.x, paper.right, top + totalHeight, accent, 1));
  }

  #closing(top: number): void {
    const { left, right } = paper;
    let y = top;
    for (const block of this.#paper.closing) {
      y += closingGap;
      if (block.title !== '') {
        const baseline = y + 9;
        this.#pen.tag('P', () => this.#pen.line(block.title, label, left, baseline, right - left));
        y += leading.closing;
      }
      for (const line of closingLines(block, this.#break)) {
        const baseline = y + 9;
        this.#pen.tag('P', () => this.#pen.line(line, text, left, baseline, right - left));
        y += leading.closing;
      }
    }
  }

  #foot(page: number, of: number): void {
    const { left, right, bottom } = paper;
    this.#rule(bottom + 14, hairline, 0.5);
    this.#pen.line(`${this.#paper.title} ${this.#paper.number}`, label, left, bottom + 27, 300);
    this.#pen.line(`Page ${page} of ${of}`, { ...label, align: 'end' }, right, bottom + 27, 120);
  }

  #rule(y: number, colour: string, width: number): void {
    this.#pen.rule(paper.left, paper.right, y, colour, width);
  }
}
