import { countOf } from '../../../shared/model/counts.ts';
import {
  type ChosenStock,
  labelStocks,
  labelsPerSheet,
  stockOf,
  whyNotStock,
} from '../../../shared/model/label-stock.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { WrittenFile } from '../../../shared/views/page.ts';
import { pdfFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { fileName } from '../../call/save-sheet.ts';
import { runJob } from '../../jobs/run.ts';
import type { PrintedBadge } from './badge-label.ts';
import { type Wearer, wearersOf } from './queries.ts';

const savePdf: Errand<'badges.savePdf'> = async (desk, { whose, stock, from, names, outlines }) => {
  const fault = whyNotThis(stock, from);
  if (fault !== null) return refuse(fault);
  const before = wearersOf(desk.facts(), whose);
  if (!before.ok) return before;
  const { title } = before.value;
  if (before.value.wearers.length === 0) {
    return refuse(
      whose.of === 'walk-ins'
        ? 'No walk-in has a badge yet. Make blank badges first, or check a walk-in in.'
        : `There is nobody among ${title} to print a badge for. Accept applicants or choose others first.`,
    );
  }
  const file = await askWhere(desk, `badges of ${title}`);
  if (file === null) return done(null);
  if (before.value.wearers.some(({ badge }) => badge === null)) {
    const made = await desk.call('badges.make', { whose });
    if (!made.ok) return made;
  }
  const found = wearersOf(desk.facts(), whose);
  if (!found.ok) return found;
  const badges = found.value.wearers.flatMap((wearer) => onPaper(wearer, names));
  return write(desk, file, { badges, stock, from, outlines, label: `Printing badges of ${title}` });
};

const saveOutlines: Errand<'badges.saveOutlines'> = async (desk, { stock, from }) => {
  const fault = whyNotThis(stock, from);
  if (fault !== null) return refuse(fault);
  const file = await askWhere(desk, 'label outlines');
  if (file === null) return done(null);
  return write(desk, file, { badges: [], stock, from, outlines: true, label: 'Printing label outlines' });
};

/** Why badges can't be printed on this stock from this label on; null where they can. */
function whyNotThis(stock: ChosenStock, from: number): string | null {
  const measures = stockOf(stock);
  const fault = whyNotStock(measures);
  if (fault !== null) return fault;
  const each = labelsPerSheet(measures);
  if (from > each) return `A sheet has ${each} labels, and there is no ${from}th. Begin with one from 1 to ${each}.`;
  return null;
}

function askWhere(desk: Workbench, what: string): Promise<string | null> {
  const { inForce, today } = desk.facts();
  const program = inForce?.policy.program.name ?? '';
  return desk.dialogs.saveFile({
    title: `Print ${what}`,
    suggestedName: `${fileName(`${program} ${what} ${today}`)}.pdf`,
    filters: [pdfFilter],
  });
}

interface Sheets {
  readonly badges: readonly PrintedBadge[];
  readonly stock: ChosenStock;
  readonly from: number;
  readonly outlines: boolean;
  readonly label: string;
}

async function write(
  desk: Workbench,
  file: string,
  { badges, stock, from, outlines, label }: Sheets,
): Promise<Result<WrittenFile>> {
  const { inForce } = desk.facts();
  if (!inForce) return refuse('This desk has no program yet. Start one first.');
  const { name, organization } = inForce.policy.program;
  desk.progress(label, null);
  const stockName = typeof stock === 'string' ? labelStocks[stock].name : 'Your own stock';
  const { pageWidth, pageHeight, columns, rows, width, height, left, top, across, down, isCut } = stockOf(stock);
  const written = await runJob(
    'writeBadges',
    {
      file,
      badges,
      stock: { pageWidth, pageHeight, columns, rows, width, height, left, top, across, down, isCut },
      stockName,
      from,
      withOutlines: outlines,
      program: name,
      organization,
    },
    {
      signal: desk.signal,
      onProgress: ({ done: printed, total }) => desk.progress(label, total > 0 ? printed / total : null),
    },
  );
  if (!written.ok) return written;
  desk.written.add(file);
  const { printed, pages, refused } = written.value;
  const sheets = countOf(pages, 'sheet');
  return done({
    file,
    holds: printed === 0 ? 'the outlines of the labels' : `${countOf(printed, 'badge')} on ${sheets}`,
    notes: refused,
  });
}

/** A badge as it is set. Who has none, because somebody was added this very moment, is left for the next time. */
function onPaper(wearer: Wearer, names: 'given-first' | 'certificate'): PrintedBadge[] {
  const { badge, isBlank, givenName, familyName, certificateName, organization, cohort } = wearer;
  if (badge === null) return [];
  const isWhole = names === 'certificate' || givenName === '' || familyName === '';
  return [
    {
      number: badge.number,
      code: badge.code,
      large: isBlank ? '' : isWhole ? certificateName : givenName,
      small: isWhole ? '' : familyName,
      organization,
      cohort: wearer.personId === null ? 'Guest' : cohort,
    },
  ];
}

export const badgeErrands: Pick<Handlers, 'badges.savePdf' | 'badges.saveOutlines'> = {
  'badges.savePdf': savePdf,
  'badges.saveOutlines': saveOutlines,
};
