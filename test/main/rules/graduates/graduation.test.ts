import { describe, expect, it } from 'vitest';
import { decideGraduation } from '../../../../main/rules/graduates/graduation.ts';
import type { SeenSession } from '../../../../shared/model/graduates.ts';
import { day, policy } from '../al-cto.ts';
import {
  all,
  completing,
  courses,
  enrolled,
  law,
  roles,
  session,
  strict,
  today,
  without,
} from '../progress/attended-courses.ts';

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

  it('says where an excuse carried the part that someone missed', () => {
    const part = session(law, '2024-10-22', { standing: 'partly', hours: 3, excused: true });
    const graduation = decideGraduation(completing({ excused: 'counts' }), enrolled([...without(law), part]), today);
    expect(graduation.verdict).toBe('may-graduate');
    expect(graduation.reasons[1]).toMatchObject({
      outcome: 'met',
      sentence: 'Attended part of Law, Ethics, and Policies on Tue, Oct 22, 2024, excused from the rest, which counts',
      clause: 'silent-excused',
    });
  });

  it('is in progress while the missing course has a session to come', () => {
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

  it('is in progress while no session of the missing course is planned', () => {
    const graduation = decideGraduation(policy, enrolled(without(law)), today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]).toEqual({
      outcome: 'unknown',
      sentence: 'No session of Law, Ethics, and Policies is scheduled yet',
      seen: '',
      clause: 'silent-completion',
    });
  });

  it('is in progress for someone who may make up a missed course', () => {
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

  it('blames no one for another cohort’s session', () => {
    const facts = enrolled([...without(law), session(law, '2024-10-22', { own: false, present: false })]);
    const graduation = decideGraduation(policy, facts, today);
    expect(graduation.verdict).toBe('on-the-way');
    expect(graduation.reasons[1]?.sentence).toBe('No session of Law, Ethics, and Policies is scheduled yet');
  });

  it('rests on one’s own excused session before one attended with another cohort', () => {
    const facts = enrolled([
      ...without(law),
      session(law, '2024-10-22', { present: false, standing: 'excused', excused: true }),
      session(law, '2025-02-11', { own: false }),
    ]);
    const counting = { ...policy, completion: { ...policy.completion, excused: 'counts' as const } };
    const graduation = decideGraduation(counting, facts, today);
    expect(graduation.verdict).toBe('may-graduate');
    expect(graduation.reasons[1]?.sentence).toContain('Tue, Oct 22, 2024');
  });

  it('counts an attended session however often the course was missed before', () => {
    const facts = enrolled([...all, session(roles, '2024-09-01', { present: false })]);
    expect(decideGraduation(policy, facts, today).verdict).toBe('may-graduate');
  });

  it.each([
    ['graduated', 'graduated', 'Graduated already'],
    ['withdrawn', 'not-enrolled', 'Withdrawn from the cohort'],
    ['deferred', 'not-enrolled', 'Deferred to a later cohort'],
  ] as const)('gives a participant who is %s the verdict %s, course by course anyway', (status, verdict, said) => {
    const graduation = decideGraduation(policy, { status, endsOn: null, sessions: all }, today);
    expect(graduation.verdict).toBe(verdict);
    expect(graduation.reasons.map((reason) => reason.sentence)).toContain(said);
    expect(graduation.reasons).toHaveLength(7);
  });

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

describe('What is missing', () => {
  const coming = (courseId: SeenSession['courseId'], changes: Partial<SeenSession> = {}) =>
    session(courseId, '2025-06-10', { present: false, ...changes });

  it.each<readonly [string, readonly SeenSession[], string]>([
    ['nothing', all, 'Nothing is missing: ready to graduate.'],
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
