import { z } from 'zod';

/** Words of a policy: at least one sign, and no more than a long paragraph. */
export const PolicyText = z.string().trim().min(1).max(2_000);

/** What a part of a policy is called where another part names it. */
export const PolicyKey = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'lower case letters, digits and hyphens');

/** A sentence of the program's rules, or a point on which the program is silent and the leads chose. */
export const Clause = z.strictObject({
  id: PolicyKey,
  title: PolicyText,
  text: PolicyText,
  /** `page`: the program states it; `silent`: it does not, and this is a setting of the leads. */
  source: z.enum(['page', 'silent']),
});
export type Clause = z.infer<typeof Clause>;
