import type { CheckInMethod } from '../../shared/model/attendance.ts';
import type { Instant } from '../../shared/model/dates.ts';
import type { AttendanceEventId, PersonId, SessionId } from '../../shared/model/ids.ts';
import { sayName } from '../../shared/model/people.ts';
import { done, refuse } from '../../shared/model/result.ts';
import type { AttendeeRow, CheckInMatch, RecentCheckIn } from '../../shared/views/attendance.ts';
import type { Facts } from '../facts.ts';
import type { Handlers, Query } from '../handler.ts';
import { type Attendee, attendeeOf, expectedAt } from './attendees.ts';
import { findAttendees } from './find-attendees.ts';
import { type Presence, presentAt } from './presence.ts';
import { sessionRow, sessionRows } from './sessions.ts';

/** What to say where a call names a session that is gone. */
export const noSuchSession = 'That session is not on the plan any more. Choose another one.';

const sessions: Query<'attendance.sessions'> = (facts, { cohortId }) => done(sessionRows(facts, cohortId));

const session: Query<'attendance.session'> = (facts, { sessionId, people }) => {
  const row = sessionRow(facts, sessionId);
  if (!row) return refuse(noSuchSession);
  return done({
    session: row,
    people: people ? attendees(facts, sessionId) : [],
    recent: lastCheckIns(facts, sessionId),
  });
};

/** Whom the session expects, then who came besides. */
function attendees(facts: Facts, sessionId: SessionId): readonly AttendeeRow[] {
  const present = presentAt(facts, sessionId);
  const expected = expectedAt(facts, sessionId);
  const ids = new Set(expected.map(({ personId }) => personId));
  const guests = [...present.keys()]
    .filter((personId) => !ids.has(personId))
    .map((personId) => attendeeOf(facts, sessionId, personId))
    .filter((guest) => guest !== null);
  return [
    ...expected.map((attendee) => attendeeRow(attendee, true, present.get(attendee.personId))),
    ...guests.map((guest) => attendeeRow(guest, false, present.get(guest.personId))),
  ];
}

function attendeeRow(attendee: Attendee, expected: boolean, presence: Presence | undefined): AttendeeRow {
  const { participantId, personId, name, organization, cohort } = attendee;
  return {
    participantId,
    personId,
    name,
    organization,
    cohort,
    expected,
    present: presence !== undefined,
    at: presence?.at ?? null,
    method: presence?.method ?? null,
    eventId: presence?.eventId ?? null,
  };
}

interface StoredCheckIn {
  readonly eventId: AttendanceEventId;
  readonly personId: PersonId | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly organization: string | null;
  readonly code: string | null;
  readonly at: Instant;
  readonly method: CheckInMethod;
  readonly annulled: 0 | 1;
}

/** The last ten check-ins and kept codes, newest first; those taken back stay in sight. */
function lastCheckIns({ database }: Facts, sessionId: SessionId): readonly RecentCheckIn[] {
  return database
    .all<StoredCheckIn>(
      `SELECT event.id AS eventId, personId, givenName, familyName, organization.name AS organization, code, at, method,
         EXISTS (SELECT 1 FROM attendanceEvent annulment WHERE annulment.annulsId = event.id) AS annulled
       FROM attendanceEvent event LEFT JOIN person ON person.id = personId
       LEFT JOIN organization ON organization.id = organizationId
       WHERE event.sessionId = ? AND event.kind = 'check-in' ORDER BY at DESC, event.id DESC LIMIT 10`,
      sessionId,
    )
    .map(({ givenName, familyName, organization, annulled, ...rest }) => ({
      ...rest,
      name: sayName({ givenName: givenName ?? '', familyName: familyName ?? '' }),
      organization: organization ?? '',
      annulled: annulled === 1,
    }));
}

const find: Query<'attendance.find'> = (facts, { sessionId, text, limit }) => {
  const matches = findAttendees(facts, sessionId, text, limit).map(({ attendee, expected, inSince }): CheckInMatch => {
    const { personId, name, organization, cohort, status } = attendee;
    return { personId, name, organization, cohort, status, expected, inSince };
  });
  return done(matches);
};

export const attendanceQueries: Pick<Handlers, 'attendance.sessions' | 'attendance.session' | 'attendance.find'> = {
  'attendance.sessions': sessions,
  'attendance.session': session,
  'attendance.find': find,
};
