import { countOf } from '../../../shared/model/counts.ts';
import type { Session, SessionCohort } from '../../../shared/model/courses.ts';
import { sayDay, sayShortDay } from '../../../shared/model/dates.ts';
import { SessionId } from '../../../shared/model/ids.ts';
import type { Note } from '../../../shared/model/notes.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { courseOfSession, heldFor, whyNot, whyNotWithMakeUps, whyNotWithout } from './checks.ts';
import { addConference, removeConference, reviseConference } from './conferences.ts';
import { noSuchSession, sessionRow } from './sessions.ts';
import { planYear } from './year-commands.ts';

const planSession: Command<'courses.planSession'> = (facts, { cohortIds: given, ...facets }) => {
  const cohortIds = [...new Set(given)];
  const plan = { ...facets, cohortIds };
  const course = courseOfSession(facts, plan);
  const refusal = whyNot(facts, plan, course);
  if (refusal) return refusal;
  const id = SessionId.parse(facts.newId());
  return {
    ok: true,
    label: `Scheduled ${course?.title} on ${sayDay(plan.heldOn)}`,
    changes: [insert('session', { id, ...facets }), ...cohortIds.map((cohortId) => heldFor(facts, id, cohortId))],
    value: { sessionId: id },
  };
};

const reviseSession: Command<'courses.reviseSession'> = (facts, { sessionId, ...given }) => {
  const { database } = facts;
  const session = database.get<Session>('SELECT * FROM session WHERE id = ?', sessionId);
  if (!session) return refuse(noSuchSession);
  const links = database.all<SessionCohort>('SELECT * FROM sessionCohort WHERE sessionId = ?', sessionId);
  const cohortIds = [...new Set(given.cohortIds ?? links.map(({ cohortId }) => cohortId))];
  const facets: Omit<Session, 'id'> = {
    courseId: given.courseId ?? session.courseId,
    conferenceId: given.conferenceId === undefined ? session.conferenceId : given.conferenceId,
    heldOn: given.heldOn ?? session.heldOn,
    startsAt: given.startsAt ?? session.startsAt,
    endsAt: given.endsAt ?? session.endsAt,
    room: given.room === undefined ? session.room : given.room,
    instructors: given.instructors === undefined ? session.instructors : given.instructors,
    hours: given.hours === undefined ? session.hours : given.hours,
    capacity: given.capacity === undefined ? session.capacity : given.capacity,
  };
  const course = courseOfSession(facts, { ...facets, cohortIds });
  const gone = links.filter(({ cohortId }) => !cohortIds.includes(cohortId));
  const refusal =
    whyNot(facts, { ...facets, cohortIds }, course, [sessionId]) ??
    whyNotWithout(facts, sessionId, gone) ??
    (facets.courseId === session.courseId ? null : whyNotWithMakeUps(facts, sessionId));
  if (refusal) return refusal;
  const added = cohortIds.filter((id) => !links.some(({ cohortId }) => cohortId === id));
  return {
    ok: true,
    label:
      facets.heldOn === session.heldOn
        ? `Changed the session of ${course?.title} on ${sayDay(facets.heldOn)}`
        : `Moved ${course?.title} from ${sayShortDay(session.heldOn)} to ${sayDay(facets.heldOn)}`,
    changes: [
      update('session', sessionId, facets),
      ...gone.map(({ id }) => remove('sessionCohort', id)),
      ...added.map((cohortId) => heldFor(facts, sessionId, cohortId)),
    ],
    value: null,
  };
};

const removeSession: Command<'courses.removeSession'> = (facts, { sessionId }) => {
  const { database } = facts;
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  const events = database.get<{ n: number }>(
    'SELECT count(*) AS n FROM attendanceEvent WHERE sessionId = ?',
    sessionId,
  );
  if (events && events.n > 0) {
    const came = session.present + session.guests;
    const why =
      came > 0
        ? `${came === 1 ? 'One person is' : countOf(came, 'person is', 'people are')} checked in to this session`
        : 'This session has check-ins on record, even though they were undone';
    return refuse(
      `${why}, and attendance is never deleted. Change its day, its hours or its course instead, or undo the check-ins in History first.`,
    );
  }
  const refusal = whyNotWithMakeUps(facts, sessionId);
  if (refusal) return refusal;
  const links = database.all<SessionCohort>('SELECT * FROM sessionCohort WHERE sessionId = ?', sessionId);
  const notes = database.all<Pick<Note, 'id'>>('SELECT id FROM note WHERE sessionId = ?', sessionId);
  return {
    ok: true,
    label: `Took ${session.title} on ${sayDay(session.heldOn)} off the schedule`,
    changes: [
      ...links.map(({ id }) => remove('sessionCohort', id)),
      ...notes.map(({ id }) => remove('note', id)),
      remove('session', sessionId),
    ],
    value: null,
  };
};

/** Lets two sessions trade their days and conferences; hours, rooms and all else stay with each. */
const swapSessions: Command<'courses.swapSessions'> = (facts, { sessionId, otherId }) => {
  const [one, other] = [sessionRow(facts, sessionId), sessionRow(facts, otherId)];
  if (!one || !other) return refuse(noSuchSession);
  if (one.heldOn === other.heldOn) {
    return refuse(
      `${one.title} and ${other.title} are both on ${sayDay(one.heldOn)}. Change the hours of one instead.`,
    );
  }
  const moving = [one.id, other.id];
  for (const [session, { heldOn, conferenceId }] of [[one, other] as const, [other, one] as const]) {
    const plan = { ...session, heldOn, conferenceId, cohortIds: session.cohorts.map(({ id }) => id) };
    const refusal = whyNot(facts, plan, courseOfSession(facts, plan), moving);
    if (refusal) return refusal;
  }
  return {
    ok: true,
    label: `Swapped the days of ${one.title} (${sayShortDay(one.heldOn)}) and ${other.title} (${sayShortDay(other.heldOn)})`,
    changes: [
      update('session', one.id, { heldOn: other.heldOn, conferenceId: other.conferenceId }),
      update('session', other.id, { heldOn: one.heldOn, conferenceId: one.conferenceId }),
    ],
    value: null,
  };
};

type SessionCalls =
  | 'courses.planSession'
  | 'courses.reviseSession'
  | 'courses.swapSessions'
  | 'courses.removeSession'
  | 'courses.planYear';
type ConferenceCalls = 'courses.addConference' | 'courses.reviseConference' | 'courses.removeConference';

export const courseCommands: Pick<Handlers, SessionCalls | ConferenceCalls> = {
  'courses.addConference': addConference,
  'courses.reviseConference': reviseConference,
  'courses.removeConference': removeConference,
  'courses.planSession': planSession,
  'courses.planYear': planYear,
  'courses.reviseSession': reviseSession,
  'courses.swapSessions': swapSessions,
  'courses.removeSession': removeSession,
};
