import { z } from 'zod';
import { PolicyKey, PolicyText } from '../clause.ts';
import { CivilDate } from '../dates.ts';
import { noTime, Span } from './amounts.ts';
import { Requirement } from './requirement.ts';

/** A day of every year: the last one of a month where the month is shorter, so that February 29 is the 28th in most years. */
const YearDay = z.strictObject({
  kind: z.literal('year-end'),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});

/**
 * Which day a cycle ends on, its length after its beginning. `anniversary`: that day itself, or the day before it;
 * `birth-month`: the last day of the person's birth month; `year-end`: the last day of a fiscal, school or calendar year.
 */
export const CycleEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('anniversary'), lastDay: z.enum(['same-day', 'day-before']) }),
  z.strictObject({ kind: z.literal('birth-month') }),
  YearDay,
]);
export type CycleEnd = z.infer<typeof CycleEnd>;

/** When cycles begin and end, and how one follows another. */
export const CycleRules = z.strictObject({
  /** The day that the first cycle counts from. */
  begins: z.enum(['graduation', 'issue', 'exam']),
  ends: CycleEnd,
  /** Null: a cycle ends only where an adjustment, or a lead, states its last day. */
  length: Span.nullable(),
  clause: PolicyKey,
  /** Where a first cycle of full length would end between two ends of a year: at the later one, the earlier one, or the one in that calendar year. */
  first: z.enum(['prolonged', 'shortened', 'in-that-year']).default('prolonged'),
  /** What a first cycle asks for: all, by its months in proportion to its full length, or nothing. */
  firstAsks: z.enum(['all', 'in-proportion', 'nothing']).default('all'),
  firstClause: PolicyKey,
  /** Whether a next cycle begins by itself. */
  repeats: z.boolean().default(true),
  repeatsClause: PolicyKey,
  /** Where a cycle ends without being completed: the certificate hangs on it until it is, or the next cycle begins and it stays missed. */
  missed: z.enum(['holds', 'goes-on']).default('holds'),
  missedClause: PolicyKey,
  /** After completion before the end: the end stays; it moves to the day of completion; or the next begins the day after and the end stays. */
  early: z.enum(['keep-end', 'move-end', 'next-day-keep-end']).default('keep-end'),
  earlyClause: PolicyKey,
  /** After completion past the end: the next cycle counts from the old end, which makes it shorter, or from the completion. */
  late: z.enum(['keep-end', 'move-end']).default('keep-end'),
  lateClause: PolicyKey,
  /**
   * The shortest that may be left of a cycle counted from an old end, from a late completion on; where less would be left,
   * it ends a length later. So a completion 25 months late ends in the future.
   */
  shortest: Span.default({ unit: 'days', count: 1 }),
  /** How long before the end a cycle can be completed; null: from its first day. */
  windowOpens: Span.nullable().default(null),
  windowClause: PolicyKey,
});
export type CycleRules = z.infer<typeof CycleRules>;

const Days = z.strictObject({ from: CivilDate.nullable(), to: CivilDate.nullable() });

/**
 * A line of a transition table, a date stated for a cohort, or a relief: for whom and for which cycle, and what is
 * different then. Every condition must hold; null: any.
 */
export const Adjustment = z.strictObject({
  clause: PolicyKey,
  cohort: PolicyText.nullable().default(null),
  cycle: z.int().min(1).max(99).nullable().default(null),
  /** The first day of the cycle is within these days, both included. */
  begins: Days.nullable().default(null),
  /** The last day of the cycle, as it would otherwise be, is within these days, both included. */
  ends: Days.nullable().default(null),
  /** The last day instead. */
  endOn: CivilDate.nullable().default(null),
  /** So much later. */
  longer: Span.default(noTime),
  /** What is asked for instead. */
  requirement: Requirement.nullable().default(null),
});
export type Adjustment = z.infer<typeof Adjustment>;

/**
 * One of the four clocks of a cycle: a day `after` its end, with a grace. What comes after the grace doesn't count where
 * the clock is firm; where it is not, it counts and is late.
 */
export const Clock = z.strictObject({
  after: Span.default(noTime),
  grace: Span.default(noTime),
  firm: z.boolean().default(true),
  clause: PolicyKey,
});
export type Clock = z.infer<typeof Clock>;

export const Clocks = z.strictObject({
  /** Until when an activity counts. A grace here is one in which earning counts. */
  earn: Clock,
  /** Until when evidence comes in. */
  submit: Clock,
  /** Until when fees are paid. */
  pay: Clock,
  /** Until when the certificate is good. */
  expire: Clock,
});
export type Clocks = z.infer<typeof Clocks>;
