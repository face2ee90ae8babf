import { countOf } from '../../../shared/model/counts.ts';
import type { Course, Session, SessionCohort } from '../../../shared/model/courses.ts';
import { addDays, sayClock, sayDay } from '../../../shared/model/dates.ts';
import { type CohortId, SessionCohortId, type SessionId } from '../../../shared/model/ids.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import { isOvernight, overlap, skippedTo } from '../../../shared/model/session-hours.ts';
import type { Facts } from '../../call/facts.ts';
import { insert } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { courseHeld } from '../program/promised.ts';
import { noSuchCohort } from './queries.ts';
import { sessionPlan } from './sessions.ts';

type Refusal = { readonly ok: false; readonly problem: Problem };
/** All that is planned of a session. */
export type SessionPlan = Omit<Session, 'id'> & { readonly cohortIds: readonly CohortId[] };

/** That a session is held for a cohort. */
export const heldFor = ({ database }: Facts, sessionId: SessionId, cohortId: CohortId) =>
  insert('sessionCohort', {
    id: SessionCohortId.parse(idFor(database, 'sessionCohort', { sessionId, cohortId })),
    sessionId,
    cohortId,
  });

/** The course of a plan, as its cohorts were promised it; undefined where no policy that holds there has it. */
export const courseOfSession = (
  facts: Facts,
  { courseId, heldOn, cohortIds }: Pick<SessionPlan, 'courseId' | 'heldOn' | 'cohortIds'>,
): Course | undefined => courseHeld(facts, { courseId, heldOn, cohortIds });

/** Why a session can't be planned so; null where it can. Sessions that are being moved along are not in its way. */
export function whyNot(
  facts: Facts,
  plan: SessionPlan,
  course: Course | undefined,
  moving: readonly SessionId[] = [],
): Refusal | null {
  const { database } = facts;
  if (!course) return refuse('That course is not in the program’s policy. Choose one of its courses.');
  if (plan.endsAt === plan.startsAt) {
    return refuse(
      `The session begins at ${sayClock(plan.startsAt)} and would end at the same time. Choose a later end time.`,
    );
  }
  const skipped = skippedTimes(plan, facts.zone);
  if (skipped !== null) return refuse(skipped);
  const { conferenceId, cohortIds } = plan;
  if (conferenceId !== null && !database.get('SELECT id FROM conference WHERE id = ?', conferenceId)) {
    return refuse('That conference no longer exists. Choose another one, or none.');
  }
  if (cohortIds.some((id) => !database.get('SELECT id FROM cohort WHERE id = ?', id))) return refuse(noSuchCohort);
  // A cohort is in one place at a time, and takes a course once a day.
  for (const other of sessionPlan(facts)) {
    if (moving.includes(other.id) || other.heldOn !== plan.heldOn) continue;
    const shared = other.cohorts.filter(({ id }) => cohortIds.includes(id)).map(({ name }) => name);
    if (shared.length === 0) continue;
    const names = shared.join(' and ');
    const day = sayDay(other.heldOn);
    if (other.courseId === plan.courseId) {
      return refuse(`${course.title} is already scheduled for ${names} on ${day}. Change that session instead.`);
    }
    if (overlap(other, plan)) {
      const hours = `${sayClock(other.startsAt)} to ${sayClock(other.endsAt)}`;
      return refuse(`On ${day}, ${names} has ${other.title} from ${hours}. Choose other hours or another day.`);
    }
  }
  return null;
}

/** Clocks that go forward skip an hour: a session can't begin or end in it. Null: both times are on the clock. */
function skippedTimes(plan: SessionPlan, zone: string): string | null {
  const lastDay = isOvernight(plan) ? addDays(plan.heldOn, 1) : plan.heldOn;
  for (const [day, clock] of [[plan.heldOn, plan.startsAt] as const, [lastDay, plan.endsAt] as const]) {
    const shown = skippedTo(day, clock, zone);
    if (shown === null) continue;
    return `There is no ${sayClock(clock)} on ${sayDay(day)}: clocks go forward then, to ${sayClock(shown)}. Choose another time.`;
  }
  return null;
}

/** Whoever was checked in stays on the session: a cohort with people in it can't be taken off. */
export function whyNotWithout(
  { database }: Facts,
  sessionId: SessionId,
  gone: readonly Pick<SessionCohort, 'cohortId'>[],
): Refusal | null {
  for (const { cohortId } of gone) {
    const came = database.get<{ n: number; name: string }>(
      `SELECT count(DISTINCT event.personId) AS n, cohort.name FROM attendanceEvent event
       JOIN participant ON participant.personId = event.personId AND participant.cohortId = ?
       JOIN cohort ON cohort.id = participant.cohortId
       WHERE event.sessionId = ? AND event.kind = 'check-in' AND ${notAnnulled}`,
      cohortId,
      sessionId,
    );
    if (came && came.n > 0) {
      const people = came.n === 1 ? 'One participant' : countOf(came.n, 'participant');
      return refuse(
        `${people} of ${came.name} attended this session, so it stays with ${came.name}. Undo their check-ins first.`,
      );
    }
  }
  return null;
}

/** Whoever is assigned to a session to make its course up must have it taken back before it goes or changes its course. */
export function whyNotWithMakeUps({ database }: Facts, sessionId: SessionId): Refusal | null {
  const assigned =
    database.get<{ n: number }>('SELECT count(*) AS n FROM makeUp WHERE sessionId = ?', sessionId)?.n ?? 0;
  if (assigned === 0) return null;
  const who = assigned === 1 ? 'One participant makes' : countOf(assigned, 'participant makes', 'participants make');
  return refuse(`${who} up the course at this session. Remove that under Progress first.`);
}
