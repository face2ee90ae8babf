import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { CohortId, CourseId, MakeUpId, ParticipantId, SessionId } from '../../../shared/model/ids.ts';
import type { AssignedMakeUp, MakeUpOffer } from '../../../shared/views/progress.ts';
import type { Facts } from '../../call/facts.ts';
import { whyClosed } from '../../rules/progress/make-ups.ts';
import { sayList } from '../../rules/words.ts';
import { type Expecting, sessionPlan, sessionRow } from '../courses/sessions.ts';
import { promisedTo } from '../program/promised.ts';

/** The make-ups that a participant is assigned to, in the order of their days. */
export const makeUpsOf = (facts: Facts, participantId: ParticipantId): readonly AssignedMakeUp[] =>
  facts.database
    .all<{ id: MakeUpId; sessionId: SessionId; courseId: CourseId; note: string | null }>(
      `SELECT makeUp.id, sessionId, makeUp.courseId, note FROM makeUp JOIN session ON session.id = sessionId
       WHERE participantId = ? ORDER BY heldOn, startsAt, makeUp.id`,
      participantId,
    )
    .flatMap(({ id, sessionId, courseId, note }) => {
      const session = sessionRow(facts, sessionId);
      if (!session) return [];
      const { heldOn, startsAt, room, cohorts, when } = session;
      const names = sayList(
        cohorts.map(({ name }) => name),
        'and',
      );
      const isPast = when === 'past';
      return [{ makeUpId: id, courseId, sessionId, heldOn, startsAt, room, cohorts: names, note, isPast }];
    });

/** The sessions ahead at which a cohort's people can make courses up: those of other cohorts, the next first. */
export function offersFor(facts: Facts, cohortId: CohortId, courses: ReadonlySet<CourseId>): readonly MakeUpOffer[] {
  return sessionPlan(facts, facts.today)
    .filter(({ courseId, cohorts }) => courses.has(courseId) && cohorts.every(({ id }) => id !== cohortId))
    .map((session) => offerOf(facts, session, cohortId));
}

/** A session as an offer to someone of a cohort to make its course up. */
export function offerOf(facts: Facts, session: Expecting, cohortId: CohortId | null): MakeUpOffer {
  const { id, courseId, title, heldOn, startsAt, endsAt, room, cohorts, capacity, expected } = session;
  const seatsLeft = capacity === null ? null : Math.max(0, capacity - expected);
  const { today } = facts;
  const promised = cohortId === null ? facts.inForce : promisedTo(facts, cohortId);
  const whyNot = promised && whyClosed(promised.policy, { id, courseId, title, heldOn, seatsLeft }, today);
  const offer = { sessionId: id, courseId, title, heldOn, startsAt, endsAt, room, cohorts };
  return { ...offer, expected, capacity, seatsLeft, whyNot };
}

/** A session as it is offered in words: `Law on Tue, Feb 11, 2025 with Golf, 8:00 AM, Ballroom B`. */
export function sayOffer({ title, heldOn, startsAt, room, cohorts }: MakeUpOffer): string {
  const names = cohorts.map(({ name }) => name);
  const whom = names.length === 0 ? '' : ` with ${sayList(names, 'and')}`;
  return `${title} on ${sayDay(heldOn)}${whom}, ${sayClock(startsAt)}${room === null ? '' : `, ${room}`}`;
}
