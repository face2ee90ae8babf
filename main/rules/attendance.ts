import type { CheckInAnswer, CheckInDecision, CheckInFacts } from '../../shared/model/attendance.ts';
import type { ParticipantStatus } from '../../shared/model/cohorts.ts';
import { sayDay } from '../../shared/model/dates.ts';
import type { Reason } from '../../shared/model/decision.ts';
import { fold } from '../../shared/model/people.ts';
import { sayList } from './words.ts';

/**
 * Whether somebody at the door may be checked in.
 *
 * The first obstacle gives the answer, in this order: nobody known, in no cohort, withdrawn or deferred, in already,
 * another cohort's session, another day's. The reasons hold all of them. Another cohort or another day is a warning
 * that a lead may confirm, for make-ups and for lists marked afterwards; the others are not. Graduates may be marked:
 * a cohort's old sheets are still entered after it has graduated.
 */
export function decideCheckIn(facts: CheckInFacts): CheckInDecision {
  const { person, participant, session } = facts;
  if (person === null) {
    const sentence = 'Nobody on any list has this code or name. Search by name, or keep the code for later.';
    return refusal('not-on-the-list', [unmet('Nobody on any list has this code or name')], sentence);
  }
  const { name } = person;
  if (participant === null) {
    const sentence = `${name} is in no cohort. Ask a lead before the session of ${session.title} begins.`;
    return refusal('not-on-the-list', [met('Known to the program', name), unmet('In no cohort')], sentence);
  }

  const ownSession = session.cohortNames.some((cohort) => fold(cohort) === fold(participant.cohortName));
  const cohorts = sayList(session.cohortNames, 'and');
  const held = sayDay(session.heldOn);
  const onTheDay = session.heldOn === facts.today;
  const reasons = [
    statusReason(participant.status, participant.cohortName),
    ownSession
      ? met(`The session is ${participant.cohortName}’s`)
      : unmet(`The session is for ${cohorts || 'no cohort yet'}`),
    onTheDay ? met('The session is today') : unmet(`The session is on ${held}`, `today is ${sayDay(facts.today)}`),
    ...(facts.alreadyInSince === null ? [] : [met('In already', `since ${facts.alreadyInSince}`)]),
  ];

  if (participant.status === 'withdrawn' || participant.status === 'deferred') {
    const left = participant.status === 'withdrawn' ? 'has withdrawn from' : 'has deferred from';
    const sentence = `${name} ${left} ${participant.cohortName}. A lead can enroll them again.`;
    return refusal('withdrawn', reasons, sentence);
  }
  if (facts.alreadyInSince !== null)
    return refusal('already-in', reasons, `${name} is in already, since ${facts.alreadyInSince}.`);
  if (!ownSession) {
    const day = onTheDay ? '' : `, and on ${held}`;
    const theirs = cohorts === '' ? 'no cohort yet' : cohorts;
    const sentence = `${name} is in ${participant.cohortName}; this session is for ${theirs}${day}. Check in all the same?`;
    return { answer: 'wrong-cohort', mayConfirm: true, reasons, sentence };
  }
  if (!onTheDay) {
    const sentence = `This session of ${session.title} is on ${held}, not today. Check ${name} in all the same?`;
    return { answer: 'wrong-day', mayConfirm: true, reasons, sentence };
  }
  return { answer: 'checked-in', mayConfirm: false, reasons, sentence: `${name}, ${participant.cohortName}, is in.` };
}

const refusal = (answer: CheckInAnswer, reasons: readonly Reason[], sentence: string): CheckInDecision => ({
  answer,
  mayConfirm: false,
  reasons,
  sentence,
});

// The program's policy has no clause on the door: these follow from the lists themselves.
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
