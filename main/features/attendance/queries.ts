import type { AttendanceEvent, CheckInMethod } from '../../../shared/model/attendance.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { AttendanceEventId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import { sayName } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { AttendanceNote, AttendeeRow, CheckInMatch, RecentCheckIn } from '../../../shared/views/attendance.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { derivePresence, hoursOf } from '../../rules/attendance/presence.ts';
import { noSuchSession, sessionPage, sessionPlan, sessionRow } from '../courses/sessions.ts';
import { annulled } from '../presence/not-annulled.ts';
import { type Attendee, attendeeOf, expectedAt } from './attendees.ts';
import { type Found, findAttendees } from './find-attendees.ts';
import { type SessionStanding, standingsAt } from './session-standings.ts';
import { unmatched, walkInsAt } from './walk-ins.ts';

const sessions: Query<'attendance.sessions'> = (facts, { cohortId }) => {
  const all = sessionPlan(facts);
  return done(cohortId === null ? all : all.filter(({ cohorts }) => cohorts.some(({ id }) => id === cohortId)));
};

const list: Query<'attendance.list'> = (facts, { offset, limit }) => done(sessionPage(facts, offset, limit));

const session: Query<'attendance.session'> = (facts, { sessionId, people }) => {
  const row = sessionRow(facts, sessionId);
  if (!row) return refuse(noSuchSession);
  return done({
    session: row,
    ofHours: hoursOf(row, facts.zone),
    capacity: row.capacity,
    people: people ? attendees(facts, row) : [],
    walkIns: walkInsAt(facts, sessionId),
    toMatch: unmatched(facts, sessionId).length,
    recent: lastCheckIns(facts, sessionId),
  });
};

/** Whom the session expects, then who came besides. */
function attendees(facts: Facts, row: PlannedSession): readonly AttendeeRow[] {
  const standings = standingsAt(facts, row);
  const nothing: SessionStanding = { presence: derivePresence(row, [], facts.zone), checkIn: null, noted: [] };
  const expected = expectedAt(facts, row.id);
  const ids = new Set(expected.map(({ personId }) => personId));
  const guests = [...standings]
    .filter(([personId, { checkIn }]) => checkIn !== null && !ids.has(personId))
    .map(([personId]) => attendeeOf(facts, row.id, personId))
    .filter((guest) => guest !== null);
  const badges = badgeNumbersOf(facts, [...ids, ...guests.map(({ personId }) => personId)]);
  const rowOf = (attendee: Attendee, isExpected: boolean) => {
    const { personId } = attendee;
    return attendeeRow(attendee, badges.get(personId) ?? [], isExpected, standings.get(personId) ?? nothing);
  };
  return [...expected.map((attendee) => rowOf(attendee, true)), ...guests.map((guest) => rowOf(guest, false))];
}

/** The numbers of some people's badges, the first that was made first: two laptops may each have made one. */
function badgeNumbersOf({ database }: Facts, people: readonly PersonId[]): ReadonlyMap<PersonId, readonly number[]> {
  const numbers = new Map<PersonId, number[]>();
  for (const { personId, number } of database.each<{ personId: PersonId; number: number }>(
    `SELECT personId, number FROM badge WHERE personId IN (SELECT value FROM json_each(?)) ORDER BY issuedAt, id`,
    JSON.stringify(people),
  )) {
    const known = numbers.get(personId);
    if (known) known.push(number);
    else numbers.set(personId, [number]);
  }
  return numbers;
}

function attendeeRow(
  attendee: Attendee,
  badges: readonly number[],
  expected: boolean,
  { presence, checkIn }: SessionStanding,
): AttendeeRow {
  const { participantId, personId, name, organization, cohort, order, makesUp } = attendee;
  return {
    participantId,
    personId,
    name,
    order,
    organization,
    cohort,
    badges,
    expected,
    makesUp,
    present: checkIn !== null,
    at: checkIn?.at ?? null,
    method: checkIn?.method ?? null,
    eventId: checkIn?.eventId ?? null,
    presence,
  };
}

interface StoredCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organization: string | null;
  readonly walkIn: number | null;
  readonly walkInName: string | null;
  readonly code: string | null;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly annulled: 0 | 1;
}

/** The last ten check-ins and kept codes, newest first; those taken back stay in sight, not those that were matched. */
function lastCheckIns({ database }: Facts, sessionId: SessionId): readonly RecentCheckIn[] {
  return database
    .all<StoredCheckIn>(
      `SELECT event.id AS eventId, event.personId, givenName, familyName, badge.number AS walkIn,
         badge.name AS walkInName, coalesce(organization.name, badge.organization) AS organization, event.code, at,
         method, ${annulled} AS annulled
       FROM attendanceEvent event LEFT JOIN person ON person.id = event.personId
       LEFT JOIN organization ON organization.id = organizationId
       LEFT JOIN badge ON badge.code = event.code AND event.personId IS NULL
       WHERE event.sessionId = ? AND event.kind = 'check-in' AND NOT (event.personId IS NULL AND EXISTS (
         SELECT 1 FROM attendanceEvent matched WHERE matched.code = event.code COLLATE NOCASE
         AND matched.sessionId = event.sessionId AND matched.personId IS NOT NULL))
       ORDER BY at DESC, event.id DESC LIMIT 10`,
      sessionId,
    )
    .map(({ givenName, familyName, walkInName, organization, annulled: isTakenBack, ...rest }) => ({
      ...rest,
      name: sayName({ givenName: givenName ?? walkInName ?? '', familyName: familyName ?? '' }),
      organization: organization ?? '',
      annulled: isTakenBack === 1,
    }));
}

const find: Query<'attendance.find'> = (facts, { sessionId, text, limit }) =>
  done(findAttendees(facts, sessionId, text, limit).map(matchOf));

function matchOf({ attendee, badge, inSince }: Found): CheckInMatch {
  if (attendee === null) {
    return {
      personId: null,
      code: badge.code,
      badgeNumber: badge.number,
      name: badge.name ?? '',
      organization: badge.organization ?? '',
      cohort: '',
      status: null,
      expected: false,
      makesUp: false,
      inSince,
    };
  }
  const { personId, name, organization, cohort, status, own, makesUp } = attendee;
  const expected = own || makesUp;
  const badgeNumber = badge?.number ?? null;
  return { personId, code: null, badgeNumber, name, organization, cohort, status, expected, makesUp, inSince };
}

const notes: Query<'attendance.notes'> = ({ database }, { sessionId, personId }) => {
  const events = database.all<AttendanceEvent>(
    'SELECT * FROM attendanceEvent WHERE sessionId = ? AND personId = ? ORDER BY at DESC, id DESC',
    sessionId,
    personId,
  );
  const annulments = new Map(events.map((event) => [event.annulsId, event]));
  return done(
    events.flatMap(({ id, kind, at, method, clock, hours, reason }): AttendanceNote[] => {
      if (kind === 'annulment') return [];
      const annulment = annulments.get(id);
      const annulled = annulment ? { at: annulment.at, reason: annulment.reason } : null;
      return [{ eventId: id, kind, at, method, clock, hours, reason, annulled }];
    }),
  );
};

const walkIns: Query<'attendance.walkIns'> = (facts, { sessionId }) => done(unmatched(facts, sessionId));

export const attendanceQueries: Pick<
  Handlers,
  | 'attendance.sessions'
  | 'attendance.list'
  | 'attendance.session'
  | 'attendance.notes'
  | 'attendance.find'
  | 'attendance.walkIns'
> = {
  'attendance.sessions': sessions,
  'attendance.list': list,
  'attendance.session': session,
  'attendance.notes': notes,
  'attendance.find': find,
  'attendance.walkIns': walkIns,
};
