import { api } from '../../../shared/api.ts';
import type { PersonId, SessionId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import type { KioskAnswer } from '../../../shared/views/kiosk.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { type Change, insert } from '../../log/change.ts';
import { checkIn as checkInAtTheDoor } from '../attendance/check-in.ts';
import { badgesNumbered, standingCode } from '../attendance/code-owners.ts';
import { newAttendanceEvent } from '../attendance/events.ts';
import { sessionRow } from '../courses/sessions.ts';
import { kioskNote } from './lock.ts';

const seeALead: KioskAnswer = {
  answer: 'see-a-lead',
  sentence: 'Please see a lead',
  next: 'They will check you in.',
};

/**
 * Checks someone in by the rule of the door, and tells them no more than their own first name. Whatever the door
 * would ask a lead about, the kiosk sends to a lead, and keeps the code: no one is let in by a stranger, and no one
 * who came is forgotten.
 */
const checkIn: Command<'kiosk.checkIn'> = (facts, { code }) => {
  const note = kioskNote(facts.database);
  if (note === null) return refuse('This laptop is not in kiosk mode. Start it from one of today’s sessions.');
  const session = sessionRow(facts, note.sessionId);
  if (session?.when !== 'today') return { ok: true, label: 'Nothing', changes: [], value: seeALead };
  const input = api['attendance.checkIn'].input.parse({
    sessionId: session.id,
    code: codeMeant(facts, code),
    method: 'kiosk',
  });
  const decided = checkInAtTheDoor(facts, input);
  const said = decided.ok ? answerTo(facts, decided.value) : seeALead;
  if (decided.ok && said.answer !== 'see-a-lead') {
    return { ...decided, label: `${decided.label} at the kiosk`, value: said };
  }
  return {
    ok: true,
    label: `Saved the code ${code} at the kiosk`,
    changes: keptCode(facts, session.id, code),
    value: said,
  };
};

/** A badge’s number stands for its code; as it was typed where no badge has it, or two have. */
function codeMeant(facts: Facts, typed: string): string {
  const [badge, ...others] = badgesNumbered(facts, typed);
  return badge && others.length === 0 ? badge.code : typed;
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
      return { ...seeALead, next: 'That is not a badge, badge number or e-mail address in this program.' };
    default:
      return seeALead;
  }
}

const givenName = ({ database }: Facts, personId: PersonId): string | null =>
  database.get<Person>('SELECT * FROM person WHERE id = ?', personId)?.givenName ?? null;

/** Letters typed in passing are no code. */
const shortestCode = 3;

/** The code as one of no one yet, once a session: a lead sees it among the last and says whose it is. */
function keptCode(facts: Facts, sessionId: SessionId, code: string): Change[] {
  if (code.length < shortestCode || standingCode(facts, sessionId, code)) return [];
  const event = newAttendanceEvent(facts, { sessionId, personId: null, kind: 'check-in', method: 'kiosk', code });
  return [insert('attendanceEvent', event)];
}

export const kioskCommands: Pick<Handlers, 'kiosk.checkIn'> = { 'kiosk.checkIn': checkIn };
