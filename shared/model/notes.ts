import { z } from 'zod';
import type { Instant } from './dates.ts';
import { CohortId, PersonId, rowId, SessionId } from './ids.ts';

export const NoteId = rowId('NoteId');
export type NoteId = z.infer<typeof NoteId>;

/** What a lead wrote down about one person, one cohort, or one session: exactly one of the three ids is set. */
export interface Note {
  readonly id: NoteId;
  readonly personId: PersonId | null;
  readonly cohortId: CohortId | null;
  readonly sessionId: SessionId | null;
  readonly text: string;
  readonly writtenAt: Instant;
}

/** What a note is about. */
export const NoteSubject = z.union([
  z.strictObject({ personId: PersonId }),
  z.strictObject({ cohortId: CohortId }),
  z.strictObject({ sessionId: SessionId }),
]);
export type NoteSubject = z.infer<typeof NoteSubject>;

/** How many characters a note may have: some ten pages. */
export const longestNote = 20_000;
