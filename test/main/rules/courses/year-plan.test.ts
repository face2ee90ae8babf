import { describe, expect, it } from 'vitest';
import {
  conferenceConflicts,
  layYear,
  usualConferences,
  yearConflicts,
  yearSlots,
} from '../../../../main/rules/courses/year-plan.ts';
import { CourseId } from '../../../../shared/model/ids.ts';
import type { YearFacts } from '../../../../shared/model/year-plan.ts';
import { aYear, cohort, conference, day, fall, session, summer, winter } from './a-year.ts';

const layout = (more: Partial<YearFacts> = {}) =>
  layYear(aYear(more)).map(({ courseId, heldOn }) => `${courseId.slice(-1)} ${heldOn ?? 'aside'}`);
const kinds = (more: Partial<YearFacts> = {}) => {
  const facts = aYear(more);
  return yearConflicts(facts, layYear(facts)).map(({ kind }) => kind);
};

describe('the days around conferences', () => {
  it('are the one before and the one after, in the calendar’s order', () => {
    expect(yearSlots([winter, summer]).map(({ day, side }) => `${day} ${side}`)).toEqual([
      '2024-06-10 before',
      '2024-06-14 after',
      '2025-02-10 before',
      '2025-02-14 after',
    ]);
  });

  it('count once where one conference follows the other', () => {
    const next = conference('Next', '2024-06-15');
    expect(yearSlots([next, summer]).map(({ day, conferenceId }) => [day, conferenceId === summer.id])).toEqual([
      ['2024-06-10', true],
      ['2024-06-14', true],
      ['2024-06-18', false],
    ]);
  });
});

describe('laying a year', () => {
  it('lays six courses on the six days around three conferences, in their order', () => {
    expect(layout()).toEqual([
      '1 2024-06-10',
      '2 2024-06-14',
      '3 2024-10-21',
      '4 2024-10-25',
      '5 2025-02-10',
      '6 2025-02-14',
    ]);
    expect(kinds()).toEqual([]);
  });

  it('gives each its conference, the usual hours and the usual room', () => {
    expect(layYear(aYear())[2]).toMatchObject({
      conferenceId: fall.id,
      startsAt: '08:00',
      endsAt: '15:30',
      room: 'Ballroom B',
      capacity: 40,
    });
  });

  it('keeps what is planned, and lays the others around it', () => {
    const sessions = [session('a', '2024-10-21', { courseId: CourseId.parse('course-5') })];
    expect(layout({ sessions })).toEqual([
      '1 2024-06-10',
      '2 2024-06-14',
      '3 2024-10-25',
      '4 2025-02-10',
      '6 2025-02-14',
    ]);
  });

  it('lays nothing where all is planned', () => {
    const sessions = [1, 2, 3, 4, 5, 6].map((number) =>
      session(String(number), `2024-07-0${number}`, { courseId: CourseId.parse(`course-${number}`) }),
    );
    expect(layout({ sessions })).toEqual([]);
  });

  it('plans for both cohorts in one room, and only for the one that lacks a course', () => {
    const cohorts = [cohort('Foxtrot'), cohort('Golf')];
    const laid = layYear(aYear({ cohorts, sessions: [session('a', '2024-05-01')] }));
    expect(laid.map(({ cohortIds }) => cohortIds.length)).toEqual([1, 2, 2, 2, 2, 2]);
    expect(laid[0]).toMatchObject({ cohortIds: [cohort('Golf').id] });
  });

  it('passes over days that are gone, and puts aside what finds none', () => {
    expect(layout({ today: day('2024-06-12') })).toEqual([
      '1 2024-06-14',
      '2 2024-10-21',
      '3 2024-10-25',
      '4 2025-02-10',
      '5 2025-02-14',
      '6 aside',
    ]);
  });

  it('passes over days outside the cohort’s dates while others suffice', () => {
    const spring = conference('Spring', '2025-04-08');
    const late = { startsOn: day('2024-07-01'), endsOn: null };
    expect(
      layout({ conferences: [summer, fall, winter, spring], cohorts: [cohort('Foxtrot', late)] }).map((line) =>
        line.slice(2),
      ),
    ).toEqual(['2024-10-21', '2024-10-25', '2025-02-10', '2025-02-14', '2025-04-07', '2025-04-11']);
  });

  it('uses days outside the cohort’s dates where they are all there is, and says so', () => {
    const cohorts = [cohort('Foxtrot', { startsOn: day('2024-07-01') })];
    expect(layout({ cohorts })[0]).toBe('1 2024-06-10');
    expect(kinds({ cohorts })).toEqual(['outside-cohort', 'outside-cohort']);
  });

  it('leaves the room open where someone else has it', () => {
    const sessions = [session('g', '2024-10-21', { cohorts: [cohort('Golf')], room: 'BALLROOM B' })];
    const [, , third] = layYear(aYear({ sessions }));
    expect(third).toMatchObject({ heldOn: '2024-10-21', room: null, capacity: null });
    expect(kinds({ sessions })).toEqual([]);
  });
});

describe('what stands against a year', () => {
  it('is a course without a day, and what to do', () => {
    const facts = aYear({ conferences: [summer, fall] });
    const [conflict] = yearConflicts(facts, layYear(facts));
    expect(conflict).toMatchObject({ kind: 'no-day-yet', about: ['course-5', 'course-6'], stops: false });
    expect(conflict?.sentence).toBe(
      'Courses 5 and 6 have no day yet. No day around these conferences is free: choose one more conference, or give them days of their own.',
    );
  });

  it('is a day that is free while a course was unscheduled', () => {
    const facts = aYear();
    const laid = layYear(facts).map((course, index) => (index === 1 ? { ...course, heldOn: null } : course));
    expect(yearConflicts(facts, laid).map(({ sentence }) => sentence)).toEqual([
      'Law, Ethics, and Policies has no day yet. Fri, Jun 14, 2024 is free.',
    ]);
  });

  it('is a conference that has passed, and a course that is laid in the past', () => {
    const facts = aYear({ today: day('2024-07-01') });
    const laid = layYear(facts).map((course, index) =>
      index === 5 ? { ...course, heldOn: day('2024-06-14') } : course,
    );
    const conflicts = yearConflicts(facts, laid);
    expect(conflicts.map(({ kind }) => kind)).toEqual(['conference-past', 'no-day-yet', 'in-the-past']);
    expect(conflicts[0]?.sentence).toBe('Summer ended on Thu, Jun 13, 2024: nothing more can be scheduled around it.');
    expect(conflicts[2]?.sentence).toContain('Fri, Jun 14, 2024, which has passed');
  });

  it('is two courses on one day', () => {
    const facts = aYear();
    const laid = layYear(facts)
      .map((course) => ({ ...course, heldOn: day('2024-10-21') }))
      .slice(0, 2);
    expect(yearConflicts(facts, laid)).toMatchObject([
      { kind: 'cohort-twice', about: ['course-1', 'course-2'], stops: true },
      { kind: 'room-twice' },
    ]);
  });

  it('is a room that is too small for both cohorts', () => {
    const cohorts = [cohort('Foxtrot'), cohort('Golf')];
    const facts = aYear({ cohorts });
    expect(new Set(kinds({ cohorts }))).toEqual(new Set(['over-capacity']));
    expect(yearConflicts(facts, layYear(facts))[0]?.sentence).toContain('56 are expected, and Ballroom B holds 40');
  });
});

describe('conferences', () => {
  it('that overlap say so, whichever is noted first', () => {
    const other = conference('Other', '2024-06-13');
    for (const conferences of [
      [summer, other],
      [other, summer],
    ]) {
      expect(conferenceConflicts(conferences, day('2024-06-03')).map(({ sentence }) => sentence)).toEqual([
        'Summer (Jun 11, 2024 to Jun 13, 2024) and Other (Jun 13, 2024 to Jun 15, 2024) overlap. Check the days of both.',
      ]);
    }
  });

  it('that follow each other do not overlap', () => {
    expect(conferenceConflicts([summer, conference('Next', '2024-06-14')], day('2024-06-03'))).toEqual([]);
  });

  it('of a year are the first three that lie ahead, within the cohort’s dates', () => {
    const spring = conference('Spring', '2025-04-08');
    const conferences = [spring, winter, fall, summer];
    const names = (more: Partial<YearFacts>) =>
      usualConferences({ ...aYear({ conferences }), ...more }).map(({ name }) => name);
    expect(names({})).toEqual(['Summer', 'Fall', 'Winter']);
    expect(names({ today: day('2024-07-01') })).toEqual(['Fall', 'Winter', 'Spring']);
    expect(names({ cohorts: [cohort('Foxtrot', { startsOn: day('2025-01-01') })] })).toEqual(['Winter', 'Spring']);
    expect(names({ cohorts: [cohort('Foxtrot', { startsOn: day('2030-01-01') })] })).toEqual([
      'Summer',
      'Fall',
      'Winter',
    ]);
  });
});
