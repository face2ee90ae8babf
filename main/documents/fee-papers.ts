import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { FeePaper } from './fee-paper.ts';
import { paper } from './fee-paper-layout.ts';
import { drawFeePaper, type FontOf } from './fee-paper-page.ts';
import { type FontName, fontFile, fontNames } from './fonts.ts';
import { fontFor, printable } from './glyphs.ts';
import { breathe, type WorkOptions } from './progress.ts';
import { replaceFile } from './replace-file.ts';

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
  const written = await replaceFile(file, (handle) => print(handle, clean, options), options.signal);
  return written.ok ? done({ papers: papers.length, pages: written.value }) : written;
}

async function print(
  handle: FileHandle,
  papers: readonly FeePaper[],
  { signal, onProgress, now }: FeePapersOptions,
): Promise<number> {
  const [first] = papers;
  const doc = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'en-US',
    tagged: true,
    displayTitle: true,
    info: {
      Title: papers.length === 1 ? `${first?.title} ${first?.number}` : `${papers.length} papers`,
      Author: first?.from[0] ?? '',
      Creator: 'Cohort Desk',
      CreationDate: now ?? new Date(),
    },
  });
  const stopped = new AbortController();
  const both = signal === undefined ? stopped.signal : AbortSignal.any([signal, stopped.signal]);
  const sink = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const bytes of source) await handle.writeFile(bytes);
  };
  const written = pipeline(doc, sink, { signal: both });
  const failures: unknown[] = [];
  // A full disk must stop the drawing too.
  written.catch((error: unknown) => {
    failures.push(error);
    stopped.abort();
  });
  let pages = 0;
  try {
    for (const font of fontNames) doc.registerFont(font, fontFile(font));
    const fontOf = fontChooser();
    for (const [index, feePaper] of papers.entries()) {
      pages += drawFeePaper(doc, feePaper, fontOf);
      if ((index + 1) % papersAtOnce !== 0 && index + 1 < papers.length) continue;
      onProgress?.({ done: index + 1, total: papers.length });
      await breathe(both);
    }
    doc.end();
  } catch (error) {
    const reason = failures[0] ?? error;
    stopped.abort();
    await written.catch(() => {});
    throw reason;
  }
  await written;
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
