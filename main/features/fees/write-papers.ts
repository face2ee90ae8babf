import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { WorkOptions } from '../../files/progress.ts';
import type { FontName } from '../../papers/fonts.ts';
import { fontFor, printable } from '../../papers/glyphs.ts';
import { writePdf } from '../../papers/pdf.ts';
import type { FeePaper } from './fee-paper.ts';
import { paper } from './fee-paper-layout.ts';
import { drawFeePaper, type FontOf } from './fee-paper-page.ts';

export interface FeePapersOptions extends WorkOptions {
  /** When the file says that it was made; left out: now. */
  readonly now?: Date | undefined;
}

const papersAtOnce = 5;

/**
 * Writes invoices and receipts as a PDF, each on portrait Letter pages of its own with a head that repeats and its
 * own page numbers; the text is selectable and tagged. Refuses, naming the text, where no typeface here covers it,
 * where there is nothing to print, and where the file can't be written.
 */
export async function writeFeePapers(
  file: string,
  papers: readonly FeePaper[],
  options: FeePapersOptions = {},
): Promise<Result<{ readonly papers: number; readonly pages: number }>> {
  if (papers.length === 0) return refuse('Nothing was printed: choose at least one invoice or receipt.');
  const clean = papers.map(printed);
  const faults = [...new Set(clean.flatMap(textsOf))].flatMap(notCovered);
  if (faults.length > 0) return refuse('Nothing was printed: a text needs letters that no font here has.', faults);
  const [first] = clean;
  const written = await writePdf(
    file,
    {
      title: clean.length === 1 ? `${first?.title} ${first?.number}` : `${clean.length} papers`,
      author: first?.from[0] ?? '',
      size: [paper.width, paper.height],
      now: options.now,
    },
    (doc, pause) => draw(doc, clean, pause, options),
    options,
  );
  return written.ok ? done({ papers: papers.length, pages: written.value }) : written;
}

async function draw(
  doc: PDFKit.PDFDocument,
  papers: readonly FeePaper[],
  pause: () => Promise<void>,
  { onProgress }: FeePapersOptions,
): Promise<number> {
  const fontOf = fontChooser();
  let pages = 0;
  for (const [index, feePaper] of papers.entries()) {
    pages += drawFeePaper(doc, feePaper, fontOf);
    if ((index + 1) % papersAtOnce !== 0 && index + 1 < papers.length) continue;
    onProgress?.({ done: index + 1, total: papers.length });
    await pause();
  }
  return pages;
}

/** A paper with every text as it is printed: composed, without invisible marks. */
function printed(feePaper: FeePaper): FeePaper {
  const [organization, ...rest] = feePaper.from;
  return {
    ...feePaper,
    title: printable(feePaper.title),
    number: printable(feePaper.number),
    from: [printable(organization), ...rest.map(printable)],
    to: feePaper.to.map(printable),
    facts: feePaper.facts.map(([term, fact]) => [printable(term), printable(fact)]),
    lines: feePaper.lines.map(({ name, detail, cents }) => ({
      name: printable(name),
      detail: printable(detail),
      cents,
    })),
    closing: feePaper.closing.map(({ title, lines }) => ({ title, lines: lines.map(printable) })),
  };
}

const textsOf = ({ number, from, to, facts, lines, closing }: FeePaper): string[] => [
  number,
  ...from,
  ...to,
  ...facts.flat(),
  ...lines.flatMap(({ name, detail }) => [name, detail]),
  ...closing.flatMap((block) => block.lines),
];

/** Every typeface that may set a text: one that covers it is enough. */
const anyFont: readonly [FontName, ...FontName[]] = ['sans', 'serif'];

function notCovered(text: string): string[] {
  // The issuer stands in capitals, which may be other letters.
  const found = fontFor(`${text}${text.toUpperCase()}`, anyFont);
  if (found.ok) return [];
  const few = found.missing.slice(0, 8).map((character) => `“${character}”`);
  return [`“${text}” has ${few.join(', ')}. Write it in Latin, Greek or Cyrillic letters, then print again.`];
}

/** Chooses the usual typeface where it covers a text, else another of the same weight, as a whole. */
function fontChooser(): FontOf {
  const chosen = new Map<string, FontName>();
  return (text, usual) => {
    const key = `${usual} ${text}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const isBold = usual === 'serif-bold' || usual === 'sans-bold';
    const fonts: readonly [FontName, ...FontName[]] = isBold
      ? [usual, 'sans-bold', 'serif-bold', 'sans']
      : [usual, 'sans', 'serif'];
    const found = fontFor(text, fonts);
    const font = found.ok ? found.font : usual;
    chosen.set(key, font);
    return font;
  };
}
