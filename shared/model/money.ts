import { z } from 'zod';
import { sayCount } from './counts.ts';

/** An amount of US dollars in whole cents, never a fraction. */
export const Cents = z.int().min(0).max(100_000_000).brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;

export const noCents = Cents.parse(0);

/** The sum of amounts. A total of many may pass the bound of a single one. */
export const sumCents = (amounts: readonly Cents[]): Cents =>
  // Whole cents add up to whole cents; the brand has no other way in for a total past the bound.
  amounts.reduce<number>((sum, cents) => sum + cents, 0) as Cents;

/** So many times an amount. */
export const timesCents = (cents: Cents, times: number): Cents => (cents * times) as Cents;

/** One amount less another, never below nothing. */
export const lessCents = (cents: Cents, less: Cents): Cents => Math.max(0, cents - less) as Cents;

/** An amount as people write it: `$75`, `$12.50`. */
export function sayCents(cents: Cents): string {
  const dollars = sayCount(Math.floor(cents / 100));
  return cents % 100 === 0 ? `$${dollars}` : `$${dollars}.${String(cents % 100).padStart(2, '0')}`;
}
