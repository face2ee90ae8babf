import { z } from 'zod';
import { type CertificateDesignId, DesignChoice } from './certificate-designs.ts';
import { Clause, PolicyKey, PolicyText } from './clause.ts';
import { CivilDate, type Instant, isZone } from './dates.ts';
import { MatchWeights } from './duplicates.ts';
import { CourseId, type PolicyVersionId } from './ids.ts';
import type { JsonText } from './json.ts';
import { Cents } from './money.ts';
import { brokenReferences, withLaterClauses } from './policy-references.ts';
import { RecertificationRules } from './recertification/rules.ts';

const text = PolicyText;
const key = PolicyKey;

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
  /** The place of someone who withdrew and came back: by the day of the return, or the one they had. */
  returning: z.enum(['day-of-return', 'old-place']).default('day-of-return'),
  returningClause: key.default('silent-returning'),
  /** How many of one school system may be within the seats; null: no limit. Versions from before it existed have none. */
  perOrganizationCap: z.int().min(1).max(100_000).nullable().default(null),
  perOrganizationCapClause: key.default('silent-organization-cap'),
  /** How years of experience are counted: as they are given, or rounded to whole years. */
  countingYears: z.enum(['as-given', 'rounded']).default('as-given'),
  countingYearsClause: key.default('silent-years'),
  /** How many days the window of a new cohort is open, where a lead sets only its first day; null: until it is closed. */
  windowDays: z.int().min(1).max(366).nullable().default(null),
  windowClause: key.default('silent-window'),
});
export type Admission = z.infer<typeof Admission>;

const PolicyCourse = z.strictObject({ id: CourseId, number: z.int().min(1).max(99), title: text });
export type PolicyCourse = z.infer<typeof PolicyCourse>;

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

const Requirement = z.strictObject({ id: key, title: text });
export type Requirement = z.infer<typeof Requirement>;

/** What a graduate needs besides the courses. Versions from before it existed ask for nothing else. */
export const GraduationPolicy = z.strictObject({
  /** Whether the course fee must be settled, by payment or by a waiver. */
  fee: z.enum(['not-asked', 'settled']).default('not-asked'),
  feeClause: key.default('silent-fee-at-graduation'),
  /** A checklist that the leads tick off for each participant, such as a letter of recommendation. */
  requirements: z.array(Requirement).max(40).default([]),
  requirementsClause: key.default('silent-requirements'),
});
export type GraduationPolicy = z.infer<typeof GraduationPolicy>;

const CertificateText = z.strictObject({
  title: text,
  /** Fields in braces: {name} {program} {cohort} {date}. */
  statement: text,
  /** What the certificate of someone says whom a lead graduated against the rule: never that every course was completed. */
  overruledStatement: text.default(
    'This certifies that {name} is a graduate of the {program} program with the {cohort} Cohort, {date}, by decision of the program leads.',
  ),
  signatories: z.array(z.strictObject({ name: text, role: text })).max(4),
  /** How new certificates look. */
  design: DesignChoice.default('classic'),
  /** Where the association has put the checking page; it stands before the # in every code. Empty: nowhere. */
  address: z
    .string()
    .trim()
    .max(200)
    .regex(/^(?:https?:\/\/[^\s#]+)?$/, 'an address such as https://www.example.org/verify.html, without #')
    .default(''),
});

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
  remindClause: key.default('silent-reminder'),
  /** What the documentation consists of, piece by piece; empty: a lead judges what came in. */
  documents: z.array(text).max(40).default([]),
  documentsClause: key.default('silent-documents'),
  /** Days after the grace from which a certificate has lapsed; null: none lapses by itself. */
  lapseDays: z.int().min(0).max(3_660).nullable().default(null),
  lapseClause: key.default('silent-lapse'),
  /** Whether two leads must give evidence the same amount before it counts. */
  secondReview: z.enum(['needed', 'not-needed']).default('not-needed'),
  secondReviewClause: key.default('silent-second-review'),
  /** Cycles, hours, audits and all else, instead of one due date; null, as in versions from before they existed: one due date. */
  rules: RecertificationRules.nullable().default(null),
});
export type RecertificationPolicy = z.infer<typeof RecertificationPolicy>;

const FeePolicy = z.strictObject({
  amount: Cents,
  clause: key,
  /** Where and to whom money goes, line by line, as it stands on invoices; empty: to the organization by name. */
  payTo: z.string().max(400).default(''),
  /** Whether someone who owes is let in with a reminder, or a lead is asked first. */
  atTheDoor: z.enum(['remind', 'ask']).default('remind'),
  atTheDoorClause: key.default('silent-fee-at-the-door'),
  /** Days after an invoice within which it is to be paid; null: no day is named. */
  paymentDays: z.int().min(0).max(366).nullable().default(null),
  paymentClause: key.default('silent-fee-payment'),
  /** Whether a lead may refund or waive the fee, with a reason. */
  refunds: z.enum(['with-reason', 'none']).default('with-reason'),
  refundsClause: key.default('silent-fee-refunds'),
});
export type FeePolicy = z.infer<typeof FeePolicy>;

const Door = z.strictObject({
  /** So long after the beginning a check-in is noted as late by itself; null: only where a lead says so. */
  lateAfterMinutes: z.int().min(0).max(600).nullable().default(null),
  lateAfterClause: key.default('silent-late-at-the-door'),
});
export type Door = z.infer<typeof Door>;

/** A cohort that the program's page names, and how it stands there. */
const StatedCohort = z.strictObject({ name: text, status: z.enum(['finished', 'running']), clause: key });

export const ScheduleRules = z.strictObject({
  /** What the conferences of a year are called, in their order, until a lead enters them. */
  conferenceNames: z.array(text).max(12).default(['Fall conference', 'Winter conference', 'Summer conference']),
  conferencesClause: key.default('silent-conferences'),
  /** How a year is proposed: the courses by their numbers on the days around the conferences, or all unscheduled. */
  courseDays: z.enum(['in-order', 'by-hand']).default('in-order'),
  courseDaysClause: key.default('silent-course-days'),
});
export type ScheduleRules = z.infer<typeof ScheduleRules>;

/** The whole of a program's rules, as data: what the leads can change without code. */
export const Policy = z
  .strictObject({
    format: z.literal(1),
    program: z.strictObject({
      name: text,
      title: text,
      organization: text,
      zone: text.refine(isZone, 'a time zone such as America/Chicago'),
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
    /** The cohorts so far, as the page names them: what starting the program brings. */
    cohorts: z.array(StatedCohort).max(200).default([]),
    schedule: ScheduleRules.prefault({}),
    completion: Completion,
    graduation: GraduationPolicy.prefault({}),
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

/** A policy as it held from a day on; decisions keep the version that they were made under. */
export interface PolicyVersion {
  readonly id: PolicyVersionId;
  /** 1, 2, 3 …, in the order of adoption. */
  readonly number: number;
  readonly effectiveOn: CivilDate;
  readonly document: JsonText<Policy>;
  readonly note: string;
  readonly adoptedAt: Instant;
  /** The design of the leads’ own that its document names; null: it names one that comes with the app. */
  readonly designId: CertificateDesignId | null;
}
