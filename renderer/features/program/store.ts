import { create } from 'zustand';
import type { Clause } from '../../../shared/model/clause.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

interface Draft {
  /** The policy that the changes start from. */
  readonly base: Policy | null;
  /** The policy as it would be. */
  readonly policy: Policy | null;
  /** Starts from a policy, unless changes to another one are under way. */
  readonly begin: (base: Policy) => void;
  readonly edit: (change: (policy: Policy) => Partial<Policy>) => void;
  /** Forgets the changes. */
  readonly discard: () => void;
}

/** Whether a draft says anything new. */
export const isChanged = ({ base, policy }: Pick<Draft, 'base' | 'policy'>): boolean =>
  JSON.stringify(base) !== JSON.stringify(policy);

/** The policy that is being changed on Settings; it outlives a visit to another screen. */
export const useDraft = create<Draft>((set, get) => ({
  base: null,
  policy: null,
  begin: (base) => {
    if (!isChanged(get())) set({ base, policy: base });
  },
  edit: (change) => set(({ policy }) => (policy ? { policy: { ...policy, ...change(policy) } } : {})),
  discard: () => set(({ base }) => ({ policy: base })),
}));

/** Changes one clause's words. */
export const editClause = (id: string, part: Partial<Clause>): void =>
  useDraft.getState().edit(({ clauses, recertification }) => ({
    clauses: withPart(clauses, id, part),
    // The rules of re-certification bring their clauses along, and keep the same words.
    ...(recertification.rules === null
      ? {}
      : {
          recertification: {
            ...recertification,
            rules: { ...recertification.rules, clauses: withPart(recertification.rules.clauses, id, part) },
          },
        }),
  }));

const withPart = (clauses: readonly Clause[], id: string, part: Partial<Clause>): Clause[] =>
  clauses.map((clause) => (clause.id === id ? { ...clause, ...part } : clause));

/** Adds a point on which the page is silent, with an id that no other has, and gives back that id. */
export function addClause(title: string, text: string): string {
  const { policy, edit } = useDraft.getState();
  const taken = new Set(policy?.clauses.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  const id = `own-${number}`;
  edit(({ clauses }) => ({ clauses: [...clauses, { id, title, text, source: 'silent' }] }));
  return id;
}

/** Changes the draft’s own rules of re-certification; without any, nothing. */
export const editRules = (change: (rules: RecertificationRules) => Partial<RecertificationRules>): void =>
  useDraft.getState().edit(({ recertification }) => {
    const { rules } = recertification;
    return rules === null ? {} : { recertification: { ...recertification, rules: { ...rules, ...change(rules) } } };
  });

/** Adds a point on which the source is silent to the rules of re-certification, and gives back its id. */
export function addRuleClause(title: string, text: string): string {
  const id = addClause(title, text);
  editRules(({ clauses }) => ({ clauses: [...clauses, { id, title, text, source: 'silent' }] }));
  return id;
}
