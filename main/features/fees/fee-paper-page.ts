import { accent, ink, muted } from '../../papers/border.ts';
import type { FontName } from '../../papers/fonts.ts';
import { textFeatures } from '../../papers/typesetter.ts';
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

/** How one text is set; `end` sets it up to `x`. */
interface Style {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  readonly align?: 'start' | 'end';
  readonly tracking?: number;
}

const hair = '#c9cfd2';
const label: Style = { font: 'sans', size: size.small, colour: muted };
const text: Style = { font: 'sans', size: size.text, colour: ink };
const strong: Style = { ...text, font: 'sans-bold' };
const head: Style = { font: 'sans-bold', size: size.small, colour: muted };

/** The typeface of a text, which is another than the usual where that one lacks a letter. */
export type FontOf = (text: string, usual: FontName) => FontName;

/** Draws an invoice or a receipt on as many pages as it needs; gives back how many. */
export function drawFeePaper(doc: PDFKit.PDFDocument, feePaper: FeePaper, fontOf: FontOf): number {
  return new PaperDrawing(doc, feePaper, fontOf).draw();
}

class PaperDrawing {
  readonly #doc: PDFKit.PDFDocument;
  readonly #paper: FeePaper;
  readonly #fontOf: FontOf;

  constructor(doc: PDFKit.PDFDocument, feePaper: FeePaper, fontOf: FontOf) {
    this.#doc = doc;
    this.#paper = feePaper;
    this.#fontOf = fontOf;
  }

  draw(): number {
    const doc = this.#doc;
    const { title, number } = this.#paper;
    const partyTop = 172;
    const partyLines = this.#partyLines();
    const tableTop = partyTop + Math.max(partyLines.height, this.#paper.facts.length * 15) + 34;
    const pages = pagesOf(this.#paper, tableTop, this.#break);
    const section = doc.struct('Sect', { title: `${title} ${number}` });
    for (const [at, page] of pages.entries()) {
      doc.addPage();
      if (page.isFirst) {
        doc.outline.addItem(`${title} ${number}`);
        doc.addStructure(section);
        this.#head(section);
        this.#parties(section, partyTop, partyLines.lines);
      } else this.#artifact('Pagination', () => this.#continuedHead());
      const end = this.#table(section, page, page.isFirst ? tableTop : continuedTop);
      if (page.isLast) this.#closing(section, end);
      this.#artifact('Pagination', () => this.#foot(at + 1, pages.length));
    }
    section.end();
    return pages.length;
  }

  /** The issuer and the paper's title, on its first page. */
  #head(section: PDFKit.PDFStructureElement): void {
    const [organization, ...rest] = this.#paper.from;
    const { left, right, top } = paper;
    this.#tag(section, 'P', () => {
      const style: Style = { font: 'sans-bold', size: size.organization, colour: muted, tracking: 0.9 };
      this.#line(organization.toUpperCase(), style, left, top + 8, right - left);
    });
    for (const [at, line] of rest.entries()) {
      this.#tag(section, 'P', () => this.#line(line, label, left, top + 21 + at * 11.5, right - left));
    }
    this.#tag(section, 'H1', () => {
      this.#line(this.#paper.title, { font: 'serif', size: size.title, colour: accent }, left, 138, 280);
    });
    this.#artifact('Layout', () => this.#rule(150, accent, 1));
  }

  #partyLines(): { readonly lines: readonly string[]; readonly height: number } {
    const [name = '', ...rest] = this.#paper.to;
    const lines = this.#break(name, 'serif-bold', size.party, 250);
    return { lines, height: 14 + lines.length * 17 + rest.length * 13 };
  }

  /** The other side on the left, the facts on the right. */
  #parties(section: PDFKit.PDFStructureElement, top: number, names: readonly string[]): void {
    const { left, right } = paper;
    this.#tag(section, 'P', () => this.#line(this.#paper.toTitle, label, left, top + 8, 250));
    this.#tag(section, 'H2', () => {
      const style: Style = { font: 'serif-bold', size: size.party, colour: ink };
      for (const [at, line] of names.entries()) this.#line(line, style, left, top + 26 + at * 17, 250);
    });
    const below = top + 26 + names.length * 17;
    for (const [at, line] of this.#paper.to.slice(1).entries()) {
      this.#tag(section, 'P', () => this.#line(line, text, left, below + at * 13, 250));
    }
    for (const [at, [term, fact]] of this.#paper.facts.entries()) {
      const baseline = top + 8 + at * 15;
      this.#tag(section, 'P', () => {
        this.#line(term, label, 336, baseline, 62);
        this.#line(fact, { ...strong, align: 'end' }, right, baseline, 150);
      });
    }
  }

  /** The head of a page that continues another. */
  #continuedHead(): void {
    const { left, right, top } = paper;
    const { from, title, number } = this.#paper;
    const style: Style = { font: 'sans-bold', size: size.organization, colour: muted, tracking: 0.9 };
    this.#line(from[0].toUpperCase(), style, left, top + 8, 220);
    this.#line(`${title} ${number}, continued`, { ...label, align: 'end' }, right, top + 8, 250);
    this.#rule(top + 20, accent, 1);
  }

  /** The rows of a page under a head that every page repeats; gives back where they end. */
  #table(section: PDFKit.PDFStructureElement, page: PaperPage, top: number): number {
    const { doc } = { doc: this.#doc };
    const { name, detail, amount } = tableColumns;
    const table = doc.struct('Table');
    section.add(table);
    const heads = doc.struct('TR');
    table.add(heads);
    this.#tag(heads, 'TH', () => this.#line('Participant', head, name.x, top + 10, name.width));
    this.#tag(heads, 'TH', () => this.#line('For', head, detail.x, top + 10, detail.width));
    this.#tag(heads, 'TH', () => this.#line('Amount', { ...head, align: 'end' }, amount.x, top + 10, amount.width));
    this.#artifact('Layout', () => this.#rule(top + tableHead - 7, muted, 0.7));
    let y = top + tableHead - 7;
    for (const row of page.rows) {
      this.#row(table, row, y);
      y += row.height;
      const at = y;
      this.#artifact('Layout', () => this.#rule(at, hair, 0.5));
    }
    if (page.isLast) {
      this.#total(table, y);
      y += totalHeight;
    }
    return y;
  }

  #row(table: PDFKit.PDFStructureElement, row: PaperRow, top: number): void {
    const { number, name, detail, amount } = tableColumns;
    const baseline = top + rowPadding / 2 + 9;
    const line = this.#doc.struct('TR');
    table.add(line);
    this.#tag(line, 'TD', () => {
      this.#line(row.number, { ...label, align: 'end' }, number.x + number.width - 6, baseline, number.width);
      for (const [at, each] of row.name.entries()) {
        this.#line(each, text, name.x, baseline + at * leading.row, name.width);
      }
    });
    this.#tag(line, 'TD', () => {
      for (const [at, each] of row.detail.entries()) {
        this.#line(each, { ...text, colour: muted }, detail.x, baseline + at * leading.row, detail.width);
      }
    });
    this.#tag(line, 'TD', () => this.#line(row.amount, { ...text, align: 'end' }, amount.x, baseline, amount.width));
  }

  #total(table: PDFKit.PDFStructureElement, top: number): void {
    const { detail, amount, name } = tableColumns;
    const style: Style = { font: 'sans-bold', size: size.total, colour: ink };
    const people = this.#paper.lines.length;
    const line = this.#doc.struct('TR');
    table.add(line);
    this.#tag(line, 'TD', () => {
      const count = `${people.toLocaleString('en-US')} ${people === 1 ? 'participant' : 'participants'}`;
      this.#line(count, { ...text, colour: muted }, name.x, top + 22, name.width);
    });
    this.#tag(line, 'TH', () => this.#line(this.#paper.totalTitle, style, detail.x, top + 22, detail.width));
    this.#tag(line, 'TD', () => {
      this.#line(sayDollars(totalOf(this.#paper)), { ...style, align: 'end' }, amount.x, top + 22, amount.width);
    });
    this.#artifact('Layout', () => {
      this.#doc
        .moveTo(detail.x, top + totalHeight)
        .lineTo(paper.right, top + totalHeight)
        .lineWidth(1)
        .stroke(accent);
    });
  }

  #closing(section: PDFKit.PDFStructureElement, top: number): void {
    const { left, right } = paper;
    let y = top;
    for (const block of this.#paper.closing) {
      y += closingGap;
      if (block.title !== '') {
        const baseline = y + 9;
        this.#tag(section, 'P', () => this.#line(block.title, label, left, baseline, right - left));
        y += leading.closing;
      }
      for (const line of closingLines(block, this.#break)) {
        const baseline = y + 9;
        this.#tag(section, 'P', () => this.#line(line, text, left, baseline, right - left));
        y += leading.closing;
      }
    }
  }

  #foot(page: number, of: number): void {
    const { left, right, bottom } = paper;
    this.#rule(bottom + 14, hair, 0.5);
    this.#line(`${this.#paper.title} ${this.#paper.number}`, label, left, bottom + 27, 300);
    this.#line(`Page ${page} of ${of}`, { ...label, align: 'end' }, right, bottom + 27, 120);
  }

  #tag(parent: PDFKit.PDFStructureElement, tag: string, draw: () => void): void {
    parent.add(this.#doc.struct(tag, {}, draw));
  }

  /** What is drawn and not read: rules, heads and feet that repeat. */
  #artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#doc.markContent('Artifact', { type });
    draw();
    this.#doc.endMarkedContent();
  }

  #rule(y: number, colour: string, width: number): void {
    this.#doc.moveTo(paper.left, y).lineTo(paper.right, y).lineWidth(width).stroke(colour);
  }

  /** Sets one line, made smaller where it would be wider than its place. */
  #line(said: string, style: Style, x: number, baseline: number, width: number): void {
    if (said === '') return;
    const characterSpacing = style.tracking ?? 0;
    this.#doc.font(this.#fontOf(said, style.font)).fontSize(style.size).fillColor(style.colour);
    const natural = this.#doc.widthOfString(said, { characterSpacing });
    const scale = Math.min(1, width / natural);
    this.#doc.fontSize(style.size * scale);
    const left = style.align === 'end' ? x - natural * scale : x;
    this.#doc.text(said, left, baseline, {
      lineBreak: false,
      baseline: 'alphabetic',
      characterSpacing: characterSpacing * scale,
      ...textFeatures(said),
    });
  }

  readonly #break: Break = (said, font, points, width) => {
    this.#doc.font(this.#fontOf(said, font)).fontSize(points);
    const lines: string[] = [];
    for (const word of said.split(' ').flatMap((each) => this.#pieces(each, width))) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && this.#doc.widthOfString(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.length === 0 ? [''] : lines;
  };

  /** A word that is wider than its column, in pieces that are not; hyphens are the first places to break. */
  #pieces(word: string, width: number): string[] {
    if (this.#doc.widthOfString(word) <= width) return [word];
    const parts = word.split(/(?<=-)/u);
    if (parts.length > 1) return parts.flatMap((part) => this.#pieces(part, width));
    const pieces = [''];
    for (const letter of word) {
      const longer = `${pieces.at(-1) ?? ''}${letter}`;
      if (this.#doc.widthOfString(longer) <= width) pieces[pieces.length - 1] = longer;
      else pieces.push(letter);
    }
    return pieces;
  }
}
