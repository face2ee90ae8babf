import { z } from 'zod';
import type { ApplicationStatus } from './applicants.ts';
import type { CohortStatus, ParticipantStatus } from './cohorts.ts';
import type { Cents } from './money.ts';

const participantActs = ['add', 'move', 'withdraw', 'defer', 'enroll-again'] as const;
/** What can be done with people’s places in cohorts. */
export const ParticipantAct = z.enum(participantActs);
export type ParticipantAct = z.infer<typeof ParticipantAct>;

/** A cohort that someone goes to, as the rule sees it. */
export interface TargetCohort {
  readonly name: string;
  readonly status: CohortStatus;
  readonly fee: Cents;
  /** The place that the person has there already; null: none. */
  readonly place: ParticipantStatus | null;
  /** The application of the person to it; null: none. */
  readonly application: ApplicationStatus | null;
}

/** What the rule sees of one person whose place is to change. */
export interface SeenPlace {
  readonly name: string;
  /** The cohort that the place is in; null: the person has none yet. */
  readonly from: { readonly name: string; readonly fee: Cents } | null;
  readonly status: ParticipantStatus | null;
  /** The application to the cohort of the place; null: none, as of someone from an old list. */
  readonly application: ApplicationStatus | null;
  /** How many sessions of the own cohort, and of those that the place was in before, the person attended. */
  readonly attended: number;
  /** How many make-ups are planned. */
  readonly makeUps: number;
  /** What was received of the fee, refunds taken off. */
  readonly paid: Cents;
  /** Other cohorts in which the person holds a place. */
  readonly elsewhere: readonly { readonly name: string; readonly status: ParticipantStatus }[];
  /** Other cohorts to which an application still stands. */
  readonly appliedTo: readonly string[];
  /** Where the person goes; null: nowhere. */
  readonly to: TargetCohort | null;
}

/** What an act would do to one person: why it can’t be done, or what it does and what a lead should know. */
export interface PlaceDecision {
  readonly refused: string | null;
  readonly does: readonly string[];
  readonly warnings: readonly string[];
}
