import { create } from 'zustand';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { TriedFacts } from '../../../shared/model/what-if.ts';
import type { WhatIfShow } from '../../../shared/views/selection.ts';

type Admission = Policy['admission'];

/** The levers of a draft; what is undefined stays as the policy says. */
interface Levers {
  readonly seats?: number | undefined;
  /** Years in education by tier, for every way into it that asks for years. */
  readonly years: Readonly<Record<number, number>>;
  readonly late?: Admission['late'] | undefined;
  readonly withinTier?: Admission['withinTier'] | undefined;
  /** Null: no limit. */
  readonly cap?: number | null | undefined;
  /** As if no one had been accepted or offered a seat yet. */
  readonly fromScratch: boolean;
  readonly completion: Partial<Policy['completion']>;
  readonly fee: Partial<Policy['fee']>;
  readonly recertification: Partial<Policy['recertification']>;
}

/** Other facts of one applicant, as they are tried. */
export interface Tried {
  readonly cohortId: CohortId;
  readonly name: string;
  readonly facts: TriedFacts;
}

interface Look extends Levers {
  readonly tried: readonly Tried[];
  readonly show: WhatIfShow;
  readonly search: string;
  readonly set: (part: Partial<Levers & { show: WhatIfShow; search: string }>) => void;
  /** Tries facts of someone, in place of those tried before; facts that change nothing leave the person out. */
  readonly tryFacts: (tried: Tried) => void;
  readonly leaveFacts: (applicationId: string) => void;
  readonly clear: () => void;
}

const nothing: Levers = {
  seats: undefined,
  years: {},
  late: undefined,
  withinTier: undefined,
  cap: undefined,
  fromScratch: false,
  completion: {},
  fee: {},
  recertification: {},
};

/** The draft that is being tried; it outlives a visit to another screen and is never saved. */
export const useWhatIf = create<Look>((set) => ({
  ...nothing,
  tried: [],
  show: 'moved',
  search: '',
  set: (part) => set(part),
  tryFacts: (next) =>
    set(({ tried }) => ({
      tried: [
        ...tried.filter(({ facts }) => facts.applicationId !== next.facts.applicationId),
        ...(Object.keys(next.facts).length > 1 ? [next] : []),
      ],
    })),
  leaveFacts: (applicationId) =>
    set(({ tried }) => ({ tried: tried.filter(({ facts }) => facts.applicationId !== applicationId) })),
  clear: () => set({ ...nothing, tried: [] }),
}));

/** The years that a tier asks for: of its ways in, the least; null where none asks. */
export function yearsOf({ paths }: Admission['tiers'][number]): number | null {
  const asked = paths.flatMap(({ minimumYears }) => minimumYears ?? []);
  return asked.length === 0 ? null : Math.min(...asked);
}

/** The policy as the levers would have it; null where they change nothing of it. */
export function policyDraftOf(
  policy: Policy,
  { years, late, withinTier, cap }: Pick<Levers, 'years' | 'late' | 'withinTier' | 'cap'>,
): Policy | null {
  const { admission } = policy;
  const tiers = admission.tiers.map((tier) => {
    const asked = years[tier.rank];
    if (asked === undefined) return tier;
    const paths = tier.paths.map((path) => (path.minimumYears === null ? path : { ...path, minimumYears: asked }));
    return { ...tier, paths };
  });
  const changed: Admission = {
    ...admission,
    tiers,
    late: late ?? admission.late,
    withinTier: withinTier ?? admission.withinTier,
    perOrganizationCap: cap === undefined ? admission.perOrganizationCap : cap,
  };
  return JSON.stringify(changed) === JSON.stringify(admission) ? null : { ...policy, admission: changed };
}

/** The policy as the levers of completion, fees and re-certification would have it; null where they change nothing. */
export function laterDraftOf(
  policy: Policy,
  { completion, fee, recertification }: Pick<Levers, 'completion' | 'fee' | 'recertification'>,
): Policy | null {
  const draft: Policy = {
    ...policy,
    completion: { ...policy.completion, ...completion },
    fee: { ...policy.fee, ...fee },
    recertification: { ...policy.recertification, ...recertification },
  };
  return JSON.stringify(draft) === JSON.stringify(policy) ? null : draft;
}
