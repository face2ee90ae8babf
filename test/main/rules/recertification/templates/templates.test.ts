import { expect, it } from 'vitest';
import { templates } from '../../../../../main/rules/recertification/templates/templates.ts';

it('brings a clause for everything that a template says', () => {
  for (const { rules, key } of templates) {
    const ids = new Set(rules.clauses.map(({ id }) => id));
    const named = [...JSON.stringify(rules).matchAll(/"[a-zA-Z]*[cC]lause":"([^"]+)"/g)].map(([, id]) => id);
    expect(
      named.filter((id) => !ids.has(id ?? '')),
      key,
    ).toEqual([]);
  }
});
