import type { CheckInFacts, MomentDoubt } from '../../../shared/model/attendance.ts';
import {
  type CivilDate,
  type ClockTime,
  clockOf,
  type Instant,
  sayClock,
  sayDay,
  sayInstant,
} from '../../../shared/model/dates.ts';
import type { ParticipantId, PersonId, SessionId } from '../../../shared/model/ids.ts';
import { type Cents, sumCents } from '../../../shared/model/money.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import { newestFirst } from '../../log/order.ts';
import type { DoorMoment } from '../../rules/attendance/attendance-moment.ts';
import { holdsPlace } from '../courses/sessions.ts';
import { feeStandingOf } from '../fees/standing.ts';
import type { Attendee } from './attendees.ts';
import { walkInsAt } from './walk-ins.ts';

type DoorFacts = Omit<CheckInFacts, 'alreadyInSince' | 'elsewhere'>;

/** What the rule at the door sees of the session and of the moment, whoever stands there. */
export function doorMoment(facts: Facts, session: PlannedSession, granted: readonly MomentDoubt[]): DoorMoment {
  const { now, zone, today } = facts;
  return {
    session: {
      cohortNames: session.cohorts.map((each) => each.name),
      heldOn: session.heldOn,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      title: session.title,
      capacity: session.capacity,
      here: session.present + session.guests + walkInsAt(facts, session.id),
    },
    today,
    clock: clockOf(now, zone),
    clockIsBefore: clockIsBefore(facts),
    granted,
  };
}

/** The same, and what it sees of someone known. */
export function doorFacts(
  facts: Facts,
  session: PlannedSession,
  attendee: Attendee,
  granted: readonly MomentDoubt[],
): DoorFacts {
  const { inForce } = facts;
  const { name, cohort, status, own, makesUp } = attendee;
  return {
    ...doorMoment(facts, session, granted),
    person: { name },
    participant: status === null ? null : { cohortName: cohort, status },
    makesUp,
    ownSession:
      own || makesUp || attendee.participantId === null ? null : ownSession(facts, session, attendee.participantId),
    owes: feeOwedBy(facts, attendee),
    feeAtTheDoor: inForce?.policy.fee.atTheDoor ?? 'remind',
    lateAfterMinutes: inForce?.policy.door.lateAfterMinutes ?? null,
  };
}

/** What someone still owes of the course fee; nothing where they are in no cohort. */
const feeOwedBy = (facts: Facts, { participantId }: Attendee): Cents =>
  (participantId && feeStandingOf(facts, participantId)?.owes) || sumCents([]);

/** A clock that goes a little wrong, or two commands within a moment, are nothing to ask about. */
const forgivenMinutes = 10;

/** When the log's last entry was made, where that lies ahead by the laptop's clock; else null. */
function clockIsBefore({ database, now, zone }: Facts): string | null {
  const last = database.get<{ at: Instant }>(`SELECT at FROM logCommand ORDER BY ${newestFirst} LIMIT 1`)?.at;
  if (last === undefined || Date.parse(last) - Date.parse(now) <= forgivenMinutes * 60_000) return null;
  return sayInstant(last, zone);
}

interface Planned {
  readonly id: SessionId;
  readonly title: string;
  readonly heldOn: CivilDate;
  readonly startsAt: ClockTime;
  readonly endsAt: ClockTime;
  readonly room: string | null;
}

/** When someone's own cohort has the course of a session: the next time, else the last; null: it is not planned. */
function ownSession(
  { database, today }: Facts,
  { courseId }: PlannedSession,
  participantId: ParticipantId,
): string | null {
  const own = database.all<Planned>(
    `SELECT session.id, '' AS title, heldOn, startsAt, endsAt, room FROM participant
     JOIN sessionCohort ON sessionCohort.cohortId = participant.cohortId JOIN session ON session.id = sessionId
     WHERE participant.id = ? AND courseId = ? ORDER BY heldOn, startsAt`,
    participantId,
    courseId,
  );
  const next = own.find(({ heldOn }) => heldOn >= today) ?? own.at(-1);
  if (!next) return null;
  const day = next.heldOn === today ? 'today' : `on ${sayDay(next.heldOn)}`;
  return [`${day} at ${sayClock(next.startsAt)}`, next.room].filter(Boolean).join(', ');
}

/** Another session of today that is not over and at which someone is expected, with how it is read aloud. */
export function expectedElsewhere(
  { database, today }: Facts,
  session: PlannedSession,
  personId: PersonId,
  clock: ClockTime,
): CheckInAnswer['elsewhere'] {
  if (session.heldOn !== today) return null;
  const other = database.get<Planned>(
    `SELECT session.id, course.title, heldOn, startsAt, endsAt, room FROM session JOIN course ON course.id = courseId
     WHERE heldOn = ? AND session.id <> ? AND (endsAt > ? OR endsAt < startsAt) AND EXISTS (
       SELECT 1 FROM participant WHERE participant.personId = ? AND ${holdsPlace} AND (
         EXISTS (SELECT 1 FROM sessionCohort WHERE sessionId = session.id AND cohortId = participant.cohortId)
         OR EXISTS (SELECT 1 FROM makeUp WHERE makeUp.sessionId = session.id AND participantId = participant.id)))
     ORDER BY startsAt, session.id LIMIT 1`,
    today,
    session.id,
    clock,
    personId,
  );
  if (!other) return null;
  const { id, title, room, startsAt, endsAt } = other;
  const where = [`${sayClock(startsAt)} to ${sayClock(endsAt)}`, room].filter(Boolean).join(', ');
  return { sessionId: id, title, where };
}
