import type { Contradiction } from '../../../shared/model/recertification/contradiction.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/** What a policy names and doesn't have, or has twice. */
export function unknownNames(rules: RecertificationRules): readonly Contradiction[] {
  const { categories, strands, checklist, adjustments, life, carryOver, fees, clauses, cycle } = rules;
  const lists = [
    ['category', 'categories', categories.map(({ key }) => key)],
    ['strand', 'strands', strands.map(({ key }) => key)],
    ['checklist item', 'checklist', checklist.map(({ key }) => key)],
    ['fee', 'fees', fees.map(({ key }) => key)],
    ['clause', 'clauses', clauses.map(({ id }) => id)],
  ] as const;
  const known = new Set(categories.map(({ key }) => key));
  const ofCategory = (key: string | null, at: string, clause: string): Contradiction[] =>
    key === null || known.has(key) ? [] : [{ at, clause, sentence: `The category “${key}” doesn’t exist.` }];
  return [
    ...lists.flatMap(([what, at, keys]) =>
      twice(keys).map((key) => ({
        at,
        clause: cycle.clause,
        sentence: `There are two of the ${what} “${key}”. Rename one.`,
      })),
    ),
    ...clausesIn(rules, '')
      .filter(({ clause }) => !clauses.some(({ id }) => id === clause))
      .map(({ at, clause }) => ({ at, clause, sentence: `The clause “${clause}” doesn’t exist.` })),
    ...categories.flatMap(({ within, overflow, clause }, place) => [
      ...ofCategory(within, `categories.${place}.within`, clause),
      ...ofCategory(overflow, `categories.${place}.overflow`, clause),
    ]),
    ...(carryOver === null
      ? []
      : [
          ...ofCategory(carryOver.into, 'carryOver.into', carryOver.clause),
          ...carryOver.from.flatMap((category) => ofCategory(category, 'carryOver.from', carryOver.clause)),
        ]),
    ...life.waysBack.flatMap(({ perYear }, place) =>
      (perYear?.shares ?? []).flatMap(({ category, clause }) => ofCategory(category, `life.waysBack.${place}`, clause)),
    ),
    ...inRequirement(rules, rules.requirement, 'requirement'),
    ...adjustments.flatMap(({ requirement }, place) => inOwn(rules, requirement, `adjustments.${place}`)),
    ...life.waysBack.flatMap(({ requirement }, place) => inOwn(rules, requirement, `life.waysBack.${place}`)),
  ];
}

const inOwn = (rules: RecertificationRules, requirement: Requirement | null, at: string): Contradiction[] =>
  requirement === null ? [] : inRequirement(rules, requirement, `${at}.requirement`);

const twice = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))];

function inRequirement(rules: RecertificationRules, requirement: Requirement, at: string): Contradiction[] {
  const { clause } = requirement;
  const missing = (what: string, key: string): Contradiction[] => [
    { at, clause, sentence: `The ${what} “${key}” doesn’t exist.` },
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
                at,
                clause,
                sentence: `${requirement.count} of ${requirement.of.length} are asked for. Ask for fewer, or add some.`,
              },
            ]
          : []),
        ...requirement.of.flatMap((each, place) => inRequirement(rules, each, `${at}.of.${place}`)),
      ];
    case 'all':
      return requirement.of.flatMap((each, place) => inRequirement(rules, each, `${at}.of.${place}`));
  }
}

/** Every clause that a part of the rules names, with the field: one called `clause`, or that ends in `Clause`. */
function clausesIn(part: unknown, path: string): { readonly at: string; readonly clause: string }[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([field, value]) => {
    const at = path === '' ? field : `${path}.${field}`;
    const isClause = field === 'clause' || field.endsWith('Clause');
    return isClause && typeof value === 'string' ? [{ at, clause: value }] : clausesIn(value, at);
  });
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
    .map(({ key, title, clause }, place) => ({ key, title, clause, place }))
    .filter(({ key }) => comesBack(key))
    .map(({ title, clause, place }) => ({
      at: `categories.${place}`,
      clause,
      sentence: `${title} flows back into itself by what it is a part of and where it overflows to. Let it overflow elsewhere.`,
    }));
}
