import type { CheckInMethod } from '../../shared/model/attendance.ts';
import type { ParticipantStatus } from '../../shared/model/cohorts.ts';
import type { CivilDate, Instant } from '../../shared/model/dates.ts';
import type { Graduation, GraduationFacts } from '../../shared/model/graduates.ts';
import type {
  AttendanceEventId,
  CohortId,
  CourseId,
  ParticipantId,
  PersonId,
  SessionId,
} from '../../shared/model/ids.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { Facts } from '../facts.ts';
import { decideGraduation } from '../rules/graduation.ts';

/** Check-ins of somebody known that nobody has taken back, as a table `checkIn` for a WITH. */
export const checkInsThatStand = `checkIn AS (
  SELECT event.* FROM attendanceEvent event WHERE event.kind = 'check-in' AND event.personId IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM attendanceEvent annulment WHERE annulment.annulsId = event.id))`;

/** A person's being in: the first check-in that stands. */
export interface Presence {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly method: CheckInMethod;
}

/** Who is in at a session, each by the first check-in that stands. */
export function presentAt({ database }: Facts, sessionId: SessionId): ReadonlyMap<PersonId, Presence> {
  const events = database.all<Presence>(
    `WITH ${checkInsThatStand} SELECT id AS eventId, personId, at, method FROM checkIn WHERE sessionId = ? ORDER BY at, id`,
    sessionId,
  );
  const present = new Map<PersonId, Presence>();
  for (const event of events) if (!present.has(event.personId)) present.set(event.personId, event);
  return present;
}

/** Whether one person is in at a session, by the first check-in that stands. */
export function presenceOf({ database }: Facts, sessionId: SessionId, personId: PersonId): Presence | null {
  const found = database.get<Presence>(
    `WITH ${checkInsThatStand} SELECT id AS eventId, personId, at, method FROM checkIn
     WHERE sessionId = ? AND personId = ? ORDER BY at, id LIMIT 1`,
    sessionId,
    personId,
  );
  return found ?? null;
}

/** What attendance and the decisions on it are made of. */
export const attendanceTables: readonly TableName[] = ['participant', 'session', 'sessionCohort', 'attendanceEvent'];

interface PlannedSession {
  readonly id: SessionId;
  readonly courseId: CourseId;
  readonly heldOn: CivilDate;
  readonly own: 0 | 1;
}

type SeenSession = GraduationFacts['sessions'][number];

/**
 * What the rule on graduation sees of each participant of a cohort: the cohort's sessions, those of other cohorts
 * that lie ahead, and those of other cohorts that the person attended. Participants whose facts are alike share one
 * object, so that what follows from it needs to be worked out once.
 */
export function attendanceOf(facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, GraduationFacts> {
  return facts.cached(`attendance ${cohortId} ${facts.today}`, attendanceTables, () => readAttendance(facts, cohortId));
}

function readAttendance(facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, GraduationFacts> {
  const { database, today } = facts;
  const sessions = database.all<PlannedSession>(
    `SELECT session.id, courseId, heldOn, EXISTS (
       SELECT 1 FROM sessionCohort WHERE sessionCohort.sessionId = session.id AND cohortId = ?) AS own
     FROM session ORDER BY heldOn, startsAt, session.id`,
    cohortId,
  );
  const present = new Map<PersonId, Set<SessionId>>();
  const checkIns = database.each<{ personId: PersonId; sessionId: SessionId }>(
    `WITH ${checkInsThatStand} SELECT checkIn.personId, sessionId FROM checkIn
     JOIN participant ON participant.personId = checkIn.personId WHERE participant.cohortId = ?`,
    cohortId,
  );
  for (const { personId, sessionId } of checkIns) {
    const theirs = present.get(personId);
    if (theirs) theirs.add(sessionId);
    else present.set(personId, new Set([sessionId]));
  }
  const alike = new Map<string, GraduationFacts>();
  const attendance = new Map<ParticipantId, GraduationFacts>();
  for (const participant of database.each<{ id: ParticipantId; personId: PersonId; status: ParticipantStatus }>(
    'SELECT id, personId, status FROM participant WHERE cohortId = ?',
    cohortId,
  )) {
    const theirs = present.get(participant.personId);
    const key = `${participant.status} ${theirs ? [...theirs].sort().join() : ''}`;
    let seen = alike.get(key);
    if (!seen) {
      seen = { status: participant.status, sessions: sessions.flatMap((session) => see(session, theirs, today)) };
      alike.set(key, seen);
    }
    attendance.set(participant.id, seen);
  }
  return attendance;
}

function see(
  { id, courseId, heldOn, own }: PlannedSession,
  attended: ReadonlySet<SessionId> | undefined,
  today: CivilDate,
): SeenSession[] {
  const present = attended?.has(id) ?? false;
  return own === 1 || present || heldOn >= today ? [{ courseId, heldOn, own: own === 1, present }] : [];
}

/** Whether each participant of a cohort may graduate under the policy in force; none where no program was started. */
export function graduationsOf(facts: Facts, cohortId: CohortId): ReadonlyMap<ParticipantId, Graduation> {
  const { inForce, today } = facts;
  if (!inForce) return new Map();
  const key = `graduations ${cohortId} ${today} ${inForce.versionId}`;
  return facts.cached(key, [...attendanceTables, 'policyVersion'], () => {
    const decided = new Map<GraduationFacts, Graduation>();
    const graduations = new Map<ParticipantId, Graduation>();
    for (const [participantId, seen] of attendanceOf(facts, cohortId)) {
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
