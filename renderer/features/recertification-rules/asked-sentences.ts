import { sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { RuleSentence } from './rule-sentence.ts';
import { inARow, sayAmount, sayHeld, sayRepeats } from './words.ts';

/** What a cycle asks for, a line for each part of the tree. */
export function askedSentences(rules: RecertificationRules, requirement: Requirement, depth = 0): RuleSentence[] {
  const { clause } = requirement;
  if (requirement.kind === 'item' || requirement.kind === 'credit') {
    const asked = sayLeaf(rules, requirement);
    return [{ sentence: depth === 0 ? `A cycle asks for ${asked}.` : `${capital(asked)}.`, clause, depth }];
  }
  return [
    { sentence: sayJoint(requirement), clause, depth },
    ...requirement.of.flatMap((each) => askedSentences(rules, each, depth + 1)),
  ];
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** How the parts of a requirement go together: `All of these:`, `2 of these 3:`. */
export function sayJoint(requirement: Extract<Requirement, { kind: 'all' | 'some' }>): string {
  const parts = requirement.of.length;
  if (requirement.kind === 'all') return parts === 2 ? 'Both of these:' : 'All of these:';
  return requirement.count === 1 ? 'Any one of these:' : `${requirement.count} of these ${parts}:`;
}

/** A requirement within a sentence: `at least 60 hours, and the exam again`. */
export function sayAsked(rules: RecertificationRules, requirement: Requirement): string {
  if (requirement.kind === 'item' || requirement.kind === 'credit') return sayLeaf(rules, requirement);
  const parts = requirement.of.map((each) => sayAsked(rules, each));
  if (requirement.kind === 'all') return inARow(parts);
  return requirement.count === 1 ? inARow(parts, 'or') : `${requirement.count} of: ${parts.join('; ')}`;
}

function sayLeaf(rules: RecertificationRules, leaf: Extract<Requirement, { kind: 'item' | 'credit' }>): string {
  if (leaf.kind === 'item') return `“${titleOf(rules.checklist, leaf.item)}” on the checklist`;
  const where =
    leaf.of.kind === 'total'
      ? ''
      : ` in ${leaf.of.kind === 'category' ? titleOf(rules.categories, leaf.of.category) : titleOf(rules.strands, leaf.of.strand)}`;
  return `at least ${sayAmount(rules, leaf.least)}${where}${leaf.per === 'year' ? ' in each year of the cycle' : ''}`;
}

const titleOf = (list: readonly { readonly key: string; readonly title: string }[], key: string): string =>
  list.find((each) => each.key === key)?.title ?? key;

/** The checklist that the leads write. */
export function checklistSentences(rules: RecertificationRules): RuleSentence[] {
  const { checklist, requirement } = rules;
  if (checklist.length === 0) return [{ sentence: 'There is no checklist.', clause: '', depth: 0 }];
  const asked = itemsIn(requirement);
  return checklist.map(({ key, title }) => ({
    sentence: asked.has(key) ? `${title}.` : `${title}. No cycle asks for it.`,
    clause: asked.get(key) ?? '',
    depth: 0,
  }));
}

/** The items of the checklist that a requirement names, each with its clause. */
export function itemsIn(requirement: Requirement): ReadonlyMap<string, string> {
  if (requirement.kind === 'item') return new Map([[requirement.item, requirement.clause]]);
  if (requirement.kind === 'credit') return new Map();
  return new Map(requirement.of.flatMap((each) => [...itemsIn(each)]));
}

/** The kinds of credit with their limits, and what holds for all of them. */
export function creditSentences(rules: RecertificationRules): RuleSentence[] {
  const { categories, strands, elsewhere, elsewhereClause, unit } = rules;
  const lines: RuleSentence[] = categories.map((category) => ({
    sentence: `${category.title}${sayLimits(rules, category)}.`,
    clause: category.clause,
    depth: category.within === null ? 0 : 1,
  }));
  if (categories.length === 0) {
    lines.push({ sentence: `Credit is counted in ${unit.many}, of no particular kind.`, clause: '', depth: 0 });
  }
  if (strands.length > 0) {
    const named = strands.map(({ title }) => title).join('; ');
    lines.push({
      sentence:
        rules.strand === 'needed'
          ? `Credit counts only in one of these strands: ${named}.`
          : `Credit can belong to a strand: ${named}.`,
      clause: '',
      depth: 0,
    });
  }
  lines.push({
    sentence:
      elsewhere === 'counts'
        ? 'Credit that was counted toward another certificate counts here too.'
        : 'Credit that was counted toward another certificate doesn’t count here.',
    clause: elsewhereClause,
    depth: 0,
  });
  return lines;
}

/** The limits and conditions of a kind of credit: `: at most 20 hours a cycle, and only unpaid`. Empty where it has none. */
function sayLimits(rules: RecertificationRules, category: Category): string {
  const { within, most, mostAYear, mostEach, overflow, value, step, leastEach, repeats } = category;
  const parts = [
    within === null ? null : `part of ${titleOf(rules.categories, within)}`,
    most === null ? null : `at most ${sayAmount(rules, most)} a cycle`,
    mostAYear === null ? null : `at most ${sayAmount(rules, mostAYear)} a year`,
    mostEach === null ? null : `at most ${sayAmount(rules, mostEach)} for one activity`,
    overflow === null ? null : `more than that counts in ${titleOf(rules.categories, overflow)}`,
    value === 100 ? null : `1 of what is claimed counts as ${value / 100}`,
    step <= 1 ? null : `in steps of ${sayCredit(step)}`,
    leastEach === 0 ? null : `from ${sayAmount(rules, leastEach)} on`,
    repeats === 'always' ? null : `the same activity: ${sayRepeats[repeats].toLowerCase()}`,
    category.unpaidOnly ? 'only unpaid' : null,
    category.deliveries.length === 0
      ? null
      : `only ${inARow(
          category.deliveries.map((delivery) => sayHeld[delivery]),
          'or',
        )}`,
    category.preApproval === 'needed' ? 'approved beforehand' : null,
    category.leastRelevance === 0 ? null : `at least ${category.leastRelevance}% on the subject`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}
