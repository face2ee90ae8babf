import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { FontName } from '../../papers/fonts.ts';
import { fontFor, printable } from '../../papers/glyphs.ts';
import type { Pen } from '../../papers/pen.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import type { FeePaper } from './fee-paper.ts';
import { paper } from './fee-paper-layout.ts';
import { drawFeePaper } from './fee-paper-page.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeFeePapers: {
      readonly input: PaperJob & { readonly papers: readonly FeePaper[] };
      readonly output: { readonly papers: number; readonly pages: number };
    };
  }
}

/**
 * Writes invoices and receipts as a PDF, each on portrait Letter pages of its own with a head that repeats and its
 * own page numbers; the text is selectable and tagged. Refuses, naming the text, where no typeface here covers it,
 * where there is nothing to print, and where the file can't be written.
 */
export async function writeFeePapers(
  file: string,
  papers: readonly FeePaper[],
  options: PaperOptions = {},
): Promise<Result<{ readonly papers: number; readonly pages: number }>> {
  if (papers.length === 0) return refuse('Nothing was printed: choose at least one invoice or receipt.');
  const clean = papers.map(printed);
  const faults = [...new Set(clean.flatMap(textsOf))].flatMap(notCovered);
  if (faults.length > 0) return refuse('Nothing was printed: some text needs letters that no font here has.', faults);
  const [first] = clean;
  const written = await writePaper(
    file,
    {
      title: clean.length === 1 ? `${first?.title} ${first?.number}` : `${clean.length} papers`,
      author: first?.from[0] ?? '',
      size: paper,
      now: options.now,
    },
    (pen) => draw(pen, clean, options),
    options,
  );
  return written.ok ? done({ papers: papers.length, pages: written.value }) : written;
}

async function draw(pen: Pen, papers: readonly FeePaper[], { onProgress }: PaperOptions): Promise<number> {
  let pages = 0;
  for (const [index, feePaper] of papers.entries()) {
    pages += await drawFeePaper(pen, feePaper);
    onProgress?.({ done: index + 1, total: papers.length });
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
