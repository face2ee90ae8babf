import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { LetterKind } from '../../../shared/model/letters.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import { currentCohort } from '../current-cohort/queries.ts';

/** Letters of the current cohort that wait to be written. */
export function letterSteps(facts: Facts): NextStep[] {
  const cohort = currentCohort(facts);
  if (!cohort) return [];
  const { accepted, declined, offered } = unwritten(facts, cohort.id);
  const step = (kind: LetterKind, sentence: string, urgency: NextStep['urgency']): NextStep => ({
    key: `letters ${kind}`,
    sentence,
    action: 'Write',
    path: `/letters/${cohort.id}?show=${kind}`,
    urgency,
  });
  return [
    ...(offered > 0
      ? [step('seat-offered', `${countOf(offered, 'offered seat has', 'offered seats have')} no letter yet`, 'soon')]
      : []),
    ...(accepted > 0
      ? [
          step(
            'accepted',
            `${countOf(accepted, 'accepted applicant has', 'accepted applicants have')} no letter yet`,
            'soon',
          ),
        ]
      : []),
    ...(declined > 0
      ? [
          step(
            'declined',
            `${countOf(declined, 'declined applicant has', 'declined applicants have')} no letter yet`,
            'calm',
          ),
        ]
      : []),
  ];
}

/** How many of a cohort have no letter, counted by SQLite alone, because Today asks after every command. */
function unwritten({ database, cached, today }: Facts, cohortId: CohortId) {
  const tables = ['application', 'participant', 'seatOffer', 'letter'] as const;
  return cached(`unwritten letters ${cohortId} ${today}`, tables, () => {
    const decided = database.get<{ accepted: number; declined: number }>(
      `SELECT count(*) FILTER (WHERE status = 'accepted' AND NOT EXISTS (
           SELECT 1 FROM participant WHERE participant.personId = application.personId
             AND participant.cohortId = application.cohortId AND participant.status = 'graduated')) AS accepted,
         count(*) FILTER (WHERE status = 'declined') AS declined
       FROM application WHERE cohortId = ? AND status IN ('accepted', 'declined') AND NOT EXISTS (
         SELECT 1 FROM letter WHERE letter.cohortId = application.cohortId AND letter.kind = application.status
           AND letter.personId = application.personId AND occasion = '')`,
      cohortId,
    );
    const offers = database.get<{ offered: number }>(
      `SELECT count(DISTINCT application.id) AS offered FROM seatOffer JOIN application ON application.id = applicationId
       WHERE application.cohortId = ? AND answer = 'open' AND replyBy >= ? AND application.status <> 'accepted'
         AND NOT EXISTS (SELECT 1 FROM letter WHERE kind = 'seat-offered' AND occasion = seatOffer.id
           AND letter.cohortId = application.cohortId AND letter.personId = application.personId)`,
      cohortId,
      today,
    );
    return { accepted: 0, declined: 0, offered: 0, ...decided, ...offers };
  });
}
