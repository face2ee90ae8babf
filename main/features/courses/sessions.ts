import type { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import { hasEnded, isOvernight } from '../../../shared/model/session-hours.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { SessionsAnswer } from '../../../shared/views/attendance.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { courseHeld } from '../program/promised.ts';

/** Participants who hold a place in their cohort: old sheets are still entered after it has graduated. */
export const holdsPlace = "participant.status IN ('enrolled', 'graduated')";

/** What a session's row is made of. */
export const sessionTables: readonly TableName[] = [
  'session',
  'sessionCohort',
  'course',
  'conference',
  'cohort',
  'participant',
  'attendanceEvent',
  'makeUp',
];

interface StoredSession {
  readonly id: SessionId;
  readonly courseId: CourseId;
  readonly courseNumber: number;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly room: string | null;
  readonly instructors: string | null;
  readonly hours: number | null;
  readonly capacity: number | null;
  readonly conferenceId: ConferenceId | null;
  readonly conference: string | null;
}

const stored = `
  SELECT session.id, courseId, course.number AS courseNumber, course.title, heldOn, startsAt, endsAt, room,
    instructors, hours, capacity, conferenceId, conference.name AS conference
  FROM session JOIN course ON course.id = courseId LEFT JOIN conference ON conference.id = conferenceId`;
const inOrder = 'ORDER BY heldOn, startsAt, course.number, session.id';

const planTables = ['session', 'sessionCohort', 'course', 'conference', 'cohort', 'participant', 'makeUp'] as const;

/** A session with all that was planned for it. Who came is counted where a screen shows it. */
export type Expecting = Omit<PlannedSession, 'present' | 'guests'>;

/** Every session in the order in which they are held, or those on a day and later. */
export function sessionPlan(facts: Facts, from: CivilDate | null = null): readonly Expecting[] {
  const { database, cached, today } = facts;
  const tables = [...planTables, 'policyVersion'] as const;
  const planned = cached(`session plan ${from} ${today}`, tables, () => {
    const expecting = expectedEverywhere(facts, from ?? '');
    return database.all<StoredSession>(`${stored} WHERE heldOn >= ? ${inOrder}`, from ?? '').map((session) => {
      const expected = expecting(session.id);
      return { ...named(facts, session, expected.cohorts), ...expected };
    });
  });
  return planned.map((session) => ({ ...session, ...timeOf(session, facts) }));
}

/** Some sessions in the order in which they are held, with who came; each is counted on its own. */
const sessionsWhere = (facts: Facts, where: string, value: string): readonly PlannedSession[] =>
  facts.database
    .all<StoredSession>(`${stored} WHERE ${where} ${inOrder}`, value)
    .map((session) => rowOf(facts, session, countAt(facts, session.id)));

/** The sessions of some cohorts. */
export const sessionsOf = (facts: Facts, cohortIds: readonly CohortId[]): readonly PlannedSession[] =>
  sessionsWhere(
    facts,
    'session.id IN (SELECT sessionId FROM sessionCohort WHERE cohortId IN (SELECT value FROM json_each(?)))',
    JSON.stringify(cohortIds),
  );

/** The sessions beside a conference. */
export const sessionsBeside = (facts: Facts, conferenceId: ConferenceId): readonly PlannedSession[] =>
  sessionsWhere(facts, 'conferenceId = ?', conferenceId);

/** A slice of all sessions as a list of them reads: what is on today first, then what comes, then what was, the latest first. */
export function sessionPage(facts: Facts, offset: number, limit: number): SessionsAnswer {
  const { database, today } = facts;
  const count = (where: string): number =>
    database.get<{ n: number }>(`SELECT count(*) AS n FROM session ${where}`, ...(where === '' ? [] : [today]))?.n ?? 0;
  const ahead = count('WHERE heldOn >= ?');
  const rows = [
    ...database.all<StoredSession>(`${stored} WHERE heldOn >= ? ${inOrder} LIMIT ? OFFSET ?`, today, limit, offset),
    ...database.all<StoredSession>(
      `${stored} WHERE heldOn < ? ORDER BY heldOn DESC, startsAt DESC, course.number DESC, session.id DESC LIMIT ? OFFSET ?`,
      today,
      Math.max(0, limit - Math.max(0, ahead - offset)),
      Math.max(0, offset - ahead),
    ),
  ].map((session) => rowOf(facts, session, countAt(facts, session.id)));
  const total = count('');
  return { total, offset, rows, held: total - ahead };
}

/** One session; null where it is not on the schedule. */
export function sessionRow(facts: Facts, sessionId: SessionId): PlannedSession | null {
  const session = facts.database.get<StoredSession>(`${stored} WHERE session.id = ?`, sessionId);
  return session ? rowOf(facts, session, countAt(facts, session.id)) : null;
}

/** Whom a session is held for, how many it expects and how many are checked in. */
interface Counted {
  readonly cohorts: readonly NamedCohort[];
  readonly expected: number;
  readonly present: number;
  readonly everyone: number;
}
interface NamedCohort {
  readonly id: CohortId;
  readonly name: string;
}

function rowOf(
  facts: Facts,
  session: StoredSession,
  { cohorts, expected, present, everyone }: Counted,
): PlannedSession {
  const course = named(facts, session, cohorts);
  return { ...course, cohorts, expected, present, guests: everyone - present, ...timeOf(session, facts) };
}

/** A session with its course's number and title as they hold there; the record's own where no policy there has it. */
function named(facts: Facts, session: StoredSession, cohorts: readonly NamedCohort[]): StoredSession {
  const { courseId, heldOn, courseNumber, title } = session;
  const course = courseHeld(facts, { courseId, heldOn, cohortIds: cohorts.map(({ id }) => id) });
  return { ...session, courseNumber: course?.number ?? courseNumber, title: course?.title ?? title };
}

/** Whether a session was, is on today or is to come, and whether it is over. One that goes on past midnight is today's still. */
function timeOf(
  session: Pick<StoredSession, 'heldOn' | 'startsAt' | 'endsAt'>,
  { today, zone, now }: Facts,
): Pick<PlannedSession, 'when' | 'isOver'> {
  const { heldOn } = session;
  if (heldOn > today) return { when: 'coming', isOver: false };
  if (heldOn < today && !isOvernight(session)) return { when: 'past', isOver: true };
  const isOver = hasEnded(session, zone, now);
  return { when: heldOn === today || !isOver ? 'today' : 'past', isOver };
}

/** The counts of one session: at the door they are asked again with every check-in. */
function countAt(facts: Facts, sessionId: SessionId): Counted {
  const { database } = facts;
  const cohorts = database.all<NamedCohort>(
    `SELECT cohort.id, cohort.name FROM sessionCohort JOIN cohort ON cohort.id = cohortId
     WHERE sessionId = ? ORDER BY cohort.startsOn, cohort.name`,
    sessionId,
  );
  const expected = expectedIds(facts, sessionId);
  const came = database.all<{ personId: PersonId }>(
    `SELECT DISTINCT personId FROM attendanceEvent event
     WHERE sessionId = ? AND kind = 'check-in' AND personId IS NOT NULL AND ${notAnnulled}`,
    sessionId,
  );
  const present = came.reduce((count, { personId }) => count + Number(expected.has(personId)), 0);
  return { cohorts, expected: expected.size, present, everyone: came.length };
}

/**
 * Whom every session is held for and how many it expects. Nearly every session is one cohort's and expects whoever holds
 * a place there; where several cohorts meet, or someone makes a course up, each person counts once.
 */
function expectedEverywhere(
  { database }: Facts,
  from: string,
): (id: SessionId) => Pick<Counted, 'cohorts' | 'expected'> {
  const cohorts = new Map<SessionId, NamedCohort[]>();
  for (const { sessionId, id, name } of database.all<{ sessionId: SessionId } & NamedCohort>(
    `SELECT sessionId, cohort.id, cohort.name FROM session JOIN sessionCohort ON sessionId = session.id
     JOIN cohort ON cohort.id = cohortId WHERE heldOn >= ? ORDER BY cohort.startsOn, cohort.name`,
    from,
  )) {
    const theirs = cohorts.get(sessionId);
    if (theirs) theirs.push({ id, name });
    else cohorts.set(sessionId, [{ id, name }]);
  }
  const people = new Map(
    database
      .all<{ cohortId: CohortId; n: number }>(
        `SELECT cohortId, count(*) AS n FROM participant WHERE ${holdsPlace} GROUP BY cohortId`,
      )
      .map(({ cohortId, n }) => [cohortId, n]),
  );
  const mixed = new Map(
    database
      .all<{ sessionId: SessionId; n: number }>(
        `WITH mixed (sessionId) AS (SELECT sessionId FROM makeUp
           UNION SELECT sessionId FROM sessionCohort GROUP BY sessionId HAVING count(*) > 1)
         SELECT sessionId, count(DISTINCT personId) AS n FROM (
           SELECT sessionId, personId FROM mixed JOIN sessionCohort USING (sessionId)
           JOIN participant ON participant.cohortId = sessionCohort.cohortId WHERE ${holdsPlace}
           UNION ALL SELECT sessionId, personId FROM makeUp JOIN participant ON participant.id = participantId
           WHERE ${holdsPlace}) GROUP BY sessionId`,
      )
      .map(({ sessionId, n }) => [sessionId, n]),
  );
  return (id) => {
    const theirs = cohorts.get(id) ?? [];
    const [first] = theirs;
    const expected = mixed.get(id) ?? (theirs.length === 1 && first ? (people.get(first.id) ?? 0) : 0);
    return { cohorts: theirs, expected };
  };
}

/** Whom a session expects. Kept apart from who came: at the door that changes with each person, and this does not. */
function expectedIds({ database, cached }: Facts, sessionId: SessionId): ReadonlySet<PersonId> {
  return cached(`expected ${sessionId}`, ['sessionCohort', 'participant', 'makeUp'], () => {
    const rows = database.all<{ personId: PersonId }>(
      // In this order: SQLite would rather go through everyone who was ever enrolled.
      `SELECT personId FROM sessionCohort CROSS JOIN participant ON participant.cohortId = sessionCohort.cohortId
       WHERE sessionId = ? AND ${holdsPlace}
       UNION SELECT personId FROM makeUp CROSS JOIN participant ON participant.id = participantId
       WHERE sessionId = ? AND ${holdsPlace}`,
      sessionId,
      sessionId,
    );
    return new Set(rows.map(({ personId }) => personId));
  });
}

/** The sentence for a session that is gone, as after an undone plan. */
export const noSuchSession = 'That session is no longer scheduled. Choose another one.';
