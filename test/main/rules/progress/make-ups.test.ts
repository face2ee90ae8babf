import { describe, expect, it } from 'vitest';
import {
  type MakeUpFacts,
  type MakeUpSession,
  whyClosed,
  whyNotAssigned,
} from '../../../../main/rules/progress/make-ups.ts';
import type { GraduationFacts } from '../../../../shared/model/graduates.ts';
import { CourseId, SessionId } from '../../../../shared/model/ids.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { day, policy } from '../al-cto.ts';

const law = CourseId.parse('law-ethics');
const completing = (changes: Partial<Policy['completion']>): Policy =>
  Policy.parse({ ...policy, completion: { ...policy.completion, ...changes } });

const golfsLaw: MakeUpSession = {
  id: SessionId.parse('0190163d-0003-7000-8000-000000000001'),
  courseId: law,
  title: 'Law, Ethics, and Policies',
  heldOn: day('2024-06-20'),
  seatsLeft: null,
};

/** Someone in Foxtrot, which ended on May 31, 2024, without a session that says anything. */
const keisha = (attendance: Partial<GraduationFacts> = {}): MakeUpFacts => ({
  name: 'Keisha Garrett',
  cohortName: 'Foxtrot',
  attendance: { status: 'enrolled', endsOn: day('2024-05-31'), sessions: [], ...attendance },
});

describe('A session is open for make-ups', () => {
  it.each<[string, Partial<MakeUpSession>, string, RegExp | null]>([
    ['weeks before it', {}, '2024-06-03', null],
    ['on its own day', {}, '2024-06-20', null],
    ['not on the day after', {}, '2024-06-21', /is over/],
    ['with one seat left', { seatsLeft: 1 }, '2024-06-03', null],
    ['not with none', { seatsLeft: 0 }, '2024-06-03', /The room is full on Thu, Jun 20, 2024/],
    [
      'not for a course that no graduate needs',
      { courseId: CourseId.parse('extra') },
      '2024-06-03',
      /No graduate needs/,
    ],
  ])('%s', (_when, changes, today, why) => {
    const said = whyClosed(policy, { ...golfsLaw, ...changes }, day(today));
    if (why === null) expect(said).toBeNull();
    else expect(said).toMatch(why);
  });

  it('nowhere, where the policy counts no session of another cohort', () => {
    const strict = completing({ otherCohortsSessions: 'do-not-count' });
    expect(whyClosed(strict, golfsLaw, day('2024-06-03'))).toMatch(/^The policy counts no session of another cohort/);
  });
});

describe('Someone can be assigned', () => {
  const today = day('2024-06-03');

  it.each<[string, number | null, string | null]>([
    ['without a last day', null, null],
    ['on the last day itself', 20, null],
    [
      'not a day after it',
      19,
      'Keisha Garrett could make Law, Ethics, and Policies up until Jun 19, 2024; the session is later.',
    ],
  ])('%s', (_when, makeUpDays, why) => {
    expect(whyNotAssigned(completing({ makeUpDays }), keisha(), golfsLaw, today)).toBe(why);
  });

  it('without a last day too while the cohort’s own end is not known', () => {
    expect(whyNotAssigned(completing({ makeUpDays: 0 }), keisha({ endsOn: null }), golfsLaw, today)).toBeNull();
  });

  it.each([
    ['graduated', 'Keisha Garrett has graduated already.'],
    ['withdrawn', 'Keisha Garrett has left Foxtrot.'],
    ['deferred', 'Keisha Garrett has left Foxtrot.'],
  ] as const)('not once %s', (status, why) => {
    expect(whyNotAssigned(policy, keisha({ status }), golfsLaw, today)).toBe(why);
  });
});
