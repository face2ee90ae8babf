import { describe, expect, it } from 'vitest';
import { decideGraduation } from '../../../../main/rules/graduates/graduation.ts';
import type { SeenSession } from '../../../../shared/model/graduates.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { day, policy } from '../al-cto.ts';
import { completing, enrolled, law, session, today, without } from './attended-courses.ts';

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
      'not by a make-up that no one assigned, where that is needed',
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

  it('never, as things are planned, once the cohort is over and no one held the course', () => {
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
