import { create, type Font } from 'fontkit';
import { type FontName, fontFile } from './fonts.ts';

/** A text as glyphs, in the font's units from where it begins, y upwards. */
interface ShapedText {
  readonly advance: number;
  readonly glyphs: readonly ShapedGlyph[];
}

interface ShapedGlyph {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Noto Sans sets `ị` as two glyphs, and pdfkit would then tell whoever copies the text that every `i` is one of these.
 * Texts are composed here, and covered by their font as they are, so the font's own taking apart is switched off.
 */
const asComposed = { ccmp: false };
/**
 * Scripts whose letters change with their neighbors, or run from right to left: their fonts must do all that they do.
 * (Unicode's own list of scripts that need shaping is in its Technical Note 46 and in OpenType's script tags.)
 */
const shaped =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Tibetan}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Mongolian}\p{Script=Javanese}\p{Script=Balinese}]/u;
const asItsFontDoes = {};

/** Whether a text is of a script whose letters change with their neighbors or run from right to left. */
export const needsShaping = (text: string): boolean => shaped.test(text);

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const leftToRight = /[\p{L}\p{Nd}]/u;

/** Whether some letters of a text run from right to left and some from left to right: no line here is set both ways. */
export const mixesDirections = (text: string): boolean =>
  rightToLeft.test(text) && [...text].some((letter) => !rightToLeft.test(letter) && leftToRight.test(letter));

/** Letters that a font may take apart; words without them are laid out once and kept. */
const beyondLatin1 = /[\u0100-\u200f\u2020-\u{10ffff}]/u;

/** What a text is laid out with, in every rendering, so that it is copied as it was written; undefined: the usual. */
export const featuresOf = (text: string): Readonly<Record<string, boolean>> | undefined =>
  needsShaping(text) ? asItsFontDoes : beyondLatin1.test(text) ? asComposed : undefined;

const opened = new Map<FontName, Font>();

function open(name: FontName): Font {
  let font = opened.get(name);
  if (font === undefined) {
    font = create(fontFile(name));
    opened.set(name, font);
  }
  return font;
}

const covered = new Map<FontName, ReadonlySet<number>>();

/** The code points that a font has a glyph for. */
export function charactersOf(name: FontName): ReadonlySet<number> {
  let characters = covered.get(name);
  if (characters === undefined) {
    characters = new Set(open(name).characterSet);
    covered.set(name, characters);
  }
  return characters;
}

/** Whether a text can be laid out in a font: fontkit stumbles over single letters of some that were added. */
export function canShape(name: FontName, text: string): boolean {
  try {
    layOut(open(name), text);
    return true;
  } catch {
    return false;
  }
}

const outlines = new Map<string, string>();

/** A glyph as the data of an SVG path, y upwards, in the font's units; empty for a space. */
export function outlineOf(name: FontName, glyph: number): string {
  const key = `${name} ${glyph}`;
  let outline = outlines.get(key);
  if (outline === undefined) {
    outline = open(name).getGlyph(glyph).path.toSVG();
    outlines.set(key, outline);
  }
  return outline;
}

/** So many of a font's units make its size. */
export const unitsPerEm = (name: FontName): number => open(name).unitsPerEm;

/**
 * Lays out the texts of one paper as pdfkit does: what is measured and what the screen shows is what the file holds.
 * A paper says the same words many times, so that each is laid out once.
 */
export class Shaper {
  readonly #known = new Map<string, ShapedText>();

  shape(font: FontName, text: string): ShapedText {
    const glyphs: ShapedGlyph[] = [];
    let advance = 0;
    for (const piece of piecesOf(text)) {
      const run = this.#run(font, piece);
      for (const glyph of run.glyphs) glyphs.push({ ...glyph, x: glyph.x + advance });
      advance += run.advance;
    }
    return { advance, glyphs };
  }

  /** How far a text reaches. */
  advance(font: FontName, text: string): number {
    let advance = 0;
    for (const piece of piecesOf(text)) advance += this.#run(font, piece).advance;
    return advance;
  }

  #run(font: FontName, text: string): ShapedText {
    const key = `${font} ${text}`;
    let shaped = this.#known.get(key);
    if (shaped === undefined) {
      shaped = layOut(open(font), text);
      this.#known.set(key, shaped);
    }
    return shaped;
  }
}

/** What is laid out at once: a whole text where it has features of its own, else each word with the space behind it. */
const piecesOf = (text: string): readonly string[] =>
  featuresOf(text) === undefined ? (text.match(/[^ ]* |[^ ]+$/g) ?? []) : [text];

function layOut(font: Font, text: string): ShapedText {
  const { glyphs, positions } = font.layout(text, featuresOf(text));
  let advance = 0;
  const placed = glyphs.map(({ id }, at): ShapedGlyph => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    const glyph = { id, x: advance + xOffset, y: yOffset };
    advance += xAdvance;
    return glyph;
  });
  return { advance, glyphs: placed };
}
