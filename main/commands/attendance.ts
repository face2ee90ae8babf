import type { ParsedInputOf } from '../../shared/api.ts';
import type { AttendanceEvent } from '../../shared/model/attendance.ts';
import { clockOf, dayOf, sayClock, sayInstant } from '../../shared/model/dates.ts';
import { AttendanceEventId, type PersonId } from '../../shared/model/ids.ts';
import { type Person, sayName } from '../../shared/model/people.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import type { CheckInAnswer } from '../../shared/views/attendance.ts';
import type { SessionRow } from '../../shared/views/cohorts.ts';
import { type Change, type Decision, insert } from '../changes/change.ts';
import type { Facts } from '../facts.ts';
import type { Command, Handlers } from '../handler.ts';
import { noSuchSession } from '../queries/attendance.ts';
import { type Attendee, attendeeOf } from '../queries/attendees.ts';
import { whoHasCode } from '../queries/find-attendees.ts';
import { type Presence, presenceOf } from '../queries/presence.ts';
import { sessionRow } from '../queries/sessions.ts';
import { decideCheckIn } from '../rules/attendance.ts';

type CheckIn = ParsedInputOf<'attendance.checkIn'>;

const checkIn: Command<'attendance.checkIn'> = (facts, input) => {
  const session = sessionRow(facts, input.sessionId);
  if (!session) return refuse(noSuchSession);
  const who = whoIsMeant(facts, session, input);
  if (!who.ok) return who;
  if (who.value === null) return keepCode(facts, session, input);
  return checkInPerson(facts, session, input, who.value);
};

/** The person that a check-in is about; null: the code is nobody's. */
function whoIsMeant(facts: Facts, session: SessionRow, { personId, code }: CheckIn): Result<Attendee | null> {
  const sessionId = session.id;
  if (personId !== null) {
    const attendee = attendeeOf(facts, sessionId, personId);
    return attendee ? done(attendee) : refuse('That person is not in this database any more. Search by name again.');
  }
  if (code === null) return refuse('Say who came: choose a person, scan a badge or type an e-mail address.');
  const people = whoHasCode(facts, code)
    .map((id) => attendeeOf(facts, sessionId, id))
    .filter((attendee) => attendee !== null);
  if (people.length < 2) return done(people[0] ?? null);
  // An address that a school office shares: the one whom this session expects is meant, if there is only one.
  const ours = people.filter(({ cohort }) => session.cohorts.some(({ name }) => name === cohort));
  if (ours.length === 1) return done(ours[0] ?? null);
  const names = people.map(({ name }) => name);
  return refuse(`${people.length} people share ${code}. Search by name instead.`, names);
}

/** Writes down a code that nobody has, once a session: a lead can say later whose it is. */
function keepCode(facts: Facts, session: SessionRow, input: CheckIn): Decision<CheckInAnswer> {
  const code = input.code?.trim() ?? '';
  const known = facts.database.get<{ id: AttendanceEventId }>(
    `SELECT id FROM attendanceEvent event WHERE sessionId = ? AND kind = 'check-in' AND personId IS NULL
     AND code = ? COLLATE NOCASE AND NOT EXISTS (SELECT 1 FROM attendanceEvent a WHERE a.annulsId = event.id)`,
    session.id,
    code,
  )?.id;
  const event = checkInEvent(facts, { ...input, code }, null);
  const sentence = `${code} is on no list. The code is kept for later; search by name to let the person in.`;
  return {
    ok: true,
    label: `Kept the code ${code}`,
    changes: known === undefined ? [insert('attendanceEvent', event)] : [],
    value: {
      answer: 'not-on-the-list',
      sentence,
      mayConfirm: false,
      eventId: known ?? event.id,
      at: facts.now,
      personId: null,
      name: null,
      ...countsOf(session),
    },
  };
}

function checkInPerson(facts: Facts, session: SessionRow, input: CheckIn, attendee: Attendee): Decision<CheckInAnswer> {
  const { cohort, status, name, personId } = attendee;
  const presence = presenceOf(facts, session.id, personId);
  const decision = decideCheckIn({
    person: { name },
    participant: status === null ? null : { cohortName: cohort, status },
    session: { cohortNames: session.cohorts.map((each) => each.name), heldOn: session.heldOn, title: session.title },
    today: facts.today,
    alreadyInSince: presence && saySince(facts, presence),
  });
  const kept = keptCode(facts, input);
  if (!kept.ok) return kept;
  const goesIn = decision.answer === 'checked-in' || (decision.mayConfirm && input.confirmed);
  const event = checkInEvent(facts, { ...input, code: input.code ?? kept.value?.code ?? null }, personId);
  const own = session.cohorts.some((each) => each.name === cohort);
  const changes: Change[] = [];
  // Who was scanned before the lead knew the name came in then, not now.
  if (goesIn) changes.push(insert('attendanceEvent', { ...event, at: kept.value?.at ?? event.at }));
  if (kept.value && (goesIn || decision.answer === 'already-in')) {
    changes.push(insert('attendanceEvent', annulmentOf(facts, kept.value, `It was ${name}`)));
  }
  return {
    ok: true,
    label: goesIn ? `Checked in ${name}` : `Found the code of ${name}`,
    changes,
    value: {
      answer: goesIn ? 'checked-in' : decision.answer,
      sentence: goesIn && decision.answer !== 'checked-in' ? `${name}, ${cohort}, is in.` : decision.sentence,
      mayConfirm: !goesIn && decision.mayConfirm,
      eventId: goesIn ? event.id : (presence?.eventId ?? null),
      at: facts.now,
      personId,
      name,
      ...countsOf(session, goesIn ? (own ? 'expected' : 'guest') : undefined),
    },
  };
}

/** Since when somebody is in, as it is read aloud; with the day where that is not today. */
function saySince({ zone, today }: Facts, { at }: Presence): string {
  return dayOf(at, zone) === today ? sayClock(clockOf(at, zone)) : sayInstant(at, zone);
}

/** The kept code that a lead says is this person's; null where none is meant. */
function keptCode({ database }: Facts, { keptEventId, sessionId }: CheckIn): Result<AttendanceEvent | null> {
  if (keptEventId === null) return done(null);
  const kept = database.get<AttendanceEvent>(
    `SELECT * FROM attendanceEvent event WHERE id = ? AND sessionId = ? AND kind = 'check-in' AND personId IS NULL
     AND NOT EXISTS (SELECT 1 FROM attendanceEvent a WHERE a.annulsId = event.id)`,
    keptEventId,
    sessionId,
  );
  return kept ? done(kept) : refuse('That code is not kept any more: somebody has said already whose it is.');
}

function checkInEvent(
  { newId, now }: Facts,
  { sessionId, code, method }: Pick<CheckIn, 'sessionId' | 'code' | 'method'>,
  personId: PersonId | null,
): AttendanceEvent {
  const id = AttendanceEventId.parse(newId());
  return {
    id,
    sessionId,
    kind: 'check-in',
    personId,
    code,
    method,
    at: now,
    annulsId: null,
    reason: null,
    clock: null,
    hours: null,
  };
}

/** An event that takes another back; the other stays as it was. */
function annulmentOf({ newId, now }: Facts, event: AttendanceEvent, reason: string): AttendanceEvent {
  const { sessionId, personId, id: annulsId } = event;
  const id = AttendanceEventId.parse(newId());
  return {
    id,
    sessionId,
    kind: 'annulment',
    personId,
    code: null,
    method: 'typed',
    at: now,
    annulsId,
    reason,
    clock: null,
    hours: null,
  };
}

const countsOf = ({ expected, present, guests }: SessionRow, came?: 'expected' | 'guest') => ({
  expected,
  present: present + Number(came === 'expected'),
  guests: guests + Number(came === 'guest'),
});

const mark: Command<'attendance.mark'> = (facts, { sessionId, personIds }) => {
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  if (session.when === 'coming') {
    return refuse(`This session is still to come. Its sign-in sheet can be entered from that day on.`);
  }
  const problems: string[] = [];
  const coming: Attendee[] = [];
  for (const personId of new Set(personIds)) {
    const attendee = attendeeOf(facts, sessionId, personId);
    if (!attendee) problems.push('Somebody on the list is not in this database any more.');
    else if (attendee.status === null) problems.push(`${attendee.name} is in no cohort.`);
    else if (attendee.status === 'withdrawn' || attendee.status === 'deferred') {
      problems.push(`${attendee.name} has ${attendee.status} from ${attendee.cohort}.`);
    } else if (!presenceOf(facts, sessionId, personId)) coming.push(attendee);
  }
  if (problems.length > 0) return refuse('Nobody was marked. Take these people off the selection first.', problems);
  const [first] = coming;
  const whom = coming.length === 1 && first ? first.name : `${coming.length} people`;
  return {
    ok: true,
    label: `Marked ${whom} present at ${session.title}`,
    changes: coming.map(({ personId }) =>
      insert('attendanceEvent', checkInEvent(facts, { sessionId, code: null, method: 'sheet' }, personId)),
    ),
    value: { marked: coming.length },
  };
};

const annul: Command<'attendance.annul'> = (facts, { eventId, reason }) => {
  const { database } = facts;
  const event = database.get<AttendanceEvent>('SELECT * FROM attendanceEvent WHERE id = ?', eventId);
  if (event?.kind !== 'check-in') return refuse('That check-in is not in this database. Look at the list again.');
  if (database.get('SELECT id FROM attendanceEvent WHERE annulsId = ?', eventId)) {
    return refuse('That check-in has been taken back already.');
  }
  const person = database.get<Person>('SELECT * FROM person WHERE id = ?', event.personId);
  return {
    ok: true,
    label: person ? `Took back the check-in of ${sayName(person)}` : `Dropped the code ${event.code}`,
    changes: [insert('attendanceEvent', annulmentOf(facts, event, reason))],
    value: null,
  };
};

export const attendanceCommands: Pick<Handlers, 'attendance.checkIn' | 'attendance.mark' | 'attendance.annul'> = {
  'attendance.checkIn': checkIn,
  'attendance.mark': mark,
  'attendance.annul': annul,
};
