import { z } from 'zod';
import { countOf } from './counts.ts';

/**
 * A sheet of labels, in inches: its page, how many labels stand on it, how large each is, where the first one begins,
 * and from where to where the next one is. All are printed upright on the page.
 */
export const LabelStock = z.strictObject({
  pageWidth: z.number().positive().max(60),
  pageHeight: z.number().positive().max(60),
  columns: z.int().min(1).max(20),
  rows: z.int().min(1).max(50),
  width: z.number().positive().max(60),
  height: z.number().positive().max(60),
  left: z.number().min(0).max(60),
  top: z.number().min(0).max(60),
  /** From the left edge of one label to that of the next. */
  across: z.number().positive().max(60),
  /** From the upper edge of one label to that of the next. */
  down: z.number().positive().max(60),
});
export type LabelStock = z.infer<typeof LabelStock>;

interface NamedStock extends LabelStock {
  /** As it stands on the box. */
  readonly name: string;
  /** Whether plain paper is cut along printed marks. */
  readonly isCut: boolean;
}

const letter = { pageWidth: 8.5, pageHeight: 11 } as const;
const twoByFour = { ...letter, columns: 2, rows: 4 } as const;
const adhesive = {
  ...twoByFour,
  width: 3.375,
  height: 7 / 3,
  left: 0.6875,
  top: 7 / 12,
  across: 3.75,
  down: 2.5,
} as const;
const threeByFour = {
  ...letter,
  columns: 2,
  rows: 3,
  width: 4,
  height: 3,
  left: 0.25,
  top: 1,
  across: 4,
  down: 3,
} as const;

/**
 * Common stock for name badges, by the number on its box.
 *
 * The measures are those of two public lists that agree with each other: Paper::Specs 0.10 on CPAN, whose modules
 * Avery/5390, 5392 (as 5384 and 74541) and 5395 were read, and the label designer glabels-qt, whose
 * avery-us-templates.xml has the 5395 family (5095, 5395, 5895, 8395, 15395). Of 74459, 74461 and 25395 neither list
 * has measures of its own: they are sold as the same sizes as 5392, 5390 and 5395. The page for alignment tells.
 */
export const labelStocks = {
  'avery-5392': { ...threeByFour, name: 'Avery 5392, 5384, 74459, 74541: 4 × 3 in, 6 a sheet', isCut: false },
  'avery-5390': {
    ...twoByFour,
    width: 3.5,
    height: 2.219,
    left: 0.75,
    top: 1.0625,
    across: 3.5,
    down: 2.219,
    name: 'Avery 5390, 5383, 74461: 3½ × 2¼ in, 8 a sheet',
    isCut: false,
  },
  'avery-5395': { ...adhesive, name: 'Avery 5395, 5895, 8395, 15395: adhesive, 3⅜ × 2⅓ in, 8 a sheet', isCut: false },
  'avery-25395': { ...adhesive, name: 'Avery 25395: adhesive, removable, 3⅜ × 2⅓ in, 8 a sheet', isCut: false },
  'letter-cut': {
    ...letter,
    columns: 2,
    rows: 3,
    width: 3.75,
    height: 3,
    left: 0.5,
    top: 1,
    across: 3.75,
    down: 3,
    name: 'Plain Letter paper, cut along marks: 3¾ × 3 in, 6 a sheet',
    isCut: true,
  },
} as const satisfies Readonly<Record<string, NamedStock>>;

export const labelStockKeys = [
  'avery-5392',
  'avery-5390',
  'avery-5395',
  'avery-25395',
  'letter-cut',
] as const satisfies readonly (keyof typeof labelStocks)[];
export const LabelStockKey = z.enum(labelStockKeys);
export type LabelStockKey = z.infer<typeof LabelStockKey>;

/** A stock by its name, or one that someone has measured. */
export const ChosenStock = z.union([LabelStockKey, LabelStock]);
export type ChosenStock = z.infer<typeof ChosenStock>;

/** The measures of a stock, and whether it is cut along marks. */
export const stockOf = (chosen: ChosenStock): LabelStock & { readonly isCut: boolean } =>
  typeof chosen === 'string' ? labelStocks[chosen] : { ...chosen, isCut: false };

/** How many labels a sheet has. */
export const labelsPerSheet = ({ columns, rows }: LabelStock): number => columns * rows;

/** A place on a page, in points, from the upper left. */
export interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const points = 72;

/** Where the labels of a sheet lie, row by row. */
export function labelBoxes(stock: LabelStock): readonly LabelBox[] {
  return Array.from({ length: labelsPerSheet(stock) }, (_, at) => ({
    x: (stock.left + (at % stock.columns) * stock.across) * points,
    y: (stock.top + Math.floor(at / stock.columns) * stock.down) * points,
    width: stock.width * points,
    height: stock.height * points,
  }));
}

/** The label on which each of some badges comes, begun at the nth label of the first sheet. */
export function labelPlaces(
  count: number,
  stock: LabelStock,
  from: number,
): readonly { readonly page: number; readonly label: number }[] {
  const each = labelsPerSheet(stock);
  return Array.from({ length: count }, (_, at) => ({
    page: Math.floor((from - 1 + at) / each),
    label: (from - 1 + at) % each,
  }));
}

/** What a badge needs at least, in inches: a name and a code that every scanner reads. */
const least = { width: 2.25, height: 1.5 } as const;
// A measure is read off a ruler: a hundredth of an inch isn’t a mistake.
const slack = 0.01;

/** Why badges can't be printed on a stock, with the measure that is wrong and by how much; null where they can. */
export function whyNotStock(stock: LabelStock): string | null {
  const long = reach(stock.top, stock.rows, stock.down, stock.height) - stock.pageHeight;
  if (long > slack) {
    return `The labels are longer than their page: ${countOf(stock.rows, 'row')} of ${inches(stock.height)}, begun ${inches(stock.top)} from the top, end ${inches(long)} below a page of ${inches(stock.pageHeight)}. Make the label, its distance or the top margin smaller, or take fewer rows.`;
  }
  const wide = reach(stock.left, stock.columns, stock.across, stock.width) - stock.pageWidth;
  if (wide > slack) {
    return `The labels are wider than their page: ${countOf(stock.columns, 'column')} of ${inches(stock.width)}, begun ${inches(stock.left)} from the left, end ${inches(wide)} beside a page of ${inches(stock.pageWidth)}. Make the label, its distance or the left margin smaller, or take fewer columns.`;
  }
  if (stock.columns > 1 && stock.width - stock.across > slack) {
    return `The labels overlap: each is ${inches(stock.width)} wide, and the next begins after ${inches(stock.across)}, ${inches(stock.width - stock.across)} too early. Measure from the left edge of one label to that of the next.`;
  }
  if (stock.rows > 1 && stock.height - stock.down > slack) {
    return `The labels overlap: each is ${inches(stock.height)} long, and the next begins after ${inches(stock.down)}, ${inches(stock.height - stock.down)} too early. Measure from the upper edge of one label to that of the next.`;
  }
  if (stock.width < least.width || stock.height < least.height) {
    return `A label of ${inches(stock.width)} by ${inches(stock.height)} is too small for a name and a code. A badge needs ${inches(least.width)} by ${inches(least.height)} at least.`;
  }
  return null;
}

const reach = (first: number, count: number, step: number, size: number): number => first + (count - 1) * step + size;
const inches = (value: number): string => `${Math.round(value * 1_000) / 1_000} in`;
