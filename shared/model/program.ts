import { z } from 'zod';
import { CivilDate, type Instant } from './dates.ts';
import { MatchWeights } from './duplicates.ts';
import { CourseId, type PolicyVersionId } from './ids.ts';
import type { JsonText } from './json.ts';
import { laterClauses } from './later-clauses.ts';
import { Cents } from './money.ts';

const text = z.string().trim().min(1).max(2_000);
const key = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'lower case letters, digits and hyphens');

/** A sentence of the program's rules, or a point on which the program is silent and the leads chose. */
export const Clause = z.strictObject({
  id: key,
  title: text,
  text,
  /** `page`: the program states it; `silent`: it does not, and this is a setting of the leads. */
  source: z.enum(['page', 'silent']),
});
export type Clause = z.infer<typeof Clause>;

/** A kind of membership, with what people write when they mean it. */
export const Membership = z.strictObject({ id: key, name: text, shortName: text, spokenAs: z.array(text).max(40) });
export type Membership = z.infer<typeof Membership>;

/** One way into a tier: all of its conditions must hold. */
export const TierPath = z.strictObject({
  membership: key,
  highestPost: z.enum(['required', 'not-held', 'either']),
  /** Years in education; null: not asked. */
  minimumYears: z.number().min(0).max(60).nullable(),
  clause: key,
});
export type TierPath = z.infer<typeof TierPath>;

/** A rank in the order of acceptance; 1 goes first. */
export const Tier = z.strictObject({
  rank: z.int().min(1).max(20),
  name: text,
  paths: z.array(TierPath).min(1).max(20),
});
export type Tier = z.infer<typeof Tier>;

const Admission = z.strictObject({
  tiers: z.array(Tier).min(1).max(20),
  /** Who goes first within a tier: the person who first sent the form, or who last sent it earlier. */
  withinTier: z.enum(['first-submission', 'latest-submission']),
  withinTierClause: key,
  seats: z.int().min(1).max(100_000),
  seatsClause: key,
  pastLastSeat: z.enum(['wait-in-order', 'decline']),
  pastLastSeatClause: key,
  /** What a late application gets: a lead's look, its place, the last places, or a refusal. */
  late: z.enum(['needs-a-look', 'in-order', 'last', 'not-eligible']),
  lateClause: key,
  /** What an early application gets, sent before the window opened. Versions from before it existed give it its place. */
  early: z.enum(['in-order', 'needs-a-look']).default('in-order'),
  earlyClause: key.default('silent-early'),
  /** The place of somebody who withdrew and came back: by the day of the return, or the one they had. */
  returning: z.enum(['day-of-return', 'old-place']).default('day-of-return'),
  returningClause: key.default('silent-returning'),
  /** How many of one school system may be within the seats; null: no limit. Versions from before it existed have none. */
  perOrganizationCap: z.int().min(1).max(100_000).nullable().default(null),
  perOrganizationCapClause: key.default('silent-organization-cap'),
});
type Admission = z.infer<typeof Admission>;

const PolicyCourse = z.strictObject({ id: CourseId, number: z.int().min(1).max(99), title: text });
type PolicyCourse = z.infer<typeof PolicyCourse>;

export const Completion = z.strictObject({
  /** Which of the courses a graduate must have attended. */
  courses: z.array(CourseId).min(1).max(99),
  clause: key,
  /** Whether a session of the course held for another cohort counts. */
  otherCohortsSessions: z.enum(['count', 'do-not-count']),
  otherCohortsClause: key,
  /** Whether such a session counts only for whom a lead assigned it to. Versions from before it existed ask none. */
  makeUpAssignment: z.enum(['not-needed', 'needed']).default('not-needed'),
  makeUpAssignmentClause: key.default('silent-make-up-assignment'),
  /** Days after the cohort's last day within which a course can be made up; null: no last day. */
  makeUpDays: z.int().min(0).max(3_660).nullable().default(null),
  makeUpDaysClause: key.default('silent-make-up-deadline'),
  /** What completes a course: so many of its sessions, or so many of its hours. */
  measure: z.enum(['sessions', 'hours']).default('sessions'),
  sessionsRequired: z.int().min(1).max(50).default(1),
  hoursRequired: z.number().min(0.25).max(1_000).default(6),
  measureClause: key.default('silent-course-measure'),
  /** The percentage of a session's hours from which it counts as attended; below it, it is attended in part. */
  leastShare: z.int().min(1).max(100).default(75),
  leastShareClause: key.default('silent-least-share'),
  /** Whether hours of several sessions of a course add up. */
  partsOfSessions: z.enum(['add-up', 'stand-alone']).default('stand-alone'),
  partsOfSessionsClause: key.default('silent-parts-of-sessions'),
  /** Whether an absence that a lead excused counts as attended. */
  excused: z.enum(['made-up', 'counts']).default('made-up'),
  excusedClause: key.default('silent-excused'),
});
export type Completion = z.infer<typeof Completion>;

export const CertificateText = z.strictObject({
  title: text,
  /** Fields in braces: {name} {program} {cohort} {date}. */
  statement: text,
  signatories: z.array(z.strictObject({ name: text, role: text })).max(4),
  /** Where the association has put the checking page; it stands before the # in every code. Empty: nowhere. */
  address: z
    .string()
    .trim()
    .max(200)
    .regex(/^(?:https?:\/\/[^\s#]+)?$/, 'an address such as https://www.example.org/verify.html, without #')
    .default(''),
});
export type CertificateText = z.infer<typeof CertificateText>;

const RecertificationPolicy = z.strictObject({
  /** A due date that the program states for a cohort by name. */
  dueDates: z.array(z.strictObject({ cohort: text, dueOn: CivilDate, clause: key })).max(200),
  /** Years from graduation to the due date of any other cohort; null: no due date until the leads set one. */
  laterCohortsYears: z.number().int().min(1).max(20).nullable(),
  laterCohortsClause: key,
  /** Days after the due date during which documents still count as in time. */
  graceDays: z.int().min(0).max(366),
  graceClause: key,
  /** Days before the due date from which Today reminds. */
  remindDays: z.int().min(0).max(730),
});
type RecertificationPolicy = z.infer<typeof RecertificationPolicy>;

const FeePolicy = z.strictObject({
  amount: Cents,
  clause: key,
  /** Where and to whom money goes, line by line, as it stands on invoices; empty: to the organization by name. */
  payTo: z.string().max(400).default(''),
  /** Whether someone who owes is let in with a reminder, or a lead is asked first. */
  atTheDoor: z.enum(['remind', 'ask']).default('remind'),
  atTheDoorClause: key.default('silent-fee-at-the-door'),
});

const Door = z.strictObject({
  /** So long after the beginning a check-in is noted as late by itself; null: only where a lead says so. */
  lateAfterMinutes: z.int().min(0).max(600).nullable().default(null),
  lateAfterClause: key.default('silent-late-at-the-door'),
});
type Door = z.infer<typeof Door>;

/** The clauses of a policy, with the text of later points that its settings name and it does not have. */
function withLaterClauses<Document extends References>(policy: Document): Document {
  const known = new Set(policy.clauses.map(({ id }) => id));
  const named = new Set(namedClauses(policy));
  const added = laterClauses.filter(({ id }) => named.has(id) && !known.has(id));
  return added.length === 0 ? policy : { ...policy, clauses: [...policy.clauses, ...added] };
}

/** The whole of a program's rules, as data: what the leads can change without code. */
export const Policy = z
  .strictObject({
    format: z.literal(1),
    program: z.strictObject({
      name: text,
      title: text,
      organization: text,
      zone: text,
      contact: z.string().max(200),
      page: z.string().max(200),
    }),
    clauses: z.array(Clause).min(1).max(300),
    memberships: z.array(Membership).min(1).max(40),
    admission: Admission,
    fee: FeePolicy,
    door: Door.prefault({}),
    courses: z.array(PolicyCourse).min(1).max(99),
    /** Names of coming cohorts, in order. */
    cohortNames: z.array(text).min(1).max(200),
    completion: Completion,
    certificate: CertificateText,
    recertification: RecertificationPolicy,
    /** What makes two records look like one person’s. */
    duplicates: MatchWeights.prefault({}),
  })
  // A policy that was stored before a point existed is silent on it too, and says so.
  .transform(withLaterClauses)
  .superRefine((policy, context) => {
    for (const problem of brokenReferences(policy)) context.addIssue({ code: 'custom', message: problem });
  });
export type Policy = z.infer<typeof Policy>;

interface References {
  readonly clauses: readonly Clause[];
  readonly memberships: readonly Membership[];
  readonly admission: Admission;
  readonly courses: readonly PolicyCourse[];
  readonly completion: Completion;
  readonly fee: { readonly clause: string; readonly atTheDoorClause: string };
  readonly door: Door;
  readonly recertification: RecertificationPolicy;
}

/** Every clause that a setting of the policy names. */
const namedClauses = ({ admission, completion, fee, door, recertification }: References): string[] => [
  ...admission.tiers.flatMap((tier) => tier.paths.map((path) => path.clause)),
  admission.withinTierClause,
  admission.seatsClause,
  admission.pastLastSeatClause,
  admission.lateClause,
  admission.earlyClause,
  admission.returningClause,
  admission.perOrganizationCapClause,
  completion.clause,
  completion.measureClause,
  completion.leastShareClause,
  completion.partsOfSessionsClause,
  completion.excusedClause,
  completion.otherCohortsClause,
  completion.makeUpAssignmentClause,
  completion.makeUpDaysClause,
  fee.clause,
  fee.atTheDoorClause,
  door.lateAfterClause,
  recertification.laterCohortsClause,
  recertification.graceClause,
  ...recertification.dueDates.map((due) => due.clause),
];

/** What a policy names without having it, a sentence each: a clause, a membership, a course; and tiers that share a rank. */
function brokenReferences(policy: References): string[] {
  const clauses = new Set(policy.clauses.map((clause) => clause.id));
  const memberships = new Set(policy.memberships.map((membership) => membership.id));
  const courses = new Set(policy.courses.map((course) => course.id));
  const ranks = policy.admission.tiers.map((tier) => tier.rank);
  const paths = policy.admission.tiers.flatMap((tier) => tier.paths);
  const { completion } = policy;
  return [
    ...namedClauses(policy)
      .filter((id) => !clauses.has(id))
      .map((id) => `There is no clause “${id}”.`),
    ...paths
      .filter((path) => !memberships.has(path.membership))
      .map((path) => `There is no membership “${path.membership}”.`),
    ...completion.courses.filter((id) => !courses.has(id)).map((id) => `There is no course “${id}”.`),
    ...(new Set(ranks).size === ranks.length ? [] : ['Two tiers share a rank.']),
    ...(courses.size === policy.courses.length ? [] : ['Two courses share a key.']),
  ];
}

/** A policy as it held from a day on; decisions keep the version that they were made under. */
export interface PolicyVersion {
  readonly id: PolicyVersionId;
  /** 1, 2, 3 …, in the order of adoption. */
  readonly number: number;
  readonly effectiveOn: CivilDate;
  readonly document: JsonText<Policy>;
  readonly note: string;
  readonly adoptedAt: Instant;
}
