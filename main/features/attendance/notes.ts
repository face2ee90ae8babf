import type { ParsedInputOf } from '../../../shared/api.ts';
import type { AttendanceEvent } from '../../../shared/model/attendance.ts';
import { countOf, nameOrCount } from '../../../shared/model/counts.ts';
import { addDays, type ClockTime, sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import { isOvernight, minuteWithin, skippedTo, spanOf } from '../../../shared/model/session-hours.ts';
import type { PlannedSession } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { insert } from '../../log/change.ts';
import { hoursOf } from '../../rules/attendance/presence.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { annulled } from '../presence/not-annulled.ts';
import { presenceOf } from '../presence/queries.ts';
import { type Attendee, attendeeOf } from './attendees.ts';
import { annulmentOf, newAttendanceEvent } from './events.ts';
import { type SessionStanding, standingAt } from './session-standings.ts';

type What = ParsedInputOf<'attendance.note'>['what'];

/** Marks people present from a sign-in sheet: one command, however many. */
export const mark: Command<'attendance.mark'> = (facts, { sessionId, personIds }) => {
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  if (session.when === 'coming') {
    return refuse(`This session hasn’t happened yet. Enter its sign-in sheet on that day or later.`);
  }
  const people = attendeesOf(facts, session, personIds, 'marked');
  if (!people.ok) return people;
  const coming = people.value.filter(({ personId }) => !presenceOf(facts, sessionId, personId));
  return {
    ok: true,
    label: `Marked ${nameOrCount(coming, 'person', 'people')} present at ${session.title}`,
    changes: coming.map(({ personId }) => insert('attendanceEvent', sheetEvent(facts, session, personId))),
    value: { marked: coming.length },
  };
};

const sheetEvent = (facts: Facts, { id }: PlannedSession, personId: PersonId): AttendanceEvent =>
  newAttendanceEvent(facts, { sessionId: id, personId, kind: 'check-in', method: 'sheet' });

/** The people of a selection; a refusal where one of them holds no place. */
function attendeesOf(
  facts: Facts,
  session: PlannedSession,
  personIds: readonly PersonId[],
  wasDone: string,
): Result<readonly Attendee[]> {
  const problems: string[] = [];
  const people: Attendee[] = [];
  for (const personId of new Set(personIds)) {
    const attendee = attendeeOf(facts, session.id, personId);
    if (!attendee) problems.push('Someone on the list is no longer on record.');
    else if (attendee.status === null && !presenceOf(facts, session.id, personId)) {
      problems.push(`${attendee.name} isn’t in a cohort.`);
    } else if (attendee.status === 'withdrawn' || attendee.status === 'deferred') {
      problems.push(`${attendee.name} has ${attendee.status} from ${attendee.cohort}.`);
    } else people.push(attendee);
  }
  if (problems.length > 0)
    return refuse(`No one was ${wasDone}. Take these people out of the selection first.`, problems);
  return done(people);
}

/**
 * Notes that people came late, left early, are excused, or how many hours count. Who is said to have been there for a
 * part was there: without a check-in that stands, one is added from the sheet.
 */
export const note: Command<'attendance.note'> = (facts, { sessionId, personIds, what }) => {
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  const amiss = amissWith(facts, session, what);
  if (amiss !== null) return refuse(amiss);
  const people = attendeesOf(facts, session, personIds, 'noted');
  if (!people.ok) return people;
  const standings = people.value.map((attendee) => ({
    attendee,
    standing: standingAt(facts, session, attendee.personId),
  }));
  const problems = standings.flatMap(({ attendee, standing }) => problemOf(session, attendee, standing, what));
  if (problems.length > 0) return refuse(`Nothing was saved. Take these people out of the selection first.`, problems);
  const cameInPart = what.kind !== 'excused' && !(what.kind === 'hours' && what.hours === 0);
  const changes = standings.flatMap(({ attendee: { personId }, standing }) => [
    ...(cameInPart && !standing.checkIn ? [insert('attendanceEvent', sheetEvent(facts, session, personId))] : []),
    insert('attendanceEvent', newAttendanceEvent(facts, { sessionId, personId, method: 'typed', ...what })),
  ]);
  return { ok: true, label: sayNoted(session, people.value, what), changes, value: { noted: people.value.length } };
};

/** What can't be so, whoever it is said of. */
function amissWith({ zone }: Facts, session: PlannedSession, what: What): string | null {
  const { when, heldOn, startsAt, endsAt, title } = session;
  const { start, end } = spanOf(session);
  const isWithin = (clock: ClockTime): boolean => {
    const minute = minuteWithin(session, clock);
    return minute > start && minute < end;
  };
  if ((what.kind === 'late' || what.kind === 'left') && isWithin(what.clock)) {
    const day = isOvernight(session) && what.clock < endsAt ? addDays(heldOn, 1) : heldOn;
    const shown = skippedTo(day, what.clock, zone);
    if (shown !== null) {
      return `There was no ${sayClock(what.clock)} on ${sayDay(day)}: clocks went forward, to ${sayClock(shown)}.`;
    }
  }
  if (when === 'coming' && what.kind !== 'excused') {
    return `This session is on ${sayDay(heldOn)}. Until then, only an excuse can be recorded.`;
  }
  if (what.kind === 'hours' && what.hours > hoursOf(session, zone)) {
    return `${title} counts for ${sayHours(hoursOf(session, zone))}. Enter that many or fewer.`;
  }
  if (what.kind === 'late' && !isWithin(what.clock)) {
    return `${title} was from ${sayClock(startsAt)} to ${sayClock(endsAt)}. Enter a time in between.`;
  }
  if (what.kind === 'left' && !isWithin(what.clock)) {
    return `${title} was from ${sayClock(startsAt)} to ${sayClock(endsAt)}. Enter a time in between.`;
  }
  return null;
}

/** What stands against noting this of someone. */
function problemOf(
  session: PlannedSession,
  { name }: Attendee,
  { checkIn, presence }: SessionStanding,
  what: What,
): string[] {
  const minute = (clock: ClockTime): number => minuteWithin(session, clock);
  // Who was there for a part may be excused from the rest.
  if (what.kind === 'excused' && checkIn && presence.standing === 'present')
    return [`${name} came: undo the check-in, or first mark them as late or as leaving early.`];
  if (what.kind === 'left' && presence.cameAt !== null && minute(what.clock) <= minute(presence.cameAt)) {
    return [`${name} came at ${sayClock(presence.cameAt)}.`];
  }
  if (what.kind === 'late' && presence.leftAt !== null && minute(what.clock) >= minute(presence.leftAt)) {
    return [`${name} left at ${sayClock(presence.leftAt)}.`];
  }
  return [];
}

const sayHours = (hours: number): string => countOf(hours, 'hour');

function sayNoted({ title }: PlannedSession, people: readonly Attendee[], what: What): string {
  const who = nameOrCount(people, 'person', 'people');
  switch (what.kind) {
    case 'late':
      return `Marked ${who} late for ${title}, at ${sayClock(what.clock)}`;
    case 'left':
      return `Marked that ${who} left ${title} early, at ${sayClock(what.clock)}`;
    case 'hours':
      return `Counted ${sayHours(what.hours)} of ${title} for ${who}`;
    case 'excused':
      return `Excused ${who} from ${title}`;
  }
}

const sayKind: Readonly<Record<AttendanceEvent['kind'], string>> = {
  'check-in': 'the check-in',
  late: 'the late arrival',
  left: 'the early departure',
  hours: 'the hours',
  excused: 'the excuse',
  annulment: 'the undo',
};

/** Takes one event back. With the last check-in goes what was noted of the part that someone was there. */
export const annul: Command<'attendance.annul'> = (facts, { eventId, reason }) => {
  const { database } = facts;
  const event = database.get<AttendanceEvent>('SELECT * FROM attendanceEvent WHERE id = ?', eventId);
  if (!event || event.kind === 'annulment') {
    return refuse('That check-in no longer exists. Check the list again.');
  }
  if (database.get(`SELECT 1 FROM attendanceEvent event WHERE id = ? AND ${annulled}`, eventId)) {
    return refuse(`That ${event.kind === 'check-in' ? 'check-in' : 'note'} was already undone.`);
  }
  const person = database.get<Person>('SELECT * FROM person WHERE id = ?', event.personId);
  const gone = [event, ...goneWith(facts, event)];
  return {
    ok: true,
    label: person ? `Undid ${sayKind[event.kind]} for ${sayName(person)}` : `Dropped the code ${event.code}`,
    changes: gone.map((each) => insert('attendanceEvent', annulmentOf(facts, each, reason))),
    value: null,
  };
};

/** Late, left and hours say nothing any more once no check-in stands. */
function goneWith(facts: Facts, event: AttendanceEvent): readonly AttendanceEvent[] {
  const session = sessionRow(facts, event.sessionId);
  if (event.kind !== 'check-in' || event.personId === null || !session) return [];
  const { noted } = standingAt(facts, session, event.personId);
  if (noted.some(({ kind, id }) => kind === 'check-in' && id !== event.id)) return [];
  return noted.filter(({ kind }) => kind === 'late' || kind === 'left' || kind === 'hours');
}

/** Takes back all that is noted of people at a session. */
export const takeBack: Command<'attendance.takeBack'> = (facts, { sessionId, personIds, reason }) => {
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  const standings = [...new Set(personIds)].map((personId) => ({
    personId,
    noted: standingAt(facts, session, personId).noted,
  }));
  const affected = standings.filter(({ noted }) => noted.length > 0);
  if (affected.length === 0) return refuse('Nothing is recorded for them at this session.');
  const [only, ...others] = affected;
  const person = facts.database.get<Person>('SELECT * FROM person WHERE id = ?', only?.personId ?? null);
  const who = others.length === 0 && person ? sayName(person) : `${affected.length} people`;
  return {
    ok: true,
    label: `Cleared what was recorded for ${who} at ${session.title}`,
    changes: affected.flatMap(({ noted }) =>
      noted.map((event) => insert('attendanceEvent', annulmentOf(facts, event, reason))),
    ),
    value: { takenBack: affected.length },
  };
};
