import { z } from 'zod';
import { countOf, sayCount } from '../counts.ts';

/**
 * An amount of hours, points or credits in whole hundredths, never a fraction: 1.25 hours are 125. From nothing to
 * 10,000 hours.
 */
export const Credit = z.int().min(0).max(1_000_000).brand<'Credit'>();
export type Credit = z.infer<typeof Credit>;

/** The most that one piece of evidence may claim: 1,000 hours. */
export const mostClaimed = 100_000;

/** What one piece of evidence claims or is given: more than nothing would be too strict, since a reviewer may give nothing. */
export const ClaimedCredit = Credit.max(mostClaimed, 'no more than 1,000 at a time');

export const noCredit = Credit.parse(0);

/** A sum of credits; a total of many may pass the bound of a single one. */
// Whole hundredths add up to whole hundredths: the brand has no other way in for a total past the bound.
export const creditOf = (hundredths: number): Credit => Math.max(0, Math.round(hundredths)) as Credit;

/** An amount as people write it, without its unit: `8`, `2.5`, `0.25`. */
export const sayCredit = (credit: Credit): string => sayCount(credit / 100);

/** A stretch of the calendar. Months and years keep the day, and end on the last of a month that has none of that number. */
export const Span = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('days'), count: z.int().min(0).max(3_660) }),
  z.strictObject({ unit: z.literal('months'), count: z.int().min(0).max(240) }),
  z.strictObject({ unit: z.literal('years'), count: z.int().min(0).max(20) }),
]);
export type Span = z.infer<typeof Span>;

export const noTime: Span = { unit: 'days', count: 0 };

const unitNames = { days: 'day', months: 'month', years: 'year' } as const;

/** A stretch of the calendar in words: `90 days`, `1 year`. */
export const saySpan = ({ unit, count }: Span): string => countOf(count, unitNames[unit]);
