import { createContext, type ReactNode, useContext } from 'react';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

/** What every part of the form works on. The page that holds the draft gives it. */
export interface RulesForm {
  readonly rules: RecertificationRules;
  /** The rules that the draft started from; null: it had none. */
  readonly base: RecertificationRules | null;
  readonly change: (change: (rules: RecertificationRules) => Partial<RecertificationRules>) => void;
  /** What contradicts itself at a part of the rules, by its path; null: nothing. */
  readonly problemAt: (path: string) => string | null;
  /** Clauses, with their words and where they come from. `changed`: what they govern is another than it was. */
  readonly notes: (clauses: readonly string[], changed: boolean) => ReactNode;
  /** Adds a point on which the source is silent, and gives back its id. */
  readonly newClause: (title: string, text: string) => string;
}

export const RulesFormContext = createContext<RulesForm | null>(null);

/** The form that a part belongs to. */
export function useRulesForm(): RulesForm {
  const form = useContext(RulesFormContext);
  if (form === null) throw new Error('A part of the rules’ form is outside of it.');
  return form;
}

/** A key for something new, which none has and none that was removed has had. */
export const newKey = (kind: 'item' | 'kind' | 'strand' | 'fee'): string =>
  `${kind}-${crypto.randomUUID().slice(0, 8)}`;
