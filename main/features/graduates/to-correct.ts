import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import { noteTables, openNotes, openPlaceNotes } from '../people/open-notes.ts';

/**
 * The graduates of whom a list left something to be corrected, by cohort, the newest first, and by name within each; of
 * one cohort, or of all.
 */
export function graduatesToCorrect(facts: Facts, cohortId: CohortId | null): readonly ParticipantId[] {
  const tables = [...noteTables, 'participant', 'cohort', 'recertificationDue', 'recertificationReceipt'] as const;
  return facts.cached(`graduates to correct ${cohortId}`, tables, () => {
    const { ofPerson } = openNotes(facts);
    const ofPlace = openPlaceNotes(facts);
    return facts.database
      .all<{ id: ParticipantId; personId: PersonId; cohortId: CohortId }>(
        `SELECT participant.id, participant.personId, participant.cohortId
         FROM (SELECT DISTINCT personId FROM importNote WHERE settledAt IS NULL) noted
         CROSS JOIN participant ON participant.personId = noted.personId AND participant.status = 'graduated'
         CROSS JOIN cohort ON cohort.id = participant.cohortId
         CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId
         ORDER BY coalesce(startsOn, opensOn, endsOn) DESC NULLS LAST, cohort.id DESC, sortName, participant.id`,
      )
      .filter(
        (row) =>
          (cohortId === null || row.cohortId === cohortId) && (ofPerson.has(row.personId) || ofPlace.has(row.id)),
      )
      .map(({ id }) => id);
  });
}
