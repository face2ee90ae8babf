import type { ParsedInputOf } from '../../../shared/api.ts';
import type { AttendanceEvent, CheckInDecision } from '../../../shared/model/attendance.ts';
import { clockOf, dayOf, sayClock, sayInstant } from '../../../shared/model/dates.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { type Change, type Decision, insert } from '../../log/change.ts';
import { decideCheckIn } from '../../rules/attendance/attendance.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { type FirstCheckIn, presenceOf } from '../presence/queries.ts';
import { type Attendee, attendeeOf } from './attendees.ts';
import { type CodeOwner, ownerOf } from './code-owners.ts';
import { doorFacts, expectedElsewhere } from './door-facts.ts';
import { annulmentOf, newAttendanceEvent, sessionCounts } from './events.ts';
import { keepCode, letWalkInIn } from './walk-ins-commands.ts';

type CheckIn = ParsedInputOf<'attendance.checkIn'>;

/** Checks in whoever is meant, or says what is in the way. */
export const checkIn: Command<'attendance.checkIn'> = (facts, input) => {
  const session = sessionRow(facts, input.sessionId);
  if (!session) return refuse(noSuchSession);
  const who = whoIsMeant(facts, session, input);
  if (!who.ok) return who;
  const { attendee, owner } = who.value;
  if (attendee) return checkInPerson(facts, session, input, attendee);
  if (owner?.kind === 'walk-in') return letWalkInIn(facts, session, owner.badge, input);
  return keepCode(facts, session, input, owner);
};

interface Meant {
  readonly attendee: Attendee | null;
  /** Whose the code is, where one was given and it belongs to no one. */
  readonly owner: CodeOwner | null;
}

/** The person that a check-in is about, or what is known of a code that belongs to no one. */
function whoIsMeant(facts: Facts, session: PlannedSession, { personId, code }: CheckIn): Result<Meant> {
  const sessionId = session.id;
  if (personId !== null) {
    const attendee = attendeeOf(facts, sessionId, personId);
    return attendee
      ? done({ attendee, owner: null })
      : refuse('That person is no longer on record. Search by name again.');
  }
  if (code === null) return refuse('Choose a person, scan a badge or type an e-mail address.');
  const owner = ownerOf(facts, code);
  if (owner.kind !== 'people') return done({ attendee: null, owner });
  const people = owner.personIds.map((id) => attendeeOf(facts, sessionId, id)).filter((attendee) => attendee !== null);
  if (people.length < 2) return done({ attendee: people[0] ?? null, owner: null });
  // An address that a school office shares: the one whom this session expects is meant, if there is only one.
  const ours = people.filter(({ own, makesUp }) => own || makesUp);
  if (ours.length === 1) return done({ attendee: ours[0] ?? null, owner: null });
  const names = people.map(({ name }) => name);
  return refuse(`${people.length} people have ${code}. Search by name instead.`, names);
}

function checkInPerson(
  facts: Facts,
  session: PlannedSession,
  input: CheckIn,
  attendee: Attendee,
): Decision<CheckInAnswer> {
  const { name, personId } = attendee;
  const presence = presenceOf(facts, session.id, personId);
  const isExpected = attendee.own || attendee.makesUp;
  const seen = doorFacts(facts, session, attendee, input.granted);
  const elsewhere = isExpected ? null : expectedElsewhere(facts, session, personId, seen.clock);
  const decision = decideCheckIn({
    ...seen,
    alreadyInSince: presence && saySince(facts, presence),
    elsewhere,
  });
  const kept = keptCode(facts, input);
  if (!kept.ok) return kept;
  const goesIn = decision.answer === 'checked-in' || (decision.mayConfirm && input.confirmed);
  const events = goesIn ? eventsOf(facts, input, attendee, decision, kept.value) : [];
  const changes: Change[] = events.map((event) => insert('attendanceEvent', event));
  if (kept.value && (goesIn || decision.answer === 'already-in')) {
    changes.push(insert('attendanceEvent', annulmentOf(facts, kept.value, `It was ${name}`)));
  }
  return {
    ok: true,
    label: goesIn ? `Checked in ${name}` : `Found the code for ${name}`,
    changes,
    value: {
      answer: goesIn ? 'checked-in' : decision.answer,
      sentence: goesIn && decision.answer !== 'checked-in' ? sayIn(attendee) : decision.sentence,
      notes: decision.notes,
      mayConfirm: !goesIn && decision.mayConfirm,
      eventId: events[0]?.id ?? presence?.eventId ?? null,
      at: facts.now,
      personId,
      participantId: attendee.participantId,
      name,
      owes: seen.owes,
      elsewhere: goesIn ? null : elsewhere,
      badgeNumber: null,
      ...sessionCounts(session, goesIn ? (isExpected ? 'expected' : 'guest') : undefined),
    },
  };
}

/** Who was let in anyway. */
const sayIn = ({ name, cohort, own, makesUp }: Attendee): string =>
  own || makesUp ? `${name}, ${cohort}is checked in.` : `${name}${cohort && `, ${cohort},`} is checked in as a guest.`;

/** The check-in, and that it was late where the policy has the clock say so. */
function eventsOf(
  facts: Facts,
  { sessionId, code, method }: CheckIn,
  { personId }: Attendee,
  { isLate }: CheckInDecision,
  kept: AttendanceEvent | null,
): AttendanceEvent[] {
  // Who was scanned before the lead knew the name came in then, not now.
  const at = kept?.at ?? facts.now;
  const came = newAttendanceEvent(facts, {
    sessionId,
    personId,
    kind: 'check-in',
    method,
    at,
    code: code ?? kept?.code ?? null,
  });
  if (!isLate) return [came];
  const clock = clockOf(at, facts.zone);
  return [came, newAttendanceEvent(facts, { sessionId, personId, kind: 'late', method, at, clock })];
}

/** Since when someone is in, as it is read aloud; with the day where that is not today. */
function saySince({ zone, today }: Facts, { at }: FirstCheckIn): string {
  return dayOf(at, zone) === today ? sayClock(clockOf(at, zone)) : sayInstant(at, zone);
}

/** The kept code that a lead says is this person's; null where none is meant. */
function keptCode({ database }: Facts, { keptEventId, sessionId }: CheckIn): Result<AttendanceEvent | null> {
  if (keptEventId === null) return done(null);
  const kept = database.get<AttendanceEvent>(
    `SELECT * FROM attendanceEvent event WHERE id = ? AND sessionId = ? AND kind = 'check-in' AND personId IS NULL
     AND ${notAnnulled}`,
    keptEventId,
    sessionId,
  );
  return kept ? done(kept) : refuse('That code is already matched to someone.');
}
