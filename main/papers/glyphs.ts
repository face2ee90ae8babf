import { type FontName, fontFile, isAddedFont } from './fonts.ts';
import { canShape, charactersOf } from './shaping.ts';

/** The code points that a typeface has a glyph for, as pairs of first and last, in order. */
type Coverage = readonly (readonly [first: number, last: number])[];

const known = new Map<FontName, Coverage>();

// Marks that only steer how text runs or breaks: nothing to print, and no font has them all.
const invisible = /[\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|[\uFE00-\uFE0F]|\p{Cc}/gu;

/** A text as it is printed: composed (NFC), one space between words, without invisible marks. */
export const printable = (text: string): string =>
  text
    .replace(/[\t\r\n]/g, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();

/** The characters of a text that a typeface lacks, each once, in the order of the text. */
export function missingGlyphs(font: FontName, text: string): string[] {
  if (isAddedFont(font)) {
    const covered = charactersOf(font);
    const characters = [...new Set(text)];
    const missing = characters.filter((character) => !covered.has(character.codePointAt(0) ?? 0));
    return missing.length > 0 || canShape(font, text)
      ? missing
      : characters.filter((character) => !canShape(font, character));
  }
  let coverage = known.get(font);
  if (coverage === undefined) {
    coverage = readCoverage(fontFile(font));
    known.set(font, coverage);
  }
  const has = coverage;
  return [...new Set(text)].filter((character) => !covers(has, character.codePointAt(0) ?? 0));
}

/** The first of some typefaces that has every character of a text, or what the best of them lacks. */
export function fontFor(
  text: string,
  fonts: readonly [FontName, ...FontName[]],
): { readonly ok: true; readonly font: FontName } | { readonly ok: false; readonly missing: readonly string[] } {
  let fewest: readonly string[] | null = null;
  for (const font of fonts) {
    const missing = missingGlyphs(font, text);
    if (missing.length === 0) return { ok: true, font };
    if (fewest === null || missing.length < fewest.length) fewest = missing;
  }
  return { ok: false, missing: fewest ?? [] };
}

function covers(coverage: Coverage, point: number): boolean {
  let from = 0;
  let to = coverage.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const range = coverage[middle];
    if (range === undefined) return false;
    if (point < range[0]) to = middle;
    else if (point > range[1]) from = middle + 1;
    else return true;
  }
  return false;
}

/**
 * Reads a TrueType file's map of characters to glyphs: its table `cmap`, in the format 12, which spans all of Unicode.
 * Throws where there is none.
 */
function readCoverage(font: Buffer): Coverage {
  const tables = font.readUInt16BE(4);
  for (let table = 0; table < tables; table++) {
    const entry = 12 + 16 * table;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const cmap = font.readUInt32BE(entry + 8);
    for (let map = 0; map < font.readUInt16BE(cmap + 2); map++) {
      const start = cmap + font.readUInt32BE(cmap + 8 + 8 * map);
      if (font.readUInt16BE(start) === 12) return readGroups(font, start);
    }
  }
  throw new Error('A font without a cmap of format 12.');
}

function readGroups(font: Buffer, start: number): Coverage {
  const groups = font.readUInt32BE(start + 12);
  return Array.from({ length: groups }, (_, index) => {
    const group = start + 16 + 12 * index;
    // Glyph 0 is the box that stands for a missing one.
    const skip = font.readUInt32BE(group + 8) === 0 ? 1 : 0;
    return [font.readUInt32BE(group) + skip, font.readUInt32BE(group + 4)] as const;
  });
}
