import type { z } from 'zod';
import { type PersonId, rowId } from './ids.ts';

export const UnlistedId = rowId('UnlistedId');
export type UnlistedId = z.infer<typeof UnlistedId>;

/** That someone is left off the list of graduates that the program publishes. */
export interface Unlisted {
  readonly id: UnlistedId;
  readonly personId: PersonId;
  /** Why, where someone said so. */
  readonly reason: string | null;
}
