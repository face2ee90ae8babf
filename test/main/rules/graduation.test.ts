import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { decideGraduation } from '../../../main/rules/graduation.ts';
import type { GraduationFacts, SeenSession } from '../../../shared/model/graduates.ts';
import { SessionId } from '../../../shared/model/ids.ts';
import { Policy } from '../../../shared/model/program.ts';
import { day, policy } from './al-cto.ts';

const today = day('2025-03-01');
const courses = policy.completion.courses;
const [roles, law] = courses;
if (roles === undefined || law === undefined) throw new Error('The default program has six courses.');

/** A session of seven and a half hours, attended whole; `present: false`: nobody came. */
function session(
  courseId: SeenSession['courseId'],
  heldOn: string,
  { present = true, ...changes }: Partial<SeenSession> & { readonly present?: boolean } = {},
): SeenSession {
  const came = present ? ({ standing: 'present', hours: 7.5 } as const) : ({ standing: 'not-in', hours: 0 } as const);
  const sessionId = SessionId.parse(v7());
  return {
    sessionId,
    courseId,
    heldOn: day(heldOn),
    own: true,
    assigned: false,
    excused: false,
    ofHours: 7.5,
    ...came,
    ...changes,
  };
}
const all = courses.map((courseId) => session(courseId, '2024-10-21'));
const without = (courseId: SeenSession['courseId']) => all.filter((each) => each.courseId !== courseId);
const enrolled = (sessions: readonly SeenSession[]): GraduationFacts => ({
  status: 'enrolled',
  endsOn: null,
  sessions,
});
const completing = (changes: Partial<Policy['completion']>): Policy =>
  Policy.parse({ ...policy, completion: { ...policy.completion, ...changes } });
const strict = completing({ otherCohortsSessions: 'do-not-count' });

describe('Graduation', () => {
  it('is open to whoever attended every course', () => {
    const graduation = decideGraduation(policy, enrolled(all), today);
    expect(graduation).toMatchObject({ verdict: 'may-graduate', attended: courses, missing: [] });
    expect(graduation.reasons).toHaveLength(6);
    expect(graduation.reasons[0]).toEqual({
      outcome: 'met',
      sentence: 'Attended CTO Roles and Responsibilities on Mon, Oct 21, 2024',
      seen: '1 session of the cohort, Oct 21, 2024: 7.5 of 7.5 hours',
      clause: 'silent-completion',
    });
  });

  it('refuses a certificate with a course missing', () => {
    const facts = enrolled([...without(law), session(law, '2024-10-22', { present: false })]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation).toMatchObject({ verdict: 'courses-missing', missing: [law] });
    expect(graduation.reasons[1]).toMatchObject({
      outcome: 'unmet',
      sentence: 'Missed Law, Ethics, and Policies on Tue, Oct 22, 2024',
    });
  });

  it('says where an excuse carried the part that somebody missed', () => {
    const part = session(law, '2024-10-22', { standing: 'partly', hours: 3, excused: true });
    const graduation = decideGraduation(completing({ excused: 'counts' }), enrolled([...without(law), part]), today);
    expect(graduation.verdict).toBe('may-graduate');
    expect(graduation.reasons[1]).toMatchObject({
      outcome: 'met',
      sentence: 'Attended part of Law, Ethics, and Policies on Tue, Oct 22, 2024, excused from the rest, which counts',
      clause: 'silent-excused',
    });
  });

  it('is on the way while the missing course has a session to come', () => {
    const facts = enrolled([...without(law), session(law, '2025-06-10', { present: false })]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]?.sentence).toBe('Law, Ethics, and Policies is to come on Tue, Jun 10, 2025');
  });

  it('does not call today’s session missed before the day is over', () => {
    const facts = enrolled([...without(law), session(law, today, { present: false })]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]?.sentence).toBe('Law, Ethics, and Policies is to come on Sat, Mar 1, 2025');
    expect(decideGraduation(policy, facts, day('2025-03-02')).verdict).toBe('courses-missing');
  });

  it('is on the way while no session of the missing course is planned', () => {
    const graduation = decideGraduation(policy, enrolled(without(law)), today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]).toEqual({
      outcome: 'unknown',
      sentence: 'No session of Law, Ethics, and Policies is planned yet',
      seen: '',
      clause: 'silent-completion',
    });
  });

  it('is on the way for somebody who may make up a missed course', () => {
    const facts = enrolled([
      ...without(law),
      session(law, '2024-10-22', { present: false }),
      session(law, '2025-06-10', { own: false, present: false }),
    ]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]?.sentence).toBe(
      'Missed Law, Ethics, and Policies on Tue, Oct 22, 2024; may be made up on Tue, Jun 10, 2025 with another cohort',
    );
    expect(decideGraduation(strict, facts, today).verdict).toBe('courses-missing');
  });

  it('counts a make-up with another cohort, and says under which clause', () => {
    const facts = enrolled([
      ...without(law),
      session(law, '2024-10-22', { present: false }),
      session(law, '2025-02-11', { own: false }),
    ]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation.verdict).toBe('may-graduate');
    expect(graduation.reasons[1]).toMatchObject({
      sentence: 'Attended Law, Ethics, and Policies on Tue, Feb 11, 2025 with another cohort',
      clause: 'silent-make-up',
    });
  });

  it('does not count a make-up where the policy says so, and does not hide it', () => {
    const facts = enrolled([
      ...without(law),
      session(law, '2024-10-22', { present: false }),
      session(law, '2025-02-11', { own: false }),
    ]);
    const graduation = decideGraduation(strict, facts, today);
    expect(graduation.verdict).toBe('courses-missing');
    expect(graduation.reasons.slice(1, 3)).toMatchObject([
      { sentence: 'Missed Law, Ethics, and Policies on Tue, Oct 22, 2024', clause: 'silent-completion' },
      { sentence: 'The session of Tue, Feb 11, 2025 with another cohort does not count', clause: 'silent-make-up' },
    ]);
  });

  it('blames nobody for another cohort’s session', () => {
    const facts = enrolled([...without(law), session(law, '2024-10-22', { own: false, present: false })]);
    expect(decideGraduation(policy, facts, today).verdict).toBe('on-the-way');
  });

  it('counts an attended session however often the course was missed before', () => {
    const facts = enrolled([...all, session(roles, '2024-09-01', { present: false })]);
    expect(decideGraduation(policy, facts, today).verdict).toBe('may-graduate');
  });

  it.each([
    ['graduated', 'graduated', 'Graduated already'],
    ['withdrawn', 'not-enrolled', 'Withdrawn from the cohort'],
    ['deferred', 'not-enrolled', 'Deferred to a later cohort'],
  ] as const)(
    'gives a participant who is %s the verdict %s, course by course all the same',
    (status, verdict, said) => {
      const graduation = decideGraduation(policy, { status, endsOn: null, sessions: all }, today);
      expect(graduation.verdict).toBe(verdict);
      expect(graduation.reasons.map((reason) => reason.sentence)).toContain(said);
      expect(graduation.reasons).toHaveLength(7);
    },
  );

  it('asks for no more courses than the policy does', () => {
    const fewer = completing({ courses: [roles] });
    expect(decideGraduation(fewer, enrolled([session(roles, '2024-10-21')]), today).verdict).toBe('may-graduate');
  });

  it('keeps every course of the policy in its order, with what it asks for marked', () => {
    const { courses: progress } = decideGraduation(completing({ courses: [law] }), enrolled(all), today);
    expect(progress.map(({ courseId }) => courseId)).toEqual(courses);
    expect(progress.filter(({ required }) => required).map(({ courseId }) => courseId)).toEqual([law]);
  });
});

describe('A course is completed', () => {
  const missed = session(law, '2024-10-22', { present: false });
  const half = { standing: 'partly', hours: 3.75 } as const;
  const most = { standing: 'partly', hours: 6 } as const;
  const excused = { present: false, standing: 'excused', excused: true } as const;
  const partExcused = { ...half, excused: true } as const;

  it.each<readonly [string, Partial<Policy['completion']>, readonly SeenSession[], string, string]>([
    ['by a whole session', {}, [session(law, '2024-10-22')], 'attended', 'completed'],
    ['by most of a session', {}, [session(law, '2024-10-22', most)], 'attended', 'completed'],
    ['not by half of one', {}, [session(law, '2024-10-22', half)], 'partly', 'closed'],
    [
      'by half of one where that is enough',
      { leastShare: 50 },
      [session(law, '2024-10-22', half)],
      'attended',
      'completed',
    ],
    ['not by two halves', {}, [session(law, '2024-10-22', half), session(law, '2025-02-01', half)], 'partly', 'closed'],
    [
      'by two halves where parts add up',
      { partsOfSessions: 'add-up' },
      [session(law, '2024-10-22', half), session(law, '2025-02-01', half)],
      'attended',
      'completed',
    ],
    [
      'by parts that come to what is enough of one',
      { partsOfSessions: 'add-up' },
      [session(law, '2024-10-22', half), session(law, '2025-02-01', { standing: 'partly', hours: 2 })],
      'attended',
      'completed',
    ],
    [
      'by an excused session and one that can still be planned',
      { sessionsRequired: 2, excused: 'counts' },
      [session(law, '2024-10-22', excused)],
      'partly',
      'own-sessions',
    ],
    ['not by one session of two', { sessionsRequired: 2 }, [session(law, '2024-10-22'), missed], 'partly', 'closed'],
    [
      'by two sessions of two',
      { sessionsRequired: 2 },
      [session(law, '2024-10-22'), session(law, '2024-10-23')],
      'attended',
      'completed',
    ],
    [
      'by its hours, the last of which are still to come',
      { measure: 'hours', hoursRequired: 12, partsOfSessions: 'add-up' },
      [session(law, '2024-10-22'), session(law, '2025-06-01', { present: false })],
      'partly',
      'own-sessions',
    ],
    [
      'by hours of several sessions',
      { measure: 'hours', hoursRequired: 11.25, partsOfSessions: 'add-up' },
      [session(law, '2024-10-22'), session(law, '2024-10-23', half)],
      'attended',
      'completed',
    ],
    [
      'not by hours of several sessions that stand alone',
      { measure: 'hours', hoursRequired: 11.25 },
      [session(law, '2024-10-22'), session(law, '2024-10-23', half)],
      'partly',
      'closed',
    ],
    ['not by an excuse', {}, [session(law, '2024-10-22', excused)], 'excused', 'closed'],
    [
      'by an excuse where it counts',
      { excused: 'counts' },
      [session(law, '2024-10-22', excused)],
      'excused',
      'completed',
    ],
    [
      'by a part and an excuse for the rest, where an excuse counts',
      { excused: 'counts' },
      [session(law, '2024-10-22', partExcused)],
      'excused',
      'completed',
    ],
    ['not by a part and an excuse for the rest', {}, [session(law, '2024-10-22', partExcused)], 'partly', 'closed'],
    [
      'by most of a session, whatever was excused of it',
      { excused: 'counts' },
      [session(law, '2024-10-22', { ...most, excused: true })],
      'attended',
      'completed',
    ],
    ['by a make-up', {}, [missed, session(law, '2025-02-11', { own: false })], 'made-up', 'completed'],
    [
      'not by a make-up that nobody assigned, where that is needed',
      { makeUpAssignment: 'needed' },
      [missed, session(law, '2025-02-11', { own: false })],
      'missed',
      'closed',
    ],
    [
      'by a make-up that was assigned, where that is needed',
      { makeUpAssignment: 'needed' },
      [missed, session(law, '2025-02-11', { own: false, assigned: true })],
      'made-up',
      'completed',
    ],
    [
      'with a make-up that can be assigned',
      {},
      [missed, session(law, '2025-06-10', { own: false, present: false })],
      'missed',
      'make-up',
    ],
    [
      'with a make-up that can be assigned, where that is needed',
      { makeUpAssignment: 'needed' },
      [missed, session(law, '2025-06-10', { own: false, present: false })],
      'missed',
      'make-up',
    ],
    [
      'with a make-up that is assigned',
      {},
      [missed, session(law, '2025-06-10', { own: false, assigned: true, present: false })],
      'missed',
      'assigned',
    ],
    [
      'with a further session of the cohort',
      {},
      [missed, session(law, '2025-06-10', { present: false })],
      'to-come',
      'own-sessions',
    ],
    ['once it is planned', {}, [], 'not-planned', 'own-sessions'],
  ])('%s', (_, changes, sessions, standing, outlook) => {
    const { courses: progress } = decideGraduation(
      completing(changes),
      enrolled([...without(law), ...sessions]),
      today,
    );
    expect(progress[1]).toMatchObject({ standing, outlook });
  });

  it('until the last day for make-ups, which is told with its clause', () => {
    const facts = {
      ...enrolled([...without(law), missed, session(law, '2025-02-11', { own: false })]),
      endsOn: day('2025-01-31'),
    };
    expect(decideGraduation(completing({ makeUpDays: 11 }), facts, today).verdict).toBe('may-graduate');
    const late = decideGraduation(completing({ makeUpDays: 10 }), facts, today);
    expect(late.verdict).toBe('courses-missing');
    expect(late.sentence).toBe(
      'Can’t finish with this cohort: Law, Ethics, and Policies is missing, and no session that counts is planned by Mon, Feb 10, 2025, the last day to make it up.',
    );
    expect(late.reasons[2]).toEqual({
      outcome: 'unmet',
      sentence:
        'The session of Tue, Feb 11, 2025 with another cohort does not count: the last day to make it up was Feb 10, 2025',
      seen: 'Feb 11, 2025: 7.5 of 7.5 hours',
      clause: 'silent-make-up-deadline',
    });
  });

  it('never, as things are planned, once the cohort is over and nobody held the course', () => {
    const over = { ...enrolled(without(law)), endsOn: day('2025-02-28') };
    expect(decideGraduation(policy, over, today).verdict).toBe('courses-missing');
    expect(decideGraduation(policy, { ...over, endsOn: today }, today).verdict).toBe('on-the-way');
  });

  it('with the reason and the hours where only a part was attended', () => {
    const facts = enrolled([...without(law), session(law, '2024-10-22', half)]);
    expect(decideGraduation(policy, facts, today).reasons.slice(1, 3)).toEqual([
      {
        outcome: 'unmet',
        sentence: 'Attended part of Law, Ethics, and Policies on Tue, Oct 22, 2024',
        seen: '1 session of the cohort, Oct 22, 2024: 3.75 of 7.5 hours',
        clause: 'silent-course-measure',
      },
      {
        outcome: 'unmet',
        sentence: 'Less than 75% of the session of Tue, Oct 22, 2024 was attended',
        seen: 'Oct 22, 2024: 3.75 of 7.5 hours',
        clause: 'silent-least-share',
      },
    ]);
  });
});

describe('What is missing', () => {
  const coming = (courseId: SeenSession['courseId'], changes: Partial<SeenSession> = {}) =>
    session(courseId, '2025-06-10', { present: false, ...changes });

  it.each<readonly [string, readonly SeenSession[], string]>([
    ['nothing', all, 'Nothing is missing: may graduate.'],
    ['what is to come', [...without(law), coming(law)], 'Still to come with this cohort: Law, Ethics, and Policies.'],
    [
      'a make-up',
      [...without(law), session(law, '2024-10-22', { present: false }), coming(law, { own: false })],
      'Needs a make-up of Law, Ethics, and Policies with another cohort.',
    ],
    [
      'a make-up that is assigned',
      [...without(law), session(law, '2024-10-22', { present: false }), coming(law, { own: false, assigned: true })],
      'Makes up Law, Ethics, and Policies with another cohort.',
    ],
    [
      'a course that no session gives',
      [...without(law), session(law, '2024-10-22', { present: false })],
      'Can’t finish with this cohort: Law, Ethics, and Policies is missing, and no session that counts is planned.',
    ],
  ])('is said in words: %s', (_, sessions, sentence) => {
    expect(decideGraduation(policy, enrolled(sessions), today).sentence).toBe(sentence);
  });
});
