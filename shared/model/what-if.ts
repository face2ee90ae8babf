import { z } from 'zod';
import { CivilDate } from './dates.ts';
import { ApplicationId } from './ids.ts';

/** So many people’s facts can be tried at once. */
export const mostTried = 100;

/** Other facts of one applicant, as a draft has them; a fact that is left out stays as it is. */
export const TriedFacts = z.strictObject({
  applicationId: ApplicationId,
  membership: z.string().max(100).nullable().optional(),
  highestPost: z.enum(['yes', 'no']).nullable().optional(),
  yearsInEducation: z.number().min(0).max(60).nullable().optional(),
  /** The day on which it would have been sent, at the hour at which it was. */
  sentOn: CivilDate.optional(),
  stands: z.boolean().optional(),
});
export type TriedFacts = z.infer<typeof TriedFacts>;

/** What a draft of the policy would do to one applicant. */
export type Move = 'gains-seat' | 'loses-seat' | 'other-standing' | 'other-tier' | 'other-place' | 'none';

/** How a move reads. */
export const sayMove: Record<Move, string> = {
  'gains-seat': 'Would gain a seat',
  'loses-seat': 'Would lose the seat',
  'other-standing': 'Would change standing',
  'other-tier': 'Another tier',
  'other-place': 'Another place',
  none: 'As now',
};
