import type { FontName } from './fonts.ts';
import { fontFor, missingGlyphs, printable } from './glyphs.ts';
import { type Shaper, unitsPerEm } from './shaping.ts';

/** How a text is set. `align` says what `x` is: where it begins, its middle, or where it ends. */
export interface TextStyle {
  readonly font: FontName;
  readonly size: number;
  readonly colour: string;
  readonly align?: 'start' | 'middle' | 'end';
  readonly tracking?: number;
}

/** A text as it fits a place: its lines, and how large they are set. */
interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
  readonly leading: number;
}

/** Chooses typefaces, measures texts and breaks them into lines, for the texts of one paper. */
export class Typesetter {
  readonly #shaper: Shaper;
  readonly #chosen = new Map<string, FontName>();
  readonly #fitted = new Map<string, FittedText>();

  constructor(shaper: Shaper) {
    this.#shaper = shaper;
  }

  /** The usual typeface where it has every letter of a text, else another of the same weight, as a whole. */
  fontOf(text: string, usual: FontName): FontName {
    const key = `${usual} ${text}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const isBold = usual === 'serif-bold' || usual === 'sans-bold';
    const found = fontFor(text, isBold ? [usual, 'sans-bold', 'serif-bold', 'sans'] : [usual, 'sans', 'serif']);
    const font = found.ok ? found.font : usual;
    this.#chosen.set(key, font);
    return font;
  }

  /** How wide a text is; the space after its last letter is none of it. */
  width(text: string, { font, size, tracking = 0 }: Pick<TextStyle, 'font' | 'size' | 'tracking'>): number {
    const chosen = this.fontOf(text, font);
    const letters = (this.#shaper.advance(chosen, text) * size) / unitsPerEm(chosen);
    return tracking === 0 ? letters : letters + tracking * (this.#shaper.shape(chosen, text).glyphs.length - 1);
  }

  /** Breaks a text into lines no wider than asked; a word that is wider alone is broken too. */
  lines(text: string, style: Pick<TextStyle, 'font' | 'size'>, width: number): readonly string[] {
    if (this.width(text, style) <= width) return [text];
    const lines: string[] = [];
    for (const word of text.split(' ').flatMap((each) => this.#pieces(each, style, width))) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && this.width(longer, style) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.length === 0 ? [''] : lines;
  }

  /** Breaks a text into lines of like length, none wider than asked where words allow it. */
  evenLines(text: string, style: Pick<TextStyle, 'font' | 'size'>, width: number): readonly string[] {
    const own = { ...style, font: this.fontOf(text, style.font) };
    const space = this.width(' ', own);
    const words = text
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word, width: this.width(word, own) }));
    const fill = (limit: number): string[] => {
      const lines: string[] = [];
      let reach = Number.POSITIVE_INFINITY;
      for (const each of words) {
        if (reach + space + each.width > limit) {
          lines.push(each.word);
          reach = each.width;
        } else {
          lines.push(`${lines.pop()} ${each.word}`);
          reach += space + each.width;
        }
      }
      return lines;
    };
    const most = fill(width);
    let [narrow, wide] = [width / 2, width];
    while (most.length > 1 && wide - narrow > 4) {
      const between = (narrow + wide) / 2;
      if (fill(between).length > most.length) narrow = between;
      else wide = between;
    }
    return fill(wide);
  }

  /**
   * The largest setting of a text within a place, on as few lines as may be: one line down to two thirds of the size,
   * two down to a half, then three.
   */
  fit(text: string, font: FontName, largest: number, width: number, height: number, most = 3): FittedText {
    // A school system and a first name stand on many badges.
    const key = JSON.stringify([text, font, largest, width, height, most]);
    const known = this.#fitted.get(key);
    if (known !== undefined) return known;
    const fitted = this.#fit(text, font, largest, width, height, most);
    this.#fitted.set(key, fitted);
    return fitted;
  }

  #fit(text: string, font: FontName, largest: number, width: number, height: number, most: number): FittedText {
    const step = 0.5;
    for (let count = 1; count <= most; count++) {
      const smallest = count === most ? Math.min(largest, 5) : largest / (count === 1 ? 1.5 : 2);
      for (let size = largest; size >= smallest; size -= step) {
        const leading = size * 1.14;
        if (leading * count > height && size > smallest) continue;
        const lines = this.#wordLines(text, { font, size }, width);
        if (lines !== null && lines.length <= count && leading * lines.length <= height)
          return { lines: this.#balanced(text, { font, size }, width, lines), size, leading };
      }
    }
    const size = 5;
    return { lines: this.lines(text, { font, size }, width), size, leading: size * 1.14 };
  }

  /** As many lines, of like length: no one's name ends in a lone letter on a line of its own. */
  #balanced(
    text: string,
    style: Pick<TextStyle, 'font' | 'size'>,
    width: number,
    lines: readonly string[],
  ): readonly string[] {
    let best = lines;
    for (let narrower = width * 0.97; narrower > width / 2; narrower *= 0.97) {
      const next = this.#wordLines(text, style, narrower);
      if (next === null || next.length > lines.length) break;
      best = next;
    }
    return best;
  }

  /** A text broken between words only; null where a word alone is too wide. */
  #wordLines(text: string, style: Pick<TextStyle, 'font' | 'size'>, width: number): readonly string[] | null {
    const words = text.split(' ').flatMap((word) => word.split(/(?<=-)/u));
    if (words.some((word) => this.width(word, style) > width)) return null;
    const lines: string[] = [];
    for (const word of words) {
      const last = lines.at(-1);
      const longer = last === undefined ? word : last.endsWith('-') ? `${last}${word}` : `${last} ${word}`;
      if (last !== undefined && this.width(longer, style) <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  #pieces(word: string, style: Pick<TextStyle, 'font' | 'size'>, width: number): string[] {
    if (this.width(word, style) <= width) return [word];
    const parts = word.split(/(?<=-)/u);
    if (parts.length > 1) return parts.flatMap((part) => this.#pieces(part, style, width));
    const pieces = [''];
    for (const letter of word) {
      const longer = `${pieces.at(-1) ?? ''}${letter}`;
      if (this.width(longer, style) <= width) pieces[pieces.length - 1] = longer;
      else pieces.push(letter);
    }
    return pieces;
  }
}

/** A text that can be set: a letter that no typeface here has becomes a question mark, so that no one is left out. */
export function settable(text: string): string {
  const plain = printable(text);
  const found = fontFor(plain, ['sans', 'serif']);
  if (found.ok) return plain;
  const missing = new Set(missingGlyphs('sans', plain));
  return [...plain].map((letter) => (missing.has(letter) ? '?' : letter)).join('');
}
