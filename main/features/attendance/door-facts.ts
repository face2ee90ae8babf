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
import { isBefore } from '../../rules/dates/clock-doubt.ts';
import { holdsPlace, sessionRow } from '../courses/sessions.ts';
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
  const inForce = facts.policyOn(session.heldOn);
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

/** When the log's last entry was made, where that lies ahead by the laptop's clock; else null. */
function clockIsBefore({ database, now, zone }: Facts): string | null {
  const last = database.get<{ at: Instant }>(`SELECT at FROM logCommand ORDER BY ${newestFirst} LIMIT 1`)?.at;
  return last !== undefined && isBefore(now, last) ? sayInstant(last, zone) : null;
}

interface Planned {
  readonly id: SessionId;
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
    `SELECT session.id, heldOn, startsAt, endsAt, room FROM participant
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
  facts: Facts,
  session: PlannedSession,
  personId: PersonId,
  clock: ClockTime,
): CheckInAnswer['elsewhere'] {
  const { database, today } = facts;
  if (session.heldOn !== today) return null;
  const other = database.get<Planned>(
    `SELECT session.id, heldOn, startsAt, endsAt, room FROM session
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
  const { id, room, startsAt, endsAt } = other;
  const where = [`${sayClock(startsAt)} to ${sayClock(endsAt)}`, room].filter(Boolean).join(', ');
  return { sessionId: id, title: sessionRow(facts, id)?.title ?? '', where };
}
