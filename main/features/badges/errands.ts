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
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
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
        : `No one in ${title} has a badge to print. Accept applicants or choose others first.`,
    );
  }
  return print(desk, `Badges of ${title}`, { stock, from, outlines }, async () => {
    if (before.value.wearers.some(({ badge }) => badge === null)) {
      const made = await desk.call('badges.make', { whose });
      if (!made.ok) return made;
    }
    const found = wearersOf(desk.facts(), whose);
    return found.ok ? done(found.value.wearers.flatMap((wearer) => onPaper(wearer, names))) : found;
  });
};

const saveOutlines: Errand<'badges.saveOutlines'> = async (desk, { stock, from }) => {
  const fault = whyNotThis(stock, from);
  if (fault !== null) return refuse(fault);
  return print(desk, 'Label outlines', { stock, from, outlines: true }, async () => done([]));
};

/** Why badges can't be printed on this stock from this label on; null where they can. */
function whyNotThis(stock: ChosenStock, from: number): string | null {
  const measures = stockOf(stock);
  const fault = whyNotStock(measures);
  if (fault !== null) return fault;
  const each = labelsPerSheet(measures);
  if (from > each) return `A sheet has ${each} labels. Start with a label from 1 to ${each}.`;
  return null;
}

interface Sheets {
  readonly stock: ChosenStock;
  readonly from: number;
  readonly outlines: boolean;
}

/** Prints badges where they are wanted. `find` gives them, once it is known that they are. */
async function print(
  desk: Workbench,
  title: string,
  { stock, from, outlines }: Sheets,
  find: () => Promise<Result<readonly PrintedBadge[]>>,
): Promise<Result<WrittenFile | null>> {
  const { inForce, today } = desk.facts();
  if (!inForce) return noProgram();
  const { name, organization } = inForce.policy.program;
  const stockName = typeof stock === 'string' ? labelStocks[stock].name : 'Your own labels';
  const { pageWidth, pageHeight, columns, rows, width, height, left, top, across, down, isCut } = stockOf(stock);
  const paper = { title, fileName: `${name} ${title.charAt(0).toLowerCase()}${title.slice(1)} ${today}` };
  const made = await desk.writePaper(paper, async (target) => {
    const badges = await find();
    if (!badges.ok) return badges;
    return runJob(
      'writeBadges',
      {
        ...target,
        badges: badges.value,
        stock: { pageWidth, pageHeight, columns, rows, width, height, left, top, across, down, isCut },
        stockName,
        from,
        withOutlines: outlines,
        program: name,
        organization,
      },
      printing(desk, title),
    );
  });
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  const { printed, pages, refused } = made.value.value;
  const sheets = countOf(pages, 'sheet');
  return done({
    file: made.value.file,
    holds: printed === 0 ? 'the outlines of the labels' : `${countOf(printed, 'badge')} on ${sheets}`,
    notes: refused,
  });
}

/** A badge as it is set. Who has none, because someone was added this very moment, is left for the next time. */
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
