import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/** A policy that can't hold as it is written: what is wrong, why, and at which clause. */
export interface Contradiction {
  readonly clause: string;
  readonly sentence: string;
}

/** What a policy names and doesn't have, or has twice. */
export function unknownNames(rules: RecertificationRules): readonly Contradiction[] {
  const { categories, strands, checklist, adjustments, life, carryOver, fees, clauses, cycle } = rules;
  const lists = [
    ['category', categories.map(({ key }) => key)],
    ['strand', strands.map(({ key }) => key)],
    ['checklist item', checklist.map(({ key }) => key)],
    ['fee', fees.map(({ key }) => key)],
    ['clause', clauses.map(({ id }) => id)],
  ] as const;
  const known = new Set(categories.map(({ key }) => key));
  const ofCategory = (key: string | null, clause: string): Contradiction[] =>
    key === null || known.has(key) ? [] : [{ clause, sentence: `There is no category “${key}”.` }];
  const requirements = [
    rules.requirement,
    ...adjustments.flatMap(({ requirement }) => requirement ?? []),
    ...life.waysBack.flatMap(({ requirement }) => requirement ?? []),
  ];
  return [
    ...lists.flatMap(([what, keys]) =>
      twice(keys).map((key) => ({
        clause: cycle.clause,
        sentence: `There are two of the ${what} “${key}”. Rename one.`,
      })),
    ),
    ...clausesIn(rules)
      .filter((clause) => !clauses.some(({ id }) => id === clause))
      .map((clause) => ({ clause, sentence: `There is no clause “${clause}”.` })),
    ...categories.flatMap(({ within, overflow, clause }) => [
      ...ofCategory(within, clause),
      ...ofCategory(overflow, clause),
    ]),
    ...(carryOver === null
      ? []
      : [carryOver.into, ...carryOver.from].flatMap((category) => ofCategory(category, carryOver.clause))),
    ...life.waysBack.flatMap(({ perYear }) =>
      (perYear?.shares ?? []).flatMap(({ category, clause }) => ofCategory(category, clause)),
    ),
    ...requirements.flatMap((requirement) => inRequirement(rules, requirement)),
  ];
}

const twice = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];

function inRequirement(rules: RecertificationRules, requirement: Requirement): Contradiction[] {
  const { clause } = requirement;
  const missing = (what: string, key: string): Contradiction[] => [
    { clause, sentence: `There is no ${what} “${key}”.` },
  ];
  switch (requirement.kind) {
    case 'item':
      return rules.checklist.some(({ key }) => key === requirement.item)
        ? []
        : missing('checklist item', requirement.item);
    case 'credit': {
      const { of } = requirement;
      if (of.kind === 'category' && !rules.categories.some(({ key }) => key === of.category))
        return missing('category', of.category);
      if (of.kind === 'strand' && !rules.strands.some(({ key }) => key === of.strand))
        return missing('strand', of.strand);
      return [];
    }
    case 'some':
      return [
        ...(requirement.count > requirement.of.length
          ? [
              {
                clause,
                sentence: `${requirement.count} of ${requirement.of.length} are asked for. Ask for fewer, or add some.`,
              },
            ]
          : []),
        ...requirement.of.flatMap((each) => inRequirement(rules, each)),
      ];
    case 'all':
      return requirement.of.flatMap((each) => inRequirement(rules, each));
  }
}

/** Every clause that a part of the rules names: the value of each field that is called so. */
function clausesIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(clausesIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([field, value]) =>
    (field === 'clause' || field.endsWith('Clause')) && typeof value === 'string' ? [value] : clausesIn(value),
  );
}

/** Categories that are a part of themselves, or overflow into what they are made of. */
export function circlesIn({ categories }: RecertificationRules): readonly Contradiction[] {
  const next = new Map(
    categories.map(({ key, within, overflow }) => [key, [within, overflow].filter((to) => to !== null)]),
  );
  const comesBack = (from: string): boolean => {
    const seen = new Set<string>();
    const waiting = [...(next.get(from) ?? [])];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (key === from) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      waiting.push(...(next.get(key) ?? []));
    }
    return false;
  };
  return categories
    .filter(({ key }) => comesBack(key))
    .map(({ title, clause }) => ({
      clause,
      sentence: `${title} flows back into itself by what it is a part of and where it overflows to. Let it overflow elsewhere.`,
    }));
}
