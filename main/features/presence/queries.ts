import type { AttendanceEvent, CheckInMethod } from '../../../shared/model/attendance.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import type { Session } from '../../../shared/model/courses.ts';
import type { CivilDate, Instant } from '../../../shared/model/dates.ts';
import type { Graduation, GraduationFacts, SeenSession } from '../../../shared/model/graduates.ts';
import type { AttendanceEventId, CohortId, ParticipantId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { Facts } from '../../call/facts.ts';
import { derivePresence, hasExcuse } from '../../rules/attendance/presence.ts';
import { decideGraduation } from '../../rules/graduates/graduation.ts';
import { notAnnulled } from './not-annulled.ts';

/** Check-ins of someone known that no one has taken back, as a table `checkIn` for a WITH. */
export const checkInsThatStand = `checkIn AS (
  SELECT event.* FROM attendanceEvent event WHERE event.kind = 'check-in' AND event.personId IS NOT NULL
  AND ${notAnnulled})`;

/** A person's being in: the first check-in that stands. */
export interface FirstCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly method: CheckInMethod;
}

/** Whether one person is in at a session, by the first check-in that stands. */
export function presenceOf({ database }: Facts, sessionId: SessionId, personId: PersonId): FirstCheckIn | null {
  const found = database.get<FirstCheckIn>(
    `WITH ${checkInsThatStand} SELECT id AS eventId, personId, at, method FROM checkIn
     WHERE sessionId = ? AND personId = ? ORDER BY at, id LIMIT 1`,
    sessionId,
    personId,
  );
  return found ?? null;
}

/** What attendance and the decisions on it are made of. */
export const attendanceTables: readonly TableName[] = [
  'cohort',
  'participant',
  'session',
  'sessionCohort',
  'attendanceEvent',
  'makeUp',
];

interface CountedSession extends Pick<Session, 'id' | 'courseId' | 'heldOn' | 'startsAt' | 'endsAt' | 'hours'> {
  /** Whether it is held for the cohort. */
  readonly own: 0 | 1;
}

/** What of an event the attendance follows from; those that were taken back are not read at all. */
type StoredEvent = Pick<AttendanceEvent, 'id' | 'sessionId' | 'kind' | 'at' | 'clock' | 'hours'> & {
  readonly personId: PersonId;
};

/** What is known of one person at one session: what happened, and whether it is assigned as a make-up. */
interface Told {
  readonly events: StoredEvent[];
  assigned: boolean;
}

/**
 * What the rule on graduation sees of each participant of a cohort: the cohort's sessions, those of other cohorts that
 * lie ahead, and those of other cohorts that the person attended or makes a course up at. Participants whose facts are
 * alike share one object, so that what follows from it needs to be worked out once.
 */
export function attendanceOf(
  facts: Facts,
  cohortId: CohortId,
  who: Who = 'everyone',
): ReadonlyMap<ParticipantId, GraduationFacts> {
  const key = `attendance ${cohortId} ${who} ${facts.today}`;
  return facts.cached(key, attendanceTables, () => readAttendance(facts, cohortId, who));
}

/** Whom of a cohort a question is about. Of a cohort that is over a few are enrolled still, and Today asks of these alone. */
type Who = 'everyone' | 'enrolled';

const whoIs: Readonly<Record<Who, string>> = {
  everyone: 'TRUE',
  enrolled: "participant.status = 'enrolled'",
};

function readAttendance(facts: Facts, cohortId: CohortId, who: Who): ReadonlyMap<ParticipantId, GraduationFacts> {
  const { database, today } = facts;
  const endsOn = database.get<{ endsOn: CivilDate | null }>('SELECT endsOn FROM cohort WHERE id = ?', cohortId)?.endsOn;
  const known = toldOf(facts, cohortId, who);
  // Its own sessions, those that lie ahead, and wherever one of its people was: of 300 cohorts' sessions a few.
  const sessions = database.all<CountedSession>(
    `WITH own (id) AS (SELECT sessionId FROM sessionCohort WHERE cohortId = ?)
     SELECT session.id, courseId, heldOn, startsAt, endsAt, hours, session.id IN own AS own
     FROM session WHERE session.id IN own OR heldOn >= ? OR session.id IN (SELECT value FROM json_each(?))
     ORDER BY heldOn, startsAt, session.id`,
    cohortId,
    today,
    JSON.stringify([...new Set([...known.values()].flatMap((theirs) => [...theirs.keys()]))]),
  );
  // What is seen of a session where nothing is known of the person: it is missed, or lies ahead.
  const untold = new Map(
    sessions
      .filter(({ own, heldOn }) => own === 1 || heldOn >= today)
      .map((session) => [session.id, see(session, nothingTold)]),
  );
  const alike = new Map<string, GraduationFacts>();
  const attendance = new Map<ParticipantId, GraduationFacts>();
  for (const participant of database.all<{ id: ParticipantId; personId: PersonId; status: ParticipantStatus }>(
    `SELECT id, personId, status FROM participant WHERE cohortId = ? AND ${whoIs[who]}`,
    cohortId,
  )) {
    const told = known.get(participant.personId);
    const key = `${participant.status} ${told ? likenessOf(told) : ''}`;
    const same = alike.get(key) ?? {
      status: participant.status,
      endsOn: endsOn ?? null,
      sessions: sessions.flatMap((session) => {
        const theirs = told?.get(session.id);
        return theirs ? see(session, theirs) : (untold.get(session.id) ?? []);
      }),
    };
    alike.set(key, same);
    attendance.set(participant.id, same);
  }
  return attendance;
}

const nothingTold: Told = { events: [], assigned: false };

/** The same text for people whose sessions went alike. When someone came in matters only beside what else they did. */
function likenessOf(told: ReadonlyMap<SessionId, Told>): string {
  const parts: string[] = [];
  for (const [sessionId, { events, assigned }] of told) {
    const [only] = events;
    const what =
      events.length === 1 && only
        ? `${only.kind} ${only.clock} ${only.hours}`
        : events.map(({ id, kind, at, clock, hours }) => `${kind} ${clock} ${hours} ${at} ${id}`).join(' ');
    parts.push(`${sessionId} ${assigned} ${what}`);
  }
  return parts.sort().join();
}

/** What stands of the events of a cohort's people, at whichever session, and their make-ups in this cohort. */
function toldOf(
  { database }: Facts,
  cohortId: CohortId,
  who: Who,
): ReadonlyMap<PersonId, ReadonlyMap<SessionId, Told>> {
  const known = new Map<PersonId, Map<SessionId, Told>>();
  const at = (personId: PersonId, sessionId: SessionId): Told => {
    const theirs = known.get(personId) ?? new Map<SessionId, Told>();
    known.set(personId, theirs);
    const there = theirs.get(sessionId) ?? { events: [], assigned: false };
    theirs.set(sessionId, there);
    return there;
  };
  for (const event of database.all<StoredEvent>(
    `SELECT event.id, event.sessionId, event.personId, kind, at, clock, hours
     FROM participant JOIN attendanceEvent event ON event.personId = participant.personId
     WHERE participant.cohortId = ? AND ${whoIs[who]} AND event.kind <> 'annulment'
       AND ${notAnnulled}`,
    cohortId,
  )) {
    at(event.personId, event.sessionId).events.push(event);
  }
  for (const { personId, sessionId } of database.all<{ personId: PersonId; sessionId: SessionId }>(
    `SELECT personId, sessionId FROM participant JOIN makeUp ON makeUp.participantId = participant.id
     WHERE participant.cohortId = ?`,
    cohortId,
  )) {
    at(personId, sessionId).assigned = true;
  }
  return known;
}

function see(session: CountedSession, { events, assigned }: Told): SeenSession {
  const { id, courseId, heldOn, own } = session;
  const seen = events.map((event) => ({ ...event, annulsId: null, reason: null }));
  const { standing, hours, ofHours } = derivePresence(session, seen);
  const excused = hasExcuse(seen);
  return { sessionId: id, courseId, heldOn, own: own === 1, assigned, standing, excused, hours, ofHours };
}

/** Whether each participant of a cohort can graduate under the policy in force; none where no program was started. */
export function graduationsOf(
  facts: Facts,
  cohortId: CohortId,
  who: Who = 'everyone',
): ReadonlyMap<ParticipantId, Graduation> {
  const { inForce, today } = facts;
  if (!inForce) return new Map();
  const key = `graduations ${cohortId} ${who} ${today} ${inForce.versionId}`;
  return facts.cached(key, [...attendanceTables, 'policyVersion'], () => {
    const decided = new Map<GraduationFacts, Graduation>();
    const graduations = new Map<ParticipantId, Graduation>();
    for (const [participantId, seen] of attendanceOf(facts, cohortId, who)) {
      let graduation = decided.get(seen);
      if (!graduation) {
        graduation = decideGraduation(inForce.policy, seen, today);
        decided.set(seen, graduation);
      }
      graduations.set(participantId, graduation);
    }
    return graduations;
  });
}
