import { expect, test } from 'vitest';
import { evidenceAskedBy } from '../../../../main/rules/evidence/asked.ts';
import { type FurtherFact, furtherAsked } from '../../../../shared/model/evidence.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import type { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { policy } from '../al-cto.ts';
import { rulesNamed } from '../recertification/certified.ts';

const asking = (rules: RecertificationRules | null) => {
  const changed: Policy = { ...policy, recertification: { ...policy.recertification, rules } };
  return evidenceAskedBy(changed);
};
const cetl = rulesNamed('cetl');

test.each<[string, RecertificationRules | null, string | null, FurtherFact[]]>([
  ['one due date', null, null, []],
  ['no category', cetl, null, []],
  ['a category without conditions', cetl, 'learning', []],
  ['one that counts only when first held', cetl, 'instruction', ['activityKey']],
  ['one that counts only unpaid', cetl, 'volunteering', ['paid']],
  ['one that counts once ever', rulesNamed('alet-td-ceu'), 'alet-online', ['activityKey']],
  ['one that is approved beforehand', rulesNamed('alet-td-ceu'), 'external', ['preApprovedOn']],
  [
    'one that must be on the subject, where what was counted elsewhere doesn’t count',
    {
      ...cetl,
      elsewhere: 'does-not-count',
      categories: cetl.categories.map((category) => ({ ...category, leastRelevance: 50 })),
    },
    'learning',
    ['countedElsewhere', 'relevance'],
  ],
])('%s asks of an activity what its rules go by', (_, rules, category, facts) =>
  expect([...furtherAsked(asking(rules), category)]).toEqual(facts),
);
