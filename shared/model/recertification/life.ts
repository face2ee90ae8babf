import { z } from 'zod';
import { PolicyKey, PolicyText } from '../clause.ts';
import { Cents } from '../money.ts';
import { Credit, Span } from './amounts.ts';
import { Requirement } from './requirement.ts';

/**
 * A fee. `renewal`: paid once a cycle. `late`: besides, where a cycle is completed after its end. `yearly`: paid for each
 * year of it. `entry`: evidence counts only from the day on which it is paid. `reinstatement`: paid to come back.
 */
export const RecertificationFee = z.strictObject({
  key: PolicyKey,
  title: PolicyText,
  kind: z.enum(['renewal', 'late', 'yearly', 'entry', 'reinstatement']),
  amount: Cents,
  clause: PolicyKey,
});
export type RecertificationFee = z.infer<typeof RecertificationFee>;

/** A time after the certificate stopped being good in which its holder may still put things right, without the title. */
export const Suspension = z.strictObject({
  length: Span,
  /** Whether what is earned meanwhile counts toward the cycle that ended. */
  earning: z.enum(['counts', 'does-not-count']),
  clause: PolicyKey,
});
export type Suspension = z.infer<typeof Suspension>;

/** A way back for whoever was away no longer than `awayUpTo`; null: however long. The first that fits is the one. */
export const WayBack = z.strictObject({
  awayUpTo: Span.nullable(),
  /** So much credit for each year away that has begun, and no more than `most` in all; null: none. */
  perYear: z
    .strictObject({
      credit: Credit,
      most: Credit.nullable(),
      /** Parts of it that must be of a category, in percent. */
      shares: z
        .array(z.strictObject({ category: PolicyKey, percent: z.int().min(1).max(100), clause: PolicyKey }))
        .max(20)
        .default([]),
    })
    .nullable()
    .default(null),
  /** What is asked for besides. */
  requirement: Requirement.nullable().default(null),
  /** Only what was earned so long before coming back counts; null: what was earned since leaving. */
  lookBack: Span.nullable().default(null),
  clause: PolicyKey,
});
export type WayBack = z.infer<typeof WayBack>;

export const ExtensionRules = z.strictObject({
  longest: Span,
  fee: Cents.default(Cents.parse(0)),
  twiceInARow: z.enum(['allowed', 'not-allowed']).default('not-allowed'),
  /** Whether the next cycle counts from the extended end, or from the end as it was. */
  next: z.enum(['from-extended-end', 'from-old-end']).default('from-old-end'),
  clause: PolicyKey,
});
export type ExtensionRules = z.infer<typeof ExtensionRules>;

export const AuditRules = z.strictObject({
  /** How many are drawn, in hundredths of a percent of those whose cycle is looked at: 500 are 5 %. */
  share: z.int().min(0).max(10_000),
  answerWithin: Span,
  /** Whether a cycle under audit counts as completed meanwhile. */
  meanwhile: z.enum(['counts', 'withheld']),
  /** What silence past the last day to answer does. A failed audit does the same. */
  silence: z.enum(['not-completed', 'suspended', 'revoked']),
  clause: PolicyKey,
});
export type AuditRules = z.infer<typeof AuditRules>;

export const LifeRules = z.strictObject({
  suspension: Suspension.nullable().default(null),
  /** How long after the certificate stopped being good, and any suspension, it lapses; null: never by itself. */
  lapse: Span.nullable().default(null),
  lapseClause: PolicyKey,
  /** Whether completing a cycle after the lapse renews all the same, or only a lead's reinstatement does. */
  afterLapse: z.enum(['completion-renews', 'reinstatement']).default('reinstatement'),
  waysBack: z.array(WayBack).max(10).default([]),
  reinstatementClause: PolicyKey,
  /** After inactive, retired or exempt: a new cycle begins on the return, or the old one goes on. */
  onReturn: z.enum(['new-cycle', 'same-cycle']).default('new-cycle'),
  onReturnClause: PolicyKey,
  /** Whether a cycle whose evidence is all in and waits for review counts as provisionally renewed past its end. */
  inReview: z.enum(['provisional', 'does-not-count']).default('provisional'),
  inReviewClause: PolicyKey,
  extension: ExtensionRules.nullable().default(null),
  audit: AuditRules.nullable().default(null),
});
export type LifeRules = z.infer<typeof LifeRules>;
