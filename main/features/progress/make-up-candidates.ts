import type { CohortId, CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import type { MakeUpOffer, ProgressRow } from '../../../shared/views/progress.ts';
import type { Facts } from '../../call/facts.ts';
import { waitsForMakeUp, whyNotAssigned } from '../../rules/progress/make-ups.ts';
import { attendanceOf } from '../presence/queries.ts';
import { promisedTo } from '../program/promised.ts';
import { progressRows } from './rows.ts';

/** A participant who might make a course up, and why not. */
export interface MakeUpCandidate {
  readonly row: ProgressRow;
  readonly whyNot: string | null;
}

/** Who of a cohort waits for a make-up of a course, by name. */
export const whoWaits = (facts: Facts, cohortId: CohortId, courseId: CourseId): readonly ProgressRow[] =>
  progressRows(facts, cohortId).filter(
    ({ status, courses }) =>
      status === 'enrolled' && courses.some((course) => course.courseId === courseId && waitsForMakeUp(course)),
  );

/** Those of a cohort's participants who are named, by name, with what stands against their going to a session. */
export function candidatesFor(
  facts: Facts,
  cohort: { readonly id: CohortId; readonly name: string },
  participantIds: ReadonlySet<ParticipantId>,
  session: MakeUpOffer,
): readonly MakeUpCandidate[] {
  const { today } = facts;
  const promised = promisedTo(facts, cohort.id);
  const attendance = attendanceOf(facts, cohort.id);
  return progressRows(facts, cohort.id)
    .filter(({ participantId }) => participantIds.has(participantId))
    .flatMap((row) => {
      const seen = attendance.get(row.participantId);
      if (!promised || !seen) return [];
      const who = { name: row.name, cohortName: cohort.name, attendance: seen };
      return [{ row, whyNot: whyNotAssigned(promised.policy, who, { ...session, id: session.sessionId }, today) }];
    });
}
