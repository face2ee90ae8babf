import { create } from 'zustand';
import type { Clause } from '../../../shared/model/clause.ts';
import type { Policy } from '../../../shared/model/program.ts';

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
  useDraft.getState().edit(({ clauses }) => ({
    clauses: clauses.map((clause) => (clause.id === id ? { ...clause, ...part } : clause)),
  }));

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
