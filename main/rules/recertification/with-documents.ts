import { documentation } from '../../../shared/model/recertification/facts.ts';
import type { Requirement } from '../../../shared/model/recertification/requirement.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { keyOf } from '../evidence/asked.ts';

/**
 * Rules that ask for documentation as a whole, with the documents that the leads have asked for so far on their checklist:
 * all of them received at once, or each of them. Their keys are those that evidence on record already has.
 */
export function withDocuments(rules: RecertificationRules, documents: readonly string[]): RecertificationRules {
  const { requirement } = rules;
  if (requirement.kind !== 'item' || requirement.item !== documentation) return rules;
  const { clause } = requirement;
  const titled = new Map(documents.map((title) => [keyOf(title), title]));
  titled.delete(documentation);
  if (titled.size === 0) return rules;
  const each = [...titled.keys()].map((item): Requirement => ({ kind: 'item', item, clause }));
  return {
    ...rules,
    checklist: [...rules.checklist, ...[...titled].map(([key, title]) => ({ key, title }))],
    requirement: { kind: 'some', count: 1, of: [requirement, { kind: 'all', of: each, clause }], clause },
  };
}
