import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import type { EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/** Why an item of evidence gives no credit, or less than was accepted. */
export type Shortfall =
  | 'no-category'
  | 'unknown-category'
  | 'no-strand'
  | 'counted-elsewhere'
  | 'not-unpaid'
  | 'delivery'
  | 'not-approved-before'
  | 'not-relevant-enough'
  | 'too-little'
  | 'most-each'
  | 'step';

interface Worth {
  /** In hundredths, within every rule that looks at this item alone. */
  readonly credit: number;
  /** Why it isn't all of what was accepted; null: it is. */
  readonly shortfall: Shortfall | null;
}

const nothing = (shortfall: Shortfall): Worth => ({ credit: 0, shortfall });

/** What an item is worth by itself, before any limit on all of them together. `amount`: accepted, or claimed, in hundredths. */
export function worthOf(
  rules: RecertificationRules,
  category: Category | null,
  item: EvidenceItem,
  amount: number,
): Worth {
  if (rules.elsewhere === 'does-not-count' && item.countedElsewhere !== null) return nothing('counted-elsewhere');
  if (rules.strand === 'needed' && !rules.strands.some(({ key }) => key === item.strand)) return nothing('no-strand');
  if (category === null) {
    if (rules.categories.length === 0) return { credit: amount, shortfall: null };
    return nothing(item.category === null ? 'no-category' : 'unknown-category');
  }
  return refusal(category, item) ?? measured(category, amount);
}

function refusal(category: Category, item: EvidenceItem): Worth | null {
  if (category.unpaidOnly && item.paid !== 'unpaid') return nothing('not-unpaid');
  if (category.deliveries.length > 0 && (item.delivery === null || !category.deliveries.includes(item.delivery))) {
    return nothing('delivery');
  }
  if (category.preApproval === 'needed' && !isApprovedBefore(item)) return nothing('not-approved-before');
  return (item.relevance ?? 100) < category.leastRelevance ? nothing('not-relevant-enough') : null;
}

const isApprovedBefore = ({ preApprovedOn, activityOn }: Pick<EvidenceItem, 'preApprovedOn' | 'activityOn'>): boolean =>
  preApprovedOn !== null && preApprovedOn <= activityOn;

/** Whole numbers all the way: hundredths times hundredths are exact far past any amount there is. */
function measured({ value, step, leastEach, mostEach }: Category, amount: number): Worth {
  const exact = Math.floor((amount * value) / 100);
  const stepped = step > 1 ? exact - (exact % step) : exact;
  if (stepped < leastEach) return nothing('too-little');
  if (mostEach !== null && stepped > mostEach) return { credit: mostEach, shortfall: 'most-each' };
  return { credit: stepped, shortfall: stepped < exact ? 'step' : null };
}

/** What an item is on a day: nothing yet, waiting for review, or decided. What came in before its activity counts from the activity on. */
export function seenOn(
  item: EvidenceItem,
  on: CivilDate,
): { readonly is: 'nothing' | 'waiting' | 'returned' } | { readonly is: 'accepted'; readonly amount: number } {
  if (item.receivedOn === null || item.receivedOn > on || item.activityOn > on) return { is: 'nothing' };
  if (item.decidedOn !== null && item.decidedOn > on) return { is: 'waiting' };
  switch (item.state) {
    case 'missing':
      return { is: 'nothing' };
    case 'received':
      return { is: 'waiting' };
    case 'returned':
      return { is: 'returned' };
    case 'accepted':
    case 'partly-accepted':
      return { is: 'accepted', amount: item.accepted ?? 0 };
  }
}

/** The day from which an item is in. */
export const inSince = ({ receivedOn, activityOn }: Pick<EvidenceItem, 'receivedOn' | 'activityOn'>): CivilDate =>
  receivedOn === null || receivedOn < activityOn ? activityOn : receivedOn;
