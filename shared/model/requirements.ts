import type { z } from 'zod';
import type { CivilDate } from './dates.ts';
import { type ParticipantId, rowId } from './ids.ts';

export const MetRequirementId = rowId('MetRequirementId');
export type MetRequirementId = z.infer<typeof MetRequirementId>;

/** That a participant has met a requirement of the leads' checklist. */
export interface MetRequirement {
  readonly id: MetRequirementId;
  readonly participantId: ParticipantId;
  /** The key that the policy gives the requirement. */
  readonly requirementId: string;
  readonly metOn: CivilDate;
  readonly note: string | null;
}
