import { describe, expect, it } from 'vitest';
import { decideCheckIn } from '../../../main/rules/attendance.ts';
import type { CheckInAnswer, CheckInFacts } from '../../../shared/model/attendance.ts';
import { day } from './al-cto.ts';

const expected: CheckInFacts = {
  person: { name: 'Renée McAllister' },
  participant: { cohortName: 'Foxtrot', status: 'enrolled' },
  session: { cohortNames: ['Foxtrot'], heldOn: day('2024-10-21'), title: 'IT Management' },
  today: day('2024-10-21'),
  alreadyInSince: null,
};
const golf = { cohortName: 'Golf', status: 'enrolled' } as const;

describe('At the door', () => {
  it.each<[string, Partial<CheckInFacts>, CheckInAnswer, boolean, string]>([
    ['somebody expected', {}, 'checked-in', false, 'Renée McAllister, Foxtrot, is in.'],
    [
      'a code that is nobody’s',
      { person: null, participant: null },
      'not-on-the-list',
      false,
      'Nobody on any list has this code or name. Search by name, or keep the code for later.',
    ],
    [
      'somebody who is in no cohort',
      { participant: null },
      'not-on-the-list',
      false,
      'Renée McAllister is in no cohort. Ask a lead before the session of IT Management begins.',
    ],
    [
      'somebody who is in already',
      { alreadyInSince: '7:40 a' },
      'already-in',
      false,
      'Renée McAllister is in already, since 7:40 a.',
    ],
    [
      'somebody who has withdrawn',
      { participant: { cohortName: 'Foxtrot', status: 'withdrawn' } },
      'withdrawn',
      false,
      'Renée McAllister has withdrawn from Foxtrot. A lead can enroll them again.',
    ],
    [
      'somebody who has deferred',
      { participant: { cohortName: 'Foxtrot', status: 'deferred' } },
      'withdrawn',
      false,
      'Renée McAllister has deferred from Foxtrot. A lead can enroll them again.',
    ],
    [
      'somebody of another cohort',
      { participant: golf },
      'wrong-cohort',
      true,
      'Renée McAllister is in Golf; this session is for Foxtrot. Check in all the same?',
    ],
    [
      'somebody on another day',
      { today: day('2024-10-20') },
      'wrong-day',
      true,
      'This session of IT Management is on Mon, Oct 21, 2024, not today. Check Renée McAllister in all the same?',
    ],
    [
      'a graduate on a sheet that is entered late',
      { participant: { cohortName: 'Foxtrot', status: 'graduated' } },
      'checked-in',
      false,
      'Renée McAllister, Foxtrot, is in.',
    ],
  ])('%s', (_who, changes, answer, mayConfirm, sentence) => {
    expect(decideCheckIn({ ...expected, ...changes })).toMatchObject({ answer, mayConfirm, sentence });
  });

  it('a session shared by two cohorts is each one’s own', () => {
    const session = { ...expected.session, cohortNames: ['Foxtrot', 'Golf'] };
    expect(decideCheckIn({ ...expected, session, participant: golf }).answer).toBe('checked-in');
    const hotel = decideCheckIn({ ...expected, session, participant: { ...golf, cohortName: 'Hotel' } });
    expect(hotel.sentence).toContain('this session is for Foxtrot and Golf');
  });

  it('names both obstacles where the cohort and the day are wrong', () => {
    const decision = decideCheckIn({ ...expected, participant: golf, today: day('2024-10-20') });
    expect(decision.answer).toBe('wrong-cohort');
    expect(decision.sentence).toBe(
      'Renée McAllister is in Golf; this session is for Foxtrot, and on Mon, Oct 21, 2024. Check in all the same?',
    );
    expect(decision.reasons.filter((reason) => reason.outcome === 'unmet').map((reason) => reason.sentence)).toEqual([
      'The session is for Foxtrot',
      'The session is on Mon, Oct 21, 2024',
    ]);
  });

  it('somebody of another cohort who was let in is in already, not asked about again', () => {
    expect(decideCheckIn({ ...expected, participant: golf, alreadyInSince: '7:40 a' }).answer).toBe('already-in');
  });

  it('somebody who withdrew after coming in is told so', () => {
    const participant = { cohortName: 'Foxtrot', status: 'withdrawn' } as const;
    expect(decideCheckIn({ ...expected, participant, alreadyInSince: '7:40 a' }).answer).toBe('withdrawn');
  });
});
