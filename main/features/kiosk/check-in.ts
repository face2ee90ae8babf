import { api } from '../../../shared/api.ts';
import { readBadgeCode } from '../../../shared/model/badges.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { readNumber } from '../../../shared/model/devices.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { KioskNote } from '../../../shared/model/kiosk.ts';
import { mailAddressOf } from '../../../shared/model/mail-address.ts';
import { foldName, type Person } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { KioskAnswer } from '../../../shared/views/kiosk.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { type Change, type Decision, insert } from '../../log/change.ts';
import { isWorthKeeping } from '../../rules/attendance/kept-codes.ts';
import { missesThatCount, triesAgainAt } from '../../rules/kiosk/tries.ts';
import { checkIn as checkInAtTheDoor } from '../attendance/check-in.ts';
import { badgesNumbered, ownerOf, standingCode } from '../attendance/code-owners.ts';
import { newAttendanceEvent } from '../attendance/events.ts';
import { sessionRow } from '../courses/sessions.ts';
import { changeKiosk } from './lock.ts';

const seeALead: KioskAnswer = {
  answer: 'see-a-lead',
  sentence: 'Please see a lead',
  next: 'They will check you in.',
};
const moreNeeded: KioskAnswer = {
  answer: 'more-needed',
  sentence: 'Now your last name',
  next: 'Type your last name, or your e-mail address, after the number.',
};

/** What a try came to, and whether it was no one’s: enough of these in a row make the next try wait. */
interface Tried {
  readonly said: KioskAnswer;
  readonly missed: boolean;
}

/**
 * Checks someone in by the rule of the door, and tells them no more than their own first name. Whatever the door
 * would ask a lead about, the kiosk sends to a lead: no one is let in by a stranger. A number is on everyone’s chest, so
 * that a number alone checks no one in; a badge’s code can’t be guessed, and is never made to wait.
 */
const checkIn: Errand<'kiosk.checkIn'> = async (desk, { code }) => {
  const { now } = desk.facts();
  const isBadge = readBadgeCode(code).kind === 'badge';
  // What is typed is counted before it is judged: many at once gain nothing.
  const { note, until } = await changeKiosk(desk, (held) => {
    const wait = held === null || isBadge ? null : triesAgainAt(held, now);
    const counted = held && !isBadge && wait === null;
    const missed = counted ? missesThatCount(held, now) + 1 : 0;
    return { note: counted ? { ...held, missed, missedAt: now } : held, value: { note: held, until: wait } };
  });
  if (note === null) return refuse('This laptop is not in kiosk mode. Start it from one of today’s sessions.');
  if (until !== null) {
    const seconds = Math.ceil((Date.parse(until) - Date.parse(now)) / 1_000);
    const next = `Try again in ${countOf(seconds, 'second')}, or see a lead.`;
    return done({ answer: 'wait', sentence: 'One moment', next });
  }
  const tried = await desk.commit('Checking in', (facts) => tryCode(facts, note.sessionId, code));
  if (!tried.ok) return tried;
  const { said, missed } = tried.value;
  if (!isBadge && !missed) {
    const before = (held: KioskNote): number => (said.answer === 'welcome' ? 0 : Math.max(0, held.missed - 1));
    await changeKiosk(desk, (held) => ({ note: held && { ...held, missed: before(held) }, value: null }));
  }
  return done(said);
};

function tryCode(facts: Facts, sessionId: SessionId, typed: string): Decision<Tried> {
  const session = sessionRow(facts, sessionId);
  const nothing = (said: KioskAnswer, missed: boolean): Decision<Tried> => ({
    ok: true,
    label: 'Nothing',
    changes: [],
    value: { said, missed },
  });
  if (session?.when !== 'today') return nothing(seeALead, false);
  if (readNumber(typed) !== null) return nothing(moreNeeded, false);
  const meant = codeMeant(facts, typed);
  if (meant === null) return nothing(seeALead, true);
  const input = api['attendance.checkIn'].input.parse({ sessionId, code: meant, method: 'kiosk' });
  const decided = checkInAtTheDoor(facts, input);
  const said = decided.ok ? answerTo(facts, decided.value) : seeALead;
  const isIn = said.answer === 'welcome' || said.answer === 'already-in';
  if (decided.ok && isIn) return { ...decided, label: `${decided.label} at the kiosk`, value: { said, missed: false } };
  // Who is known and may not come in by themselves was no wrong try.
  const isNobodys = ownerOf(facts, meant).kind !== 'people';
  return {
    ok: true,
    label: `Kept the code ${typed} at the kiosk`,
    changes: keptCode(facts, sessionId, typed),
    value: { said, missed: isNobodys && readBadgeCode(meant).kind === 'other' },
  };
}

const numberAndMore = /^(#?\s*[A-Za-z]{0,2}\d+)[\s,;:]+(.+)$/;

/**
 * The code that was meant: of a number together with its wearer’s last name, whole name or address, that badge’s; else
 * what was typed. Null: the number is not that person’s.
 */
function codeMeant(facts: Facts, typed: string): string | null {
  const [, number = '', more = ''] = numberAndMore.exec(typed.trim()) ?? [];
  if (number === '' || readNumber(number) === null || readBadgeCode(typed).kind !== 'other') return typed;
  const badges = badgesNumbered(facts, number).filter(
    ({ personId }) => personId !== null && isTheirs(facts, personId, more),
  );
  return badges.length === 1 ? (badges[0]?.code ?? null) : null;
}

/** Whether a name or an address is a person’s: the last name, the whole name either way round, or a whole address. */
function isTheirs(facts: Facts, personId: PersonId, said: string): boolean {
  if (mailAddressOf(said) !== null) {
    const owner = ownerOf(facts, said);
    return owner.kind === 'people' && owner.personIds.includes(personId);
  }
  const person = facts.database.get<Person>('SELECT * FROM person WHERE id = ?', personId);
  if (!person) return false;
  const { givenName, familyName } = person;
  return [familyName, `${givenName}${familyName}`, `${familyName}${givenName}`].some(
    (name) => foldName(name) !== '' && foldName(name) === foldName(said),
  );
}

function answerTo(facts: Facts, { answer, personId, name }: CheckInAnswer): KioskAnswer {
  const called = (personId && givenName(facts, personId)) || name;
  switch (answer) {
    case 'checked-in':
      return { answer: 'welcome', sentence: `Welcome${called ? `, ${called}` : ''}. You’re checked in.`, next: '' };
    case 'already-in':
      return { answer: 'already-in', sentence: `You are already checked in${called ? `, ${called}` : ''}.`, next: '' };
    case 'misread':
      return { ...seeALead, next: 'Only part of your badge was read. Hold it closer and try again, or see a lead.' };
    case 'other-program':
      return { ...seeALead, next: 'That is not a badge or e-mail address in this program.' };
    default:
      return seeALead;
  }
}

const givenName = ({ database }: Facts, personId: PersonId): string | null =>
  database.get<Person>('SELECT * FROM person WHERE id = ?', personId)?.givenName ?? null;

/** The code as one of no one yet, once a session: a lead sees it among the last and says whose it is. */
function keptCode(facts: Facts, sessionId: SessionId, code: string): Change[] {
  if (!isWorthKeeping(code) || standingCode(facts, sessionId, code)) return [];
  const event = newAttendanceEvent(facts, { sessionId, personId: null, kind: 'check-in', method: 'kiosk', code });
  return [insert('attendanceEvent', event)];
}

export const kioskCheckIn: Pick<Handlers, 'kiosk.checkIn'> = { 'kiosk.checkIn': checkIn };
