import type { AttendanceEvent, SessionPresence } from '../../../shared/model/attendance.ts';
import type { Session } from '../../../shared/model/courses.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Facts } from '../../call/facts.ts';
import { derivePresence } from '../../rules/attendance/presence.ts';
import type { FirstCheckIn } from '../presence/queries.ts';

/** How long a session lasts, what it counts for and how many its room holds. */
type SessionFrame = Pick<Session, 'id' | 'courseId' | 'heldOn' | 'startsAt' | 'endsAt' | 'hours' | 'capacity'>;

/** How someone stands at a session. */
export interface SessionStanding {
  readonly presence: SessionPresence;
  /** The first check-in that stands; null: none does. */
  readonly checkIn: FirstCheckIn | null;
  /** What is noted and stands, in order. */
  readonly noted: readonly AttendanceEvent[];
}

/** The attendance of everyone about whom something was ever recorded at a session. */
export function standingsAt({ database, zone }: Facts, frame: SessionFrame): ReadonlyMap<PersonId, SessionStanding> {
  const events = database.all<AttendanceEvent & { personId: PersonId }>(
    'SELECT * FROM attendanceEvent WHERE sessionId = ? AND personId IS NOT NULL',
    frame.id,
  );
  const standings = new Map<PersonId, SessionStanding>();
  for (const [personId, theirs] of Map.groupBy(events, (event) => event.personId)) {
    standings.set(personId, standingOf(frame, personId, theirs, zone));
  }
  return standings;
}

/** How one person stands at a session. */
export function standingAt({ database, zone }: Facts, frame: SessionFrame, personId: PersonId): SessionStanding {
  const events = database.all<AttendanceEvent>(
    'SELECT * FROM attendanceEvent WHERE sessionId = ? AND personId = ?',
    frame.id,
    personId,
  );
  return standingOf(frame, personId, events, zone);
}

function standingOf(
  frame: SessionFrame,
  personId: PersonId,
  events: readonly AttendanceEvent[],
  zone: string,
): SessionStanding {
  const annulled = new Set(events.map(({ annulsId }) => annulsId));
  const noted = events
    .filter(({ id, kind }) => kind !== 'annulment' && !annulled.has(id))
    .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
  const first = noted.find(({ kind }) => kind === 'check-in');
  return {
    presence: derivePresence(frame, events, zone),
    checkIn: first ? { eventId: first.id, personId, at: first.at, method: first.method } : null,
    noted,
  };
}
