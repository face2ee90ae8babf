import type { Box, TextLook } from '../../../shared/model/certificate-designs.ts';
import type { FontName } from '../../papers/fonts.ts';
import type { Typesetter } from '../../papers/typesetter.ts';

/** A text as it is set within its box. */
export interface LaidText {
  readonly lines: readonly string[];
  readonly size: number;
  /** From one line to the next, in points. */
  readonly leading: number;
  /** Whether it is at least as large as the design allows it to become. */
  readonly fits: boolean;
}

interface Setting {
  readonly type: Typesetter;
  readonly font: FontName;
  readonly look: Pick<TextLook, 'size' | 'smallest'>;
  readonly box: Pick<Box, 'width' | 'height'>;
}

// Sizes go down by half a point; no eye tells finer ones apart.
const step = 0.5;
/** Below this no one reads anything: a text that is longer still is broken wherever it must be. */
const tiniest = 2;
const lineLeading = 1.22;
const paragraphLeading = 1.42;

/**
 * One line as large as it fits; a text that doesn't fit at its smallest goes on two lines, as large as those fit. Where
 * that doesn't fit either, it's set smaller than the design allows and says so: it never leaves its box.
 */
export function layLine(text: string, setting: Setting): LaidText {
  const { look } = setting;
  return (
    largest(look.size, look.smallest, (size) => linesAt(text, setting, size, lineLeading, 1)) ??
    largest(look.size, look.smallest, (size) => linesAt(text, setting, size, lineLeading, 2)) ??
    squeezed(text, setting, lineLeading)
  );
}

/** A paragraph as large as it fits, on as many lines as that takes. */
export function layParagraph(text: string, setting: Setting): LaidText {
  const { look } = setting;
  return (
    largest(look.size, look.smallest, (size) => linesAt(text, setting, size, paragraphLeading, 100)) ??
    squeezed(text, setting, paragraphLeading)
  );
}

function largest(from: number, to: number, at: (size: number) => Omit<LaidText, 'fits'> | null): LaidText | null {
  for (let size = from; size > to; size -= step) {
    const laid = at(size);
    if (laid) return { ...laid, fits: true };
  }
  const laid = at(Math.min(from, to));
  return laid && { ...laid, fits: true };
}

function linesAt(text: string, { type, font, box }: Setting, size: number, leads: number, most: number) {
  const leading = size * leads;
  if (leading > box.height) return null;
  const style = { font, size };
  if (type.width(text, style) <= box.width) return { lines: [text], size, leading };
  if (most === 1 || 2 * leading > box.height) return null;
  const lines = type.evenLines(text, style, box.width);
  const fits =
    lines.length <= most &&
    lines.length * leading <= box.height &&
    lines.every((line) => type.width(line, style) <= box.width);
  return fits ? { lines, size, leading } : null;
}

function squeezed(text: string, setting: Setting, leads: number): LaidText {
  const { type, font, look, box } = setting;
  for (let size = Math.min(look.smallest, look.size) - step; size > tiniest; size -= step) {
    const laid = linesAt(text, setting, size, leads, 100);
    if (laid) return { ...laid, fits: false };
  }
  const leading = Math.min(tiniest * leads, box.height);
  const lines = type.lines(text, { font, size: tiniest }, box.width);
  return { lines: lines.slice(0, Math.max(1, Math.floor(box.height / leading))), size: tiniest, leading, fits: false };
}
