import { z } from 'zod';

/** An amount of US dollars in whole cents, never a fraction. */
export const Cents = z.int().min(0).max(100_000_000).brand<'Cents'>();
export type Cents = z.infer<typeof Cents>;

/** An amount as people write it: `$75`, `$12.50`. */
export function sayCents(cents: Cents): string {
  const dollars = Math.floor(cents / 100).toLocaleString('en-US');
  return cents % 100 === 0 ? `$${dollars}` : `$${dollars}.${String(cents % 100).padStart(2, '0')}`;
}
