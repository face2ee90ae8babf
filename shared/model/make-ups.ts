import type { Instant } from './dates.ts';
import type { CourseId, MakeUpId, ParticipantId, SessionId } from './ids.ts';

/** A course that a participant is to make up at a session, as a rule another cohort's. */
export interface MakeUp {
  readonly id: MakeUpId;
  readonly participantId: ParticipantId;
  readonly courseId: CourseId;
  readonly sessionId: SessionId;
  readonly assignedAt: Instant;
  readonly note: string | null;
}
