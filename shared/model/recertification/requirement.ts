import { z } from 'zod';
import { PolicyKey } from '../clause.ts';
import { Credit } from './amounts.ts';

/** What credit is counted: all of it, that of a category with those below it, or that of a strand. */
export const CreditOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('total') }),
  z.strictObject({ kind: z.literal('category'), category: PolicyKey }),
  z.strictObject({ kind: z.literal('strand'), strand: PolicyKey }),
]);
export type CreditOf = z.infer<typeof CreditOf>;

const all = z.strictObject({
  kind: z.literal('all'),
  clause: PolicyKey,
  get of() {
    return z.array(Requirement).min(1).max(40);
  },
});

const some = z.strictObject({
  kind: z.literal('some'),
  /** How many of them: 1 is any of. */
  count: z.int().min(1).max(40),
  clause: PolicyKey,
  get of() {
    return z.array(Requirement).min(1).max(40);
  },
});

const credit = z.strictObject({
  kind: z.literal('credit'),
  of: CreditOf,
  least: Credit,
  /** For the whole cycle, or in each of its years, counted back from its end. */
  per: z.enum(['cycle', 'year']).default('cycle'),
  clause: PolicyKey,
});

const item = z.strictObject({ kind: z.literal('item'), item: PolicyKey, clause: PolicyKey });

/** What a cycle asks for, as a tree. */
export type Requirement =
  | { kind: 'all'; clause: string; of: Requirement[] }
  | { kind: 'some'; count: number; clause: string; of: Requirement[] }
  | z.infer<typeof credit>
  | z.infer<typeof item>;

export const Requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.discriminatedUnion('kind', [all, some, credit, item]),
);
