import { GlyphOutlines } from './glyph-outlines.ts';
import { nameOf, type PdfDictionary, type PdfPage, PdfReader, PdfTokens, type PdfValue } from './pdf-reader.ts';

/** How lines and areas are drawn; what `q` keeps and `Q` brings back. */
interface Pen {
  fill: string;
  stroke: string;
  width: number;
  cap: number;
  join: number;
  dash: string;
  /** How many groups with a move of their own are open. */
  groups: number;
}

interface Text {
  font: GlyphOutlines | null;
  name: string;
  size: number;
  tracking: number;
  matrix: readonly number[];
}

const caps = ['butt', 'round', 'square'];
const joins = ['miter', 'round', 'bevel'];
const at = (value: number): string => String(Math.round(value * 1_000) / 1_000);
const sign = (value: number): string => {
  const part = Math.round(Math.min(1, Math.max(0, value)) * 255);
  return part.toString(16).padStart(2, '0');
};
const colourOf = (parts: readonly number[]): string => {
  const [red = 0, green = red, blue = red] = parts;
  return `#${sign(red)}${sign(green)}${sign(blue)}`;
};

/** How many pages a PDF of ours has, and how large each is, in points. */
export function pageSizes(pdf: Buffer): readonly { readonly width: number; readonly height: number }[] {
  return new PdfReader(pdf).pages().map(({ width, height }) => ({ width, height }));
}

/**
 * The pages of a PDF that this app wrote, as SVG, one after another as they are asked for: the same lines at the same
 * places, text as outlines of the fonts that are in the file. What it does not know it throws at, so that a preview
 * never shows less than what is printed.
 */
export class PageDrawings {
  readonly #reader: PdfReader;
  readonly #fonts = new Map<number, GlyphOutlines>();
  readonly pages: readonly PdfPage[];

  constructor(pdf: Buffer) {
    this.#reader = new PdfReader(pdf);
    this.pages = this.#reader.pages();
  }

  /** A page as an SVG document; `page` counts from 0. */
  svg(page: number): string {
    const drawn = this.pages[page];
    if (drawn === undefined) throw new Error(`There is no page ${page + 1}.`);
    const { width, height } = drawn;
    const drawing = new Drawing(this.#reader, (value) => this.#font(value));
    const body = drawing.draw(drawn.content, drawn.resources);
    const glyphs = [...drawing.glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}pt" height="${at(height)}pt" viewBox="0 0 ${at(width)} ${at(height)}"><rect width="100%" height="100%" fill="#fff"/><defs>${glyphs}</defs><g transform="matrix(1 0 0 -1 0 ${at(height)})">${body}</g></svg>`;
  }

  #font(value: PdfValue | undefined): GlyphOutlines {
    const key = typeof value === 'object' && value !== null && 'object' in value ? Number(value.object) : -1;
    let font = this.#fonts.get(key);
    if (font === undefined) {
      const descendants = this.#reader.follow(this.#reader.dictionary(value)['/DescendantFonts']);
      const first = Array.isArray(descendants) ? descendants[0] : undefined;
      const descriptor = this.#reader.dictionary(this.#reader.dictionary(first)['/FontDescriptor']);
      font = new GlyphOutlines(this.#reader.stream(descriptor['/FontFile2']));
      this.#fonts.set(key, font);
    }
    return font;
  }
}

/** Follows the drawing operators of one page. */
class Drawing {
  readonly glyphs = new Map<string, string>();
  readonly #reader: PdfReader;
  readonly #fontOf: (value: PdfValue | undefined) => GlyphOutlines;
  #pen: Pen = { fill: '#000000', stroke: '#000000', width: 1, cap: 0, join: 0, dash: '', groups: 0 };
  readonly #kept: Pen[] = [];
  #text: Text = { font: null, name: '', size: 1, tracking: 0, matrix: [1, 0, 0, 1, 0, 0] };
  #path = '';
  #out: string[] = [];

  constructor(reader: PdfReader, fontOf: (value: PdfValue | undefined) => GlyphOutlines) {
    this.#reader = reader;
    this.#fontOf = fontOf;
  }

  draw(content: string, resources: PdfDictionary): string {
    const before = this.#out;
    this.#out = [];
    const tokens = new PdfTokens(content);
    let operands: PdfValue[] = [];
    while (!tokens.isOver) {
      const operator = tokens.operator();
      if (operator === null) operands.push(tokens.value());
      else {
        this.#do(operator, operands, resources);
        operands = [];
      }
    }
    this.#out.push('</g>'.repeat(this.#pen.groups));
    const drawn = this.#out.join('');
    this.#out = before;
    return drawn;
  }

  #do(operator: string, operands: readonly PdfValue[], resources: PdfDictionary): void {
    const numbers = operands.filter((value) => typeof value === 'number');
    const [a = 0, b = 0, c = 0, d = 0] = numbers;
    const said = numbers.map(at).join(' ');
    switch (operator) {
      case 'q':
        this.#kept.push({ ...this.#pen });
        this.#pen.groups = 0;
        break;
      case 'Q':
        this.#out.push('</g>'.repeat(this.#pen.groups));
        this.#pen = this.#kept.pop() ?? this.#pen;
        break;
      case 'cm':
        this.#out.push(`<g transform="matrix(${said})">`);
        this.#pen.groups += 1;
        break;
      case 'w':
        this.#pen.width = a;
        break;
      case 'J':
        this.#pen.cap = a;
        break;
      case 'j':
        this.#pen.join = a;
        break;
      case 'd':
        this.#pen.dash = Array.isArray(operands[0]) ? operands[0].map(String).join(' ') : '';
        break;
      case 'rg':
      case 'g':
      case 'scn':
        this.#pen.fill = colourOf(numbers);
        break;
      case 'RG':
      case 'G':
      case 'SCN':
        this.#pen.stroke = colourOf(numbers);
        break;
      case 'm':
        this.#path += `M${said}`;
        break;
      case 'l':
        this.#path += `L${said}`;
        break;
      case 'c':
        this.#path += `C${said}`;
        break;
      case 'h':
        this.#path += 'Z';
        break;
      case 're':
        this.#path += `M${at(a)} ${at(b)}h${at(c)}v${at(d)}h${at(-c)}Z`;
        break;
      case 'S':
        this.#paint(false, true);
        break;
      case 's':
        this.#path += 'Z';
        this.#paint(false, true);
        break;
      case 'f':
        this.#paint(true, false);
        break;
      case 'B':
        this.#paint(true, true);
        break;
      case 'n':
        this.#path = '';
        break;
      case 'Do':
        this.#form(nameOf(operands[0]), resources);
        break;
      case 'BT':
        this.#text.matrix = [1, 0, 0, 1, 0, 0];
        break;
      case 'Tm':
        this.#text.matrix = numbers;
        break;
      case 'Tf':
        this.#text.name = nameOf(operands[0]);
        this.#text.font = this.#fontOf(this.#reader.dictionary(resources['/Font'])[`/${this.#text.name}`]);
        this.#text.size = a;
        break;
      case 'Tc':
        this.#text.tracking = a;
        break;
      case 'TJ':
        if (Array.isArray(operands[0])) this.#show(operands[0]);
        break;
      case 'ET':
        // Tracking is set anew in each text that has any.
        this.#text.tracking = 0;
        break;
      // Colour spaces (always DeviceRGB), tags and marks leave nothing on the page.
      case 'cs':
      case 'CS':
      case 'BDC':
      case 'BMC':
      case 'EMC':
      case 'gs':
        break;
      default:
        throw new Error(`The drawing operator ${operator} is not known here.`);
    }
  }

  #paint(isFilled: boolean, isStroked: boolean): void {
    const { fill, stroke, width, cap, join, dash } = this.#pen;
    const line = isStroked
      ? ` stroke="${stroke}" stroke-width="${at(width)}"${cap > 0 ? ` stroke-linecap="${caps[cap]}"` : ''}${join > 0 ? ` stroke-linejoin="${joins[join]}"` : ''}${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`
      : '';
    this.#out.push(`<path d="${this.#path}" fill="${isFilled ? fill : 'none'}"${line}/>`);
    this.#path = '';
  }

  /** A drawing that several pages share. */
  #form(name: string, resources: PdfDictionary): void {
    const form = this.#reader.dictionary(resources['/XObject'])[`/${name}`];
    const content = this.#reader.stream(form).toString('latin1');
    const outer = this.#pen;
    this.#pen = { ...outer, groups: 0 };
    const drawn = this.draw(content, this.#reader.dictionary(this.#reader.dictionary(form)['/Resources']));
    this.#pen = outer;
    this.#out.push(drawn);
  }

  /** Sets glyphs: each pair of bytes names one; a number moves the pen back by thousandths of the size. */
  #show(parts: readonly PdfValue[]): void {
    const { font, name, size, tracking, matrix } = this.#text;
    if (font === null) return;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const scale = size / font.unitsPerEm;
    let pen = 0;
    const used: string[] = [];
    for (const part of parts) {
      if (typeof part === 'number') pen -= (part / 1_000) * size;
      if (typeof part !== 'string') continue;
      for (let at = 0; at + 1 < part.length; at += 2) {
        const glyph = part.charCodeAt(at) * 256 + part.charCodeAt(at + 1);
        const path = font.path(glyph);
        if (path !== '') {
          const id = `${name}-${glyph}`;
          this.glyphs.set(id, path);
          used.push(`<use href="#${id}" x="${this.#place(pen / scale)}"/>`);
        }
        pen += font.advance(glyph) * scale + tracking;
      }
    }
    if (used.length === 0) return;
    const whole = [a * scale, b * scale, c * scale, d * scale, e, f].map((value) =>
      String(Math.round(value * 1e6) / 1e6),
    );
    this.#out.push(`<g fill="${this.#pen.fill}" transform="matrix(${whole.join(' ')})">${used.join('')}</g>`);
  }

  #place = (value: number): string => String(Math.round(value));
}
