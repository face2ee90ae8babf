import type { ParsedInputOf } from '../../../shared/api.ts';
import type { AttendanceEvent, CheckInMethod } from '../../../shared/model/attendance.ts';
import { type Badge, badgeCodeOf, isBlankBadge, readBadgeCode } from '../../../shared/model/badges.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { BadgeId, OrganizationId, PersonId } from '../../../shared/model/ids.ts';
import { sumCents } from '../../../shared/model/money.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { PlannedSession, SessionRow } from '../../../shared/views/cohorts.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { type Change, type Decision, insert, update } from '../../log/change.ts';
import { badgeNumbers } from '../../log/numbers.ts';
import { type DoorQuestion, momentQuestion, roomNotes } from '../../rules/attendance/attendance-moment.ts';
import { noSuchSession, sessionRow } from '../courses/sessions.ts';
import { listedOrganizations } from '../organizations/queries.ts';
import { organizationKey, parseOrganization } from '../organizations/typed-name.ts';
import { notAnnulled } from '../presence/not-annulled.ts';
import { presenceOf } from '../presence/queries.ts';
import { type CodeOwner, ownerOf, standingCode } from './code-owners.ts';
import { doorMoment } from './door-facts.ts';
import { annulmentOf, newAttendanceEvent, sessionCounts } from './events.ts';

type CheckIn = ParsedInputOf<'attendance.checkIn'>;
type Match = ParsedInputOf<'attendance.match'>;

/** An answer about a code or a walk-in: no one whom the lists know. */
const answerOf = (
  facts: Facts,
  session: SessionRow,
  said: Pick<CheckInAnswer, 'answer' | 'sentence'> & Partial<CheckInAnswer>,
): CheckInAnswer => ({
  notes: [],
  mayConfirm: false,
  eventId: null,
  at: facts.now,
  personId: null,
  participantId: null,
  name: null,
  owes: sumCents([]),
  elsewhere: null,
  badgeNumber: null,
  ...sessionCounts(session),
  ...said,
});

/** Writes down a code that no one has, once a session: a lead can say later whose it is. A blank badge asks for a name. */
export function keepCode(
  facts: Facts,
  session: SessionRow,
  input: CheckIn,
  owner: CodeOwner | null,
): Decision<CheckInAnswer> {
  const code = input.code?.trim() ?? '';
  if (owner?.kind === 'blank-badge') {
    const { number } = owner.badge;
    const sentence = `Badge ${sayNumber(number)} is not assigned yet. Type the name and school system of the person wearing it.`;
    const value = answerOf(facts, session, { answer: 'blank-badge', sentence, badgeNumber: number });
    return { ok: true, label: `Read the blank badge ${sayNumber(number)}`, changes: [], value };
  }
  const known = standingCode(facts, session.id, code);
  const { sessionId, method } = input;
  const event = known ?? newAttendanceEvent(facts, { sessionId, personId: null, kind: 'check-in', method, code });
  return {
    ok: true,
    label: `Saved the code ${code}`,
    changes: known ? [] : [insert('attendanceEvent', event)],
    value: answerOf(facts, session, { ...sayUnknown(code, owner), eventId: event.id }),
  };
}

function sayUnknown(code: string, owner: CodeOwner | null): Pick<CheckInAnswer, 'answer' | 'sentence'> {
  const kept = 'The code is saved for later';
  switch (owner?.kind) {
    case 'misread':
      return {
        answer: 'misread',
        sentence: `Only part of the badge was read. Scan it again, flat and closer, or type its number. ${kept}.`,
      };
    case 'foreign-badge':
      return {
        answer: 'not-on-the-list',
        sentence: `This badge belongs to the program, but this laptop doesn’t know it. ${kept}; search by name to check the person in.`,
      };
    case 'other-program':
      return {
        answer: 'other-program',
        sentence: `${code} isn’t a code from this program. ${kept}; search by name to check the person in.`,
      };
    default:
      return {
        answer: 'not-on-the-list',
        sentence: `${code} isn’t on any list. ${kept}; search by name to check the person in.`,
      };
  }
}

/** Lets a walk-in in by the badge that they got at another session. */
export function letWalkInIn(
  facts: Facts,
  session: PlannedSession,
  badge: Badge,
  { method, granted, confirmed }: Pick<CheckIn, 'method' | 'granted' | 'confirmed'>,
): Decision<CheckInAnswer> {
  const { code, number, name } = badge;
  const known = standingCode(facts, session.id, code);
  const label = `Checked in ${name}, walk-in`;
  if (known) {
    const sentence = `${name} is already checked in, as a walk-in.`;
    const value = { answer: 'already-in', sentence, eventId: known.id, name, badgeNumber: number } as const;
    return { ok: true, label, changes: [], value: answerOf(facts, session, value) };
  }
  const moment = doorMoment(facts, session, granted);
  const question = confirmed ? null : momentQuestion(moment, name ?? '');
  if (question) return heldBack(facts, session, question, name ?? '');
  const event = newAttendanceEvent(facts, walkInEvent(session, code, method));
  return {
    ok: true,
    label,
    changes: [insert('attendanceEvent', event)],
    value: answerOf(facts, session, {
      answer: 'checked-in',
      sentence: `${name} is checked in as a walk-in with badge ${sayNumber(number)}.`,
      notes: roomNotes(moment.session),
      eventId: event.id,
      name,
      badgeNumber: number,
    }),
  };
}

/** Nothing is written before a lead has said that the day, the hour or the clock is right. */
const heldBack = (
  facts: Facts,
  session: SessionRow,
  question: DoorQuestion,
  name: string,
): Decision<CheckInAnswer> => ({
  ok: true,
  label: `Looked up ${name}`,
  changes: [],
  value: answerOf(facts, session, { ...question, mayConfirm: true, name }),
});

const walkInEvent = ({ id }: SessionRow, code: string, method: CheckInMethod) =>
  ({ sessionId: id, personId: null, kind: 'check-in', method, code }) as const;

/** Checks in someone who is not known, and gives them a badge with the next number, or the blank one they wear. */
export const walkIn: Command<'attendance.walkIn'> = (facts, { sessionId, name, organization, code, granted }) => {
  const session = sessionRow(facts, sessionId);
  if (!session) return refuse(noSuchSession);
  const worn = code === null ? done(null) : blankBadge(facts, code);
  if (!worn.ok) return worn;
  const moment = doorMoment(facts, session, granted);
  const question = momentQuestion(moment, name);
  if (question) return heldBack(facts, session, question, name);
  const given = { name, organization: parseOrganization(organization) || null };
  const badge = worn.value ? { ...worn.value, ...given } : newBadge(facts, given);
  const event = newAttendanceEvent(facts, walkInEvent(session, badge.code, 'typed'));
  return {
    ok: true,
    label: `Checked in ${name} as a walk-in, badge ${sayNumber(badge.number)}`,
    changes: [worn.value ? update('badge', badge.id, given) : insert('badge', badge), insert('attendanceEvent', event)],
    value: answerOf(facts, session, {
      answer: 'checked-in',
      sentence: `${name} is checked in as a walk-in with badge ${sayNumber(badge.number)}. Match them to a person later.`,
      notes: roomNotes(moment.session),
      eventId: event.id,
      name,
      badgeNumber: badge.number,
    }),
  };
};

function blankBadge({ database }: Facts, code: string): Result<Badge> {
  const reading = readBadgeCode(code);
  const own = reading.kind === 'badge' ? reading.code : code;
  const badge = database.get<Badge>('SELECT * FROM badge WHERE code = ?', own);
  if (!badge) return refuse('This laptop doesn’t know that badge. Leave it blank to give a new number.');
  if (!isBlankBadge(badge))
    return refuse(`Badge ${sayNumber(badge.number)} already has a name. Scan it to check them in.`);
  return done(badge);
}

function newBadge(facts: Facts, given: Pick<Badge, 'name' | 'organization'>): Badge {
  const id = BadgeId.parse(facts.newId());
  const number = badgeNumbers(facts).next().value;
  return { id, number, code: badgeCodeOf(id), personId: null, issuedAt: facts.now, ...given };
}

/** Says who a walk-in or the owner of a kept code is: their badge and every check-in become the person's. */
export const match: Command<'attendance.match'> = (facts, { code, who }) => {
  const owner = ownerOf(facts, code);
  const badge = owner.kind === 'walk-in' ? owner.badge : null;
  const kept = facts.database.all<AttendanceEvent>(
    `SELECT * FROM attendanceEvent event WHERE code = ? COLLATE NOCASE AND kind = 'check-in' AND personId IS NULL
     AND ${notAnnulled} ORDER BY at, id`,
    badge?.code ?? code,
  );
  if (!badge && kept.length === 0) return refuse('That is already matched to someone. Check the list again.');
  const known = personMeant(facts, who);
  if (!known.ok) return known;
  const { person, changes } = known.value;
  const name = sayName(person);
  for (const event of kept) {
    changes.push(insert('attendanceEvent', annulmentOf(facts, event, `It was ${name}`)));
    if (presenceOf(facts, event.sessionId, person.id)) continue;
    const { sessionId, method, at } = event;
    const came = { sessionId, personId: person.id, kind: 'check-in', method, at, code: event.code } as const;
    changes.push(insert('attendanceEvent', newAttendanceEvent(facts, came)));
  }
  if (badge) changes.push(update('badge', badge.id, { personId: person.id }));
  const sessions = new Set(kept.map(({ sessionId }) => sessionId)).size;
  const whom = badge ? `the walk-in ${badge.name}` : `the code ${code}`;
  return { ok: true, label: `Matched ${whom} to ${name}`, changes, value: { sessions } };
};

function personMeant(facts: Facts, who: Match['who']): Result<{ person: Person; changes: Change[] }> {
  if (who.is === 'known') {
    const person = facts.database.get<Person>('SELECT * FROM person WHERE id = ?', who.personId);
    return person ? done({ person, changes: [] }) : refuse('That person is no longer on record. Search by name again.');
  }
  const { givenName, familyName, email } = who;
  const other = email === null ? undefined : facts.database.get<Person>('SELECT * FROM person WHERE email = ?', email);
  if (other) return refuse(`${sayName(other)} already has the e-mail address ${email}. Choose that person instead.`);
  const changes: Change[] = [];
  const person: Person = {
    id: PersonId.parse(facts.newId()),
    givenName,
    familyName,
    certificateName: null,
    email,
    phone: null,
    jobTitle: null,
    organizationId: organizationOf(facts, who.organization, changes),
  };
  changes.push(insert('person', person));
  return done({ person, changes });
}

/** The organization of this name, a new one where none is called so; null where nothing was typed. */
function organizationOf(facts: Facts, typed: string, changes: Change[]): OrganizationId | null {
  const name = parseOrganization(typed);
  if (name === '') return null;
  const key = organizationKey(name);
  const known = listedOrganizations(facts).find((each) => organizationKey(each.name) === key);
  if (known) return known.id;
  const id = OrganizationId.parse(facts.newId());
  changes.push(insert('organization', { id, name, kind: 'school-system' }));
  return id;
}
