import { describe, expect, it } from 'vitest';
import { decideCheckIn } from '../../../../main/rules/attendance/attendance.ts';
import type { CheckInFacts, CheckInOutcome, MomentDoubt } from '../../../../shared/model/attendance.ts';
import { ClockTime } from '../../../../shared/model/dates.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { day } from '../al-cto.ts';

const clock = (time: string) => ClockTime.parse(time);
const expected: CheckInFacts = {
  person: { name: 'Renée McAllister' },
  participant: { cohortName: 'Foxtrot', status: 'enrolled' },
  makesUp: false,
  session: {
    cohortNames: ['Foxtrot'],
    heldOn: day('2024-10-21'),
    startsAt: clock('08:00'),
    endsAt: clock('15:30'),
    title: 'IT Management',
    capacity: null,
    here: 12,
  },
  today: day('2024-10-21'),
  clock: clock('07:40'),
  clockIsBefore: null,
  alreadyInSince: null,
  elsewhere: null,
  ownSession: null,
  owes: Cents.parse(0),
  feeAtTheDoor: 'remind',
  lateAfterMinutes: null,
  granted: [],
};
const golf = { cohortName: 'Golf', status: 'enrolled' } as const;
const anotherDay = { today: day('2024-10-20') };

describe('At the door', () => {
  it.each<[string, Partial<CheckInFacts>, CheckInOutcome, boolean, string]>([
    ['someone expected', {}, 'checked-in', false, 'Renée McAllister, Foxtrotis checked in.'],
    [
      'a code that is no one’s',
      { person: null, participant: null },
      'not-on-the-list',
      false,
      'No one on any list has this code or name. Search by name, or save the code for later.',
    ],
    [
      'someone who is in no cohort',
      { participant: null },
      'not-on-the-list',
      true,
      'Renée McAllister isn’t in a cohort. Check them in as a guest? A lead can enroll them later.',
    ],
    [
      'someone in no cohort who is in already',
      { participant: null, alreadyInSince: '7:40 AM' },
      'already-in',
      false,
      'Renée McAllister is already checked in, since 7:40 AM.',
    ],
    [
      'someone who is in already',
      { alreadyInSince: '7:40 AM' },
      'already-in',
      false,
      'Renée McAllister is already checked in, since 7:40 AM.',
    ],
    [
      'someone who has withdrawn',
      { participant: { cohortName: 'Foxtrot', status: 'withdrawn' } },
      'withdrawn',
      false,
      'Renée McAllister has withdrawn from Foxtrot. A lead can enroll them again.',
    ],
    [
      'someone who has deferred',
      { participant: { cohortName: 'Foxtrot', status: 'deferred' } },
      'withdrawn',
      false,
      'Renée McAllister has deferred from Foxtrot. A lead can enroll them again.',
    ],
    [
      'someone of another cohort whose own session is planned',
      { participant: golf, ownSession: 'on Thu, Oct 24, 2024 at 8:00 AM, Ballroom C' },
      'wrong-cohort',
      true,
      'Renée McAllister is in Golf; this session is for Foxtrot. Golf has it on Thu, Oct 24, 2024 at 8:00 AM, Ballroom C. Check in anyway?',
    ],
    [
      'someone of another cohort whose own session is not planned',
      { participant: golf },
      'wrong-cohort',
      true,
      'Renée McAllister is in Golf; this session is for Foxtrot. Golf has no session of it planned. Check in anyway?',
    ],
    [
      'someone who is expected at another session of this morning',
      { participant: golf, elsewhere: { title: 'Law', where: '8:00 AM to 11:00 AM, Room 2' } },
      'wrong-session',
      true,
      'Renée McAllister is expected at Law, 8:00 AM to 11:00 AM, Room 2. Check in there, or here anyway?',
    ],
    [
      'someone of another cohort who makes the course up here',
      { participant: golf, makesUp: true },
      'checked-in',
      false,
      'Renée McAllister of Golf is checked in, to make up IT Management.',
    ],
    [
      'a day ahead of the session',
      anotherDay,
      'wrong-day',
      true,
      'This session of IT Management is on Mon, Oct 21, 2024, in 1 day; by the laptop’s clock it is Sun, Oct 20, 2024. Check Renée McAllister in anyway?',
    ],
    [
      'a session that was weeks ago',
      { today: day('2024-11-20') },
      'wrong-day',
      true,
      'This session of IT Management was on Mon, Oct 21, 2024, 30 days ago; by the laptop’s clock it is Wed, Nov 20, 2024. Check Renée McAllister in anyway?',
    ],
    [
      'hours before the session',
      { clock: clock('04:30') },
      'wrong-time',
      true,
      'This session of IT Management begins at 8:00 AM; by the laptop’s clock it is 4:30 AM. Check Renée McAllister in anyway?',
    ],
    [
      'hours after the session',
      { clock: clock('19:00') },
      'wrong-time',
      true,
      'This session of IT Management ended at 3:30 PM; by the laptop’s clock it is 7:00 PM. Check Renée McAllister in anyway?',
    ],
    [
      'a laptop whose clock is before what was entered already',
      { ...anotherDay, clockIsBefore: 'Oct 21, 2024, 7:55 AM' },
      'clock-wrong',
      true,
      'The laptop’s clock shows Sun, Oct 20, 2024, 7:40 AM, but the last entry was made on Oct 21, 2024, 7:55 AM. Set the clock in the system’s date and time settings. Or check Renée McAllister in with the time as it is?',
    ],
    [
      'someone who owes the fee where the policy asks about it',
      { owes: Cents.parse(7_500), feeAtTheDoor: 'ask' },
      'fee-owed',
      true,
      'Renée McAllister owes $75 of the course fee. Record a payment now, or check in anyway?',
    ],
    [
      'someone who owes the fee where the policy reminds of it',
      { owes: Cents.parse(7_500) },
      'checked-in',
      false,
      'Renée McAllister, Foxtrotis checked in.',
    ],
    [
      'a graduate on a sheet that is entered late',
      { participant: { cohortName: 'Foxtrot', status: 'graduated' } },
      'checked-in',
      false,
      'Renée McAllister, Foxtrotis checked in.',
    ],
  ])('%s', (_who, changes, answer, mayConfirm, sentence) => {
    expect(decideCheckIn({ ...expected, ...changes })).toMatchObject({ answer, mayConfirm, sentence });
  });

  it.each<[string, string, boolean]>([
    ['two hours before', '06:00', false],
    ['three hours before', '05:00', false],
    ['more than three hours before', '04:59', true],
    ['during the session', '12:00', false],
    ['three hours after', '18:30', false],
    ['more than three hours after', '18:31', true],
  ])('asks about the time %s it: %s is %s', (_when, time, asks) => {
    expect(decideCheckIn({ ...expected, clock: clock(time) }).answer === 'wrong-time').toBe(asks);
  });

  it.each<[MomentDoubt, Partial<CheckInFacts>]>([
    ['wrong-day', anotherDay],
    ['wrong-time', { clock: clock('03:00') }],
    ['clock-wrong', { clockIsBefore: 'Oct 21, 2024, 7:55 AM' }],
  ])('asks once about %s, and not again once a lead has said that it is right', (doubt, facts) => {
    expect(decideCheckIn({ ...expected, ...facts }).answer).toBe(doubt);
    expect(decideCheckIn({ ...expected, ...facts, granted: [doubt] }).answer).toBe('checked-in');
  });

  it('still asks about the cohort and the fee where the day was said to be right', () => {
    const facts = { ...expected, ...anotherDay, granted: ['wrong-day'] as const };
    expect(decideCheckIn({ ...facts, participant: golf }).answer).toBe('wrong-cohort');
    expect(decideCheckIn({ ...facts, owes: Cents.parse(1), feeAtTheDoor: 'ask' }).answer).toBe('fee-owed');
  });

  it('a session shared by two cohorts is each one’s own', () => {
    const session = { ...expected.session, cohortNames: ['Foxtrot', 'Golf'] };
    expect(decideCheckIn({ ...expected, session, participant: golf }).answer).toBe('checked-in');
    const hotel = decideCheckIn({ ...expected, session, participant: { ...golf, cohortName: 'Hotel' } });
    expect(hotel.sentence).toContain('this session is for Foxtrot and Golf');
  });

  it('names both obstacles where the cohort and the day are wrong', () => {
    const decision = decideCheckIn({ ...expected, ...anotherDay, participant: golf });
    expect(decision.answer).toBe('wrong-cohort');
    expect(decision.sentence).toContain('this session is for Foxtrot, and on Mon, Oct 21, 2024.');
    expect(decision.reasons.filter((reason) => reason.outcome === 'unmet').map((reason) => reason.sentence)).toEqual([
      'The session is for Foxtrot',
      'The session is on Mon, Oct 21, 2024',
    ]);
  });

  it('someone of another cohort who was let in is in already, not asked about again', () => {
    expect(decideCheckIn({ ...expected, participant: golf, alreadyInSince: '7:40 AM' }).answer).toBe('already-in');
  });

  it('someone who withdrew after coming in is told so', () => {
    const participant = { cohortName: 'Foxtrot', status: 'withdrawn' } as const;
    expect(decideCheckIn({ ...expected, participant, alreadyInSince: '7:40 AM' }).answer).toBe('withdrawn');
  });
});

describe('What a lead should know besides', () => {
  const notesOf = (facts: Partial<CheckInFacts>) =>
    decideCheckIn({ ...expected, ...facts }).notes.map(({ sentence }) => sentence);

  it.each<[string, Partial<CheckInFacts>, readonly string[]]>([
    ['nothing', {}, []],
    ['the fee', { owes: Cents.parse(7_500) }, ['$75 of the course fee owed.']],
    ['the last seat of the room', { session: { ...expected.session, capacity: 13 } }, []],
    [
      'a room that is full',
      { session: { ...expected.session, capacity: 12 } },
      ['The room holds 12, and 13 are checked in.'],
    ],
    ['coming late, where the clock says so', { lateAfterMinutes: 15, clock: clock('08:16') }, ['Late, at 8:16 AM.']],
    ['coming within the minutes that are forgiven', { lateAfterMinutes: 15, clock: clock('08:15') }, []],
    ['coming late, where only a lead says so', { clock: clock('11:00') }, []],
    ['a sheet of another day: the clock says nothing of it', { lateAfterMinutes: 0, ...anotherDay }, []],
    ['a session that is over', { lateAfterMinutes: 0, clock: clock('15:30') }, []],
  ])('%s', (_what, facts, sentences) => {
    expect(notesOf(facts)).toEqual(sentences);
  });
});

describe('A session past midnight', () => {
  const question = (hours: [string, string], today: string, now: string) => {
    const session = { ...expected.session, startsAt: clock(hours[0]), endsAt: clock(hours[1]) };
    return decideCheckIn({ ...expected, session, today: day(today), clock: clock(now) }).answer;
  };

  it.each<[string, [string, string], string, string, CheckInOutcome]>([
    ['is still on half an hour after midnight', ['19:00', '01:00'], '2024-10-22', '00:30', 'checked-in'],
    ['is over for three hours before the day is doubted', ['19:00', '01:00'], '2024-10-22', '04:00', 'checked-in'],
    ['is another day’s more than three hours after its end', ['19:00', '01:00'], '2024-10-22', '04:01', 'wrong-day'],
    ['is another day’s on the evening before', ['19:00', '01:00'], '2024-10-20', '19:30', 'wrong-day'],
    ['is another day’s where it ended before midnight', ['18:00', '23:00'], '2024-10-22', '00:30', 'wrong-day'],
  ])('%s', (_, hours, today, now, answer) => {
    expect(question(hours, today, now)).toBe(answer);
  });
});
