import type { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId, ConferenceId, CourseId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import { checkInsThatStand } from '../presence/queries.ts';

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

/** Every session, or those of a cohort, in the order in which they are held. */
export function sessionRows(facts: Facts, cohortId: CohortId | null = null): readonly PlannedSession[] {
  const all = facts.cached(`sessions ${facts.today}`, sessionTables, () => {
    const count = countEverywhere(facts);
    return facts.database
      .all<StoredSession>(`${stored} ${inOrder}`)
      .map((session) => rowOf(facts, session, count(session.id)));
  });
  return cohortId === null ? all : all.filter(({ cohorts }) => cohorts.some(({ id }) => id === cohortId));
}

/** One session; null where it is not on the plan. */
export function sessionRow(facts: Facts, sessionId: SessionId): PlannedSession | null {
  const session = facts.database.get<StoredSession>(`${stored} WHERE session.id = ?`, sessionId);
  return session ? rowOf(facts, session, countAt(facts, session.id)) : null;
}

/** Whom a session is held for, how many it expects and how many are in. */
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
  { today }: Facts,
  session: StoredSession,
  { cohorts, expected, present, everyone }: Counted,
): PlannedSession {
  const when = session.heldOn === today ? 'today' : session.heldOn < today ? 'past' : 'coming';
  return { ...session, cohorts, expected, present, guests: everyone - present, when };
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
    `SELECT DISTINCT personId FROM attendanceEvent WHERE sessionId = ? AND kind = 'check-in' AND personId IS NOT NULL
     AND id NOT IN (SELECT annulsId FROM attendanceEvent WHERE sessionId = ? AND annulsId IS NOT NULL)`,
    sessionId,
    sessionId,
  );
  const present = came.reduce((count, { personId }) => count + Number(expected.has(personId)), 0);
  return { cohorts, expected: expected.size, present, everyone: came.length };
}

/**
 * The counts of every session, in a look each at who is expected where and at who came: asked one by one, forty
 * cohorts' sessions would take a hundred times as many.
 */
function countEverywhere({ database, cached }: Facts): (sessionId: SessionId) => Counted {
  const cohorts = cached('cohorts of sessions', ['sessionCohort', 'cohort'], () =>
    grouped(
      database.each<{ sessionId: SessionId } & NamedCohort>(
        `SELECT sessionId, cohort.id, cohort.name FROM sessionCohort JOIN cohort ON cohort.id = cohortId
         ORDER BY cohort.startsOn, cohort.name`,
      ),
      ({ sessionId, id, name }) => [sessionId, { id, name }],
    ),
  );
  const expected = cached('people of sessions', ['sessionCohort', 'participant', 'makeUp'], () => {
    const people = new Map<SessionId, Set<PersonId>>();
    for (const { sessionId, personId } of database.each<{ sessionId: SessionId; personId: PersonId }>(
      `SELECT sessionId, personId FROM sessionCohort JOIN participant ON participant.cohortId = sessionCohort.cohortId
       WHERE ${standing}
       UNION ALL SELECT sessionId, personId FROM makeUp JOIN participant ON participant.id = participantId
       WHERE ${standing}`,
    )) {
      const theirs = people.get(sessionId);
      if (theirs) theirs.add(personId);
      else people.set(sessionId, new Set([personId]));
    }
    return people;
  });
  const came = grouped(
    database.each<{ sessionId: SessionId; personId: PersonId }>(
      `WITH ${checkInsThatStand} SELECT sessionId, personId FROM checkIn`,
    ),
    ({ sessionId, personId }) => [sessionId, personId],
  );
  return (sessionId) => {
    const people = expected.get(sessionId) ?? new Set();
    const everyone = new Set(came.get(sessionId));
    const present = [...everyone].filter((personId) => people.has(personId)).length;
    return { cohorts: cohorts.get(sessionId) ?? [], expected: people.size, present, everyone: everyone.size };
  };
}

function grouped<Row, Key, Value>(
  rows: Iterable<Row>,
  of: (row: Row) => readonly [Key, Value],
): ReadonlyMap<Key, readonly Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const [key, value] = of(row);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Whom a session expects. Kept apart from who came: at the door that changes with each person, and this does not. */
function expectedIds({ database, cached }: Facts, sessionId: SessionId): ReadonlySet<PersonId> {
  return cached(`expected ${sessionId}`, ['sessionCohort', 'participant', 'makeUp'], () => {
    const rows = database.all<{ personId: PersonId }>(
      `SELECT personId FROM sessionCohort JOIN participant ON participant.cohortId = sessionCohort.cohortId
       WHERE sessionId = ? AND ${standing}
       UNION SELECT personId FROM makeUp JOIN participant ON participant.id = participantId
       WHERE sessionId = ? AND ${standing}`,
      sessionId,
      sessionId,
    );
    return new Set(rows.map(({ personId }) => personId));
  });
}

/** The sentence for a session that is gone, as after an undone plan. */
export const noSuchSession = 'That session is not on the plan any more. Choose another one.';
