import type { CohortId, ParticipantId, SessionId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';

/**
 * Of each participant who came from another cohort, the sessions that were held for it: those until the day of the move,
 * and all of a cohort from which they were deferred. What they attended there was their own cohort's then, whatever the
 * policy says of other cohorts' sessions. Most participants have none and are left out.
 */
export function earlierSessions(
  { database }: Facts,
  cohortId: CohortId,
): ReadonlyMap<ParticipantId, ReadonlySet<SessionId>> {
  const found = new Map<ParticipantId, Set<SessionId>>();
  for (const { id, sessionId } of database.all<{ id: ParticipantId; sessionId: SessionId }>(
    `SELECT participant.id, sessionCohort.sessionId
     FROM participant CROSS JOIN json_each(participant.cameFrom) came
     JOIN sessionCohort ON sessionCohort.cohortId = came.value ->> 'cohortId'
     JOIN session ON session.id = sessionCohort.sessionId AND heldOn <= came.value ->> 'until'
     WHERE participant.cohortId = ? AND participant.cameFrom IS NOT NULL
     UNION SELECT participant.id, sessionCohort.sessionId
     FROM participant JOIN participant earlier ON earlier.personId = participant.personId
       AND earlier.status = 'deferred' AND earlier.cohortId <> participant.cohortId
     JOIN sessionCohort ON sessionCohort.cohortId = earlier.cohortId
     WHERE participant.cohortId = ?`,
    cohortId,
    cohortId,
  )) {
    const theirs = found.get(id);
    if (theirs) theirs.add(sessionId);
    else found.set(id, new Set([sessionId]));
  }
  return found;
}
