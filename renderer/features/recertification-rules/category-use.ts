import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { leavesOf } from './requirement-tree.ts';

/** Every tree of what is asked that rules have: the cycle’s own, those of stated lines, and those of ways back. */
const treesOf = ({ requirement, adjustments, life }: RecertificationRules): readonly Requirement[] => [
  requirement,
  ...[...adjustments, ...life.waysBack].flatMap(({ requirement: own }) => own ?? []),
];

/** Why a kind of credit can’t be removed; null: it can. */
export function whyCategoryStays(rules: RecertificationRules, key: string): string | null {
  const asked = treesOf(rules)
    .flatMap(leavesOf)
    .some((leaf) => leaf.kind === 'credit' && leaf.of.kind === 'category' && leaf.of.category === key);
  if (asked) return 'Something that is asked for names it. Change that first.';
  if (rules.categories.some(({ within, overflow }) => within === key || overflow === key)) {
    return 'Another kind is a part of it, or overflows into it. Change that first.';
  }
  const carried = rules.carryOver !== null && [rules.carryOver.into, ...rules.carryOver.from].includes(key);
  if (carried) return 'What carries over names it. Change that first.';
  const shares = rules.life.waysBack.flatMap(({ perYear }) => perYear?.shares ?? []);
  return shares.some(({ category }) => category === key) ? 'A way back asks a share of it. Change that first.' : null;
}

/** Why a strand can’t be removed; null: it can. */
export function whyStrandStays(rules: RecertificationRules, key: string): string | null {
  const asked = treesOf(rules)
    .flatMap(leavesOf)
    .some((leaf) => leaf.kind === 'credit' && leaf.of.kind === 'strand' && leaf.of.strand === key);
  if (asked) return 'Something that is asked for names it. Change that first.';
  return rules.strand === 'needed' && rules.strands.length === 1
    ? 'Credit counts only in a strand, and this is the only one. Change that first.'
    : null;
}
