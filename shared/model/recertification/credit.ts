import { z } from 'zod';
import { PolicyKey, PolicyText } from '../clause.ts';
import { Credit, Span } from './amounts.ts';
import { Delivery } from './facts.ts';

/** How often the same activity, known by its key, counts. `first-delivery`: only the first time that it was ever held. */
export const Repeats = z.enum(['always', 'once-a-cycle', 'once-ever', 'first-delivery']);
export type Repeats = z.infer<typeof Repeats>;

/** A kind of credit. Categories form a tree: what counts in one counts in those above it, within the most of each. */
export const Category = z.strictObject({
  key: PolicyKey,
  title: PolicyText,
  clause: PolicyKey,
  /** The category that this one is a part of; null: of none. */
  within: PolicyKey.nullable().default(null),
  /** The most that counts in a cycle, a year of it, and of one activity; null: no limit. */
  most: Credit.nullable().default(null),
  mostAYear: Credit.nullable().default(null),
  mostEach: Credit.nullable().default(null),
  /** Where credit past the most goes instead; null: nowhere. */
  overflow: PolicyKey.nullable().default(null),
  /** Credit given for one of what is claimed, in hundredths: 100 is 1:1, 50 two hours for a point. */
  value: z.int().min(1).max(10_000).default(100),
  /** An activity counts in whole steps of this, and from the least on. */
  step: Credit.default(Credit.parse(1)),
  leastEach: Credit.default(Credit.parse(0)),
  repeats: Repeats.default('always'),
  unpaidOnly: z.boolean().default(false),
  /** How it may be held; empty: any way. */
  deliveries: z.array(Delivery).max(3).default([]),
  preApproval: z.enum(['not-needed', 'needed']).default('not-needed'),
  /** How much of an activity must be about what the policy asks for, in percent. */
  leastRelevance: z.int().min(0).max(100).default(0),
});
export type Category = z.infer<typeof Category>;

/** Credit past what a cycle asked for that counts in the next one. */
export const CarryOver = z.strictObject({
  most: Credit,
  /** Only what was earned so long before the end; null: any. */
  earnedWithin: Span.nullable().default(null),
  /** Only of these categories, with those below them; empty: any. */
  from: z.array(PolicyKey).max(40).default([]),
  /** The category it counts in next; null: in none, only in the total. */
  into: PolicyKey.nullable().default(null),
  clause: PolicyKey,
});
export type CarryOver = z.infer<typeof CarryOver>;
