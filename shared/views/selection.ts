import type { ApplicationStatus, RankingVerdict } from '../model/applicants.ts';
import type { ApplicationId, CohortId } from '../model/ids.ts';
import type { Move } from '../model/what-if.ts';
import type { ListSlice } from './page.ts';

export const whatIfShows = ['moved', 'places', 'everyone'] as const;
/** Who of a draft's consequences is shown: another verdict or tier; another place too; or everyone. */
export type WhatIfShow = (typeof whatIfShows)[number];

export interface WhatIfStand {
  readonly verdict: RankingVerdict;
  readonly place: number | null;
  readonly tier: number | null;
}

export interface WhatIfRow {
  readonly applicationId: ApplicationId;
  readonly name: string;
  readonly organization: string;
  readonly status: ApplicationStatus;
  readonly before: WhatIfStand;
  readonly after: WhatIfStand;
  readonly move: Move;
  /** The reason that changed, as a sentence; empty where nothing did. */
  readonly because: string;
}

export interface WhatIfAnswer extends ListSlice<WhatIfRow> {
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly seats: number };
  /** The seats of the draft. */
  readonly seats: number;
  readonly ranked: number;
  readonly counts: Readonly<Record<Exclude<Move, 'none'>, number>>;
  /** Those whose facts are tried, in the order given, whether they would move or not. */
  readonly tried: readonly WhatIfRow[];
}

/** How a group of applicants fared. */
export interface FairnessRow {
  readonly label: string;
  /** Everyone who applied, also who has withdrawn since. */
  readonly applied: number;
  /** Accepted, and so within the seats. */
  readonly accepted: number;
  /** Within the seats and not accepted. */
  readonly withinSeats: number;
  /** Ranked past the last seat. */
  readonly waiting: number;
  /** Not eligible, to be looked at, withdrawn, declined or deferred. */
  readonly other: number;
}

export interface FairnessView {
  readonly cohort: { readonly id: CohortId; readonly name: string; readonly seats: number };
  readonly policyNumber: number;
  readonly total: FairnessRow;
  readonly groups: readonly {
    readonly key: 'tier' | 'organization' | 'years' | 'late';
    readonly title: string;
    readonly rows: readonly FairnessRow[];
  }[];
}

/** A decision that was kept, made again under the version that it names. */
export interface ReplayView {
  readonly policyNumber: number;
  readonly agrees: boolean;
  /** `Decided under version 1; the same rule gives the same answer today`. */
  readonly sentence: string;
  /** What comes out otherwise, a sentence each; empty where it agrees. */
  readonly differences: readonly string[];
}
