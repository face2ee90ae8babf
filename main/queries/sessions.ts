import type { CivilDate, ClockTime } from '../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId, SessionId } from '../../shared/model/ids.ts';
import type { TableName } from '../../shared/model/tables.ts';
import type { SessionRow } from '../../shared/views/cohorts.ts';
import type { Facts } from '../facts.ts';
import { checkInsThatStand } from './presence.ts';

/** Participants who hold a place in their cohort: old sheets are still entered after it has graduated. */
export const standing = "participant.status IN ('enrolled', 'graduated')";

/** What a session's row is made of. */
export const sessionTables: readonly TableName[] = [
  'session',
  'sessionCohort',
  'course',
  'conference',
  'cohort',
  'participant',
  'attendanceEvent',
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
  readonly conferenceId: ConferenceId | null;
  readonly conference: string | null;
}

const stored = `
  SELECT session.id, courseId, course.number AS courseNumber, course.title, heldOn, startsAt, endsAt, room,
    conferenceId, conference.name AS conference
  FROM session JOIN course ON course.id = courseId LEFT JOIN conference ON conference.id = conferenceId`;
const inOrder = 'ORDER BY heldOn, startsAt, course.number, session.id';

/** Every session, or those of a cohort, in the order in which they are held. */
export function sessionRows(facts: Facts, cohortId: CohortId | null = null): readonly SessionRow[] {
  const all = facts.cached(`sessions ${facts.today}`, sessionTables, () =>
    facts.database.all<StoredSession>(`${stored} ${inOrder}`).map((session) => complete(facts, session)),
  );
  return cohortId === null ? all : all.filter(({ cohorts }) => cohorts.some(({ id }) => id === cohortId));
}

/** One session; null where it is not on the plan. */
export function sessionRow(facts: Facts, sessionId: SessionId): SessionRow | null {
  const session = facts.database.get<StoredSession>(`${stored} WHERE session.id = ?`, sessionId);
  return session ? complete(facts, session) : null;
}

function complete(facts: Facts, session: StoredSession): SessionRow {
  const { database, today } = facts;
  const cohorts = database.all<{ id: CohortId; name: string }>(
    `SELECT cohort.id, cohort.name FROM sessionCohort JOIN cohort ON cohort.id = cohortId
     WHERE sessionId = ? ORDER BY cohort.startsOn, cohort.name`,
    session.id,
  );
  const came = database.get<{ present: number; everyone: number }>(
    `WITH ${checkInsThatStand} SELECT count(DISTINCT checkIn.personId) AS everyone,
       count(DISTINCT CASE WHEN participant.id IS NOT NULL THEN checkIn.personId END) AS present
     FROM checkIn LEFT JOIN sessionCohort ON sessionCohort.sessionId = checkIn.sessionId
     LEFT JOIN participant ON participant.cohortId = sessionCohort.cohortId
       AND participant.personId = checkIn.personId AND ${standing}
     WHERE checkIn.sessionId = ?`,
    session.id,
  );
  const { present, everyone } = came ?? { present: 0, everyone: 0 };
  return {
    ...session,
    cohorts,
    expected: expectedCount(facts, session.id),
    present,
    guests: everyone - present,
    when: session.heldOn === today ? 'today' : session.heldOn < today ? 'past' : 'coming',
  };
}

/** Kept apart from who came: at the door that changes with each person, and who is expected does not. */
function expectedCount({ database, cached }: Facts, sessionId: SessionId): number {
  return cached(
    `expected ${sessionId}`,
    ['sessionCohort', 'participant'],
    () =>
      database.get<{ n: number }>(
        `SELECT count(DISTINCT personId) AS n FROM sessionCohort
         JOIN participant ON participant.cohortId = sessionCohort.cohortId WHERE sessionId = ? AND ${standing}`,
        sessionId,
      )?.n ?? 0,
  );
}
