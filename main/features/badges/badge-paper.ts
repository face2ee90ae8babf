import { sayNumber } from '../../../shared/model/devices.ts';
import {
  type LabelBox,
  type LabelStock,
  labelBoxes,
  labelPlaces,
  labelsPerSheet,
} from '../../../shared/model/label-stock.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { fontFor, printable } from '../../papers/glyphs.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { drawBadge, type PrintedBadge } from './badge-label.ts';
import { drawCutMarks, drawOutlines } from './badge-sheet.ts';

/** A sheet of badges to be printed. */
export interface BadgeSheetInput {
  readonly badges: readonly PrintedBadge[];
  readonly stock: LabelStock & { readonly isCut: boolean };
  /** The name of the stock, for the page for alignment. */
  readonly stockName: string;
  /** The label to begin with, from 1: the first ones of a sheet may be used up. */
  readonly from: number;
  /** Also a first page with the outlines of all labels, to hold against a sheet before it is printed. */
  readonly withOutlines: boolean;
  readonly program: string;
  readonly organization: string;
}

export interface BadgesWritten {
  readonly printed: number;
  readonly pages: number;
  /** A sentence for each badge that was left out. */
  readonly refused: readonly string[];
}

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writeBadges: { readonly input: PaperJob & BadgeSheetInput; readonly output: BadgesWritten };
  }
}

/**
 * Writes badges as a PDF on sheets of labels, or only the page for alignment where there are none. A name that no
 * typeface here covers is left out and told. Refuses where nothing can be printed and where the file can't be written.
 */
export async function writeBadges(
  file: string,
  input: BadgeSheetInput,
  options: PaperOptions = {},
): Promise<Result<BadgesWritten>> {
  const { stock, from, withOutlines, program, organization } = input;
  const badges: PrintedBadge[] = [];
  const refused: string[] = [];
  for (const badge of input.badges.map(printed)) {
    const fault = whyNotPrintable(badge);
    if (fault === null) badges.push(badge);
    else refused.push(fault);
  }
  if (badges.length === 0 && !withOutlines) {
    return refuse('No badge was printed: none of the names can be printed.', refused);
  }
  const sheets = sheetsOf(badges, stock, from);
  const written = await writePaper(
    file,
    {
      title: badges.length === 0 ? `Alignment of ${printable(input.stockName)}` : `Badges, ${printable(program)}`,
      author: printable(organization),
      subject: `${badges.length} badges, ${labelsPerSheet(stock)} a sheet`,
      size: { width: stock.pageWidth * 72, height: stock.pageHeight * 72 },
      now: options.now,
    },
    async (pen) => {
      if (withOutlines) await pen.page(() => drawOutlines(pen, stock, printable(input.stockName), from));
      let drawn = 0;
      for (const page of sheets) {
        await pen.page(() => {
          if (stock.isCut) drawCutMarks(pen, stock);
          for (const { badge, box } of page) drawBadge(pen, badge, box, program);
        });
        drawn += page.length;
        options.onProgress?.({ done: drawn, total: badges.length });
      }
      return sheets.length + (withOutlines ? 1 : 0);
    },
    options,
  );
  return written.ok ? done({ printed: badges.length, pages: written.value, refused }) : written;
}

interface PlacedBadge {
  readonly badge: PrintedBadge;
  readonly box: LabelBox;
}

/** Which badge is on which label, sheet by sheet. */
function sheetsOf(
  badges: readonly PrintedBadge[],
  stock: LabelStock,
  from: number,
): readonly (readonly PlacedBadge[])[] {
  const boxes = labelBoxes(stock);
  const sheets: PlacedBadge[][] = [];
  for (const [at, { page, label }] of labelPlaces(badges.length, stock, from).entries()) {
    const [badge, box] = [badges[at], boxes[label]];
    if (badge === undefined || box === undefined) continue;
    const sheet = sheets[page] ?? [];
    sheets[page] = sheet;
    sheet.push({ badge, box });
  }
  return sheets;
}

const printed = (badge: PrintedBadge): PrintedBadge => ({
  ...badge,
  large: printable(badge.large),
  small: printable(badge.small),
  organization: printable(badge.organization),
  cohort: printable(badge.cohort),
});

function whyNotPrintable({ number, large, small, organization, cohort }: PrintedBadge): string | null {
  const name = `${large} ${small}`.trim();
  for (const text of [name, organization, cohort]) {
    const found = fontFor(text, ['sans-bold', 'serif-bold']);
    if (found.ok) continue;
    const few = found.missing.slice(0, 8).map((letter) => `“${letter}”`);
    return `Badge ${sayNumber(number)}, ${name}: no font here has ${few.join(', ')}. Write it in Latin, Greek or Cyrillic letters, then print again.`;
  }
  return null;
}
