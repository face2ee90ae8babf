import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import type { EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/** Credit that may count: an item's worth by itself, or what was carried in. */
export interface Entry {
  /** The place of its category in the book; -1: none, so that it counts in the total alone. */
  readonly category: number;
  readonly strand: string | null;
  readonly credit: number;
  /** Null: carried in. */
  readonly item: EvidenceItem | null;
  /** The day from which it is in. */
  readonly inSince: CivilDate;
  /** Which year of the cycle it was earned in, for yearly limits. */
  readonly year: number;
}

/** The categories of some rules, in an order in which whatever flows into one comes before it. */
export interface CreditBook {
  readonly categories: readonly Category[];
  readonly places: ReadonlyMap<string, number>;
  readonly within: readonly number[];
  readonly overflow: readonly number[];
  readonly order: readonly number[];
  readonly isYearly: boolean;
  /** Whether some activity counts by when it was first done, so that one more can take credit away. */
  readonly looksAtFirst: boolean;
}

const books = new WeakMap<RecertificationRules, CreditBook>();

/** The book of some rules, made once. */
export function bookOf(rules: RecertificationRules): CreditBook {
  let book = books.get(rules);
  if (!book) {
    book = makeBook(rules.categories);
    books.set(rules, book);
  }
  return book;
}

function makeBook(categories: readonly Category[]): CreditBook {
  const places = new Map(categories.map(({ key }, place) => [key, place]));
  const placeOf = (key: string | null): number => (key === null ? -1 : (places.get(key) ?? -1));
  const within = categories.map((category) => placeOf(category.within));
  const overflow = categories.map((category) => placeOf(category.overflow));
  return {
    categories,
    places,
    within,
    overflow,
    order: inFlow(within, overflow),
    isYearly: categories.some(({ mostAYear }) => mostAYear !== null),
    looksAtFirst: categories.some(({ repeats }) => repeats === 'first-delivery'),
  };
}

/** Sources before what they flow into. A circle, which is refused with the policy, ends where it began. */
function inFlow(within: readonly number[], overflow: readonly number[]): readonly number[] {
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    for (const source of within.keys()) {
      if (within[source] === place || overflow[source] === place) visit(source);
    }
    order.push(place);
  };
  for (const place of within.keys()) visit(place);
  return order;
}

/** What counts, in hundredths, within all limits. */
export interface Ledger {
  readonly total: number;
  /** By the category's place. */
  readonly amounts: readonly number[];
  readonly strands: ReadonlyMap<string, number>;
}

/** Repeats and activities counted before taken out. The order of entries never matters. */
export function countable(book: CreditBook, entries: readonly Entry[], before: ReadonlySet<string>): readonly Entry[] {
  const best = new Map<string, Entry>();
  let isPlain = true;
  for (const entry of entries) {
    const key = repeatKey(book, entry);
    if (key === null) continue;
    isPlain = false;
    const rival = best.get(key);
    if (!rival || goesFirst(book, entry, rival)) best.set(key, entry);
  }
  if (isPlain) return entries;
  return entries.filter((entry) => {
    const key = repeatKey(book, entry);
    return key === null || (best.get(key) === entry && !(isOnceEver(book, entry) && before.has(key)));
  });
}

/** What makes an entry the same as another; null: it may repeat. */
export function repeatKey({ categories }: CreditBook, { category, item, credit }: Entry): string | null {
  const repeats = categories[category]?.repeats ?? 'always';
  return repeats === 'always' || credit === 0 ? null : (item?.activityKey ?? null);
}

export const isOnceEver = ({ categories }: CreditBook, { category }: Entry): boolean => {
  const repeats = categories[category]?.repeats;
  return repeats === 'once-ever' || repeats === 'first-delivery';
};

/** Of two that are the same activity, the one that counts: the first where only a first one does, else the larger. */
function goesFirst({ categories }: CreditBook, entry: Entry, rival: Entry): boolean {
  const byFirst = categories[entry.category]?.repeats === 'first-delivery';
  const day = entry.item?.activityOn ?? '';
  const other = rival.item?.activityOn ?? '';
  if (byFirst && day !== other) return day < other;
  if (entry.credit !== rival.credit) return entry.credit > rival.credit;
  if (day !== other) return day < other;
  return (entry.item?.id ?? '') < (rival.item?.id ?? '');
}

/**
 * Counts entries, as `countable` leaves them, within every limit: what is in a category counts in those above it, within
 * the most of each; what is past a most goes where it overflows to. More entries never count for less.
 */
export function countCredit(book: CreditBook, entries: readonly Entry[]): Ledger {
  const { categories, within, overflow, order, isYearly } = book;
  const strands = new Map<string, number>();
  let total = 0;
  const flows: number[][] = categories.map(() => []);
  const add = (place: number, year: number, credit: number): void => {
    const flow = flows[place];
    if (flow) flow[year] = (flow[year] ?? 0) + credit;
    else total += credit;
  };
  for (const { category, credit, strand, year } of entries) {
    add(category, isYearly ? year : 0, credit);
    if (strand !== null) strands.set(strand, (strands.get(strand) ?? 0) + credit);
  }
  const amounts = categories.map(() => 0);
  for (const place of order) {
    const category = categories[place];
    const flow = flows[place];
    if (!category || !flow) continue;
    const goesOver = overflow[place] ?? -1;
    const isKept = category.overflow !== null;
    let left = category.most ?? Number.POSITIVE_INFINITY;
    for (const [year, came = 0] of flow.entries()) {
      const counts = Math.min(came, category.mostAYear ?? came, left);
      left -= counts;
      amounts[place] = (amounts[place] ?? 0) + counts;
      add(within[place] ?? -1, year, counts);
      if (isKept && came > counts) add(goesOver, year, came - counts);
    }
  }
  return { total, amounts, strands };
}
