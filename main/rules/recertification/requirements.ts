import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CreditOf, Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { CreditBook, Ledger } from './credit.ts';

/** What is seen when a requirement is asked. */
export interface Seen {
  readonly book: CreditBook;
  readonly ledger: Ledger;
  /** The years of the cycle, each counted by itself within every limit, the first one first. */
  readonly years: () => readonly YearSeen[];
  /** Whether a checklist item is met. */
  readonly has: (item: string) => boolean;
  /** The share of what is asked for, of 1. */
  readonly share: number;
}

export interface YearSeen {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly ledger: Ledger;
}

/** What of a requirement is missing, as a tree of what is unmet alone; null: it is met. */
export type Missing =
  | { readonly kind: 'all'; readonly of: readonly Missing[]; readonly clause: string }
  /** `count` more of these. */
  | { readonly kind: 'some'; readonly count: number; readonly of: readonly Missing[]; readonly clause: string }
  | { readonly kind: 'item'; readonly item: string; readonly clause: string }
  | {
      readonly kind: 'credit';
      readonly of: CreditOf;
      readonly least: number;
      readonly counted: number;
      /** The year in which it is missing; null: the whole cycle. */
      readonly year: { readonly from: CivilDate; readonly to: CivilDate } | null;
      readonly clause: string;
    };

/** A whole hour, point or credit, in hundredths: what is asked in proportion is rounded up to one. */
const whole = 100;

/** What is asked for a share of a cycle. */
export const inShare = (least: number, share: number): number =>
  share === 1 ? least : Math.ceil((least * share) / whole - 1e-9) * whole;

export function creditIn({ places }: CreditBook, ledger: Ledger, of: CreditOf): number {
  switch (of.kind) {
    case 'total':
      return ledger.total;
    case 'category':
      return ledger.amounts[places.get(of.category) ?? -1] ?? 0;
    case 'strand':
      return ledger.strands.get(of.strand) ?? 0;
  }
}

/** What is missing of a requirement; null: it is met. */
export function missingOf(requirement: Requirement, seen: Seen): Missing | null {
  const { clause } = requirement;
  switch (requirement.kind) {
    case 'all': {
      const of = requirement.of.map((each) => missingOf(each, seen)).filter((missing) => missing !== null);
      return of.length === 0 ? null : { kind: 'all', of, clause };
    }
    case 'some': {
      const of = requirement.of.map((each) => missingOf(each, seen)).filter((missing) => missing !== null);
      const count = requirement.count - (requirement.of.length - of.length);
      return count <= 0 ? null : { kind: 'some', count, of, clause };
    }
    case 'item':
      return seen.share === 0 || seen.has(requirement.item) ? null : { kind: 'item', item: requirement.item, clause };
    case 'credit': {
      const least = inShare(requirement.least, seen.share);
      if (requirement.per === 'cycle') {
        const counted = creditIn(seen.book, seen.ledger, requirement.of);
        return counted >= least ? null : { kind: 'credit', of: requirement.of, least, counted, year: null, clause };
      }
      const of = seen.years().flatMap(({ from, to, ledger }): Missing[] => {
        const counted = creditIn(seen.book, ledger, requirement.of);
        if (seen.share === 0 || counted >= requirement.least) return [];
        return [{ kind: 'credit', of: requirement.of, least: requirement.least, counted, year: { from, to }, clause }];
      });
      return of.length === 0 ? null : { kind: 'all', of, clause };
    }
  }
}

/** How much a cycle asks for in all: what is carried over is past that. Null: it asks for no total, so that nothing is. */
export function totalAsked(requirement: Requirement): number | null {
  if (requirement.kind === 'credit') {
    return requirement.of.kind === 'total' && requirement.per === 'cycle' ? requirement.least : null;
  }
  if (requirement.kind === 'item') return null;
  const totals = requirement.of.map(totalAsked).filter((total) => total !== null);
  return totals.length === 0 ? null : Math.max(...totals);
}

/** Whether a requirement, or a part of it, asks something of each year. */
export const asksYearly = (requirement: Requirement): boolean =>
  requirement.kind === 'credit'
    ? requirement.per === 'year'
    : requirement.kind !== 'item' && requirement.of.some(asksYearly);
