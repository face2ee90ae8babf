import type { FontName } from './fonts.ts';
import type { Drawing, Mark, Page, PagePart, PaperSize, PathMark, Picture, Segment, TextMark } from './paper.ts';
import { outlineOf, type Shaper, unitsPerEm } from './shaping.ts';

/** What pages share. */
export type Shared = Drawing | Picture;

/** A page as an SVG document that still lacks the drawings it shares with other pages, which `withDrawings` puts in. */
interface PreviewPage {
  readonly svg: string;
  readonly drawings: readonly Shared[];
}

const at = (value: number): string => String(Math.round(value * 1_000) / 1_000);

/**
 * Draws a page for the screen: the same marks at the same places as in the file, text as outlines of its fonts, each
 * glyph once. Nothing in it is asked for from elsewhere, and nothing runs. A `clear` page has no sheet of its own, so
 * that what is behind it shows through.
 */
export function previewPage(
  page: Page,
  size: PaperSize,
  shaper: Shaper,
  ground: 'sheet' | 'clear' = 'sheet',
): PreviewPage {
  const { width, height } = page.size ?? size;
  const drawing = new PageDrawing(shaper);
  const body = drawing.parts(page.contents);
  const glyphs = [...drawing.glyphs].map(([id, path]) => `<path id="${id}" d="${path}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${at(width)}pt" height="${at(height)}pt" viewBox="0 0 ${at(width)} ${at(height)}">${ground === 'sheet' ? '<rect width="100%" height="100%" fill="#fff"/>' : ''}<defs>${glyphs}</defs>${body}</svg>`;
  return { svg, drawings: [...drawing.drawings] };
}

/** What pages share, as each of them has it among its definitions; a picture is one unit wide and high. */
export const previewShared = (shared: Shared): string =>
  'paths' in shared
    ? `<g id="${shared.name}">${shared.paths.map(pathElement).join('')}</g>`
    : `<image id="${shared.name}" width="1" height="1" preserveAspectRatio="none" href="${addressOf(shared)}"/>`;

function addressOf({ name, source }: Picture): string {
  const type = source.kind === 'jpeg' ? 'jpeg' : 'png';
  const bytes = source.kind === 'page' ? source.screen : source.bytes;
  if (bytes === null) throw new Error(`No one has drawn the page ${name} for the screen.`);
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** A page with the drawings that it shares with others. */
export const withDrawings = (svg: string, drawings: readonly string[]): string =>
  svg.replace('<defs>', () => `<defs>${drawings.join('')}`);

class PageDrawing {
  readonly glyphs = new Map<string, string>();
  readonly drawings = new Set<Shared>();
  readonly #shaper: Shaper;

  constructor(shaper: Shaper) {
    this.#shaper = shaper;
  }

  parts(parts: readonly PagePart[]): string {
    return parts
      .map((part) => (part.kind === 'tag' || part.kind === 'artifact' ? this.parts(part.contents) : this.#mark(part)))
      .join('');
  }

  #mark(mark: Mark): string {
    if (mark.kind === 'text') return this.#text(mark);
    if (mark.kind === 'path') return pathElement(mark);
    if (mark.kind === 'picture') {
      const { picture, x, y, width, height } = mark;
      this.drawings.add(picture);
      return `<use href="#${picture.name}" transform="matrix(${at(width)} 0 0 ${at(height)} ${at(x)} ${at(y)})"/>`;
    }
    const { drawing, at: place } = mark;
    this.drawings.add(drawing);
    if (place === null) return `<use href="#${drawing.name}"/>`;
    const scale = Math.round(place.scale * 1e6) / 1e6;
    return `<use href="#${drawing.name}" transform="matrix(${scale} 0 0 ${scale} ${at(place.x)} ${at(place.y)})"/>`;
  }

  /** A line of text as uses of its glyphs, in the font's units, y upwards. */
  #text({ text, font, size, x, baseline, colour, tracking }: TextMark): string {
    const scale = size / unitsPerEm(font);
    const uses = this.#shaper.shape(font, text).glyphs.map((glyph, index) => {
      const id = this.#glyph(font, glyph.id);
      if (id === null) return '';
      const lifted = glyph.y === 0 ? '' : ` y="${Math.round(glyph.y)}"`;
      return `<use href="#${id}" x="${Math.round(glyph.x + (index * tracking) / scale)}"${lifted}/>`;
    });
    const fine = Math.round(scale * 1e6) / 1e6;
    return `<g fill="${colour}" transform="matrix(${fine} 0 0 ${-fine} ${at(x)} ${at(baseline)})">${uses.join('')}</g>`;
  }

  /** The name of a glyph among the page's definitions; null where it leaves no mark. */
  #glyph(font: FontName, glyph: number): string | null {
    const outline = outlineOf(font, glyph);
    if (outline === '') return null;
    const id = `${font}-${glyph}`;
    this.glyphs.set(id, outline);
    return id;
  }
}

/** A mark of a drawing as an SVG element. */
export function pathElement({ path, fill, stroke }: PathMark): string {
  const line =
    stroke === null
      ? ''
      : ` stroke="${stroke.colour}" stroke-width="${at(stroke.width)}"${stroke.isRound ? ' stroke-linecap="round" stroke-linejoin="round"' : ''}`;
  return `<path d="${path.map(commandOf).join('')}" fill="${fill ?? 'none'}"${line}/>`;
}

function commandOf(segment: Segment): string {
  if (segment[0] !== 'R') {
    const [operator, ...numbers] = segment;
    return `${operator}${numbers.map(at).join(' ')}`;
  }
  const [, x, y, width, height] = segment;
  return `M${at(x)} ${at(y)}h${at(width)}v${at(height)}h${at(-width)}Z`;
}
