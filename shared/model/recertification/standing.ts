import { z } from 'zod';
import type { CivilDate } from '../dates.ts';
import type { Reason } from '../decision.ts';
import type { Credit } from './amounts.ts';
import type {
  EvidenceItem,
  RecertificationAudit,
  RecertificationExtension,
  RecertificationPayment,
  StandingChange,
} from './facts.ts';

/** What the engine is told of someone’s certification. Days are civil; what is dated after the day asked about hasn’t happened. */
export interface CertificationFacts {
  readonly cohort: string;
  readonly graduatedOn: CivilDate | null;
  readonly issuedOn: CivilDate | null;
  readonly examOn: CivilDate | null;
  /** 1 to 12; null: not known. */
  readonly birthMonth: number | null;
  /** The last day of a cycle as the leads set it for this person, instead of the policy’s. */
  readonly statedEnds: readonly { readonly cycle: number; readonly endOn: CivilDate }[];
  /** Checklist items ticked off for a cycle. */
  readonly ticked: readonly { readonly item: string; readonly cycle: number; readonly on: CivilDate }[];
  readonly evidence: readonly EvidenceItem[];
  readonly extensions: readonly Pick<
    RecertificationExtension,
    'cycle' | 'untilOn' | 'grantedOn' | 'reason' | 'takenBackOn'
  >[];
  readonly changes: readonly Pick<StandingChange, 'kind' | 'fromOn' | 'reason'>[];
  readonly audits: readonly Omit<RecertificationAudit, 'id' | 'participantId' | 'drawId' | 'reason' | 'note'>[];
  readonly payments: readonly Pick<RecertificationPayment, 'cycle' | 'fee' | 'amount' | 'paidOn'>[];
}

/**
 * Where a certification is in its life. `window-open`: its end is near enough to renew. `provisional`: everything is in
 * and waits for a review or an audit. `in-grace`: past the end and still good. `suspended`: not good, and can be put right.
 * `overdue`: past every grace, and not lapsed.
 */
export const LifeState = z.enum([
  'active',
  'window-open',
  'provisional',
  'reinstated',
  'in-grace',
  'suspended',
  'overdue',
  'lapsed',
  'revoked',
  'inactive',
  'retired',
  'exempt',
]);
export type LifeState = z.infer<typeof LifeState>;

export const sayLife: Record<LifeState, string> = {
  active: 'Active',
  'window-open': 'Renewal open',
  provisional: 'Provisional',
  reinstated: 'Reinstated',
  'in-grace': 'In grace',
  suspended: 'Suspended',
  overdue: 'Overdue',
  lapsed: 'Lapsed',
  revoked: 'Revoked',
  inactive: 'Inactive',
  retired: 'Retired',
  exempt: 'Exempt',
};

/** How a cycle came out. `excused`: it ended while its holder was inactive, retired or exempt. */
export type CycleOutcome = 'running' | 'completed' | 'completed-late' | 'excused' | 'missed' | 'lapsed' | 'broken-off';

export const sayOutcome: Record<CycleOutcome, string> = {
  running: 'Running',
  completed: 'Completed',
  'completed-late': 'Completed late',
  excused: 'Excused',
  missed: 'Missed',
  lapsed: 'Lapsed',
  'broken-off': 'Broken off',
};

/** The days of one cycle. Every last day is included in what it is the last day of. */
export interface CycleDays {
  /** Null: not known, so that everything up to the end counts. */
  readonly beginsOn: CivilDate | null;
  /** Null: no end is set, or the fact that it follows from isn’t known. */
  readonly endsOn: CivilDate | null;
  /** The clause that the end follows from. */
  readonly clause: string;
  /** The end before it was extended; null: it wasn’t. */
  readonly extendedFrom: CivilDate | null;
}

export interface Cycle extends CycleDays {
  /** 1, 2, 3 … */
  readonly number: number;
  /** The version of the policy that it goes by. */
  readonly version: string;
  readonly outcome: CycleOutcome;
  /** The day from which what was asked for was in; null: not yet. */
  readonly completedOn: CivilDate | null;
  readonly counted: Credit;
  readonly carriedIn: Credit;
}

/** Something that is still needed, as a sentence, with its numbers. */
export interface Need {
  /** “8 more hours, 2 of them in Law, Ethics, and Policies, by June 1”. */
  readonly sentence: string;
  /** The last day on which it can be done without being late; null: no day is set. */
  readonly by: CivilDate | null;
  readonly clause: string;
}

/** Where someone stands on a day. */
export interface Standing {
  readonly life: LifeState;
  /** The first day of the state, so far as a date marks it. */
  readonly since: CivilDate | null;
  /** The cycle that the state speaks of: the one that runs, or the one that was missed. Null: none has begun. */
  readonly cycle: Cycle | null;
  /** Every cycle up to then, the first one first. */
  readonly cycles: readonly Cycle[];
}

/** Where someone stands on a day, and why. */
export interface ExplainedStanding extends Standing {
  readonly reasons: readonly Reason[];
  readonly needs: readonly Need[];
}
