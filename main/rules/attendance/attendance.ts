import type { CheckInDecision, CheckInFacts, CheckInOutcome, DoorNote } from '../../../shared/model/attendance.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { sayClock, sayDay } from '../../../shared/model/dates.ts';
import type { Reason } from '../../../shared/model/decision.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { foldName } from '../../../shared/model/people.ts';
import { minuteOn, spanOf } from '../../../shared/model/session-hours.ts';
import { sayList } from '../words.ts';
import { type DoorQuestion, momentQuestion, roomNotes } from './attendance-moment.ts';

/**
 * Whether someone at the door may be checked in.
 *
 * The first obstacle gives the answer, in this order: no one known, in no cohort, withdrawn or deferred, in already, the
 * laptop's clock seems wrong, expected at another session of this day, another cohort's session, another day's,
 * hours away, the fee owed where the policy asks about it. The reasons hold all of them. Being in no cohort, and
 * from the clock on each, are questions that a lead may answer with yes, for make-ups and for lists marked afterwards. Graduates may be marked: a
 * cohort's old sheets are still entered after it has graduated.
 */
export function decideCheckIn(facts: CheckInFacts): CheckInDecision {
  const { person, participant } = facts;
  if (person === null) {
    const sentence = 'No one on any list has this code or name. Search by name, or save the code for later.';
    return refusal('not-on-the-list', [unmet('No one on any list has this code or name')], sentence);
  }
  const { name } = person;
  if (facts.alreadyInSince !== null && participant === null)
    return refusal('already-in', [met('Already checked in', `since ${facts.alreadyInSince}`)], sayAlready(facts, name));
  if (participant === null) {
    const reasons = [met('Known to the program', name), unmet('In no cohort')];
    const sentence = `${name} isn’t in a cohort. Check them in as a guest? A lead can enroll them later.`;
    const answer = 'not-on-the-list';
    return { answer, mayConfirm: true, reasons, sentence, notes: notesOf(facts, false), isLate: false };
  }

  const reasons = reasonsOf(facts, participant);
  if (participant.status === 'withdrawn' || participant.status === 'deferred') {
    const left = participant.status === 'withdrawn' ? 'has withdrawn from' : 'has deferred from';
    const sentence = `${name} ${left} ${participant.cohortName}. A lead can enroll them again.`;
    return refusal('withdrawn', reasons, sentence);
  }
  if (facts.alreadyInSince !== null) return refusal('already-in', reasons, sayAlready(facts, name));

  const isLate = comesLate(facts);
  const notes = notesOf(facts, isLate);
  const question = questionOf(facts, name, participant.cohortName);
  if (question) return { ...question, mayConfirm: true, reasons, notes, isLate };
  const sentence = facts.makesUp
    ? `${name} of ${participant.cohortName} is checked in, to make up ${facts.session.title}.`
    : `${name}, ${participant.cohortName}is checked in.`;
  return { answer: 'checked-in', mayConfirm: false, reasons, sentence, notes, isLate };
}

/** The first thing that a lead must say yes to; null: nothing stands against it. */
function questionOf(facts: CheckInFacts, name: string, cohortName: string): DoorQuestion | null {
  const { elsewhere, owes } = facts;
  const moment = momentQuestion(facts, name);
  if (moment?.answer === 'clock-wrong') return moment;
  if (!isExpected(facts) && elsewhere !== null) {
    const sentence = `${name} is expected at ${elsewhere.title}, ${elsewhere.where}. Check in there, or here anyway?`;
    return { answer: 'wrong-session', sentence };
  }
  if (!isExpected(facts)) {
    return { answer: 'wrong-cohort', sentence: sayOtherCohort(facts, name, cohortName, moment !== null) };
  }
  if (moment) return moment;
  if (owes > 0 && facts.feeAtTheDoor === 'ask') {
    const sentence = `${name} owes ${sayCents(owes)} of the course fee. Record a payment now, or check in anyway?`;
    return { answer: 'fee-owed', sentence };
  }
  return null;
}

const sayAlready = ({ alreadyInSince }: CheckInFacts, name: string) =>
  `${name} is already checked in, since ${alreadyInSince}.`;

function sayOtherCohort(facts: CheckInFacts, name: string, cohortName: string, isAsked: boolean): string {
  const { session, ownSession } = facts;
  const cohorts = sayList(session.cohortNames, 'and') || 'no cohort yet';
  const day = isAsked && session.heldOn !== facts.today ? `, and on ${sayDay(session.heldOn)}` : '';
  const own = ownSession === null ? `${cohortName} has no session of it planned` : `${cohortName} has it ${ownSession}`;
  return `${name} is in ${cohortName}; this session is for ${cohorts}${day}. ${own}. Check in anyway?`;
}

function notesOf(facts: CheckInFacts, isLate: boolean): DoorNote[] {
  const { session, owes, clock } = facts;
  const notes: DoorNote[] = [];
  if (owes > 0) notes.push({ kind: 'fee-owed', sentence: `${sayCents(owes)} of the course fee owed.` });
  notes.push(...roomNotes(session));
  if (isLate) notes.push({ kind: 'late', sentence: `Late, at ${sayClock(clock)}.` });
  return notes;
}

/** Whether the policy has the clock say that someone comes late; on another day the clock says nothing of it. */
function comesLate({ session, today, clock, clockIsBefore, lateAfterMinutes }: CheckInFacts): boolean {
  if (lateAfterMinutes === null || clockIsBefore !== null) return false;
  const { start, end } = spanOf(session);
  const now = minuteOn(session, today, clock);
  return now - start > lateAfterMinutes && now < end;
}

const isExpected = ({ session, participant, makesUp }: CheckInFacts): boolean =>
  makesUp || session.cohortNames.some((cohort) => foldName(cohort) === foldName(participant?.cohortName ?? ''));

function reasonsOf(facts: CheckInFacts, participant: { cohortName: string; status: ParticipantStatus }): Reason[] {
  const { session, today, owes, alreadyInSince, clockIsBefore } = facts;
  const { cohortName, status } = participant;
  const own = isExpected(facts) && !facts.makesUp;
  const reasons = [
    statusReason(status, cohortName),
    facts.makesUp
      ? met('Makes up the course at this session')
      : own
        ? met(`The session is ${cohortName}’s`)
        : unmet(`The session is for ${sayList(session.cohortNames, 'and') || 'no cohort yet'}`),
    session.heldOn === today
      ? met('The session is today')
      : unmet(`The session is on ${sayDay(session.heldOn)}`, `today is ${sayDay(today)}`),
  ];
  if (clockIsBefore !== null) reasons.push(unmet('The laptop’s clock is before the last entry', clockIsBefore));
  if (alreadyInSince !== null) reasons.push(met('Already checked in', `since ${alreadyInSince}`));
  if (owes > 0) reasons.push(unmet('Course fee owed', sayCents(owes)));
  return reasons;
}

const refusal = (answer: CheckInOutcome, reasons: readonly Reason[], sentence: string): CheckInDecision => ({
  answer,
  mayConfirm: false,
  reasons,
  sentence,
  notes: [],
  isLate: false,
});

// Whom the lists expect follows from the lists themselves; the fee and lateness have their settings in the policy.
const met = (sentence: string, seen = ''): Reason => ({ outcome: 'met', sentence, seen, clause: '' });
const unmet = (sentence: string, seen = ''): Reason => ({ outcome: 'unmet', sentence, seen, clause: '' });

function statusReason(status: ParticipantStatus, cohortName: string): Reason {
  switch (status) {
    case 'enrolled':
      return met(`Enrolled in ${cohortName}`);
    case 'graduated':
      return met(`Graduated with ${cohortName}`);
    case 'withdrawn':
      return unmet(`Withdrawn from ${cohortName}`);
    case 'deferred':
      return unmet(`Deferred from ${cohortName}`);
  }
}
