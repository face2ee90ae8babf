import { describe, expect, it } from 'vitest';
import { dropCourse, planDays } from '../../../../renderer/features/courses/layout.ts';
import { CourseId } from '../../../../shared/model/ids.ts';
import type { LaidCourse } from '../../../../shared/model/year-plan.ts';
import { clock, day, proposal } from './a-plan.ts';

const [roles, law] = [CourseId.parse('cto-roles'), CourseId.parse('law-ethics')];
const days = (laid: readonly LaidCourse[]) => laid.map(({ heldOn, conferenceId }) => [heldOn, conferenceId === null]);

describe('dropping a course', () => {
  it('on a free day takes that day’s conference with it', () => {
    const dropped = dropCourse(proposal, proposal.laid, roles, day('2025-02-10'));
    expect(dropped.laid[0]).toMatchObject({ heldOn: '2025-02-10', conferenceId: proposal.conferences[1]?.id });
    expect(dropped.said).toBe('CTO Roles and Responsibilities is on Mon, Feb 10, 2025.');
  });

  it('on a course at the same hours lets the two trade places', () => {
    const dropped = dropCourse(proposal, proposal.laid, roles, day('2024-10-25'));
    expect(days(dropped.laid)).toEqual([
      ['2024-10-25', false],
      ['2024-10-21', false],
    ]);
    expect(dropped.said).toContain('and Law, Ethics, and Policies on Mon, Oct 21, 2024');
  });

  it('on a course at other hours shares the day with it', () => {
    const laid = proposal.laid.map((course) =>
      course.courseId === law ? { ...course, startsAt: clock('16:00'), endsAt: clock('18:00') } : course,
    );
    expect(days(dropCourse(proposal, laid, roles, day('2024-10-25')).laid)).toEqual([
      ['2024-10-25', false],
      ['2024-10-25', false],
    ]);
  });

  it('aside, and back on a day of its own, which is no conference’s', () => {
    const aside = dropCourse(proposal, proposal.laid, roles, null);
    expect(days(aside.laid)[0]).toEqual([null, true]);
    expect(aside.said).toBe('CTO Roles and Responsibilities is unscheduled.');
    expect(days(dropCourse(proposal, aside.laid, roles, day('2024-12-02')).laid)[0]).toEqual(['2024-12-02', true]);
  });

  it('from aside on a course puts that one aside', () => {
    const aside = dropCourse(proposal, proposal.laid, roles, null).laid;
    expect(days(dropCourse(proposal, aside, roles, day('2024-10-25')).laid)).toEqual([
      ['2024-10-25', false],
      [null, true],
    ]);
  });

  it('where it is changes nothing', () => {
    expect(dropCourse(proposal, proposal.laid, roles, day('2024-10-21')).laid).toBe(proposal.laid);
  });
});

describe('the days of a plan', () => {
  it('are those around the conferences and those of what is laid elsewhere, in order', () => {
    const laid = dropCourse(proposal, proposal.laid, roles, day('2024-12-02')).laid;
    expect(planDays(proposal, laid).map((each) => [each.day, each.word, each.laid.length])).toEqual([
      ['2024-10-21', 'Day before Fall Conference', 0],
      ['2024-10-25', 'Day after Fall Conference', 1],
      ['2024-12-02', 'A day of its own', 1],
      ['2025-02-10', 'Day before Winter Conference', 0],
      ['2025-02-14', 'Day after Winter Conference', 0],
    ]);
  });
});
