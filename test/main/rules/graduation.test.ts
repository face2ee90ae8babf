import { describe, expect, it } from 'vitest';
import { decideGraduation } from '../../../main/rules/graduation.ts';
import type { GraduationFacts } from '../../../shared/model/graduates.ts';
import { Policy } from '../../../shared/model/program.ts';
import { day, policy } from './al-cto.ts';

const today = day('2025-03-01');
const courses = policy.completion.courses;
const [roles, law] = courses;
if (roles === undefined || law === undefined) throw new Error('The default program has six courses.');

type Session = GraduationFacts['sessions'][number];
const session = (courseId: Session['courseId'], heldOn: string, changes: Partial<Session> = {}): Session => ({
  courseId,
  heldOn: day(heldOn),
  own: true,
  present: true,
  ...changes,
});
const all = courses.map((courseId) => session(courseId, '2024-10-21'));
const without = (courseId: Session['courseId']) => all.filter((each) => each.courseId !== courseId);
const enrolled = (sessions: readonly Session[]): GraduationFacts => ({ status: 'enrolled', sessions });
const strict = Policy.parse({
  ...policy,
  completion: { ...policy.completion, otherCohortsSessions: 'do-not-count' },
});

describe('Graduation', () => {
  it('is open to whoever attended every course', () => {
    const graduation = decideGraduation(policy, enrolled(all), today);
    expect(graduation).toMatchObject({ verdict: 'may-graduate', attended: courses, missing: [] });
    expect(graduation.reasons).toHaveLength(6);
    expect(graduation.reasons[0]).toEqual({
      outcome: 'met',
      sentence: 'Attended CTO Roles and Responsibilities on Mon, Oct 21, 2024',
      seen: '1 session of the cohort',
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
    expect(graduation.reasons[1]).toMatchObject({
      sentence:
        'Missed Law, Ethics, and Policies on Tue, Oct 22, 2024; the session of Tue, Feb 11, 2025 with another cohort does not count',
      clause: 'silent-make-up',
    });
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
      const graduation = decideGraduation(policy, { status, sessions: all }, today);
      expect(graduation.verdict).toBe(verdict);
      expect(graduation.reasons.map((reason) => reason.sentence)).toContain(said);
      expect(graduation.reasons).toHaveLength(7);
    },
  );

  it('asks for no more courses than the policy does', () => {
    const fewer = Policy.parse({ ...policy, completion: { ...policy.completion, courses: [roles] } });
    expect(decideGraduation(fewer, enrolled([session(roles, '2024-10-21')]), today).verdict).toBe('may-graduate');
  });
});
