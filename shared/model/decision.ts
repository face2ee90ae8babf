import { z } from 'zod';

const reasonOutcomes = ['met', 'unmet', 'not-needed', 'unknown', 'order', 'overruled'] as const;

/** One reason of a decision: what was asked, how it came out, and the fact that was seen. */
export const Reason = z.strictObject({
  outcome: z.enum(reasonOutcomes),
  /** A sentence a person can read aloud: “ALET Delegate Member”. */
  sentence: z.string(),
  /** The fact as it was seen and where it came from: “answered “delegate member””; empty where none was. */
  seen: z.string(),
  /** The clause of the policy that asks it. */
  clause: z.string(),
});
export type Reason = z.infer<typeof Reason>;
