import type { Conference, Course, Session, SessionCohort } from '../../shared/model/courses.ts';
import { sayClock, sayDay, sayShortDay } from '../../shared/model/dates.ts';
import { type CohortId, ConferenceId, SessionCohortId, SessionId } from '../../shared/model/ids.ts';
import { fold } from '../../shared/model/people.ts';
import { type Problem, refuse } from '../../shared/model/result.ts';
import { insert, remove, update } from '../changes/change.ts';
import type { Facts } from '../facts.ts';
import type { Command, Handlers } from '../handler.ts';
import { noSuchSession } from '../queries/attendance.ts';
import { noSuchCohort } from '../queries/courses.ts';
import { sessionRow, sessionRows } from '../queries/sessions.ts';

type Refusal = { readonly ok: false; readonly problem: Problem };
type Plan = Omit<Session, 'id'> & { readonly cohortIds: readonly CohortId[] };

const addConference: Command<'courses.addConference'> = (facts, { name, startsOn, endsOn, place }) => {
  if (endsOn < startsOn) {
    return refuse(
      `${name} ends on ${sayDay(endsOn)}, before it begins on ${sayDay(startsOn)}. Change one of the days.`,
    );
  }
  const known = facts.database
    .all<Conference>('SELECT * FROM conference WHERE startsOn <= ? AND endsOn >= ?', endsOn, startsOn)
    .find((conference) => fold(conference.name) === fold(name));
  if (known) {
    return refuse(`${known.name} on ${sayDay(known.startsOn)} is noted already. Plan its sessions in a cohort’s year.`);
  }
  const id = ConferenceId.parse(facts.newId());
  return {
    ok: true,
    label: `Noted the conference ${name}`,
    changes: [insert('conference', { id, name, startsOn, endsOn, place })],
    value: { conferenceId: id },
  };
};

const planSession: Command<'courses.planSession'> = (facts, { cohortIds: given, ...facets }) => {
  const cohortIds = [...new Set(given)];
  const plan = { ...facets, cohortIds };
  const course = courseOf(facts, plan);
  const refusal = whyNot(facts, plan, course, null);
  if (refusal) return refusal;
  const id = SessionId.parse(facts.newId());
  return {
    ok: true,
    label: `Planned ${course?.title} on ${sayDay(plan.heldOn)}`,
    changes: [insert('session', { id, ...facets }), ...cohortIds.map((cohortId) => heldFor(facts, id, cohortId))],
    value: { sessionId: id },
  };
};

const heldFor = ({ newId }: Facts, sessionId: SessionId, cohortId: CohortId) =>
  insert('sessionCohort', { id: SessionCohortId.parse(newId()), sessionId, cohortId });

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
  const course = courseOf(facts, facets);
  const gone = links.filter(({ cohortId }) => !cohortIds.includes(cohortId));
  const refusal = whyNot(facts, { ...facets, cohortIds }, course, sessionId) ?? whyNotWithout(facts, sessionId, gone);
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

const courseOf = ({ database }: Facts, { courseId }: Pick<Session, 'courseId'>): Course | undefined =>
  database.get<Course>('SELECT * FROM course WHERE id = ?', courseId);

function whyNot(facts: Facts, plan: Plan, course: Course | undefined, self: SessionId | null): Refusal | null {
  const { database } = facts;
  if (!course) return refuse('That course is not in the program’s policy. Choose one of its courses.');
  if (plan.endsAt <= plan.startsAt) {
    return refuse(
      `The session would end at ${sayClock(plan.endsAt)}, and begins at ${sayClock(plan.startsAt)}. Let it end later.`,
    );
  }
  const { conferenceId, cohortIds } = plan;
  if (conferenceId !== null && !database.get('SELECT id FROM conference WHERE id = ?', conferenceId)) {
    return refuse('That conference is not in this database. Choose another one, or none.');
  }
  if (cohortIds.some((id) => !database.get('SELECT id FROM cohort WHERE id = ?', id))) return refuse(noSuchCohort);
  // A cohort is in one place at a time, and takes a course once a day.
  for (const other of sessionRows(facts)) {
    if (other.id === self || other.heldOn !== plan.heldOn) continue;
    const shared = other.cohorts.filter(({ id }) => cohortIds.includes(id)).map(({ name }) => name);
    if (shared.length === 0) continue;
    const names = shared.join(' and ');
    const day = sayDay(other.heldOn);
    if (other.courseId === plan.courseId) {
      return refuse(`${course.title} is planned for ${names} on ${day} already. Change that session instead.`);
    }
    if (other.startsAt < plan.endsAt && plan.startsAt < other.endsAt) {
      const hours = `${sayClock(other.startsAt)} to ${sayClock(other.endsAt)}`;
      return refuse(`On ${day}, ${names} has ${other.title} from ${hours}. Choose other hours or another day.`);
    }
  }
  return null;
}

/** Whoever was checked in stays on the session: a cohort with people in it can't be taken off. */
function whyNotWithout(
  { database }: Facts,
  sessionId: SessionId,
  gone: readonly Pick<SessionCohort, 'cohortId'>[],
): Refusal | null {
  for (const { cohortId } of gone) {
    const came = database.get<{ n: number; name: string }>(
      `SELECT count(DISTINCT event.personId) AS n, cohort.name FROM attendanceEvent event
       JOIN participant ON participant.personId = event.personId AND participant.cohortId = ?
       JOIN cohort ON cohort.id = participant.cohortId
       WHERE event.sessionId = ? AND event.kind = 'check-in' AND NOT EXISTS (
         SELECT 1 FROM attendanceEvent annulment WHERE annulment.annulsId = event.id)`,
      cohortId,
      sessionId,
    );
    if (came && came.n > 0) {
      const people = came.n === 1 ? 'One participant' : `${came.n} participants`;
      return refuse(
        `${people} of ${came.name} attended this session, so it stays ${came.name}’s. Take their check-ins back first.`,
      );
    }
  }
  return null;
}

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
        ? `${came === 1 ? 'One person is' : `${came} people are`} checked in to this session`
        : 'This session has check-ins on record, although they were taken back';
    return refuse(
      `${why}, and attendance is never thrown away. Change its day, its hours or its course instead, or undo the check-ins in History first.`,
    );
  }
  const links = database.all<SessionCohort>('SELECT * FROM sessionCohort WHERE sessionId = ?', sessionId);
  return {
    ok: true,
    label: `Took ${session.title} on ${sayDay(session.heldOn)} off the plan`,
    changes: [...links.map(({ id }) => remove('sessionCohort', id)), remove('session', sessionId)],
    value: null,
  };
};

export const courseCommands: Pick<
  Handlers,
  'courses.addConference' | 'courses.planSession' | 'courses.reviseSession' | 'courses.removeSession'
> = {
  'courses.addConference': addConference,
  'courses.planSession': planSession,
  'courses.reviseSession': reviseSession,
  'courses.removeSession': removeSession,
};
