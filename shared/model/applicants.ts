import { z } from 'zod';
import { CivilDate, Instant } from './dates.ts';
import { Reason } from './decision.ts';
import { type ApplicationId, type CohortId, type PersonId, PolicyVersionId, type SubmissionId } from './ids.ts';
import type { JsonText } from './json.ts';

export const applicationStatuses = [
  'submitted',
  'under-review',
  'accepted',
  'waiting',
  'declined',
  'withdrawn',
  'deferred',
] as const;
export const ApplicationStatus = z.enum(applicationStatuses);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

/** Whether an application with this status takes part in the order, accepted or not. */
export const isInTheOrder = (status: ApplicationStatus): boolean =>
  status !== 'withdrawn' && status !== 'declined' && status !== 'deferred';

/** What a lead set against the rules, and why; it shows wherever the decision shows. */
export const Overrule = z.strictObject({
  /** The tier to rank in; null: not eligible. */
  tier: z.int().min(1).nullable(),
  reason: z.string().trim().min(3).max(500),
});
export type Overrule = z.infer<typeof Overrule>;

/** The typed text of each answer of a form, by the field that it was taken for. */
export const Answers = z.record(z.string(), z.string());
export type Answers = z.infer<typeof Answers>;

/** Where a submission came from. */
export const Source = z.strictObject({ file: z.string(), sheet: z.string(), row: z.int().min(0) });
export type Source = z.infer<typeof Source>;

/** What is wrong with a time of submission: none was given, it can't be read, or it can't be true. */
export const SubmittedDoubt = z.enum(['missing', 'unreadable', 'implausible']);
export type SubmittedDoubt = z.infer<typeof SubmittedDoubt>;

/** One person's application to one cohort: the latest answers, understood. Null: not answered, or not understood. */
export interface Application {
  readonly id: ApplicationId;
  readonly personId: PersonId;
  readonly cohortId: CohortId;
  readonly firstSubmittedAt: Instant;
  readonly latestSubmittedAt: Instant;
  /** Why the times above can't be relied on; null: they can. What was typed is with the submission. */
  readonly submittedDoubt: SubmittedDoubt | null;
  readonly status: ApplicationStatus;
  readonly statusAt: Instant;
  readonly statusReason: string | null;
  /** The key of a membership of the policy. */
  readonly membership: string | null;
  readonly highestPost: 'yes' | 'no' | null;
  /** Whole or part years; “15+” is 15, “less than 1” is 0. */
  readonly yearsInEducation: number | null;
  readonly payment: string | null;
  readonly needs: string | null;
  readonly answers: JsonText<Answers>;
  readonly overrule: JsonText<Overrule> | null;
  readonly decision: JsonText<StoredRanking> | null;
  /**
   * Rises in the order in which applications were read: of those sent at the same moment the first one read ranks first.
   * Null: an application from before version 16, whose id rises so.
   */
  readonly readOrder: string | null;
}

/** A form as it was sent; no one changes it. The same person may send several. */
export interface Submission {
  readonly id: SubmissionId;
  readonly applicationId: ApplicationId;
  readonly submittedAt: Instant;
  readonly answers: JsonText<Answers>;
  readonly source: JsonText<Source>;
}

const rankingVerdicts = ['within-seats', 'waiting', 'past-last-seat', 'not-eligible', 'needs-a-look'] as const;
export const RankingVerdict = z.enum(rankingVerdicts);
export type RankingVerdict = z.infer<typeof RankingVerdict>;

/** The school system, college or other employer that a ranking sees of an applicant. */
export const RankedOrganization = z.strictObject({ id: z.string(), name: z.string() });
export type RankedOrganization = z.infer<typeof RankedOrganization>;

/** The facts that a ranking sees of one application, and nothing else. */
export const RankingFacts = z.strictObject({
  applicationId: z.string(),
  /** What ranks first of those sent at the same moment; null: the id says it, as it did in older decisions. */
  readOrder: z.string().nullable().default(null),
  firstSubmittedAt: Instant,
  latestSubmittedAt: Instant,
  /** Decisions from before it existed had no doubt. */
  submittedDoubt: SubmittedDoubt.nullable().default(null),
  membership: z.string().nullable(),
  highestPost: z.enum(['yes', 'no']).nullable(),
  yearsInEducation: z.number().nullable(),
  answers: Answers,
  overrule: Overrule.nullable(),
  /** Name of the cohort applied to, which tells the next of the series; null: a decision from before it was kept. */
  cohort: z.string().nullable().default(null),
  /** Last day of the cohort's application window; null: open. */
  windowClosesOn: CivilDate.nullable(),
  /** Its first day; null: it was always open. Decisions from before it was kept have none. */
  windowOpensOn: CivilDate.nullable().default(null),
  /** When someone who had withdrawn came back; null: they never did. */
  returnedAt: Instant.nullable().default(null),
  /** Whose people the cap on one school system counts; null: none is known, and none is counted. */
  organization: RankedOrganization.nullable().default(null),
  /** False where the person has withdrawn, was declined or deferred: shown, not ranked. */
  stands: z.boolean(),
});
export type RankingFacts = z.infer<typeof RankingFacts>;

/** One application's decision. `place` and `tier` are null where it is not ranked. */
export const Ranking = z.strictObject({
  verdict: RankingVerdict,
  tier: z.int().nullable(),
  place: z.int().nullable(),
  late: z.boolean(),
  /** Sent before the window opened; decisions from before it was told don't say. */
  early: z.boolean().optional(),
  overruled: z.boolean(),
  reasons: z.array(Reason),
});
export type Ranking = z.infer<typeof Ranking>;

/** A decision kept with what it saw, so that it can be made again years later. */
export const StoredRanking = z.strictObject({
  ranking: Ranking,
  facts: RankingFacts,
  seats: z.int(),
  policyVersionId: PolicyVersionId,
  decidedAt: Instant,
});
export type StoredRanking = z.infer<typeof StoredRanking>;

/** How a status reads. */
export const sayStatus: Record<ApplicationStatus, string> = {
  submitted: 'Submitted',
  'under-review': 'Under review',
  accepted: 'Accepted',
  waiting: 'Waiting',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  deferred: 'Deferred',
};

/** How a verdict reads. */
export const sayVerdict: Record<RankingVerdict, string> = {
  'within-seats': 'Within seats',
  waiting: 'Waiting',
  'past-last-seat': 'Past the last seat',
  'not-eligible': 'Not eligible',
  'needs-a-look': 'Needs a look',
};
