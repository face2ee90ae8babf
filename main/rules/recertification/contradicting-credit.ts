import { creditOf, noTime, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { Contradiction } from '../../../shared/model/recertification/contradiction.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { isLonger, wholeMonthsOf } from './lengths.ts';

/** Amounts that are asked for and can't count, and limits that no order of counting keeps. */
export function inCredit(rules: RecertificationRules): Contradiction[] {
  const { categories, cycle, requirement, adjustments } = rules;
  const found: Contradiction[] = [];
  const byKey = new Map(categories.map((category) => [category.key, category]));
  const isYearly = (key: string | null): boolean => {
    const category = key === null ? undefined : byKey.get(key);
    return category !== undefined && (category.mostAYear !== null || isYearly(category.within));
  };
  for (const [at, { title, most, within, overflow, clause }] of categories.entries()) {
    if (most !== null && (isYearly(within) || (overflow !== null && isYearly(overflow)))) {
      found.push({
        at: `categories.${at}.most`,
        clause,
        sentence: `${title} has a limit for the whole cycle and counts within one for each year, which can’t be counted the same in any order. Give it a yearly limit.`,
      });
    }
  }
  const years = cycle.length === null ? null : Math.max(1, Math.ceil(wholeMonthsOf(cycle.length) / 12));
  const mostOf = (key: string): number => {
    const category = byKey.get(key);
    if (!category) return Number.POSITIVE_INFINITY;
    const yearly =
      category.mostAYear === null || years === null ? Number.POSITIVE_INFINITY : category.mostAYear * years;
    return Math.min(
      category.most ?? Number.POSITIVE_INFINITY,
      yearly,
      category.within === null ? Number.POSITIVE_INFINITY : mostOf(category.within),
    );
  };
  const total = categories.filter(({ within }) => within === null).reduce((sum, { key }) => sum + mostOf(key), 0);
  const asks = [
    ...creditsAlways(requirement, 'requirement'),
    ...adjustments.flatMap(({ requirement: own }, at) =>
      own === null ? [] : creditsAlways(own, `adjustments.${at}.requirement`),
    ),
  ];
  for (const { leaf, at } of asks) {
    const most =
      leaf.of.kind === 'category'
        ? mostOf(leaf.of.category)
        : leaf.of.kind === 'total' && categories.length > 0
          ? total
          : Number.POSITIVE_INFINITY;
    if (leaf.per === 'cycle' && leaf.least > most) {
      found.push({
        at,
        clause: leaf.clause,
        sentence: `At least ${sayCredit(leaf.least)} are asked for, but no more than ${sayCredit(creditOf(most))} can count. Ask for less, or let more count.`,
      });
    }
    if (leaf.per === 'year' && years !== null && wholeMonthsOf(cycle.length ?? noTime) < 12) {
      found.push({
        at,
        clause: leaf.clause,
        sentence: 'Something is asked of each year, but a cycle is shorter than one. Ask it of the cycle.',
      });
    }
  }
  return found;
}

type CreditLeaf = Extract<Requirement, { kind: 'credit' }>;

interface AskedCredit {
  readonly leaf: CreditLeaf;
  readonly at: string;
}

/** The credit that every way of meeting a requirement asks for, or any one of them, and where in the rules it is. */
const creditsAlways = (requirement: Requirement, at: string): readonly AskedCredit[] => {
  if (requirement.kind === 'credit') return [{ leaf: requirement, at }];
  return requirement.kind === 'item'
    ? []
    : requirement.of.flatMap((each, place) => creditsAlways(each, `${at}.of.${place}`));
};

/** What is carried over, of which there is none. */
export function inCarryOver({ carryOver, requirement, cycle }: RecertificationRules): Contradiction[] {
  if (carryOver === null) return [];
  const found: Contradiction[] = [];
  const asksTotal = creditsAlways(requirement, 'requirement').some(
    ({ leaf: { of, per } }) => of.kind === 'total' && per === 'cycle',
  );
  if (!asksTotal) {
    found.push({
      at: 'carryOver',
      clause: carryOver.clause,
      sentence: 'What is past the total carries over, but no total is asked for. Ask for one, or carry nothing over.',
    });
  }
  if (carryOver.earnedWithin !== null && cycle.length !== null && isLonger(carryOver.earnedWithin, cycle.length)) {
    found.push({
      at: 'carryOver',
      clause: carryOver.clause,
      sentence: 'It looks back further than a cycle is long. Look back less far.',
    });
  }
  return found;
}
