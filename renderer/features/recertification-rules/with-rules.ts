import { namedClauses } from '../../../shared/model/policy-references.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/**
 * What of a policy changes when it gets other rules of re-certification: the rules, and the clauses, of which those go
 * that only the old rules brought. Null: one due date for each graduate, as without rules.
 */
export function withRules(
  policy: Policy,
  rules: RecertificationRules | null,
): Pick<Policy, 'clauses' | 'recertification'> {
  const { recertification, clauses } = policy;
  const named = new Set(namedClauses(policy));
  const brought = new Set((recertification.rules?.clauses ?? []).map(({ id }) => id));
  const kept = clauses.filter(({ id }) => named.has(id) || !brought.has(id));
  const known = new Set(kept.map(({ id }) => id));
  return {
    clauses: [...kept, ...(rules?.clauses ?? []).filter(({ id }) => !known.has(id))],
    recertification: { ...recertification, rules },
  };
}
